import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/**
 * What a spreadsheet runs: a sign of a formula, after blanks and apostrophes too, in the wide forms that some programs
 * fold.
 */
const formula = /^(?:[\s']*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]|'*[\t\r])/;

type Cell = string | number | null | undefined;

/**
 * A table as CSV (RFC 4180), with a byte order mark for spreadsheets when asked. Words that a spreadsheet would run get
 * an apostrophe in front (OWASP, CSV injection), which `readCsv` takes away again; numbers stay numbers.
 */
export function writeCsv(
  rows: readonly Readonly<Record<string, Cell>>[] | readonly (readonly Cell[])[],
  { columns, mark = false }: { columns?: readonly string[]; mark?: boolean } = {},
): string {
  return stringify([...rows], {
    ...(columns === undefined ? {} : { header: true, columns: [...columns] }),
    bom: mark,
    cast: { string: escapeCell },
  });
}

/**
 * The rows of a CSV with a head line, by column. Comma, semicolon and tab are told apart by the head line; a first line
 * `sep=;`, as spreadsheets write it, says so itself. Throws an `Error` when it is no CSV.
 */
export function readCsv(text: string): Record<string, string>[] {
  return readNumberedCsv(text).rows;
}

/**
 * The same with the number of each row as spreadsheets show it: the head is row 1, empty rows count, a row with line
 * ends in a cell is one row, and a `sep=` line is none.
 */
export function readNumberedCsv(text: string): { rows: Record<string, string>[]; numbers: number[] } {
  const { separator, table } = separated(text.replace(/^\ufeff/, ""));
  const parsed = parse(table, {
    columns: true,
    delimiter: separator,
    skip_empty_lines: true,
    relax_column_count: true,
    cast: unescapeCell,
    info: true,
  }) as unknown as readonly Readonly<{
    record: Record<string, string>;
    info: Readonly<{ records: number; empty_lines: number }>;
  }>[];
  return {
    rows: parsed.map(({ record }) => record),
    numbers: parsed.map(({ info }) => 1 + info.records + info.empty_lines),
  };
}

const separators = [",", ";", "\t"] as const;

function separated(text: string): Readonly<{ separator: string; table: string }> {
  const [line = "", named] = /^sep=(.)\r?(?:\n|$)/i.exec(text) ?? [];
  if (named !== undefined) return { separator: named, table: text.slice(line.length) };
  const head = headLine(text);
  const counts = separators.map((separator) => head.split(separator).length);
  return { separator: separators[counts.indexOf(Math.max(...counts))] ?? ",", table: text };
}

/** The first line that is not empty, without what is in quotes. */
function headLine(text: string): string {
  let quoted = false;
  let head = "";
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && /[\r\n]/.test(sign)) {
      if (head.trim() !== "") return head;
      head = "";
    } else if (!quoted) head += sign;
  }
  return head;
}

/** A cell as it is written: with an apostrophe in front where a spreadsheet would run it. */
export function escapeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A cell as it was before `escapeCell`. Files of other programs are read so too. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
