import { z } from "zod";
import { Change } from "../../../shared/change/change.ts";
import { Edit } from "../../../shared/change/edit.ts";
import { LibraryId } from "../../../shared/model/ids.ts";
import { storedRecord } from "../../../shared/model/stored-record.ts";
import { digest, digestSlowly } from "../files/digest.ts";
import { valueAt, walkJson } from "../files/json-walk.ts";
import type { Pause } from "../files/pause.ts";
import { newerVersion } from "./snapshot.ts";
import { Sha256 } from "./statement.ts";

/**
 * The version of the journal. Since version 4 each line names the checksum of the line before it, so that a line which
 * is lost, repeated, moved or from elsewhere is recognised. Lines of earlier versions stay as they are.
 */
export const journalVersion = 4;

/** A change with its place in the library's history, from 1. `undoes` is the number of the change it undoes. */
export type JournalEntry = Readonly<{ number: number; undoes: number | null; change: Change }>;

/** A file of the journal from before version 4, with the size and checksum of what counts of it. */
const OlderSegment = storedRecord({ segment: z.string(), bytes: z.int().min(0), sha256: Sha256 });
export type OlderSegment = Readonly<z.infer<typeof OlderSegment>>;

/** The first line of a journal segment. */
export const Header = storedRecord({
  library: LibraryId,
  /** The number of its first change. */
  first: z.int().min(1),
  /** The machine that writes it. */
  host: z.string(),
  /**
   * Which history of the library it belongs to: the library's own identifier at first, another after each repair. Left
   * out before version 4.
   */
  history: z.uuid().optional(),
  /**
   * Where it goes on: the segment before and how many bytes of that count. `dropsRest` when the writer knew that what
   * is after them was never acknowledged; else something there is a second line of history.
   */
  after: storedRecord({
    segment: z.string(),
    bytes: z.int().min(0),
    dropsRest: z.boolean(),
    /** The checksum of the last line that counts there. Left out before version 4. */
    sha256: Sha256.optional(),
  }).nullable(),
  /**
   * In the first segment of a history that took the place of a damaged library: the folder in `damaged` with its files.
   */
  replaced: z
    .string()
    .regex(/^\d{4}-[\w.-]+$/)
    .optional(),
  /** In the first segment of version 4: all segments before it, whose lines do not name one another. */
  older: z.array(OlderSegment).optional(),
});
export type Header = Readonly<z.infer<typeof Header>>;

/** An entry with the checksum of its line, and of the line before it; `after` is null before version 4. */
export type ChainedEntry = JournalEntry & Readonly<{ sha256: string; after: string | null }>;

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

/** An entry as its line after the line with the given checksum, newline included; `parseEntry` reads it back. */
export function printEntry({ number, undoes, change }: JournalEntry, after: string): string {
  return sealed(`"after":"${after}","number":${number},"undoes":${undoes},"change":${JSON.stringify(change)}}`);
}

/** The first line of a segment, newline included. */
export function printHeader(header: Header): string {
  return sealed(`"journal":${journalVersion},"header":${JSON.stringify(header)}}`);
}

/** A segment with all its lines, each naming the one before. */
export function printSegment(header: Header, entries: readonly JournalEntry[]): { text: Buffer; sha256: string } {
  const lines = [printHeader(header)];
  let sha256 = claimedSeal(lines[0] ?? "") ?? "";
  for (const entry of entries) {
    const line = printEntry(entry, sha256);
    sha256 = claimedSeal(line) ?? "";
    lines.push(line);
  }
  return { text: Buffer.from(lines.join("")), sha256 };
}

