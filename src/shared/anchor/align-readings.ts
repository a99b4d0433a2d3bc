/** Where ranges of one reading of a text are in another, and whether that is certain. */
export type Alignment = Readonly<{
  move: (range: Readonly<{ start: number; end: number }>) => { start: number; end: number };
  isCertain: boolean;
}>;

/**
 * Line up two readings of the same bytes. Spaces and line ends are not counted, for lines may be joined or kept; ASCII
 * characters are the same in almost every encoding and hold the texts together, and what is between two of them is
 * shared out evenly. Where not even those are alike, only the ends are certain.
 */
export function alignReadings(before: string, after: string): Alignment {
  const [from, to] = [placesOf(before), placesOf(after)];
  const [fromFixed, toFixed] = [fixedOf(before, from), fixedOf(after, to)];
  const same =
    fromFixed.length === toFixed.length &&
    fromFixed.every(
      (index, position) => before.charCodeAt(from[index] ?? 0) === after.charCodeAt(to[toFixed[position] ?? 0] ?? 0),
    );
  const isCertain = same || from.length === to.length;
  const fixed = same && from.length !== to.length ? { from: fromFixed, to: toFixed } : null;
  /** The offset in one text of an offset in the other, in characters. */
  const border = (count: number): number => {
    if (fixed === null) return Math.round((count * to.length) / Math.max(1, from.length));
    const next = firstAtLeast(fixed.from, count);
    const low = next === 0 ? [0, 0] : [(fixed.from[next - 1] ?? 0) + 1, (fixed.to[next - 1] ?? 0) + 1];
    const high = next === fixed.from.length ? [from.length, to.length] : [fixed.from[next] ?? 0, fixed.to[next] ?? 0];
    const [a = 0, b = 0] = low;
    const [c = 0, d = 0] = high;
    return c <= a ? b : b + Math.round(((count - a) * (d - b)) / (c - a));
  };
  return {
    isCertain,
    move: ({ start, end }) => {
      const first = border(firstAtLeast(from, start));
      const last = Math.max(first + 1, border(firstAtLeast(from, end)));
      return { start: to[Math.min(first, to.length - 1)] ?? 0, end: (to[Math.min(last, to.length) - 1] ?? 0) + 1 };
    },
  };
}

/** Offsets of the characters of a text that are no space, tab or line end. */
function placesOf(text: string): Uint32Array {
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code > 32) places[count++] = offset;
  }
  return places.subarray(0, count);
}

/** Which of them are ASCII. */
function fixedOf(text: string, places: Uint32Array): Uint32Array {
  return Uint32Array.from(places.keys()).filter((index) => text.charCodeAt(places[index] ?? 0) < 127);
}

function firstAtLeast(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
