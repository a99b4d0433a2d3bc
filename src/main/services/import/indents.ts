import { isFinished, isFull, widestOf } from "./lines.ts";

/** Columns by which a line must be further in than another to count. */
const step = 2;

/**
 * Wrapped lines without blank ones between them as paragraphs: those whose first lines are further in, entries whose
 * further lines are, and terms with what is said of them below. A line begins a paragraph only where the one before it
 * ended a sentence or had room for its first word.
 */
export function paragraphsByIndent(lines: readonly string[]): readonly (readonly string[])[] {
  const columns = lines.map(columnOf);
  // There may be more lines than a function takes arguments.
  const base = columns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const deep = columns.map((column) => column - base >= step);
  const count = deep.filter(Boolean).length;
  if (count === 0) return [lines];
  const widest = widestOf(lines);
  const isHanging = count * 2 >= lines.length;
  const begins = (index: number): boolean => {
    const [before = "", line = ""] = lines.slice(index - 1, index + 1);
    // A word that goes on in the next line.
    if (/[\p{L}\p{N}][-–/\u2010]\s*$/u.test(before)) return false;
    const hasRoom = !isFull(before, line, widest);
    if (!isHanging) return deep[index] === true && deep[index - 1] === false && (hasRoom || isFinished(before));
    if (deep[index] === deep[index - 1]) return false;
    // What is said of a term does not carry its line on.
    const isTerm = before.trim().length * 2 < widest || !/^\s*[\p{Ll}(]/u.test(line);
    return deep[index] === true ? hasRoom && isTerm : hasRoom || isFinished(before);
  };
  const paragraphs: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || begins(index)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/** The column that a line's first word begins in; tab stops are eight apart. */
function columnOf(line: string): number {
  let column = 0;
  for (const char of line) {
    if (char === "\t") column += 8 - (column % 8);
    else if (/\s/.test(char)) column++;
    else break;
  }
  return column;
}
