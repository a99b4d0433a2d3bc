import path from "node:path";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { type JournalOffset, type JournalPart, type JournalSegment, readSegment } from "./journal-chain.ts";
import { entryNumber, isBeginning, type JournalEntry, journalLines, parseEntry } from "./journal-line.ts";

/** What a stretch of the journal held. */
export type Reading = Readonly<{
  /** Whole entries, in order of number. */
  entries: readonly JournalEntry[];
  /** Lines that are not what was written, with the number the change in them must have had. */
  damaged: readonly Readonly<{ number: number; line: number; file: string }>[];
  /** The segment whose last line was never finished, so never acknowledged. */
  torn: string | null;
  /** Where the next line goes; null when there is no segment. */
  tip: JournalOffset | null;
  /** The highest number of a whole line, those not above the asked for included; 0 when there is none. */
  last: number;
}>;

/** The entries of the parts whose number is above the given one. Parts that end before it are not read. */
export async function readParts(
  folder: string,
  parts: readonly JournalPart[],
  after: number,
  disk: Disk,
): Promise<Reading> {
  const entries: JournalEntry[] = [];
  const damaged: { number: number; line: number; file: string }[] = [];
  let torn: string | null = null;
  let tip: JournalOffset | null = null;
  let last = 0;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (next !== undefined && next.first <= after + 1) continue;
    const bytes = (await readPart(folder, part, disk)) ?? Buffer.alloc(0);
    let end = part.start;
    let seen = part.first - 1;
    const bad: { number: number; line: number; at: number; zeros: boolean }[] = [];
    let line = 1;
    for (const { text, end: lineEnd, whole } of journalLines(bytes)) {
      line++;
      const claimed = entryNumber(text);
      const isOld = whole && claimed !== null && claimed <= after && claimed === seen + 1;
      const entry = isOld || !whole ? null : parseEntry(text);
      if (entry !== null) entries.push(entry);
      if (entry !== null || isOld) end = part.start + lineEnd;
      seen = entry?.number ?? seen + 1;
      if (entry !== null || isOld) last = Math.max(last, seen);
      if (entry !== null || isOld) continue;
      if (!whole && next === undefined && isBeginning(text)) torn = part.name;
      else bad.push({ number: seen, line, at: end, zeros: text.includes("\0") });
    }
    // Blocks that a power cut left unwritten read as zeros; after the last whole line they were never acknowledged.
    const lost = bad.filter(({ at, zeros }) => next !== undefined || !zeros || at !== end);
    if (lost.length < bad.length) torn = part.name;
    damaged.push(...lost.map(({ number, line }) => ({ number, line, file: part.name })));
    if (next === undefined) tip = { segment: part.name, bytes: lost.length > 0 ? part.start + bytes.length : end };
  }
  return { entries, damaged, torn, tip, last };
}

/**
 * Changes from the newest to the oldest; those whose line does not contain `text` are passed over unread. Damaged lines
 * are left out.
 */
export async function* readBackwards(
  folder: string,
  parts: readonly JournalPart[],
  disk: Disk,
  text: string | null = null,
): AsyncGenerator<JournalEntry> {
  for (const part of parts.toReversed()) {
    const lines = [...journalLines((await readPart(folder, part, disk)) ?? Buffer.alloc(0))];
    for (const line of lines.reverse()) {
      if (!line.whole || (text !== null && !line.text.includes(text))) continue;
      const entry = parseEntry(line.text);
      if (entry !== null) yield entry;
    }
  }
}

/** The change of a number, or null when the journal has no whole line of it. */
export async function readNumber(
  folder: string,
  parts: readonly JournalPart[],
  number: number,
  disk: Disk,
): Promise<JournalEntry | null> {
  const part = parts.findLast((one) => one.first <= number);
  const bytes = part === undefined ? null : await readPart(folder, part, disk);
  for (const line of journalLines(bytes ?? Buffer.alloc(0)))
    if (line.whole && entryNumber(line.text) === number) return parseEntry(line.text);
  return null;
}

/**
 * What was written after a place since it was looked at, each entry with the place after it; and the segments that
 * began.
 */
export async function readOn(
  folder: string,
  tip: JournalOffset | null,
  known: ReadonlySet<string>,
  disk: Disk,
): Promise<{
  entries: { entry: JournalEntry; position: JournalOffset }[];
  tip: JournalOffset | null;
  begun: JournalSegment[];
}> {
  const entries: { entry: JournalEntry; position: JournalOffset }[] = [];
  const begun: JournalSegment[] = [];
  for (let place = tip; ; ) {
    if (place !== null) {
      const { segment, bytes: from }: JournalOffset = place;
      const bytes = await disk.read(path.join(folder, segment), from);
      for (const line of journalLines(bytes)) {
        const entry = line.whole ? parseEntry(line.text) : null;
        if (entry === null) break;
        place = { segment, bytes: from + line.end };
        entries.push({ entry, position: place });
      }
    }
    const next = await successor(folder, place, new Set([...known, ...begun.map((one) => one.name)]), disk);
    if (next === null) return { entries, tip: place, begun };
    begun.push(next);
    place = { segment: next.name, bytes: next.start };
  }
}

async function successor(
  folder: string,
  place: JournalOffset | null,
  known: ReadonlySet<string>,
  disk: Disk,
): Promise<JournalSegment | null> {
  for (const name of await listIfThere(folder, disk)) {
    if (known.has(name) || !/^\d{12}-[0-9a-f]{8}\.jsonl$/.test(name)) continue;
    const segment = await readSegment(folder, name, disk);
    if (segment?.header == null) continue;
    const { after } = segment.header;
    if (place === null ? after === null : after?.segment === place.segment && after.bytes === place.bytes)
      return segment;
  }
  return null;
}

async function readPart(folder: string, part: JournalPart, disk: Disk): Promise<Buffer | null> {
  const bytes = await readIfThere(path.join(folder, part.name), disk);
  return bytes?.subarray(part.start, part.end ?? bytes.length) ?? null;
}
