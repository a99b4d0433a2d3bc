import { plainWords } from "../text/words.ts";
import { alignReadings } from "./align-readings.ts";
import { alignWords, type WordAlignment } from "./align-words.ts";
import { findSimilar } from "./find-similar.ts";
import { type TextWords, Vocabulary, wordsIn } from "./text-words.ts";

type TextRange = Readonly<{ start: number; end: number }>;

/**
 * What became of a passage in a later text. `same`: its words are there in their order. `moved`: the same, elsewhere.
 * `changed`: at least half of its words are there. `lost`: no place was found.
 */
export type CarriedStatus = "same" | "moved" | "changed" | "lost";

/**
 * Where a passage is in a later text: ranges in order, none when it is lost. `score` is the share of its words that are
 * there, 0 to 1. Where `isCertain` is false, somebody must decide.
 */
export type Carried = Readonly<{
  status: CarriedStatus;
  score: number;
  isCertain: boolean;
  ranges: readonly TextRange[];
}>;

/** Of a passage that is still there, at least this share of words is left. */
const leastCover = 0.5;
/** A changed passage with this share of its words is in its place beyond doubt, if its edges are. */
const certainCover = 0.8;
/** Images of neighbouring words that are further apart than this, in words, belong to parts of a passage. */
const nearWords = 12;
/** A part of a passage that was torn apart has at least so many words. */
const leastPart = 4;
/** A passage shorter than this says too little without its neighbours. */
const fewWords = 4;

/**
 * Find passages of one text in a later one. Both texts are aligned once (`alignWords`); a passage takes the images of
 * its words. Where fewer than half are there, the best place is searched among the words that have no origin
 * (`findSimilar`), and is then never certain. Ranges are UTF-16 units, of passages as of answers; each answer belongs
 * to the passage of its index.
 *
 * With `isReading` both texts are readings of the same characters, such as a file in two encodings: if they line up by
 * character (`alignReadings`), that decides, since then not one word may be the same. If they do not, a passage that is
 * not found by its words is put where its share of the text is, and is never certain.
 */
export function carryPassages(
  before: string,
  after: string,
  passages: readonly (readonly TextRange[])[],
  { isReading = false }: Readonly<{ isReading?: boolean }> = {},
): readonly Carried[] {
  const reading = isReading ? alignReadings(before, after) : null;
  if (reading?.isCertain === true) return passages.map((ranges) => readAgain(before, after, ranges, reading.move));
  const vocabulary = new Vocabulary();
  const alignment = alignWords(vocabulary.read(before), vocabulary.read(after));
  return passages.map((ranges) => {
    const found = together(ranges.map((range) => carryRange(alignment, range)));
    if (reading === null || found.status !== "lost" || after === "") return found;
    return { ...found, status: "changed", ranges: ranges.map(reading.move) };
  });
}

/** A passage at the same characters, whatever they are read as. */
function readAgain(
  before: string,
  after: string,
  ranges: readonly TextRange[],
  move: (range: TextRange) => TextRange,
): Carried {
  const moved = ranges.map(move);
  const isSame = moved.every(({ start, end }, index) => {
    const range = ranges[index];
    return (
      range !== undefined && plainWords(before.slice(range.start, range.end)) === plainWords(after.slice(start, end))
    );
  });
  return { status: isSame ? "same" : "changed", score: 1, isCertain: true, ranges: moved };
}

const lost: Carried = { status: "lost", score: 0, isCertain: false, ranges: [] };

/** One answer for all ranges of a passage: it is as certain as its least certain range. */
function together(parts: readonly Carried[]): Carried {
  const [first, ...others] = parts;
  if (first === undefined) return lost;
  if (others.length === 0) return first;
  const ranges = parts.flatMap((part) => part.ranges).toSorted((a, b) => a.start - b.start);
  if (ranges.length === 0) return { ...lost, score: Math.max(...parts.map((part) => part.score)) };
  const statuses = new Set(parts.map((part) => part.status));
  const [only] = statuses;
  return {
    status: statuses.size === 1 && only !== undefined ? only : "changed",
    score: parts.reduce((sum, part) => sum + part.score, 0) / parts.length,
    isCertain: parts.every((part) => part.isCertain),
    ranges,
  };
}