/** The checksum that a line claims to have, unchecked; null when it does not look like a sealed line. */
export function claimedSeal(line: string): string | null {
  return /^\{"sha256":"([0-9a-f]{64})",/.exec(line.slice(0, 77))?.[1] ?? null;
}

/** The entry a line holds (without its newline), or null when the line is not whole. */
export function parseEntry(line: string): ChainedEntry | null {
  const rest = unsealed(line);
  const head = rest === null ? null : headIn(line, rest);
  if (rest === null || head === null) return null;
  const change = Change.safeParse(parseJson(rest.slice(head.length, -1))).data;
  return change === undefined ? null : { ...head.entry, change };
}

/** A line of more bytes than this is read piece by piece where other work goes on. */
export const longLine = 10_000;
/** Longer than what a line says before its change. */
const headBytes = 300;
const openBracket = 91;

/** As `parseEntry`, of a line's bytes and with pauses: a change may have hundreds of thousands of edits. */
export async function parseEntrySlowly(line: Buffer, pause: Pause): Promise<ChainedEntry | null> {
  const text = line.toString("latin1", 0, headBytes);
  const isSealed = text.startsWith('{"sha256":"') && text.slice(75, 77) === '",';
  if (!isSealed || (await digestSlowly(line.subarray(77), pause)) !== text.slice(11, 75)) return null;
  const head = headIn(text, text.slice(77));
  if (head === null) return null;
  const body = line.subarray(77 + head.length, -1);
  const edits: Edit[] = [];
  const rest: Record<string, unknown> = {};
  try {
    const bodyEnd = await walkJson(body, 0, async (key, from) => {
      if (key === "edits" && body[from] === openBracket)
        return walkJson(body, from, async (_index, index) => {
          await pause();
          const [edit, end] = valueAt(body, index);
          edits.push(Edit.parse(edit));
          return end;
        });
      const [value, end] = valueAt(body, from);
      rest[key] = value;
      return end;
    });
    if (bodyEnd !== body.length) return null;
    return { ...head.entry, change: { ...Change.parse({ ...rest, edits: edits.slice(0, 1) }), edits } };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/**
 * What a line says besides its change, and how long that is in the rest which its checksum covers; null when it is no
 * entry.
 */
function headIn(line: string, rest: string): { entry: Omit<ChainedEntry, "change">; length: number } | null {
  const [start, after, number, undoes] =
    /^(?:"after":"([0-9a-f]{64})",)?"number":(\d+),"undoes":(\d+|null),"change":/.exec(rest) ?? [];
  if (start === undefined) return null;
  const entry = {
    number: Number(number),
    undoes: undoes === "null" ? null : Number(undoes),
    sha256: line.slice(11, 75),
    after: after ?? null,
  };
  return { entry, length: start.length };
}

/** The header a line holds, or null. Throws when a newer Stancemark wrote it. */
export function parseHeader(line: string): Header | null {
  const rest = unsealed(line);
  const [start, version] = rest === null ? [] : (/^"journal":(\d+),"header":/.exec(rest) ?? []);
  if (rest === null || start === undefined) return null;
  if (Number(version) > journalVersion) throw newerVersion();
  const header = Header.safeParse(parseJson(rest.slice(start.length, -1)));
  return header.success ? header.data : null;
}

/** A value of JSON; undefined when the text is none, whatever its checksum. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The version of the journal in which a header was written, unchecked; null when the line does not look like a header.
 */
export function headerVersion(line: string): number | null {
  const number = /^\{"sha256":"[0-9a-f]{64}","journal":(\d{1,9}),/.exec(line.slice(0, 110))?.[1];
  return number === undefined ? null : Number(number);
}

/** What a line claims to be, unchecked: its number, its checksum and that of the line before. */
export type LineHead = Readonly<{ number: number; sha256: string; after: string | null }>;

/** What a line claims to be, unchecked; null when it does not look like an entry. */
export function lineHead(line: string): LineHead | null {
  const [, sha256, after, number] =
    /^\{"sha256":"([0-9a-f]{64})",(?:"after":"([0-9a-f]{64})",)?"number":(\d{1,15}),/.exec(line.slice(0, 190)) ?? [];
  return sha256 === undefined ? null : { number: Number(number), sha256, after: after ?? null };
}

/** The number a line claims, unchecked; null when it does not look like an entry. */
export function entryNumber(line: string): number | null {
  return lineHead(line)?.number ?? null;
}

/**
 * Whether bytes at the end of a file may be what a crash leaves of a line: its beginning, or blocks that were never
 * written and read as zeros.
 */
export function isBeginning(text: string): boolean {
  const start = text.replace(/\0+$/, "");
  return '{"sha256":"'.startsWith(start.slice(0, 11)) && !start.includes("\0");
}

/** A line without its newline, the offset after it, and whether it had its newline. */
export type JournalLine = Readonly<{ text: string; end: number; whole: boolean }>;

/** Lines as text with the offset after each, and whether the last one had its newline. */
export function* journalLines(bytes: Buffer): Generator<JournalLine> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    yield { text: bytes.toString("utf8", start, newline < 0 ? end : newline), end, whole: newline >= 0 };
    start = end;
  }
}

/** How many bytes are searched for the end of a line without a pause. */
const searched = 1 << 18;

/** As `journalLines`, with pauses, and with each line as its bytes. */
export async function* journalLinesSlowly(
  bytes: Buffer,
  pause: Pause,
): AsyncGenerator<Readonly<{ line: Buffer; end: number; whole: boolean }>> {
  for (let start = 0, from = 0; start < bytes.length; await pause()) {
    const newline = bytes.subarray(from, from + searched).indexOf(10);
    from = newline < 0 ? Math.min(from + searched, bytes.length) : from + newline + 1;
    if (newline < 0 && from < bytes.length) continue;
    yield { line: bytes.subarray(start, newline < 0 ? from : from - 1), end: from, whole: newline >= 0 };
    start = from;
  }
}
