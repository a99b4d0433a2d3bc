/** A change of a list: so many values from a place on (from 0) that gave way to so many others. */
export type Replacement = Readonly<{ start: number; removed: number; added: number }>;

/** So many values at once are arguments of one call. */
const mostTogether = 10_000;

/** Make the change in a list of which nobody else has a copy, or in a new one where much is added. */
export function replaceValues<Value>(list: Value[], start: number, removed: number, added: readonly Value[]): Value[] {
  if (added.length > mostTogether) return list.slice(0, start).concat(added, list.slice(start + removed));
  list.splice(start, removed, ...added);
  return list;
}

/**
 * Make the same change in a row of bits, one for each value of a list, that is stored in `count` words of 32 from
 * `first` on. Bits of added values, and those after the last one, are 0.
 */
export function replaceBits(
  words: Uint32Array,
  first: number,
  count: number,
  { start, removed, added }: Replacement,
): void {
  const shift = added - removed;
  const [border, from] = [start >>> 5, (start + added) >>> 5];
  // What is before the change in the word where it begins.
  const before = (words[first + border] ?? 0) & (2 ** (start & 31) - 1);
  if (shift > 0) moveUp(words.subarray(first, first + count), from, shift);
  else if (shift < 0) moveDown(words.subarray(first, first + count), from, -shift);
  words.fill(0, first + border, first + Math.min(from, count));
  if (from < count) words[first + from] = (words[first + from] ?? 0) & ~(2 ** ((start + added) & 31) - 1);
  if (border < count) words[first + border] = (words[first + border] ?? 0) | before;
}

/** Move bits to higher places; the words before `from` stay. */
function moveUp(row: Uint32Array, from: number, shift: number): void {
  const [skip, bits] = [shift >>> 5, shift & 31];
  if (skip > 0) {
    // The word before is among those that are added; what was there goes on into this one.
    const below = row[from - skip - 1] ?? 0;
    row.copyWithin(from, from - skip, row.length - skip);
    row[from - 1] = below;
  }
  for (let index = row.length - 1; bits > 0 && index >= from; index--)
    row[index] = ((row[index] ?? 0) << bits) | ((index === 0 ? 0 : (row[index - 1] ?? 0)) >>> (32 - bits));
}

/** Move bits to lower places; the words before `from` stay. */
function moveDown(row: Uint32Array, from: number, shift: number): void {
  const [skip, bits] = [shift >>> 5, shift & 31];
  if (skip > 0) {
    row.copyWithin(from, from + skip);
    row.fill(0, Math.max(from, row.length - skip));
  }
  for (let index = from; bits > 0 && index < row.length; index++)
    row[index] = ((row[index] ?? 0) >>> bits) | ((row[index + 1] ?? 0) << (32 - bits));
}
