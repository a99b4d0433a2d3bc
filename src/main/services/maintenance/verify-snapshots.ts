import path from "node:path";
import equal from "fast-deep-equal";
import { Draft } from "../../../shared/change/change.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import type { Pause } from "../files/pause.ts";
import type { FileStore } from "../store/file-store.ts";
import { openEnvelope } from "../store/snapshot.ts";
import { parseMain, parseOfPaper, throughIn } from "../store/state-files.ts";
import type { CheckedJournal, Moment } from "./verify-journal.ts";

/** A snapshot file or its copy. `paper` is null for library.json. */
type SnapshotFile = Readonly<{ name: string; paper: string | null; through: number; sha256: string }>;

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
    const { found, problem } = await readPair(store, name, paper);
    files.push(...found);
    problems.push(...problem);
    await pause();
  }
  if (journal.entries === null) return problems;
  const due = files.filter((one) => one.through <= last).sort((a, b) => a.through - b.through);
  const draft = new Draft(emptyLibrary(library.id));
  const compare = async (upTo: number): Promise<void> => {
    for (let next = due[0]; next !== undefined && next.through <= upTo; next = due[0]) {
      due.shift();
      if (!(await isAsJournal(store, next, draft.library)))
        problems.push(message("verify.foreign", { file: next.name }));
      await pause();
    }
  };
  await compare(0);
  for (const { number, change } of journal.entries) {
    draft.replay(change, () => true);
    await compare(number);
    await pause();
  }
  if (!(await isSame(draft.library, library, pause))) problems.push(message("journal.differs"));
  return problems;
}

/** A snapshot file with its copy, read until both belong to one moment: snapshots are written beside other work. */
async function readPair(
  store: FileStore,
  name: string,
  paper: string | null,
): Promise<{ found: SnapshotFile[]; problem: Message[] }> {
  for (let attempt = 0; ; attempt++) {
    const newest = await readOne(store, name);
    const copy = await readOne(store, `${name}.bak`);
    const again = await readOne(store, name);
    const isSteady = again?.sha256 === newest?.sha256 || attempt === 5;
    if (!isSteady) continue;
    const problem = [newest, copy]
      .filter((one) => one !== null && one.body === null)
      .map((one) => message("snapshot.damaged", { file: one?.name ?? name }));
    const wanted = newest?.body == null ? undefined : newest.before;
    if (wanted !== undefined && copy?.body !== null && wanted !== (copy?.sha256 ?? null))
      problem.push(message("verify.otherCopy", { file: `${name}.bak` }));
    const found = [newest, copy].flatMap((one): SnapshotFile[] => {
      const through = one?.body == null ? null : throughIn(one.body);
      return one === null || through === null ? [] : [{ name: one.name, paper, through, sha256: one.sha256 }];
    });
    return { found, problem };
  }
}

type OneFile = Readonly<{ name: string; body: string | null; sha256: string; before: string | null | undefined }>;

async function readOne(store: FileStore, name: string): Promise<OneFile | null> {
  const bytes = await readIfThere(path.join(store.folder, name), store.disk);
  if (bytes === null) return null;
  try {
    const envelope = openEnvelope(bytes);
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
async function isAsJournal(store: FileStore, file: SnapshotFile, library: Library): Promise<boolean> {
  const one = await readOne(store, file.name);
  if (one?.body == null || one.sha256 !== file.sha256) return true;
  if (file.paper === null) {
    const main = parseMain(one.body)?.tables;
    const { annotations: _annotations, positions: _positions, ...tables } = library;
    return main !== undefined && equal(main, tables);
  }
  const own = parseOfPaper(one.body);
  if (own === null || (own.paper !== undefined && own.paper !== file.paper)) return false;
  return (
    equal(own.annotations, { ...ofPaper(library.annotations, file.paper) }) &&
    equal(own.positions, { ...ofPaper(library.positions, file.paper) })
  );
}

/** Whether two libraries are the same, compared piece by piece so that other work goes on. */
async function isSame(one: Library, other: Library, pause: Pause): Promise<boolean> {
  for (const key of Object.keys(one) as (keyof Library)[])
    if (!(await isSameValue(one[key], other[key], 3, pause))) return false;
  return Object.keys(one).length === Object.keys(other).length;
}

async function isSameValue(one: unknown, other: unknown, depth: number, pause: Pause): Promise<boolean> {
  await pause();
  if (depth === 0 || !isTable(one) || !isTable(other)) return equal(one, other);
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys)
    if (!Object.hasOwn(other, key) || !(await isSameValue(one[key], other[key], depth - 1, pause))) return false;
  return true;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
