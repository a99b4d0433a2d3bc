import path from "node:path";
import { Draft } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { LibraryId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import type { Disk } from "../files/disk.ts";
import { type Chain, chainOf, type JournalOffset, type JournalSegment, readSegments } from "./journal-chain.ts";
import type { JournalEntry } from "./journal-line.ts";
import { type Reading, readParts } from "./journal-read.ts";
import { type HistoryPoint, papersOf, readSnapshot, type Snapshot } from "./state-files.ts";
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
    annotated: Readonly<Record<string, number>>;
    /** Papers whose snapshot lacks changes. */
    unsaved: ReadonlySet<string>;
    /** What was found and done, one sentence each. */
    notices: readonly Message[];
    /** True when the journal no longer reaches the place where the snapshot says it ends. */
    short: boolean;
    /** Why the library is not whole, with an account of what is missing; null when it is whole. */
    trouble: Message | null;
  }>;

/**
 * Read a library: the newest whole snapshots, and on each the changes that the journal has after it. Changes nothing.
 */
export async function recover(folder: string, disk: Disk): Promise<Recovered> {
  const journal = path.join(folder, "journal");
  const snapshot = await readSnapshot(folder, disk);
  // After the snapshots: a writer at work can only make the journal longer than what they hold, never shorter.
  const { segments, copies } = await readSegments(journal, disk);
  const own = snapshot.found ? snapshot.library.id : mostOf(segments);
  const ours = segments.filter((one) => one.header === null || one.header.library === own);
  const chain = chainOf(ours, snapshot.found ? snapshot.position : null);
  const floor = Math.min(snapshot.last, ...snapshot.throughs.values());
  const reading = await readParts(journal, chain.parts, floor, disk);

  const missing = missingNumbers(snapshot, reading);
  const blank =
    !snapshot.found && reading.entries.length === 0 && (snapshot.notices.length > 0 || snapshot.throughs.size > 0);
  const start = { ...snapshot.library, id: own ?? snapshot.library.id };
  const { library, refused } = replayed(start, snapshot, reading.entries, missing[0] ?? Number.POSITIVE_INFINITY);
  const later = reading.entries.filter((entry) => entry.number > snapshot.last);
  const trouble = blank ? message("library.nothingRead") : account(missing, later, refused);
  return {
    ...chain,
    library,
    entries: reading.entries,
    copies,
    tip: reading.tip && { ...reading.tip, dropsRest: reading.torn !== null },
    annotated: snapshot.annotated,
    unsaved: unsavedPapers(snapshot, reading.entries),
    notices: [...noticesOf(snapshot, reading, segments.length - ours.length), ...(trouble === null ? [] : [trouble])],
    short: isShort(snapshot, reading),
    trouble,
    last: later.at(-1)?.number ?? snapshot.last,
    version: later.at(-1)?.change.id ?? snapshot.version,
    position: reading.tip,
    stacks: later.reduce(pushEntry, snapshot.stacks),
  };
}

/**
 * The library that most of a journal's bytes belong to: the names of segments prove nothing, and a file of another
 * library may be first.
 */
function mostOf(segments: readonly JournalSegment[]): LibraryId | undefined {
  const bytes = new Map<LibraryId, number>();
  for (const one of segments)
    if (one.header !== null) bytes.set(one.header.library, (bytes.get(one.header.library) ?? 0) + one.bytes);
  return [...bytes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * Numbers above the snapshots for which there is no whole line, though a later one or a snapshot shows that there was.
 */
function missingNumbers(snapshot: Snapshot, { entries, damaged }: Reading): number[] {
  const there = new Set(entries.map((entry) => entry.number));
  const floor = Math.min(snapshot.last, ...snapshot.throughs.values());
  const known = [entries.at(-1)?.number ?? 0, ...damaged.map((one) => one.number), ...snapshot.throughs.values()];
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

function noticesOf(snapshot: Snapshot, reading: Reading, foreign: number): Message[] {
  const { damaged, torn, entries } = reading;
  const floor = Math.min(snapshot.last, ...snapshot.throughs.values());
  const history = damaged.filter((one) => one.number <= floor);
  const alone = !snapshot.found && entries.length === 0 && snapshot.strays > 0;
  return [
    ...snapshot.notices,
    ...(alone ? [message("snapshot.strayFolders", { count: snapshot.strays })] : []),
    ...damaged
      .filter((one) => one.number > floor)
      .map(({ line, file }) => message("journal.damagedLine", { line, file })),
    ...history.map((one) => message("journal.damagedOldLine", one)),
    ...(isShort(snapshot, reading) ? [shortJournal(reading.last, snapshot.last)] : []),
    ...(torn === null || isShort(snapshot, reading) ? [] : [message("journal.incompleteLine", { file: torn })]),
    ...(foreign === 0 ? [] : [message("journal.foreign")]),
  ];
}

/** Whether the journal has lost its end after a snapshot was made of it. */
function isShort(snapshot: Snapshot, { last, damaged }: Reading): boolean {
  return damaged.reduce((most, one) => Math.max(most, one.number), last) < snapshot.last;
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

/** What the whole journal gives on its own, for comparing with the snapshots. */
export function replayEntries(entries: readonly JournalEntry[], id: Library["id"]): Library {
  const draft = new Draft(emptyLibrary(id));
  for (const { change } of entries) draft.replay(change, () => true);
  return draft.library;
}