type Pair = Readonly<{ before: number; after: number }>;

function carryRange(alignment: WordAlignment, range: TextRange): Carried {
  const [from, to] = wordsIn(alignment.before, range);
  if (from === to) return carryMarks(alignment, range);
  const parts = partsOf(alignment, from, to);
  const covered = parts.reduce((sum, part) => sum + part.length, 0);
  const score = covered / (to - from);
  const isWhole =
    score === 1 &&
    parts.length === 1 &&
    isOneRun(parts[0] ?? []) &&
    !alignment.isAltered.subarray(from, to).includes(1);
  const only = isWhole ? null : onlyPlace(alignment, from, to);
  if (only !== null) return carryWords(alignment, range, [from, to], only);
  if (score < leastCover) return similarPlace(alignment, range, [from, to], score);
  if (score < 1 && to - from < 2 * fewWords && !isBeside(alignment, parts, [from, to])) return { ...lost, score };
  const spans = parts.map((part, index) =>
    spanOf(alignment, part, {
      from: index === 0 ? from : (part[0]?.before ?? from),
      to: index === parts.length - 1 ? to : (part.at(-1)?.before ?? to - 1) + 1,
    }),
  );
  const moved = alignment.isMoved[from] === 1;
  return {
    status: isWhole ? (moved ? "moved" : "same") : "changed",
    score,
    isCertain: isWhole
      ? isProven(alignment, from, to)
      : parts.length === 1 && isFirm(alignment, [from, to], spans[0], score),
    ranges: spans
      .map((span, index) =>
        charactersOf(alignment, range, { ...span, isFirst: index === 0, isLast: index === spans.length - 1 }),
      )
      .toSorted((a, b) => a.start - b.start),
  };
}

/** Where a passage's words are in the later text, if they are there once and were once in the earlier one. */
function onlyPlace({ before, after }: WordAlignment, from: number, to: number): number | null {
  if (to - from < 2 * fewWords) return null;
  const words = before.ids.subarray(from, to);
  const [place, more] = placesOf(words, after.ids);
  return place === undefined || more !== undefined || placesOf(words, before.ids).length > 1 ? null : place;
}

/** The first two places of a run of words among others. */
function placesOf(words: Int32Array, all: Int32Array): number[] {
  const places: number[] = [];
  const [first] = words;
  for (let place = 0; place + words.length <= all.length && places.length < 2; place++)
    if (all[place] === first && words.every((id, index) => all[place + index] === id)) places.push(place);
  return places;
}

/** A passage whose words are all at one place, though the alignment gave some of them to words elsewhere. */
function carryWords(
  alignment: WordAlignment,
  range: TextRange,
  [from, to]: readonly [number, number],
  place: number,
): Carried {
  const { image } = alignment;
  const end = place + to - from;
  const isHeld = image[from - 1] === place - 1 || image[to] === end;
  const span = { from: place, to: end, isFirst: true, isLast: true };
  return {
    status: isHeld ? "same" : "moved",
    score: 1,
    isCertain: true,
    ranges: [charactersOf(alignment, range, span)],
  };
}

/** Whether a word beside a short passage is also beside what it became; few words alone are found anywhere. */
function isBeside({ image }: WordAlignment, parts: readonly Pair[][], [from, to]: readonly [number, number]): boolean {
  const [first, last] = [parts[0]?.[0]?.after ?? 0, parts.at(-1)?.at(-1)?.after ?? 0];
  return outer(image, from - 1, -1, first) >= 0 || outer(image, to, 1, last) < image.length;
}

/** The images of a passage's words, parted where they are far from one another; strays are left out. */
function partsOf({ image, origin }: WordAlignment, from: number, to: number): Pair[][] {
  const pairs: Pair[] = [];
  for (let index = from; index < to; index++) {
    const after = image[index] ?? -1;
    if (after >= 0) pairs.push({ before: index, after });
  }
  const near = Math.max(nearWords, (to - from) / 2);
  const parts = parted(pairs, near, origin);
  const largest = Math.max(0, ...parts.map((part) => part.length));
  const least = Math.min(largest, leastPart);
  // Without the strays, what was parted by them is together again.
  return parted(parts.filter((part) => part.length >= least).flat(), near, origin);
}

