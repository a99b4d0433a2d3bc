import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** What a spreadsheet runs: a sign of a formula, behind blanks and apostrophes too, in the wide forms that some programs fold. */
const formula = /^(?:[\s']*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]|'*[\t\r])/;

type Cell = string | number | null | undefined;

/**
 * A table as CSV (RFC 4180), with a byte order mark for spreadsheets when asked. Words that a spreadsheet would run get an
 * apostrophe in front (OWASP, CSV injection), which `readCsv` takes away again; numbers stay numbers.
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

/** The rows of a CSV with a head line, by column. Throws an `Error` when it is none. */
export function readCsv(text: string): Record<string, string>[] {
  return parse(text, {
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
    bom: true,
    cast: unescapeCell,
  }) as Record<string, string>[];
}

/** A cell as it is written: with an apostrophe in front where a spreadsheet would run it. */
export function escapeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A cell as it was before `escapeCell`. Files of other programs are read so too. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
