import type { RawLine } from "./engine.ts";
import { cropGrey, type Grey, inkThreshold, type QuarterTurn, shrinkGrey, turnGrey } from "./grey.ts";

/** Reads a small part of a page. */
export type ReadSample = (picture: Grey) => Promise<readonly RawLine[]>;

/** Side of the part that is read in each direction, in pixels at 200 dpi: some ten lines of a book. */
const side = 700;
/** A part that is read as surely as this, in words of letters, is not tried in the other directions. */
const sure = 80;
const enoughLetters = 40;

/**
 * How far, clockwise, a picture must be turned for its text to be upright: the turn in which a part of it is read with
 * the most confidence. `first` is tried first; it is the answer where nothing can be read.
 */
export async function orientationOf(picture: Grey, first: QuarterTurn, read: ReadSample): Promise<QuarterTurn> {
  const sample = densestPart(picture);
  const turns = [first, (first + 90) % 360, (first + 270) % 360, (first + 180) % 360] as QuarterTurn[];
  let [best, most] = [first, 0];
  for (const turn of turns) {
    const { confidence, letters } = sureness(await read(turnGrey(sample, turn)));
    if (confidence >= sure && letters >= enoughLetters) return turn;
    // Few letters that happen to be read well say less than many.
    const score = confidence * Math.min(1, letters / enoughLetters);
    if (score > most * (best === first ? 1.15 : 1)) [best, most] = [turn, score];
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

/** The square with the most changes between ink and paper, which print has more of than pictures and shadows. */
function densestPart(picture: Grey): Grey {
  if (picture.width <= side && picture.height <= side) return picture;
  const factor = 8;
  const small = shrinkGrey(picture, 2);
  const threshold = inkThreshold(small);
  const cell = (side / factor) * 0.5;
  const [across, down] = [Math.ceil(small.width / cell), Math.ceil(small.height / cell)];
  const counts = new Float64Array(across * down);
  for (let y = 0; y < small.height; y++)
    for (let x = 1; x < small.width; x++) {
      const position = y * small.width + x;
      if ((small.pixels[position] ?? 0) > threshold === (small.pixels[position - 1] ?? 0) > threshold) continue;
      const index = Math.floor(y / cell) * across + Math.floor(x / cell);
      counts[index] = (counts[index] ?? 0) + 1;
    }
  const reach = factor;
  let [bestX, bestY, most] = [0, 0, -1];
  for (let row = 0; row <= Math.max(0, down - reach); row++)
    for (let column = 0; column <= Math.max(0, across - reach); column++) {
      let sum = 0;
      for (let y = row; y < Math.min(down, row + reach); y++)
        for (let x = column; x < Math.min(across, column + reach); x++) sum += counts[y * across + x] ?? 0;
      if (sum > most) [bestX, bestY, most] = [column, row, sum];
    }
  return cropGrey(picture, bestX * cell * 2, bestY * cell * 2, side, side);
}