function parted(pairs: readonly Pair[], near: number, origin: Int32Array): Pair[][] {
  const parts: Pair[][] = [];
  let last: Pair | null = null;
  for (const pair of pairs) {
    const step = last === null ? 0 : pair.after - last.after;
    const expected = last === null ? 0 : pair.before - last.before;
    if (last !== null && step > 0 && step - expected <= near && !isCrossed(origin, last.after, pair.after))
      parts.at(-1)?.push(pair);
    else parts.push([pair]);
    last = pair;
  }
  return parts;
}

/** Whether words that came from elsewhere are between two words now. */
function isCrossed(origin: Int32Array, from: number, to: number): boolean {
  let count = 0;
  for (let index = from + 1; index < to; index++) if ((origin[index] ?? -1) >= 0) count++;
  return count >= leastPart;
}

function isOneRun(part: readonly Pair[]): boolean {
  return part.every((pair, index) => index === 0 || pair.after === (part[index - 1]?.after ?? 0) + 1);
}

/** A half-open range of words of the later text, and whether each edge follows from words that are beside it. */
type Span = Readonly<{ from: number; to: number; isFirmFrom: boolean; isFirmTo: boolean }>;

/** The words that a part of a passage became, with those that were put in place of its first and last ones. */
function spanOf(alignment: WordAlignment, part: readonly Pair[], own: Readonly<{ from: number; to: number }>): Span {
  const { image, after } = alignment;
  const first = part[0] ?? { before: own.from, after: 0 };
  const last = part.at(-1) ?? first;
  const start = outer(image, own.from - 1, -1, first.after);
  const head = replaced(first.before - own.from, own.from - 1 - start, {
    gap: first.after - 1 - (image[start] ?? -1),
    most: start >= 0 ? null : wordsToBreak(after, first.after, -1),
  });
  const end = outer(image, own.to, 1, last.after);
  const tail = replaced(own.to - 1 - last.before, end - own.to, {
    gap: (image[end] ?? after.ids.length) - last.after - 1,
    most: end < image.length ? null : wordsToBreak(after, last.after, 1),
  });
  return {
    from: Math.max(0, first.after - head.words),
    to: Math.min(after.ids.length, last.after + 1 + tail.words),
    isFirmFrom: head.isFirm,
    isFirmTo: tail.isFirm,
  };
}

/** How many words there are from a word to the beginning or end of its line. */
function wordsToBreak({ text, starts, ends }: TextWords, word: number, step: 1 | -1): number {
  for (let count = 0; ; count++) {
    const [left, right] = step === 1 ? [word + count, word + count + 1] : [word - count - 1, word - count];
    if (left < 0 || right >= starts.length || text.slice(ends[left], starts[right]).includes("\n")) return count;
  }
}

/** The nearest paired word outside a passage, if its image is near too; else one before the first or after the last. */
function outer(image: Int32Array, start: number, step: 1 | -1, near: number): number {
  for (let index = start, far = 0; index >= 0 && index < image.length && far < nearWords; index += step, far++) {
    const there = image[index] ?? -1;
    if (there < 0) continue;
    const distance = (there - near) * step;
    if (distance > 0 && distance <= 3 * nearWords) return index;
    break;
  }
  return step === 1 ? image.length : -1;
}

/**
 * How many of the new words between a paired word of the passage and one outside belong to the passage: `inside` of its
 * words have no image, `outside` of those before it. Without a word outside, at most so many as it had, and `most`.
 */
function replaced(
  inside: number,
  outside: number,
  { gap, most }: Readonly<{ gap: number; most: number | null }>,
): Readonly<{ words: number; isFirm: boolean }> {
  if (inside === 0) return { words: 0, isFirm: true };
  if (most !== null) return { words: Math.min(inside, Math.max(0, gap), most), isFirm: false };
  const share = outside === 0 ? gap : Math.round((gap * inside) / (inside + outside));
  return { words: Math.min(share, 2 * inside + 1), isFirm: outside === 0 && Math.abs(gap - inside) <= 1 };
}

