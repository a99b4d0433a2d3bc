import type { RecognisedLine, RecognisedPage, RecognisedWord } from "../../../shared/model/recognised.ts";
import { type RawLine, readLines } from "./engine.ts";
import { type Grey, type QuarterTurn, rotateGrey, turnGrey, whitened } from "./grey.ts";
import type { LanguageFile } from "./language-files.ts";
import { orientationOf, sureness } from "./orientation.ts";
import { skewOf } from "./skew.ts";

/** Smaller skew than this, in degrees, is within what Tesseract reads as well. */
const leastSkew = 0.15;
/** Words that the engine is less sure of are smudges and drawings. */
const leastConfidence = 0;
/** From the lowest to the highest letters of a line, as a share of the size of its type. */
const rowShare = 0.92;

/**
 * Recognise the words of a page's picture. `dpi` is its resolution, `turn` how far clockwise it is most likely to be
 * turned for its text to be upright.
 */
export async function recognise(
  scanned: Grey,
  languages: readonly LanguageFile[],
  { dpi, turn: likely, page }: Readonly<{ dpi: number; turn: QuarterTurn; page: number }>,
): Promise<RecognisedPage> {
  const picture = whitened(scanned);
  const turn = await orientationOf(picture, likely, (sample) =>
    readLines(sample, languages, { dpi, mode: "singleBlock" }),
  );
  const upright = turnGrey(picture, turn);
  const found = skewOf(upright);
  const skew = Math.abs(found) < leastSkew ? 0 : found;
  const straight = rotateGrey(upright, -skew);
  const raw = await readLines(straight, languages, { dpi });
  const lines = levelled(raw.flatMap((line) => lineOf(line, straight.height, 72 / dpi) ?? []));
  return {
    page,
    languages: languages.map(({ code }) => code),
    confidence: Math.round(sureness(raw).confidence),
    turn,
    skew,
    lines,
  };
}

/** A line in points from the lower left corner; null where nothing of it is a word. */
function lineOf(line: RawLine, height: number, scale: number): RecognisedLine | null {
  const words = line.words.flatMap((word) => wordOf(word, scale) ?? []);
  if (words.length === 0) return null;
  const { baseline, rowAttributes } = line;
  const size = Math.min(2000, Math.max(1, rounded((rowAttributes.rowHeight * scale) / rowShare)));
  return { size, base: rounded((height - (baseline.y0 + baseline.y1) / 2) * scale), words };
}

function wordOf(
  { text, confidence, bbox, symbols = [] }: RawLine["words"][number],
  scale: number,
): RecognisedWord | null {
  const trimmed = text.trim();
  if (trimmed === "" || confidence < leastConfidence) return null;
  const [left, right] = [rounded(bbox.x0 * scale), rounded(bbox.x1 * scale)];
  const word = { text: trimmed, confidence: Math.round(Math.max(0, confidence)), left, right };
  const letters = [...trimmed];
  if (letters.length < 2 || symbols.map((symbol) => symbol.text).join("") !== trimmed) return word;
  const boxes = symbols.map((symbol) => symbol.bbox).sort((a, b) => a.x0 - b.x0);
  if (boxes.length !== letters.length) return word;
  const cuts = boxes.slice(1).map((box, n) => rounded((((boxes[n]?.x1 ?? box.x0) + box.x0) / 2) * scale));
  return { ...word, cuts };
}

/** Sizes that differ from the page's usual one by less than the engine can measure are that size. */
function levelled(lines: readonly RecognisedLine[]): RecognisedLine[] {
  const sizes = lines.flatMap(({ size, words }) => words.map(() => size)).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 10;
  return lines.map((line) => (Math.abs(line.size - usual) < usual * 0.12 ? { ...line, size: usual } : line));
}

function rounded(value: number): number {
  return Math.round(value * 20) / 20;
}
