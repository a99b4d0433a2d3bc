import path from "node:path";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Library } from "../../../shared/model/library.ts";
import { digest } from "../files/digest.ts";
import { readIfThere } from "../files/durable.ts";
import type { Pause } from "../files/pause.ts";
import type { FileStore } from "../store/file-store.ts";
import {
  chainOf,
  type JournalOffset,
  type JournalPart,
  type JournalSegment,
  readSegments,
} from "../store/journal-chain.ts";
import { type ChainedEntry, journalLines, parseEntry } from "../store/journal-line.ts";
import { type Reading, readParts } from "../store/journal-read.ts";
import { spans } from "../store/recover.ts";
import { parseTip, tipName } from "../store/tip.ts";

/** The journal read and checked as a whole, up to the change that was the newest when that began. */
export type CheckedJournal = Readonly<{
  problems: readonly Message[];
  /** All changes; null when some are damaged or missing. */
  entries: readonly ChainedEntry[] | null;
  seals: Reading["seals"];
}>;

/** A library at one moment: work goes on while it is checked. */
export type Moment = Readonly<{ library: Library; last: number; position: JournalOffset | null }>;

/** Check every line of the journal, that each follows the one before, and that none is missing. */
export async function checkJournal(
  store: FileStore,
  { last, library, position }: Moment,
  pause: Pause,
): Promise<CheckedJournal> {
  const folder = path.join(store.folder, "journal");
  const { segments } = await readSegments(folder, store.disk);
  const own = segments.filter((segment) => segment.header === null || segment.header.library === library.id);
  const { parts, branches, gaps } = chainOf(own, position);
  const reading = await readParts(folder, parts, 0, store.disk, pause);
  const entries = reading.entries.filter((entry) => entry.number <= last);
  const there = new Set(entries.map((entry) => entry.number));
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !there.has(number));
  const problems = [
    ...own
      .filter((segment) => segment.header === null)
      .map((segment) => message("journal.damagedHeader", { file: segment.name })),
    ...gaps.map((file) => message("journal.fileMissing", { file })),
    ...reading.damaged.map(({ line, file }) => message("journal.damagedLine", { line, file })),
    ...reading.misplaced.map((line) => message("journal.misplacedLine", line)),
    ...(await branchProblems(folder, branches, new Set(reading.entries.map(({ change }) => change.id)), store)),
    ...(await olderProblems(folder, own, store)),
    ...(missing.length === 0 ? [] : [message("journal.short", { count: missing.length, numbers: spans(missing) })]),
    ...(await tipProblems(
      store,
      { last, isChained: own.some((segment) => segment.header?.history !== undefined) },
      reading,
    )),
  ];
  return { problems, entries: problems.length === 0 ? entries : null, seals: reading.seals };
}

/** Lines beside the history that are damaged, or that repeat a change of it; the others are conflicts. */
async function branchProblems(
  folder: string,
  branches: readonly JournalPart[],
  known: ReadonlySet<string>,
  store: FileStore,
): Promise<Message[]> {
  const problems: Message[] = [];
  for (const { name, start } of branches) {
    const bytes = (await readIfThere(path.join(folder, name), store.disk)) ?? Buffer.alloc(0);
    let line = bytes.subarray(0, start).toString("latin1").split("\n").length - 1;
    for (const { text, whole } of journalLines(bytes.subarray(start))) {
      line++;
      const entry = whole ? parseEntry(text) : null;
      if (entry === null) problems.push(message("journal.damagedLine", { line, file: name }));
      else if (known.has(entry.change.id)) problems.push(message("journal.misplacedLine", { line, file: name }));
    }
  }
  return problems;
}

/** Segments from before version 4 whose bytes are not what the first segment of version 4 says of them. */
async function olderProblems(
  folder: string,
  segments: readonly JournalSegment[],
  store: FileStore,
): Promise<Message[]> {
  const problems: Message[] = [];
  for (const { segment, bytes, sha256 } of segments.flatMap((segment) => segment.header?.older ?? [])) {
    const found = await readIfThere(path.join(folder, segment), store.disk);
    if (found !== null && digest(found.subarray(0, bytes)) !== sha256)
      problems.push(message("journal.fileChanged", { file: segment }));
  }
  return problems;
}

async function tipProblems(
  store: FileStore,
  { last, isChained }: Readonly<{ last: number; isChained: boolean }>,
  { seals }: Reading,
): Promise<Message[]> {
  const bytes = await readIfThere(path.join(store.folder, tipName), store.disk);
  const tip = bytes === null ? null : parseTip(bytes);
  if (tip === null) return bytes === null && !isChained ? [] : [message("snapshot.damaged", { file: tipName })];
  if (tip.library !== store.library.id && tip.last > 0) return [message("verify.foreign", { file: tipName })];
  // One of a later moment speaks of changes that were not looked at.
  const there = tip.last > last ? undefined : seals.get(tip.last);
  const wanted = tip.position?.sha256 ?? null;
  return wanted !== null && there !== undefined && !there.includes(wanted)
    ? [message("verify.foreign", { file: tipName })]
    : [];
}
