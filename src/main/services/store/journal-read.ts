import path from "node:path";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { noPause, type Pause } from "../files/pause.ts";
import { type JournalOffset, type JournalPart, type JournalSegment, readSegment } from "./journal-chain.ts";
import {
  type ChainedEntry,
  entryNumber,
  isBeginning,
  type JournalEntry,
  type JournalLine,
  journalLines,
  type LineHead,
  lineHead,
  type OlderSegment,
  parseEntry,
  parseEntrySlowly,
  unsealed,
} from "./journal-line.ts";

/** What a stretch of the journal held. */
export type Reading = Readonly<{
  /** Whole entries in their place, in order of number. */
  entries: readonly ChainedEntry[];
  /** Lines that are not what was written, with the number the change in them must have had. */
  damaged: readonly Readonly<{ number: number; line: number; file: string }>[];
  /** Whole lines that do not follow the line before them: repeated, moved, or of another history. */
  misplaced: readonly Readonly<{ line: number; file: string }>[];
  /** The segment whose last line was never finished, so never acknowledged. */
  torn: string | null;
  /** Where the next line goes; null when there is no segment. */
  tip: JournalOffset | null;
  /** The highest number of a whole line, those not above the asked for included; 0 when there is none. */
  last: number;
  /**
   * The checksums of the lines that were read, by the number of their change; with those of the headers that come right
   * after them.
   */
  seals: ReadonlyMap<number, readonly string[]>;
}>;

/**
 * The entries of the parts whose number is above the given one. Parts that end before it are not read; of the others
 * every line is checked.
 */
export async function readParts(
  folder: string,
  parts: readonly JournalPart[],
  after: number,
  disk: Disk,
  pause: Pause = noPause,
): Promise<Reading> {
  const reader = new LineReader(after);
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (next !== undefined && next.first <= after + 1) continue;
    const bytes = (await readPart(folder, part, disk)) ?? Buffer.alloc(0);
    reader.begin(part);
    for (const line of journalLines(bytes)) {
      const entry = pause === noPause ? undefined : await parseEntrySlowly(line.text, pause);
      reader.read(line, next === undefined, entry);
      await pause();
    }
    reader.end(part.start + bytes.length, next === undefined);
  }
  return reader.reading();
}

/** Reads the lines of a journal's parts in order and checks that each follows the one before. */
class LineReader {
  readonly #after: number;
  readonly #entries: ChainedEntry[] = [];
  readonly #damaged: { number: number; line: number; file: string }[] = [];
  readonly #misplaced: { line: number; file: string }[] = [];
  readonly #seals = new Map<number, readonly string[]>();
  #torn: string | null = null;
  #tip: JournalOffset | null = null;
  #last = 0;
  /** The checksum of the last whole line in its place; null while it is unknown. */
  #seal: string | null = null;
  /** The checksum of the last line in its place, of the part's header where there is none. */
  #endSeal: string | null = null;
  #part: JournalPart | null = null;
  /** Lines of the present part that are not whole. */
  #bad: { number: number; line: number; at: number; zeros: boolean }[] = [];
  /** The byte after the last whole line. */
  #end = 0;
  #line = 1;
  /** The numbers of the last line in its place, and of the last line if all of them counted. */
  #placed = 0;
  #seen = 0;

  constructor(after: number) {
    this.#after = after;
  }

