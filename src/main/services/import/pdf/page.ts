import type { RecognisedPage } from "../../../../shared/model/recognised.ts";
import type { PdfAnnotation } from "../../pdfium/annotations.ts";
import type { PdfLink } from "../../pdfium/links.ts";
import type { Box } from "../../pdfium/module.ts";
import { artifact, isSpace, type PageChars, type TextTurn } from "../../pdfium/page-chars.ts";
import type { PdfPage } from "../../pdfium/reader.ts";
import { askewLines, straightened } from "./askew.ts";
import { withoutClusterSpaces } from "./cluster-spaces.ts";
import { withoutCoveredSpaces } from "./covered-spaces.ts";
import { withDrawnBullets } from "./drawn-bullets.ts";
import { withDropCaps } from "./drop-caps.ts";
import { withoutFalseArtifacts } from "./false-artifacts.ts";
import { withoutFigureSpaces } from "./figure-spaces.ts";
import { type Frame, frameOf, frameOfColumns, frameOfScan, isUpright, moveInto, toFrame } from "./frame.ts";
import { readable } from "./glyphs.ts";
import { withIndicOrder } from "./indic-order.ts";
import { type Fault, faultOf } from "./legible.ts";
import { nameLigatures } from "./ligature-names.ts";
import { withoutLigatureSpaces } from "./ligature-spaces.ts";
import { type Line, linesOf } from "./lines.ts";
import { withNestedLetters } from "./nested-letters.ts";
import { withoutOverprintedSpaces } from "./overprinted-spaces.ts";
import { withoutTwice } from "./printed-twice.ts";
import { withRaisedVowels } from "./raised-vowels.ts";
import { recognisedChars } from "./recognised-chars.ts";
import { nameSymbols } from "./symbols.ts";
import { withThaiMarks } from "./thai-marks.ts";
import { cutsWords, joinTornFigures } from "./torn-figures.ts";
import { type TurnedLines, turnedLines } from "./turned.ts";
import { withoutTwins } from "./twins.ts";
import { downOrder, runsDown } from "./vertical.ts";

/** A page as it is read: all boxes but those of annotations are in its frame. */
export type ReadPage = {
  readonly index: number;
  readonly frame: Frame;
  readonly rotation: PdfPage["rotation"];
  readonly label: string;
  readonly links: readonly PdfLink[];
  readonly annotations: readonly PdfAnnotation[];
  /** True when something was to be read on it at all, be it furniture. */
  readonly hasText: boolean;
  /** Why its words are not what is printed, if they are not. */
  readonly fault: Fault | null;
  /** True when some glyphs have codes of no character: what they show is left out. */
  readonly hasUnnamed: boolean;
  lines: Line[];
  /** Lines of boxes of text that somebody has put on the page. */
  readonly boxLines: readonly Line[];
  /** Lines that run another way than most of the page, each way in a frame of its own. */
  readonly turned: readonly TurnedLines[];
  /** Lines that are askew, each label and all prose of one angle in a frame of its own. */
  askew: readonly TurnedLines[];
  /** True when words that are askew are not read. */
  readonly isAskewLeft: boolean;
  /** Rules: boxes without a height or without a width. */
  readonly rules: readonly Box[];
};

/** Read a page's lines. Text that is not to be seen in print, since it is cut off, is left out. */
export function readPage(page: PdfPage, index: number): ReadPage {
  nameSymbols(page.chars);
  nameLigatures(page.chars);
  const isCut = cutsWords(page.chars, page.tags);
  const isFollowed = page.tags.size > 0 && !isCut;
  if (isFollowed) joinTornFigures(page.chars);
  const straight = straightened(page.chars, page.visible, page.drawing.shapes.length * 2);
  const chars = straight?.chars ?? page.chars;
  const upright = straight?.frame ?? frameOf(page.visible, turnsOf(chars));
  const isDown = runsDown(chars, upright.turn);
  const frame = isDown ? frameOfColumns(page.visible) : upright;
  const tags = isFollowed && straight === null && isTagged(page) && !isDown ? page.tags : new Map();
  const turned = isDown ? [] : turnedLines(chars, frame);
  const askew =
    straight === null && !isDown ? askewLines(chars, frame) : { lines: [], isMore: straight?.isMore ?? false };
  const shapes = page.drawing.shapes.map((shape) => toFrame(shape, frame));
  const seen = isDown ? columnsIn(chars, frame) : withDrawnBullets(chars, once(chars, seenIn(chars, frame)), shapes);
  return {
    index,
    frame,
    rotation: page.rotation,
    label: page.label,
    links: page.links.map((link) => ({ ...link, box: toFrame(link.box, frame) })),
    annotations: page.annotations,
    hasText: someInk(page.chars, page.ownChars),
    fault: faultOf(chars, seen),
    hasUnnamed: hasUnnamed(chars),
    boxLines: boxLinesOf(page.boxes, frame),
    turned,
    askew: askew.lines,
    isAskewLeft: askew.isMore,
    rules: tags.size > 0 ? [] : page.drawing.rules.map((rule) => toFrame(rule, frame)),
    lines: withDropCaps(
      withoutTwins(withoutFalseArtifacts(linesOf(chars, readable(chars, seen), tags), frame.height, !isCut)),
    ),
  };
}

/** Read a page's lines from the words that were recognised in its picture, instead of those that the file has. */
export function readScan(page: PdfPage, index: number, scan: RecognisedPage): ReadPage {
  const chars = recognisedChars(scan);
  const frame = frameOfScan(page.visible, scan);
  const order = Array.from({ length: chars.length }, (_, k) => k);
  return {
    index,
    frame,
    rotation: page.rotation,
    label: page.label,
    links: page.links.map((link) => ({ ...link, box: toFrame(link.box, frame) })),
    annotations: page.annotations,
    hasText: someInk(chars, chars.length),
    fault: null,
    hasUnnamed: false,
    boxLines: [],
    turned: [],
    askew: [],
    isAskewLeft: false,
    rules: [],
    lines: linesOf(chars, readable(chars, order), new Map()),
  };
}

