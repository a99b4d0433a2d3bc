import path from "node:path";
import { Draft } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { LibraryId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { type Chain, chainOf, type JournalOffset, type JournalSegment, readSegments } from "./journal-chain.ts";
import { claimedSeal, type JournalEntry, journalLines } from "./journal-line.ts";
import { type Reading, readParts } from "./journal-read.ts";
import { KnownFiles } from "./known-files.ts";
import { type FileStatement, type HistoryPoint, papersOf, readSnapshot, type Snapshot } from "./state-files.ts";
import { readTip, type Tip, tipName } from "./tip.ts";
import { pushEntry } from "./undo.ts";

/** A library as its files have it. */
export type Recovered = HistoryPoint &
  Chain &
  Readonly<{
    library: Library;
    /** The newest entries, those that the snapshot lacks. */
    entries: readonly JournalEntry[];
    /** Files in the journal's folder that a synchronising program made. */
    copies: readonly string[];
    tip: (JournalOffset & Readonly<{ dropsRest: boolean }>) | null;
    /** What tip.json says; null when it must be written. */
    stated: Tip | null;
    annotated: Readonly<Record<string, number>>;
    /** The last change in library.json; null when there is no such file that can be read. */
    snapshot: number | null;
    /** Papers whose snapshot lacks changes. */
    unsaved: ReadonlySet<string>;
    /** What was found and done, one sentence each. */
    notices: readonly Message[];
    /** Why the library is not whole, with an account of what is missing; null when it is whole. */
    trouble: Message | null;
    /** The folder in `damaged` with the files that this history took the place of; null when it did not. */
    replaced: string | null;
  }>;

/**
 * Read a library: the newest whole snapshots, and on each the changes that the journal has after it. Changes nothing.
 * Without `known`, every file is read.
 */
export async function recover(folder: string, disk: Disk, known = KnownFiles.none(folder, disk)): Promise<Recovered> {
  // Before the rest: a writer at work can only make snapshots and journal longer than what it says, never shorter.
  const stated = await readTip(folder, disk);
  const first = await readAll(folder, { stated, ignored: new Set(), files: known }, disk);
  const ignored = new Set(foreignFiles(first));
  return summary(
    folder,
    ignored.size === 0 ? first : await readAll(folder, { stated, ignored, files: known }, disk),
    disk,
  );
}

/** Snapshots and journal, read without the snapshot files that belong to another history. */
async function readAll(
  folder: string,
  {
    stated,
    ignored,
    files,
  }: Readonly<{
    stated: Tip | "damaged" | null;
    ignored: ReadonlySet<string>;
    files: KnownFiles;
  }>,
  disk: Disk,
): Promise<Found> {
  const journal = path.join(folder, "journal");
  const snapshot = await readSnapshot(folder, disk, files, ignored);
  const { segments, copies } = await readSegments(journal, disk);
  const tip = stated === "damaged" ? null : stated;
  const own = ownerOf([snapshot.found ? snapshot.library.id : undefined, mostOf(segments), tip?.library]);
  const ours = segments.filter((segment) => segment.header === null || segment.header.library === own);
  const chain = chainOf(ours, snapshot.found ? snapshot.position : null);
  const reading = await readParts(journal, chain.parts, floorOf(snapshot), disk);
  const history =
    ours.findLast((segment) => chain.parts.some((part) => part.name === segment.name))?.header?.history ?? null;
  const isOurs =
    tip !== null && tip.library === own && (tip.history === null || tip.history === (history ?? tip.history));
  const beside = tip !== null && (await isBeside(tip, chain, copies, { folder: journal, disk }));
  return {
    snapshot,
    reading,
    chain,
    history,
    own,
    copies,
    stated: isOurs || stated === null ? stated : "damaged",
    tip: isOurs ? tip : null,
    known: isOurs && !beside ? tip : null,
    segments: ours,
    foreign: segments.length - ours.length,
  };
}

async function summary(folder: string, found: Found, disk: Disk): Promise<Recovered> {
  const { snapshot, reading, chain, own: counts, history } = found;
  const missing = missingNumbers(snapshot, reading, found.known?.last ?? 0);
  const start = { ...snapshot.library, id: counts ?? snapshot.library.id };
  const { library, refused } = replayed(start, snapshot, reading.entries, missing[0] ?? Number.POSITIVE_INFINITY);
  const later = reading.entries.filter((entry) => entry.number > snapshot.last);
  const faults = historyFaults(found);
  const main = (await nothingThere(folder, found, disk)) ?? account(missing, later, refused);
  return {
    ...chain,
    library,
    entries: reading.entries,
    copies: found.copies,
    tip: reading.tip && { ...reading.tip, dropsRest: reading.torn !== null },
    stated: found.tip,
    annotated: snapshot.annotated,
    snapshot: snapshot.found ? snapshot.last : null,
    unsaved: unsavedPapers(snapshot, reading.entries),
    notices: [...noticesOf(found), ...faults, ...(main === null ? [] : [main])],
    trouble: main ?? faults[0] ?? null,
    replaced: found.segments.find((segment) => segment.name === chain.parts[0]?.name)?.header?.replaced ?? null,
    last: later.at(-1)?.number ?? snapshot.last,
    version: later.at(-1)?.change.id ?? snapshot.version,
    position: reading.tip,
    stacks: later.reduce(pushEntry, snapshot.stacks),
    history: history ?? snapshot.history,
    extras: snapshot.extras,
  };
}

/** The identifier that most of the library's files name; the first of those that as many name. */
function ownerOf(ids: readonly (LibraryId | undefined)[]): LibraryId | undefined {
  const votes = (id: LibraryId | undefined): number => ids.filter((libraryId) => libraryId === id).length;
  return ids.filter((id) => id !== undefined).sort((a, b) => votes(b) - votes(a))[0];
}

/** The change up to which no file needs anything of the journal. */
function floorOf({ last, throughs }: Snapshot): number {
  return Math.min(last, ...throughs.values());
}

type From = Readonly<{ folder: string; disk: Disk }>;

type Found = Readonly<{
  snapshot: Snapshot;
  reading: Reading;
  chain: Chain;
  /** The history and library of the journal. */
  history: string | null;
  own: LibraryId | undefined;
  copies: readonly string[];
  /** tip.json as it was found, one of another library being as good as damaged; and what it says of this history. */
  stated: Tip | "damaged" | null;
  tip: Tip | null;
  /** The same, null where it speaks of another line of the history. */
  known: Tip | null;
  segments: readonly JournalSegment[];
  /** How many files of other libraries are in the journal's folder. */
  foreign: number;
}>;

/**
 * Whether tip.json speaks of a place on another line of history, as after synchronising: what it speaks of is there,
 * and not lost.
 */
async function isBeside(
  { position }: Tip,
  { parts, branches }: Chain,
  copies: readonly string[],
  from: From,
): Promise<boolean> {
  if (position === null) return false;
  const names = branches.map((part) => part.name).filter((name) => parts.every((part) => part.name !== name));
  for (const name of [...names, ...copies]) {
    const bytes = (await readIfThere(path.join(from.folder, name), from.disk)) ?? Buffer.alloc(0);
    for (const { text } of journalLines(bytes)) if (claimedSeal(text) === position.sha256) return true;
  }
  return false;
}

/** Snapshot files that belong to another library or another line of the history: the journal gives what they lack. */
function foreignFiles({ snapshot, reading, own, history }: Found): string[] {
  const isForeign = ({ library, history: other, last, sha256 }: FileStatement): boolean => {
    if (library !== undefined && library !== own) return true;
    if (last === 0) return false;
    if (other !== undefined && history !== null && other !== history) return true;
    const there = reading.seals.get(last);
    return sha256 != null && there !== undefined && !there.includes(sha256);
  };
  return snapshot.statements.filter(isForeign).map((statement) => statement.file);
}

/** What is wrong with the history, one sentence each, whether or not the records are complete. */
function historyFaults({ snapshot, reading, chain, known, segments }: Found): Message[] {
  const { damaged, misplaced, seals } = reading;
  const damagedHeaders = segments.filter((segment) => segment.header === null);
  const wanted = known?.position?.sha256 ?? null;
  const there = seals.get(known?.last ?? 0);
  const isOther = wanted !== null && there !== undefined && !there.includes(wanted);
  return [
    ...chain.gaps.map((file) => message("journal.fileMissing", { file })),
    ...damagedHeaders.map(({ name }) => message("journal.damagedHeader", { file: name })),
    ...misplaced.map((misplaced) => message("journal.misplacedLine", misplaced)),
    ...damaged
      .filter((lost) => lost.number <= floorOf(snapshot))
      .map((lost) => message("journal.damagedOldLine", lost)),
    ...(isShort(snapshot, reading) ? [shortJournal(reading.last, snapshot.last)] : []),
    ...(isOther ? [message("journal.other")] : []),
  ];
}

/** Why a library in which nothing was found is not a new one; null when it is, or something was found. */
async function nothingThere(folder: string, found: Found, disk: Disk): Promise<Message | null> {
  const { snapshot, reading, stated } = found;
  if (reading.last > 0 || snapshot.last > 0) return null;
  if (!snapshot.found && (snapshot.notices.length > 0 || snapshot.throughs.size > 0))
    return message("library.nothingRead");
  // A new library says in tip.json that nothing was done in it yet.
  if (stated !== null && stated !== "damaged") return null;
  const backups = (await listIfThere(path.join(folder, "backups"), disk)).filter((name) => /Z\.jsonl?$/.test(name));
  if (snapshot.strays === 0 && backups.length === 0) return null;
  return message("library.historyGone", { papers: snapshot.strays, backups: backups.length });
}

/**
 * The library that most of a journal's bytes belong to: the names of segments prove nothing, and a file of another
 * library may be first.
 */
function mostOf(segments: readonly JournalSegment[]): LibraryId | undefined {
  const bytes = new Map<LibraryId, number>();
  for (const segment of segments)
    if (segment.header !== null)
      bytes.set(segment.header.library, (bytes.get(segment.header.library) ?? 0) + segment.bytes);
  return [...bytes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * Numbers above the snapshots for which there is no whole line, though a later one or a snapshot shows that there was.
 */
function missingNumbers(snapshot: Snapshot, { entries, damaged }: Reading, stated: number): number[] {
  const there = new Set(entries.map((entry) => entry.number));
  const floor = floorOf(snapshot);
  const known = [
    stated,
    entries.at(-1)?.number ?? 0,
    ...damaged.map((lost) => lost.number),
    ...snapshot.throughs.values(),
  ];
  const top = known.reduce((a, b) => Math.max(a, b), snapshot.last);
  const numbers: number[] = [];
  for (let number = floor + 1; number <= top; number++) if (!there.has(number)) numbers.push(number);
  return numbers;
}

/** Changes before the first missing one are applied as they were acknowledged, later ones only where they fit. */
function replayed(
  start: Library,
  snapshot: Snapshot,
  entries: readonly JournalEntry[],
  gap: number,
): { library: Library; refused: number[] } {
  const refused: number[] = [];
  const draft = new Draft(start);
  for (const { number, change } of entries) {
    const wanted = (paper: string | null): boolean =>
      number > (paper === null ? snapshot.last : (snapshot.throughs.get(paper) ?? snapshot.last));
    if (number < gap) {
      draft.replay(change, wanted);
      continue;
    }
    const edits = change.edits.filter((edit) => wanted(paperIn(edit)));
    try {
      draft.apply({ edits });
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      refused.push(number);
    }
  }
  return { library: draft.library, refused };
}

function paperIn(edit: Edit): string | null {
  return edit.table === "annotations" || edit.table === "positions" ? ((edit.to ?? edit.from)?.paper ?? null) : null;
}

function account(
  missing: readonly number[],
  later: readonly JournalEntry[],
  refused: readonly number[],
): Message | null {
  const [first] = missing;
  if (first === undefined) return null;
  const after = later.filter((entry) => entry.number > first).length;
  const gone = message("library.lostChanges", { count: missing.length, numbers: spans(missing) });
  const lost = first === 1 ? gone : message("library.recoveredUpTo", { lost: gone, number: first - 1 });
  if (after === 0) return message("library.laterUnknown", { lost });
  return message("library.laterApplied", { lost, applied: after - refused.length, refused: refused.length });
}

/** Numbers in order as "3, 5-9". */
export function spans(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([low, high]) => (low === high ? `${low}` : `${low}-${high}`)).join(", ");
}

function noticesOf({ snapshot, reading, stated, tip, history, foreign }: Found): Message[] {
  const { damaged, torn } = reading;
  const floor = floorOf(snapshot);
  const wasWritten = tip !== null && tip.snapshot !== null && tip.snapshot > (snapshot.found ? snapshot.last : -1);
  const says = snapshot.notices.length > 0;
  return [
    ...snapshot.notices,
    ...(wasWritten && !says
      ? [message(snapshot.found ? "snapshot.old" : "snapshot.gone", { file: "library.json" })]
      : []),
    ...(stated === "damaged" || (stated === null && history !== null && snapshot.found)
      ? [message("snapshot.tipGone", { file: tipName })]
      : []),
    ...damaged
      .filter((lost) => lost.number > floor)
      .map(({ line, file }) => message("journal.damagedLine", { line, file })),
    ...(torn === null || isShort(snapshot, reading) ? [] : [message("journal.incompleteLine", { file: torn })]),
    ...(foreign === 0 ? [] : [message("journal.foreign")]),
  ];
}

/** Whether the journal has lost its end after a snapshot was made of it. */
function isShort(snapshot: Snapshot, { last, damaged }: Reading): boolean {
  return damaged.reduce((most, lost) => Math.max(most, lost.number), last) < snapshot.last;
}

function shortJournal(last: number, wanted: number): Message {
  const numbers = wanted - last === 1 ? `${wanted}` : `${last + 1}-${wanted}`;
  return message("journal.short", { count: wanted - last, numbers });
}

function unsavedPapers(snapshot: Snapshot, entries: readonly JournalEntry[]): Set<string> {
  return new Set(
    entries.flatMap(({ number, change }) =>
      papersOf(change).filter((paper) => number > (snapshot.throughs.get(paper) ?? snapshot.last)),
    ),
  );
}

/** What the whole journal gives on its own. */
export function replayEntries(entries: readonly JournalEntry[], id: Library["id"]): Library {
  const draft = new Draft(emptyLibrary(id));
  for (const { change } of entries) draft.replay(change, () => true);
  return draft.library;
}
