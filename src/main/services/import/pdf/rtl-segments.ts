import type { PageChars } from "../../pdfium/page-chars.ts";
import { isRightToLeft, letterUnder, looseGap, runsLeft } from "./rtl.ts";
import { isOfVowelGlyph, isVowel, wideOf } from "./vowels.ts";

/**
 * `loose`: nothing but glyphs of vowel signs, which are over or under the line and have the letter's place; `ends`
 * says so of its left and its right end.
 */
type Segment = {
  own: number[];
  base: number;
  size: number;
  x0: number;
  x1: number;
  loose: boolean;
  ends: readonly [boolean, boolean];
  /** Whether most letters of all that is side by side on its line run to the left; null where it is hardly more. */
  left: boolean | null;
};

/**
 * Segments of one line of right-to-left text as one: PDFium ends a line at a raised vowel sign, and has points at a
 * line's end as lines of their own. `apart` says of two characters that the file has them in different blocks.
 */
export function joinLeft(
  chars: PageChars,
  all: readonly number[][],
  apart: (a: number, b: number) => boolean,
): number[][] {
  if (!all.some((own) => own.some((k) => isRightToLeft(chars.code(k))))) return [...all];
  const joined: Segment[] = [];
  const taken = new Map<Segment, number>();
  const result: (number[] | Segment)[] = [];
  const marks: number[] = [];
  const raised: Segment[] = [];
  const rowWays = waysOfRows(chars, all);
  for (const own of all) {
    const inked = own.filter((k) => !chars.isBlank(k));
    if (inked.length > 0 && inked.every((k) => isVowel(chars.code(k)))) {
      marks.push(...inked);
      continue;
    }
    const segment = segmentOf(chars, own);
    if (segment === null) {
      result.push(own);
      continue;
    }
    segment.left = rowWays.get(own) ?? null;
    if (isSmallSign(chars, segment)) raised.push(segment);
    const near = joined.find((other) => fits(chars, other, segment, apart));
    if (near === undefined) {
      joined.push(segment);
      taken.set(segment, result.push(segment) - 1);
    } else join(chars, near, segment);
  }
  // What was joined may have closed the gap between two that were apart, and what is joined now may close another.
  const nextTo = (segment: Segment): Segment | undefined =>
    joined.find((other) => segment !== other && taken.has(other) && fits(chars, segment, other, apart));
  for (const segment of joined) {
    if (!taken.has(segment)) continue;
    for (let other = nextTo(segment); other !== undefined; other = nextTo(segment)) {
      join(chars, segment, other);
      const index = taken.get(other);
      if (index !== undefined) result[index] = [];
      taken.delete(other);
    }
  }
  for (const part of joined) {
    const line = joined.find((segment) => taken.has(segment) && taken.has(part) && fills(chars, segment, part));
    const index = taken.get(part);
    if (line === undefined || index === undefined || apart(line.own[0] ?? 0, part.own[0] ?? 0)) continue;
    fill(chars, line, part);
    result[index] = [];
    taken.delete(part);
  }
  for (const sign of raised) {
    const line = joined.find((segment) => taken.has(segment) && isRaisedIn(chars, segment, sign));
    const index = taken.get(sign);
    if (line === undefined || index === undefined) continue;
    insert(chars, line, sign);
    result[index] = [];
  }
  const lines = result.map((item) => (Array.isArray(item) ? item : item.own)).filter((own) => own.length > 0);
  for (const mark of marks) {
    const line = lines.find((own) => letterUnder(chars, own, mark) !== null) ?? [];
    if (line.length === 0) lines.push(line);
    line.splice(line.indexOf(letterUnder(chars, line, mark) ?? -1) + 1, 0, mark);
  }
  return lines;
}

/** Figures or stars alone: it may be the mark of a note, which PDFium has as a line of its own. */
function isSmallSign(chars: PageChars, { own }: Segment): boolean {
  const text = own
    .map((k) => chars.text(k))
    .join("")
    .trim();
  return /^[([]?(?:[\d٠-٩۰-۹]{1,3}|[*∗†‡§]{1,3})[)\]]?$/.test(text);
}

/** A sign within or at the end of a line from right to left, smaller than its letters and over their baseline. */
function isRaisedIn(chars: PageChars, line: Segment, sign: Segment): boolean {
  const rise = sign.base - line.base;
  if (line === sign || sign.size > line.size * 0.9 || rise < line.size * 0.1 || rise > line.size * 0.8) return false;
  const gap = Math.max(line.x0 - sign.x1, sign.x0 - line.x1);
  return gap < line.size * 0.5 && runsLeft(chars, line.own);
}

/**
 * True for letters that have their place within a line from right to left, where it has none: PDFium has put them
 * elsewhere, since they touch what is before or after them.
 */
function fills(chars: PageChars, line: Segment, part: Segment): boolean {
  const { size } = line;
  if (line === part || part.loose || Math.abs(line.base - part.base) > size * 0.05) return false;
  if (Math.abs(line.size - part.size) > size * 0.05 || part.x0 < line.x0 || part.x1 > line.x1) return false;
  if (part.left === false || !runsLeft(chars, line.own) || !runsLeft(chars, part.own)) return false;
  const spare = size * 0.15;
  const isBeside = (k: number): boolean => chars.left(k) > part.x1 - spare || chars.right(k) < part.x0 + spare;
  const isWithin = (k: number): boolean => chars.left(k) > part.x0 && chars.right(k) < part.x1;
  return line.own.every((k) => chars.isBlank(k) || isBeside(k) || isWithin(k));
}