function hasUnnamed(chars: PageChars): boolean {
  for (let k = 0; k < chars.length; k++) if (isUnnamed(chars, k)) return true;
  return false;
}

/** A code of no character (up to U+001F) that leaves ink; U+0002 is PDFium's own for a hyphen at a line end. */
function isUnnamed(chars: PageChars, k: number): boolean {
  const code = chars.code(k);
  return (
    code > 0 && code !== 2 && code < 32 && !isSpace(code) && !chars.isGenerated(k) && chars.right(k) > chars.left(k)
  );
}

/** How many characters are upright when the page is turned so. */
function turnsOf(chars: PageChars): Readonly<Record<TextTurn, number>> {
  const votes = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const { run, count } of chars.parts()) if (run.turn !== null) votes[run.turn] += count;
  return votes;
}

/** Each letter and each space once that is to be seen, the signs of other scripts than Latin ones in their order. */
function once(chars: PageChars, seen: readonly number[]): readonly number[] {
  const hasSigns = seen.some((k) => isOfSigns(chars.code(k)));
  const whole = hasSigns ? withRaisedVowels(chars, withNestedLetters(chars, withThaiMarks(chars, seen))) : seen;
  const own = withoutCoveredSpaces(chars, withoutClusterSpaces(chars, withoutLigatureSpaces(chars, whole)));
  const ordered = hasSigns ? withIndicOrder(chars, own) : own;
  return withoutTwice(chars, withoutFigureSpaces(chars, withoutOverprintedSpaces(chars, ordered)));
}

/** Of a script that has signs over and under its letters: Hebrew to Lao, and marks of Thai in the private use area. */
function isOfSigns(code: number): boolean {
  return code >= 0x590 && (code < 0xf00 || (code >= 0xf700 && code <= 0xfefc));
}

/** The lines of boxes of text, where they are upright on the page. */
function boxLinesOf(boxes: PageChars, frame: Frame): Line[] {
  return boxes.length === 0 ? [] : linesOf(boxes, readable(boxes, seenIn(boxes, frame)), new Map());
}

/** True when one of the first `count` characters is to be seen. */
function someInk(chars: PageChars, count: number): boolean {
  for (let k = 0; k < count; k++) if (!isSpace(chars.code(k))) return true;
  return false;
}

/**
 * Characters that are to be seen, and the ends of lines that begin on the page: the words that OCR lays under a picture
 * may be wider than those of the print. The boxes of all are moved into the frame.
 */
function seenIn(chars: PageChars, frame: Frame): number[] {
  if (!isUpright(frame)) moveInto(chars, frame);
  const all = chars.all();
  const unseen = all.findIndex((k) => !isSeen(chars, k, frame));
  if (unseen < 0) return all;
  const seen = all.slice(0, unseen);
  for (let k = unseen; k < chars.length; k++)
    if (isSeen(chars, k, frame) || (isTurnedAs(chars, k, frame) && goesOnLine(chars, seen.at(-1), k, frame)))
      seen.push(k);
  return seen;
}

function isSeen(chars: PageChars, k: number, frame: Frame): boolean {
  return chars.isGenerated(k) || (isTurnedAs(chars, k, frame) && isInside(chars, k, frame));
}

/** A space has no turn of its own. */
function isTurnedAs(chars: PageChars, k: number, frame: Frame): boolean {
  return chars.run(k).turn === frame.turn || isSpace(chars.code(k));
}

/** All that is to be seen of a page set from top to bottom, in the order of its columns. */
function columnsIn(chars: PageChars, frame: Frame): number[] {
  moveInto(chars, frame);
  const inked = Array.from({ length: chars.length }, (_, k) => k).filter((k) => !chars.isBlank(k));
  return downOrder(
    chars,
    inked.filter((k) => isInside(chars, k, frame)),
    frame.width,
  );
}

/** True when most of a page's text has a block; else its tags say too little to be followed. */
function isTagged({ chars, tags }: PdfPage): boolean {
  let [own, tagged] = [0, 0];
  for (const { run, count } of chars.parts()) {
    if (run.content === artifact) continue;
    own += count;
    if (tags.has(run.content)) tagged += count;
  }
  return tagged > own * 0.6;
}

/** How far beyond the page a line may end whose words are wider than those of the print: a share of its width. */
const farthest = 0.1;

/**
 * True for a letter beyond the page's right edge that goes on with the line before it, no farther from it than words
 * are. What is cut off by the edge is lines of its own.
 */
function goesOnLine(chars: PageChars, last: number | undefined, k: number, { width, height }: Frame): boolean {
  if (last === undefined || last < k - 2 || chars.isBlank(k)) return false;
  const before = chars.isGenerated(last) || chars.isBlank(last) ? last - 1 : last;
  if (before < 0 || chars.isBlank(before)) return false;
  const { size } = chars.run(k);
  const gap = chars.left(k) - chars.right(before);
  const isOnLine = Math.abs(chars.bottom(k) - chars.bottom(before)) < size * 0.3 && chars.bottom(k) > 0;
  return (
    isOnLine && gap > -size * 0.1 && gap < size * 0.5 && chars.top(k) < height && chars.left(k) < width * (1 + farthest)
  );
}

function isInside(chars: PageChars, k: number, { width, height }: Frame): boolean {
  const x = (chars.left(k) + chars.right(k)) / 2;
  const y = (chars.bottom(k) + chars.top(k)) / 2;
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
