import type { Box } from "../../pdfium/module.ts";
import { artifact, type CharRun, PageChars, type TextTurn } from "../../pdfium/page-chars.ts";
import { type Frame, frameOfScan, fromFrame, moveInto } from "./frame.ts";
import { readable } from "./glyphs.ts";
import { type Line, linesOf } from "./lines.ts";
import { boundsOf, isProse, isWithin, type TurnedLines } from "./turned.ts";

/** Text whose angles differ by less, in degrees, is of one direction. */
const near = 1.5;
/** Larger letters than these, in points, are a watermark. */
const largest = 30;
/** How near to the middle of the page a watermark is, as a share of its sides, and how much larger than the text. */
const [middle, larger] = [0.15, 1.4];

/** Characters of one direction, by their places. */
type Direction = Readonly<{ angle: number; places: number[] }>;

/** What is askew on a page: each label for itself, prose together, and whether there is more that is not read. */
export type Askew = Readonly<{ lines: readonly TurnedLines[]; isMore: boolean }>;

/** A page made straight; `isMore` is true when there are words of other directions on it. */
export type Straightened = Readonly<{ chars: PageChars; frame: Frame; isMore: boolean }>;

/**
 * The characters of a page most of whose text is askew by one angle, such as the layer of words over a scan that was
 * not straight, made straight in the frame that is given with them. Null on other pages. There is room for `more`.
 */
export function straightened(chars: PageChars, visible: Box, more: number): Straightened | null {
  if (!hasAskew(chars)) return null;
  const all = directionsOf(chars);
  const [first] = all.toSorted((a, b) => b.places.length - a.places.length);
  if (first === undefined || first.places.length < chars.length / 2) return null;
  const frame = frameAt(visible, first.angle);
  const own = new Set(first.places);
  const isMore = chars.all().some((k) => !own.has(k) && !chars.isBlank(k) && chars.run(k).content !== artifact);
  return { chars: copyOf(chars, first, frame, more), frame, isMore };
}

/**
 * The lines of a page that run askew: names below the columns of a chart, labels along a curve, prose beside them.
 * What is an artifact or a watermark is no text; labels outside of the text are left out and said to be there.
 */
export function askewLines(chars: PageChars, main: Frame): Askew {
  if (!hasAskew(chars)) return { lines: [], isMore: false };
  const upright = chars.all().filter((k) => chars.run(k).turn === main.turn && !chars.isBlank(k));
  const body = boundsOf(chars, upright);
  const size = upright.map((k) => chars.run(k).size).sort((a, b) => a - b)[upright.length >> 1] ?? 0;
  let isMore = false;
  const lines = directionsOf(chars).flatMap((direction) => {
    const frame = frameAt(main.visible, direction.angle);
    const own = copyOf(chars, direction, frame, 0);
    moveInto(own, frame);
    const all = linesOf(own, readable(own, own.all()), new Map()).filter(
      (line) => !isWatermark(line, frame, size) && !isOverText(chars, lettersOf(line, direction), upright),
    );
    if (isProse(all)) return [{ frame, lines: all }];
    const kept = all.filter(({ box }) => isWithin(fromFrame(box, frame), body));
    if (kept.length < all.length) isMore = true;
    return kept.map((line) => ({ frame, lines: [line] }));
  });
  return { lines, isMore };
}

/** A look that costs nothing on most pages. */
function hasAskew(chars: PageChars): boolean {
  for (const { run, count } of chars.parts()) if (count > 0 && isAskew(run)) return true;
  return false;
}

function isAskew({ turn, content }: CharRun): boolean {
  return turn === null && content !== artifact;
}

/** The directions of what is askew; the angle of each is that of its first character. */
function directionsOf(chars: PageChars): Direction[] {
  const all: Direction[] = [];
  for (let k = 0; k < chars.length; k++) {
    const run = chars.run(k);
    if (!isAskew(run)) continue;
    const angle = run.angle ?? 0;
    const own = all.find((direction) => Math.abs(direction.angle - angle) < near);
    if (own === undefined) all.push({ angle, places: [k] });
    else own.places.push(k);
  }
  return all.filter(({ places }) => places.some((k) => !chars.isBlank(k)));
}

/** The frame in which text of an angle is straight. */
function frameAt(visible: Box, angle: number): Frame {
  const quarter = Math.round(angle / 90) * 90;
  return frameOfScan(visible, { turn: ((quarter + 360) % 360) as TextTurn, skew: quarter - angle });
}

/** Characters of one direction as if they were upright in its frame, each as wide as it is along its line. */
function copyOf(chars: PageChars, { places }: Direction, frame: Frame, more: number): PageChars {
  const own = new PageChars(places.length + more);
  for (const [n, place] of places.entries()) {
    if (n === 0 || !chars.together(places[n - 1] ?? -1, place))
      own.begin({ ...chars.run(place), turn: frame.turn, content: -1 });
    const k = own.add(chars.code(place), {
      generated: chars.isGenerated(place),
      hyphen: chars.isHyphen(place),
    });
    own.place(k, ...uprightBox(chars.box(place), chars.run(place), frame));
    own.setFoot(k, own.bottom(k));
  }
  return own;
}

/**
 * The box of a character, as wide and high as it is along its line, from the box around it as it is printed: PDFium's
 * are as high as the size of the letters before they are turned.
 */
function uprightBox([x0, y0, x1, y1]: Box, { size, angle = 0 }: CharRun, { turn }: Frame): Box {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  const width = Math.max(0, cos >= sin ? (x1 - x0 - size * sin) / cos : (y1 - y0 - size * cos) / sin);
  const [w, h] = turn === 90 || turn === 270 ? [size, width] : [width, size];
  return [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
}

/** The share of its letters that are over those of the text, and how many are, in words stamped across a page. */
const [leastOver, leastLettersOver] = [0.4, 4];
/** A longer line is none of a stamp or a watermark. */
const longest = 80;

/** Where the letters of a line are on their page. */
function lettersOf({ chars }: Line, { places }: Direction): number[] {
  const all = Array.from({ length: Math.min(chars.length, longest + 1) }, (_, i) => places[chars.place(i)] ?? -1);
  return all.filter((k) => k >= 0);
}

/** True for words that run across the upright text of a page, as “DRAFT” does: labels are beside it. */
function isOverText(chars: PageChars, letters: readonly number[], upright: readonly number[]): boolean {
  if (letters.length > longest) return false;
  const inked = letters.filter((k) => !chars.isBlank(k));
  const isOver = (k: number): boolean => {
    const [x, y] = [(chars.left(k) + chars.right(k)) / 2, (chars.bottom(k) + chars.top(k)) / 2];
    return upright.some((n) => chars.left(n) < x && chars.right(n) > x && chars.bottom(n) < y && chars.top(n) > y);
  };
  const over = inked.filter(isOver).length;
  return over >= Math.max(leastLettersOver, inked.length * leastOver);
}

/** Large letters, or those that run through the middle of the page and are larger than its text. */
function isWatermark({ size, box }: Line, { width, height }: Frame, text: number): boolean {
  if (size > largest) return true;
  const [x, y] = [(box[0] + box[2]) / 2 / width, (box[1] + box[3]) / 2 / height];
  return size > text * larger && Math.abs(x - 0.5) < middle && Math.abs(y - 0.5) < middle;
}