/** Whether equal words are beyond doubt the passage, and not the same words said elsewhere. */
function isProven(alignment: WordAlignment, from: number, to: number): boolean {
  const { image } = alignment;
  const before = from > 0 ? image[from - 1] === (image[from] ?? 0) - 1 : image[from] === 0;
  const after =
    to < image.length ? image[to] === (image[to - 1] ?? 0) + 1 : image[to - 1] === alignment.after.ids.length - 1;
  if (to - from < fewWords) return before && after;
  if (before || after) return true;
  return to - from >= 2 * fewWords;
}

/** Whether a changed passage is in its place beyond doubt: few words differ, and both edges follow from their words. */
function isFirm(
  { image }: WordAlignment,
  [from, to]: readonly [number, number],
  span: Span | undefined,
  score: number,
): boolean {
  if (span === undefined || score < certainCover || to - from < 2 * fewWords) return false;
  const length = (span.to - span.from) / (to - from);
  const isHeld =
    (image[from - 1] ?? -1) === span.from - 1 || (image[to] ?? -1) === span.to || to - from >= 5 * fewWords;
  return span.isFirmFrom && span.isFirmTo && isHeld && length >= 0.8 && length <= 1.25;
}

/** Words of the later text that a passage became, all or a part. */
type Part = Readonly<{ from: number; to: number; isFirst: boolean; isLast: boolean }>;

/**
 * The characters of words of the later text, with the marks that the passage has before its first and after its last.
 */
function charactersOf({ before, after }: WordAlignment, range: TextRange, span: Part): TextRange {
  const [from, to] = wordsIn(before, range);
  const start = after.starts[span.from] ?? 0;
  const end = after.ends[span.to - 1] ?? start;
  const lead = span.isFirst ? before.text.slice(range.start, before.starts[from] ?? range.start) : "";
  const trail = span.isLast ? before.text.slice(before.ends[to - 1] ?? range.end, range.end) : "";
  return {
    start: start - sameMarks(after.text.slice(Math.max(0, start - 2 * lead.length), start), lead, -1),
    end: end + sameMarks(after.text.slice(end, end + 2 * trail.length), trail, 1),
  };
}

const mark = /^[^\p{L}\p{N}\s]$/u;

/**
 * How far marks beside a word belong to the passage: as many as it has there, and white space between them. Which marks
 * they are is not compared, for quotation marks and dashes are often changed.
 */
function sameMarks(text: string, current: string, direction: 1 | -1): number {
  const wanted = current.replace(/\s/g, "").length;
  let length = 0;
  for (let step = 0, count = 0; step < text.length && count < wanted; step++) {
    const next = direction === 1 ? text.charAt(step) : text.charAt(text.length - 1 - step);
    if (mark.test(next)) {
      count++;
      length = step + 1;
    } else if (!/\s/.test(next) || !/\s/.test(current)) break;
  }
  return length;
}

/** A passage without words, such as a formula: where the same marks are between the same words. */
function carryMarks({ before, after, image }: WordAlignment, range: TextRange): Carried {
  const [next] = wordsIn(before, range);
  const start = next === 0 ? 0 : (after.ends[image[next - 1] ?? -1] ?? -1);
  const end = next === image.length ? after.text.length : (after.starts[image[next] ?? -1] ?? -1);
  const quote = before.text.slice(range.start, range.end);
  const found = start < 0 || end < start ? -1 : after.text.slice(start, end).indexOf(quote);
  if (found < 0) return lost;
  return {
    status: "same",
    score: 1,
    isCertain: true,
    ranges: [{ start: start + found, end: start + found + quote.length }],
  };
}

/** The best place among words that nothing else became; a proposal, never certain. */
function similarPlace(
  alignment: WordAlignment,
  range: TextRange,
  [from, to]: readonly [number, number],
  score: number,
): Carried {
  const found = findSimilar(alignment, from, to);
  if (found === null || found.score < leastCover) return { ...lost, score };
  const span = { ...found, isFirst: true, isLast: true };
  return { status: "changed", score: found.score, isCertain: false, ranges: [charactersOf(alignment, range, span)] };
}
