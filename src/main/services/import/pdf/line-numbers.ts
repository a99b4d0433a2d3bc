import { isSpace } from "../../pdfium/page-chars.ts";
import { type Line, textOf } from "./lines.ts";

/** Fewer numbers in a margin than this are no line numbers. */
const fewest = 6;

type Candidate = Readonly<{
  line: Line;
  value: number;
  digits: number;
  x0: number;
  x1: number;
  rest: number;
  y: number;
}>;

/**
 * Lines without the line numbers of legal and draft papers: numbers that count up down one margin, outside of all text.
 */
export function withoutLineNumbers(lines: readonly Line[]): Line[] {
  const found = numbersOf(lines);
  if (found.length < fewest) return [...lines];
  const numbers = new Map(found.map((number) => [number.line, number]));
  return lines.flatMap((line) => {
    const number = numbers.get(line);
    if (number === undefined) return [line];
    return number.rest === Infinity ? [] : [withoutStart(line, number.digits)];
  });
}

function numbersOf(lines: readonly Line[]): Candidate[] {
  const all = lines.flatMap((line) => candidateOf(line) ?? []);
  if (all.length < fewest) return [];
  const edge = Math.min(...all.map((number) => number.x1));
  const column = all.filter((number) => Math.abs(number.x1 - edge) < 3 || Math.abs(number.x0 - (all[0]?.x0 ?? 0)) < 3);
  const counted = countedUp(column.toSorted((a, b) => b.y - a.y));
  const numbered = new Set(counted.map((number) => number.line));
  const text = Math.min(
    ...counted.map((number) => number.rest),
    ...lines.filter((line) => !numbered.has(line)).map((line) => line.box[0]),
  );
  const rightmost = Math.max(...counted.map((number) => number.x1));
  // Nothing else may reach into the margin, and the numbers must run down most of the page.
  if (counted.length < fewest || text < rightmost + 2) return [];
  if (isTable(counted, lines)) return [];
  const step = (counted[1]?.value ?? 0) - (counted[0]?.value ?? 0);
  return counted.length * step >= rowsOf(lines) * 0.6 ? counted : [];
}

/** The pieces of a row that are shorter than this, on average, are cells. */
const cellLength = 20;

/** True where most numbers stand before the cells of a table, whose rows they count. */
function isTable(counted: readonly Candidate[], lines: readonly Line[]): boolean {
  const isRow = (number: Candidate): boolean => {
    const beside = lines.filter(
      (line) => line !== number.line && Math.abs(line.base - number.line.base) < line.size * 0.3,
    );
    return beside.length >= 2 && beside.reduce((sum, { chars }) => sum + chars.length, 0) < cellLength * beside.length;
  };
  return counted.filter(isRow).length > counted.length / 2;
}

/** The longest stretch in which each number is one step more than the one above it. */
function countedUp(column: readonly Candidate[]): Candidate[] {
  let best: Candidate[] = [];
  let run: Candidate[] = [];
  for (const number of column) {
    const [last, before] = [run.at(-1), run.at(-2)];
    const step = last === undefined || before === undefined ? null : last.value - before.value;
    const fits =
      last === undefined ||
      (step === null
        ? number.value > last.value && number.value - last.value <= 5
        : number.value - last.value === step);
    run = fits ? [...run, number] : [number];
    if (run.length > best.length) best = run;
  }
  return best;
}

function candidateOf(line: Line): Candidate | null {
  const number = /^(\d{1,4})(\s+|$)/.exec(textOf(line));
  if (number?.[1] === undefined) return null;
  const digits = number[1].length;
  const { chars } = line;
  const next = number[0].length;
  const x1 = chars.right(digits - 1);
  const rest = next < chars.length ? chars.left(next) : Infinity;
  if (rest - x1 < line.size * 0.5) return null;
  return { line, value: Number(number[1]), digits, x0: line.box[0], x1, rest, y: line.box[1] };
}

function withoutStart(line: Line, digits: number): Line {
  const start = line.chars.findIndex((index) => index >= digits && !isSpace(line.chars.code(index)));
  const chars = line.chars.slice(start);
  const box = [chars.left(0), line.box[1], line.box[2], line.box[3]] as const;
  const notes = line.notes.map((note) => ({ ...note, at: note.at - start }));
  return { ...line, chars, text: chars.text(), box, notes };
}

/** How many rows of print there are, whatever is side by side. */
function rowsOf(lines: readonly Line[]): number {
  const feet = lines.map((line) => line.box[1]).sort((a, b) => a - b);
  return feet.filter((foot, index) => index === 0 || foot - (feet[index - 1] ?? 0) > 3).length;
}
