import path from "node:path";
import equal from "fast-deep-equal";
import { Draft } from "../../../shared/change/change.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { Annotation, Position } from "../../../shared/model/annotation.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import type { Table } from "../../../shared/model/table.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { endOfValue, walkJson } from "../files/json-walk.ts";
import type { Pause } from "../files/pause.ts";
import type { FileStore } from "../store/file-store.ts";
import { openEnvelopeSlowly } from "../store/snapshot.ts";
import { parseMain, throughIn } from "../store/state-files.ts";
import type { CheckedJournal, Moment } from "./verify-journal.ts";

/** A snapshot file or its copy. `paper` is null for library.json. */
type SnapshotFile = Readonly<{ name: string; paper: string | null; through: number; sha256: string }>;

/** How many edits are replayed without a pause. */
const replayed = 200;

/**
 * Check every snapshot file and its copy: their checksums, that each copy is the one that belongs to its file, and that
 * each holds what the journal gives up to the same change. The library itself is compared in the same way.
 */
export async function snapshotProblems(
  store: FileStore,
  { library, last }: Moment,
  journal: CheckedJournal,
  pause: Pause,
): Promise<Message[]> {
  const problems: Message[] = [];
  const files: SnapshotFile[] = [];
  const names: [string, string | null][] = [["library.json", null]];
  // Those of removed papers too, which undoing that needs again.
  const folders = await listIfThere(path.join(store.folder, "papers"), store.disk);
  for (const paper of new Set([...Object.keys(library.papers), ...folders]))
    if (PaperId.safeParse(paper).success) names.push([`papers/${paper}/annotations.json`, paper]);
  for (const [name, paper] of names) {
    const { found, problem } = await readPair(store, name, paper, pause);
    files.push(...found);
    problems.push(...problem);
    await pause();
  }
  if (journal.entries === null) return problems;
  const due = files.filter((file) => file.through <= last).sort((a, b) => a.through - b.through);
  const draft = new Draft(emptyLibrary(library.id));
  const compare = async (upTo: number): Promise<void> => {
    for (let next = due[0]; next !== undefined && next.through <= upTo; next = due[0]) {
      due.shift();
      if (!(await isAsJournal(store, next, draft.library, pause)))
        problems.push(message("verify.foreign", { file: next.name }));
      await pause();
    }
  };
  await compare(0);
  for (const { number, change } of journal.entries) {
    for (let from = 0; from < change.edits.length; from += replayed) {
      draft.replay({ edits: change.edits.slice(from, from + replayed) }, () => true);
      await pause();
    }
    await compare(number);
  }
  if (!(await isSame(draft.library, library, pause))) problems.push(message("journal.differs"));
  return problems;
}

/** A snapshot file with its copy, read until both belong to one moment: snapshots are written beside other work. */
async function readPair(
  store: FileStore,
  name: string,
  paper: string | null,
  pause: Pause,
): Promise<{ found: SnapshotFile[]; problem: Message[] }> {
  for (let attempt = 0; ; attempt++) {
    const newest = await readOne(store, name, pause);
    const copy = await readOne(store, `${name}.bak`, pause);
    const again = await readOne(store, name, pause);
    const isSteady = again?.sha256 === newest?.sha256 || attempt === 5;
    if (!isSteady) continue;
    const problem = [newest, copy]
      .filter((file) => file !== null && file.body === null)
      .map((file) => message("snapshot.damaged", { file: file?.name ?? name }));
    const wanted = newest?.body == null ? undefined : newest.before;
    if (wanted !== undefined && copy?.body !== null && wanted !== (copy?.sha256 ?? null))
      problem.push(message("verify.otherCopy", { file: `${name}.bak` }));
    const found = [newest, copy].flatMap((file): SnapshotFile[] => {
      const through = file?.body == null ? null : throughIn(file.body);
      return file === null || through === null ? [] : [{ name: file.name, paper, through, sha256: file.sha256 }];
    });
    return { found, problem };
  }
}

type OneFile = Readonly<{ name: string; body: string | null; sha256: string; before: string | null | undefined }>;

async function readOne(store: FileStore, name: string, pause: Pause): Promise<OneFile | null> {
  const bytes = await readIfThere(path.join(store.folder, name), store.disk);
  if (bytes === null) return null;
  try {
    const envelope = await openEnvelopeSlowly(bytes, pause);
    return { name, ...(envelope ?? { body: null, sha256: "", before: undefined }) };
  } catch (error) {
    // Its number says that a newer build wrote it.
    if (error instanceof WorkbenchError) return { name, body: null, sha256: "", before: undefined };
    throw error;
  }
}

/**
 * Whether a snapshot file holds what the journal gives up to the same change. One that was replaced since is passed
 * over.
 */
async function isAsJournal(store: FileStore, file: SnapshotFile, library: Library, pause: Pause): Promise<boolean> {
  const read = await readOne(store, file.name, pause);
  if (read?.body == null || read.sha256 !== file.sha256) return true;
  if (file.paper !== null) return isOfPaper(read.body, file.paper, library, pause);
  const main = parseMain(read.body)?.tables;
  const { annotations: _annotations, positions: _positions, ...tables } = library;
  return main !== undefined && equal(main, tables);
}

/** Whether a paper's snapshot, which may have a hundred thousand records, holds what the library has of the paper. */
async function isOfPaper(body: string, paper: string, library: Library, pause: Pause): Promise<boolean> {
  const tables = { annotations: ofPaper(library.annotations, paper), positions: ofPaper(library.positions, paper) };
  let same = true;
  const seen = { annotations: 0, positions: 0 };
  const value = (from: number): [unknown, number] => {
    const end = endOfValue(body, from);
    return [JSON.parse(body.slice(from, end)), end];
  };
  try {
    await walkJson(body, 0, async (name, from) => {
      if (name === "annotations" || name === "positions")
        return walkJson(body, from, async (id, index) => {
          await pause();
          const [record, end] = value(index);
          const wanted: Table<unknown> = tables[name];
          seen[name]++;
          same &&= Object.hasOwn(wanted, id) && isRecord(name, record, wanted[id]);
          return end;
        });
      const [own, end] = value(from);
      if (name === "paper") same &&= own === paper;
      return end;
    });
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
  return (
    same &&
    (Object.keys(seen) as (keyof typeof seen)[]).every((name) => seen[name] === Object.keys(tables[name]).length)
  );
}

/** Files of earlier builds lack fields that were added since; reading gives them the empty value. */
function isRecord(table: "annotations" | "positions", record: unknown, wanted: unknown): boolean {
  if (equal(record, wanted)) return true;
  const parsed = table === "annotations" ? Annotation.safeParse(record) : Position.safeParse(record);
  return parsed.success && equal(parsed.data, wanted);
}

/** Whether two libraries are the same, compared piece by piece so that other work goes on. */
async function isSame(library: Library, other: Library, pause: Pause): Promise<boolean> {
  for (const key of Object.keys(library) as (keyof Library)[])
    if (!(await isSameValue(library[key], other[key], 3, pause))) return false;
  return Object.keys(library).length === Object.keys(other).length;
}

async function isSameValue(value: unknown, other: unknown, depth: number, pause: Pause): Promise<boolean> {
  await pause();
  if (depth === 0 || !isTable(value) || !isTable(other)) return equal(value, other);
  const keys = Object.keys(value);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys)
    if (!Object.hasOwn(other, key) || !(await isSameValue(value[key], other[key], depth - 1, pause))) return false;
  return true;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