  begin(part: JournalPart): void {
    if (part.follows !== null && this.#seal !== null && part.follows !== this.#seal)
      this.#misplaced.push({ line: 1, file: part.name });
    if (part.follows !== null) this.#note(part.first - 1, part.follows);
    if (part.sha256 !== null) {
      this.#note(part.first - 1, part.sha256);
      // What its header says was there: its file has the size it must have, or is among the gaps.
      this.#last = Math.max(this.#last, part.first - 1);
    }
    this.#part = part;
    this.#bad = [];
    this.#end = part.start;
    this.#line = 1;
    this.#placed = this.#seen = part.first - 1;
    this.#seal = this.#endSeal = part.sha256;
  }

  /** `parsed` is the line's entry where it has been read already. */
  read({ text, end, whole }: JournalLine, isLast: boolean, parsed?: ChainedEntry | null): void {
    const part = this.#part;
    if (part === null) return;
    this.#line++;
    const head = whole ? lineHead(text) : null;
    const isOld = head !== null && head.number <= this.#after && unsealed(text) !== null;
    const entry = isOld || head === null ? null : parsed === undefined ? parseEntry(text) : parsed;
    if (head !== null && (isOld || entry !== null)) {
      this.#end = part.start + end;
      if (!this.#isInPlace(head, part)) {
        this.#misplaced.push({ line: this.#line, file: part.name });
        return;
      }
      if (entry !== null) this.#entries.push(entry);
      this.#placed = this.#seen = head.number;
      this.#seal = this.#endSeal = head.sha256;
      this.#note(head.number, head.sha256);
      this.#last = Math.max(this.#last, head.number);
      return;
    }
    this.#seen++;
    this.#seal = null;
    // A line that is whole but for its newline was acknowledged: it is the newline that is damaged.
    const isUnfinished = !whole && isLast && isBeginning(text) && unsealed(text.slice(0, -1)) === null;
    if (isUnfinished) this.#torn = part.name;
    else this.#bad.push({ number: this.#seen, line: this.#line, at: this.#end, zeros: text.includes("\0") });
  }

  /** After the last line of a part whose file ends, or is followed, at a byte. */
  end(bytes: number, isLast: boolean): void {
    const name = this.#part?.name ?? "";
    // Blocks that a power cut left unwritten read as zeros; after the last whole line they were never acknowledged.
    const lost = this.#bad.filter(({ at, zeros }) => !isLast || !zeros || at !== this.#end);
    if (lost.length < this.#bad.length) this.#torn = name;
    this.#damaged.push(...lost.map(({ number, line }) => ({ number, line, file: name })));
    if (!isLast) return;
    this.#tip = { segment: name, bytes: lost.length > 0 ? bytes : this.#end, sha256: this.#endSeal };
  }

  reading(): Reading {
    const [entries, damaged, misplaced] = [this.#entries, this.#damaged, this.#misplaced];
    return { entries, damaged, misplaced, torn: this.#torn, tip: this.#tip, last: this.#last, seals: this.#seals };
  }

  #note(number: number, seal: string): void {
    this.#seals.set(number, [...(this.#seals.get(number) ?? []), seal]);
  }

  #isInPlace({ number, after }: LineHead, part: JournalPart): boolean {
    if (number <= this.#placed || (part.chained && after === null)) return false;
    return number > this.#placed + 1 || after === null || this.#seal === null || after === this.#seal;
  }
}

/**
 * Changes from the newest to the oldest; those whose line does not contain `text` are skipped unread. Damaged lines
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
  const part = parts.findLast((part) => part.first <= number);
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
      let seal = place.sha256;
      const bytes = await disk.read(path.join(folder, segment), from);
      for (const line of journalLines(bytes)) {
        const entry = line.whole ? parseEntry(line.text) : null;
        if (entry === null) break;
        if (entry.after !== null && seal !== null && entry.after !== seal) throw new Error("not the journal it was");
        seal = entry.sha256;
        place = { segment, bytes: from + line.end, sha256: seal };
        entries.push({ entry, position: place });
      }
    }
    const next = await successor(folder, place, new Set([...known, ...begun.map((segment) => segment.name)]), disk);
    if (next === null) return { entries, tip: place, begun };
    begun.push(next);
    place = { segment: next.name, bytes: next.start, sha256: next.sha256 };
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

/** What counts of the segments of a history from before version 4, none where a later one is among them. */
export async function readOlder(
  folder: string,
  { parts, tip }: Readonly<{ parts: readonly JournalPart[]; tip: JournalOffset | null }>,
  disk: Disk,
): Promise<OlderSegment[]> {
  if (parts.some((part) => part.chained)) return [];
  const older: OlderSegment[] = [];
  for (const { name, end } of parts) {
    const bytes = (await readIfThere(path.join(folder, name), disk)) ?? Buffer.alloc(0);
    const counts = bytes.subarray(0, end ?? (name === tip?.segment ? tip.bytes : bytes.length));
    older.push({ segment: name, bytes: counts.length, sha256: digest(counts) });
  }
  return older;
}

async function readPart(folder: string, part: JournalPart, disk: Disk): Promise<Buffer | null> {
  const bytes = await readIfThere(path.join(folder, part.name), disk);
  return bytes?.subarray(part.start, part.end ?? bytes.length) ?? null;
}