/** Put letters where they are on the page within a line, with a gap on either side; `asRead` finds which is a space. */
function fill(chars: PageChars, line: Segment, { own, x0, x1 }: Segment): void {
  const index = line.own.findIndex((k) => !chars.isBlank(k) && chars.left(k) + chars.right(k) < x0 + x1);
  const blank = chars.blankNear(own[0] ?? 0);
  const gap = blank === null ? [] : [blank];
  line.own.splice(index < 0 ? line.own.length : index, 0, ...gap, ...own.filter((k) => !chars.isBlank(k)), ...gap);
}

/** Put characters within a line where they are on the page. */
function insert(chars: PageChars, line: Segment, { own, x0, x1 }: Segment): void {
  const index = line.own.findIndex((k) => !chars.isBlank(k) && chars.left(k) + chars.right(k) < x0 + x1);
  line.own.splice(index < 0 ? line.own.length : index, 0, ...own.filter((k) => !chars.isBlank(k)));
}

function segmentOf(chars: PageChars, own: readonly number[]): Segment | null {
  const inked = own.filter((k) => !chars.isBlank(k));
  const stands = (k: number, index: number): boolean => !isVowel(chars.code(k)) && !isOfVowelGlyph(chars, inked, index);
  // A line may begin with the raised mark of a note.
  const letter = inked.find((k, index) => stands(k, index) && isRightToLeft(chars.code(k)));
  const first = letter ?? inked.find(stands) ?? inked.find((k) => !isVowel(chars.code(k))) ?? inked[0];
  if (first === undefined) return null;
  const { size, origin } = chars.run(first);
  const letters = wideOf(chars, inked);
  const loose = !inked.some(stands);
  const wide = letters.length > 0 && !loose ? letters : inked;
  return {
    own: [...own],
    base: origin[1],
    size,
    x0: Math.min(...wide.map((k) => chars.left(k))),
    x1: Math.max(...wide.map((k) => chars.right(k))),
    loose,
    ends: [loose, loose],
    left: null,
  };
}

/**
 * Which way the row of each segment runs as a whole, of rows with three or more: in a sentence with a title in another
 * script, some of its segments and their neighbours have more letters of that.
 */
function waysOfRows(chars: PageChars, all: readonly number[][]): Map<readonly number[], boolean> {
  const segments = all.flatMap((own) => {
    const segment = segmentOf(chars, own);
    return segment === null || segment.loose ? [] : [{ ...segment, kept: own }];
  });
  segments.sort((a, b) => b.base - a.base || a.x0 - b.x0);
  const rows: (typeof segments)[] = [];
  for (const segment of segments) {
    const last = rows.at(-1)?.at(-1);
    const isNext =
      last !== undefined &&
      Math.abs(last.base - segment.base) < segment.size * 0.1 &&
      Math.abs(last.size - segment.size) < segment.size * 0.15 &&
      segment.x0 - last.x1 < segment.size * 0.5;
    if (isNext) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return new Map(
    rows.flatMap((row) => {
      if (row.length < 3) return [];
      const letters = row.flatMap(({ kept }) => kept);
      const way = runsLeft(chars, letters);
      return row.map(({ kept }) => [kept, way] as const);
    }),
  );
}

/** On one baseline and side by side, in a line with letters that run from right to left. */
function fits(chars: PageChars, a: Segment, b: Segment, apart: (a: number, b: number) => boolean): boolean {
  const size = Math.min(a.size, b.size);
  const rise = a.loose || b.loose ? 0.5 : 0.1;
  if (Math.abs(a.base - b.base) > size * rise || Math.abs(a.size - b.size) > size * 0.15) return false;
  const gap = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  if (gap >= size * 0.5 || gap <= -size * 0.6) return false;
  const letters = [...a.own, ...b.own];
  const isOneWay = a.left !== null && a.left === b.left;
  const fit = isOneWay ? letters.some((k) => isRightToLeft(chars.code(k))) : runsLeft(chars, letters);
  return fit && !apart(a.own[0] ?? 0, b.own[0] ?? 0);
}

function join(chars: PageChars, a: Segment, b: Segment): void {
  if (b.loose && b.x0 > a.x0 && b.x1 < a.x1) {
    // A letter within a word that was joined without it.
    insert(chars, a, b);
    return;
  }
  const [left, right] = b.x1 > a.x1 ? [a, b] : [b, a];
  const gap = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  const isLoose = left.ends[1] || right.ends[0];
  const isSpace = gap > a.size * (isLoose ? looseGap : 0.12);
  const blank = isSpace ? spaceNear(chars, [...a.own, ...b.own]) : null;
  const [first, second] = a.left === false && b.left === false ? [left, right] : [right, left];
  a.own = [...first.own, ...(blank === null ? [] : [blank]), ...second.own];
  a.ends = [left.ends[0], right.ends[1]];
  a.x0 = Math.min(a.x0, b.x0);
  a.x1 = Math.max(a.x1, b.x1);
  // The baseline is that of letters.
  if (a.loose) [a.base, a.loose] = [b.base, b.loose];
}

/** A space of the segment, else the nearest line end that PDFium made, as a space. */
export function spaceNear(chars: PageChars, own: readonly number[]): number | null {
  const blank = own.find((k) => chars.isBlank(k));
  if (blank !== undefined) return blank;
  return chars.blankNear(own[0] ?? 0);
}
