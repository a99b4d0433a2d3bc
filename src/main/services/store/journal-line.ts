import { z } from "zod";
import { Change } from "../../../shared/change/change.ts";
import { LibraryId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import { format, newerVersion } from "./snapshot.ts";

/** A change with its place in the library's history, from 1. `undoes` is the number of the change it undoes. */
export type JournalEntry = Readonly<{ number: number; undoes: number | null; change: Change }>;

/** The first line of a journal segment. */
export const Header = z.strictObject({
  library: LibraryId,
  /** The number of its first change. */
  first: z.int().min(1),
  /** The machine that writes it. */
  host: z.string(),
  /**
   * Where it goes on: the segment before and how many bytes of that count. `dropsRest` when the writer knew that what
   * is after them was never acknowledged; else something there is a second line of history.
   */
  after: z.strictObject({ segment: z.string(), bytes: z.int().min(0), dropsRest: z.boolean() }).nullable(),
});
export type Header = Readonly<z.infer<typeof Header>>;

/**
 * A line is `{"sha256":"…",` and the rest, which the checksum covers whole. Give the rest of a JSON object without its
 * first brace.
 */
export function sealed(rest: string): string {
  return `{"sha256":"${digest(rest)}",${rest}\n`;
}

/** The rest of a sealed line, given without its newline; null when it is not whole. */
export function unsealed(line: string): string | null {
  const rest = line.slice(77);
  return line.startsWith('{"sha256":"') && line.slice(75, 77) === '",' && digest(rest) === line.slice(11, 75)
    ? rest
    : null;
}

/** An entry as its line, newline included; `parseEntry` reads it back. */
export function printEntry({ number, undoes, change }: JournalEntry): string {
  return sealed(`"number":${number},"undoes":${undoes},"change":${JSON.stringify(change)}}`);
}

/** The first line of a segment, newline included. */
export function printHeader(header: Header): string {
  return sealed(`"journal":${format},"header":${JSON.stringify(header)}}`);
}

/** The entry a line holds (without its newline), or null when the line is not whole. */
export function parseEntry(line: string): JournalEntry | null {
  const rest = unsealed(line);
  const [start, number, undoes] =
    rest === null ? [] : (/^"number":(\d+),"undoes":(\d+|null),"change":/.exec(rest) ?? []);
  if (rest === null || start === undefined) return null;
  const change = Change.safeParse(JSON.parse(rest.slice(start.length, -1)));
  if (!change.success) return null;
  return { number: Number(number), undoes: undoes === "null" ? null : Number(undoes), change: change.data };
}

/** The header a line holds, or null. Throws when a newer Stancemark wrote it. */
export function parseHeader(line: string): Header | null {
  const rest = unsealed(line);
  const [start, version] = rest === null ? [] : (/^"journal":(\d+),"header":/.exec(rest) ?? []);
  if (rest === null || start === undefined) return null;
  if (Number(version) > format) throw newerVersion();
  const header = Header.safeParse(JSON.parse(rest.slice(start.length, -1)));
  return header.success ? header.data : null;
}

/** The format in whose time a header was written, unchecked; null when the line does not look like a header. */
export function headerFormat(line: string): number | null {
  const number = /^\{"sha256":"[0-9a-f]{64}","journal":(\d{1,9}),/.exec(line.slice(0, 110))?.[1];
  return number === undefined ? null : Number(number);
}

/** The number a line claims, unchecked; null when it does not look like an entry. */
export function entryNumber(line: string): number | null {
  const number = /^\{"sha256":"[0-9a-f]{64}","number":(\d{1,15}),/.exec(line.slice(0, 110))?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * Whether bytes at the end of a file may be what a crash leaves of a line: its beginning, or blocks that were never
 * written and read as zeros.
 */
export function isBeginning(text: string): boolean {
  const start = text.replace(/\0+$/, "");
  return '{"sha256":"'.startsWith(start.slice(0, 11)) && !start.includes("\0");
}

/** Lines as text with the offset after each, and whether the last one had its newline. */
export function* journalLines(bytes: Buffer): Generator<Readonly<{ text: string; end: number; whole: boolean }>> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    yield { text: bytes.toString("utf8", start, newline < 0 ? end : newline), end, whole: newline >= 0 };
    start = end;
  }
}
