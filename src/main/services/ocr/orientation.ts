import type { RawLine } from "./engine.ts";
import { cropGrey, type Grey, inkThreshold, type QuarterTurn, shrinkGrey, turnGrey } from "./grey.ts";

/** Reads a small part of a page. */
export type ReadSample = (picture: Grey) => Promise<readonly RawLine[]>;

/** Side of the part of a page that is looked at, in pixels at 200 dpi: some twenty lines of a book. */
const side = 704;
/** How much of it, across its lines, is read where they are seen to run one way: a few lines say enough. */
const thickness = 264;
/** A part that is read as surely as this, in words of letters, is not tried in the other directions. */
const sure = 80;
/** Of two directions of the same lines, the one that is read as surely as this, and so much more so, is right. */
const [likely, surer] = [40, 1.6];
const enoughLetters = 40;

/**
 * How far, clockwise, a picture must be turned for its text to be upright: the turn in which a part of it is read with
 * the most confidence. `first` is tried first; it is the answer where nothing can be read. Directions that its lines do
 * not run in are tried only where reading a few of the lines says too little.
 */
export async function orientationOf(picture: Grey, first: QuarterTurn, read: ReadSample): Promise<QuarterTurn> {
  const square = densestPart(picture, side, side);
  const lines = linesOf(square);
  const [opposite, right, left] = [180, 90, 270].map((turn) => (first + turn) % 360) as QuarterTurn[];
  if (opposite === undefined || right === undefined || left === undefined) return first;
  if (lines !== null) {
    const isAcross = lines === "across";
    const few = densestPart(square, isAcross ? side : thickness, isAcross ? thickness : side);
    const turns = isAcross === (first % 180 === 0) ? [first, opposite] : [right, left];
    const found = await bestTurn(few, turns, read);
    const isClear = found.confidence >= Math.max(likely, found.second * surer);
    if (isClear && found.letters >= enoughLetters) return found.turn;
  }
  return (await bestTurn(square, [first, right, left, opposite], read)).turn;
}

/** A turn and how it was read; `second` is the most confidence of the other turns that were tried. */
type Tried = Readonly<{ turn: QuarterTurn; confidence: number; letters: number; second: number }>;

/** The turn in which a part is read with the most confidence; the first where the others are only a little better. */
async function bestTurn(sample: Grey, turns: readonly QuarterTurn[], read: ReadSample): Promise<Tried> {
  const [first = 0] = turns;
  let best: Tried = { turn: first, confidence: 0, letters: 0, second: 0 };
  let most = 0;
  for (const turn of turns) {
    const { confidence, letters } = sureness(await read(turnGrey(sample, turn)));
    if (confidence >= sure && letters >= enoughLetters) return { turn, confidence, letters, second: 0 };
    // Few letters that happen to be read well say less than many.
    const score = confidence * Math.min(1, letters / enoughLetters);
    if (score > most * (best.turn === first ? 1.15 : 1)) {
      best = { turn, confidence, letters, second: Math.max(best.confidence, best.second) };
      most = score;
    } else best = { ...best, second: Math.max(confidence, best.second) };
  }
  return best;
}

/** The mean confidence of the words that have letters or figures, each weighed by their number. */
export function sureness(lines: readonly RawLine[]): { confidence: number; letters: number } {
  let [sum, letters] = [0, 0];
  for (const { words } of lines)
    for (const { text, confidence } of words) {
      const own = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      letters += own;
      sum += own * confidence;
    }
  return { confidence: letters === 0 ? 0 : sum / letters, letters };
}

/** Pixels of the picture that lines are looked for in, half as large; slices of it are so wide. */
const slice = 44;
/** A row with less than this share of the mean ink of its slice is a gap. */
const gapInk = 0.15;
/** Wider gaps are margins, or between columns of text. */
const widestGap = 30;
/** How much more of the gaps must be one way than the other, and what share of the rows they are at least. */
const [clearly, fewestGaps] = [2, 0.1];

/**
 * Which way the lines of text of a part run; null where that is not clear. Between lines there are gaps without ink.
 * Each slice is looked at by itself, so that skewed lines have gaps as well.
 */
export function linesOf(picture: Grey): "across" | "down" | null {
  const small = shrinkGrey(picture, 2);
  const threshold = inkThreshold(small);
  const [across, down] = [gapShare(small, threshold), gapShare(turnGrey(small, 90), threshold)];
  if (Math.max(across, down) < fewestGaps) return null;
  return across > clearly * down ? "across" : down > clearly * across ? "down" : null;
}

/** The share of rows in gaps among those between the first and the last with ink, in vertical slices. */
function gapShare({ width, height, pixels }: Grey, threshold: number): number {
  let [gaps, rows] = [0, 0];
  for (let left = 0; left + slice <= width; left += slice) {
    const counts = new Uint32Array(height);
    for (let y = 0; y < height; y++)
      for (let x = left; x < left + slice; x++)
        if ((pixels[y * width + x] ?? 255) <= threshold) counts[y] = (counts[y] ?? 0) + 1;
    const least = (gapInk * counts.reduce((sum, count) => sum + count, 0)) / height;
    let last = counts.findIndex((count) => count > least);
    for (let y = last + 1; last >= 0 && y < height; y++) {
      if ((counts[y] ?? 0) <= least) continue;
      const gap = y - last - 1;
      if (gap <= widestGap) {
        gaps += gap;
        rows += gap + 1;
      }
      last = y;
    }
  }
  return rows === 0 ? 0 : gaps / rows;
}

/** Pixels of a cell in which changes are counted; parts are whole numbers of cells. */
const cell = 88;

/**
 * The part of so many pixels with the most changes between ink and paper, which print has more of than pictures and
 * shadows.
 */
function densestPart(picture: Grey, width: number, height: number): Grey {
  if (picture.width <= width && picture.height <= height) return picture;
  const small = shrinkGrey(picture, 2);
  const threshold = inkThreshold(small);
  const [across, down] = [Math.ceil((small.width * 2) / cell), Math.ceil((small.height * 2) / cell)];
  const counts = new Float64Array(across * down);
  const isPaper = (position: number): boolean => (small.pixels[position] ?? 0) > threshold;
  for (let y = 1; y < small.height; y++)
    for (let x = 1; x < small.width; x++) {
      const position = y * small.width + x;
      const isHere = isPaper(position);
      // Strokes are straight for a while, across or down; dots of printed pictures change both ways at once.
      if ((isPaper(position - 1) === isHere) === (isPaper(position - small.width) === isHere)) continue;
      const index = Math.floor((2 * y) / cell) * across + Math.floor((2 * x) / cell);
      counts[index] = (counts[index] ?? 0) + 1;
    }
  const [wide, high] = [width / cell, height / cell];
  let [bestX, bestY, most] = [0, 0, -1];
  for (let row = 0; row <= Math.max(0, down - high); row++)
    for (let column = 0; column <= Math.max(0, across - wide); column++) {
      let sum = 0;
      for (let y = row; y < Math.min(down, row + high); y++)
        for (let x = column; x < Math.min(across, column + wide); x++) sum += counts[y * across + x] ?? 0;
      if (sum > most) [bestX, bestY, most] = [column, row, sum];
    }
  return cropGrey(picture, bestX * cell, bestY * cell, width, height);
}
