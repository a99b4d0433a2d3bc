import assert from "node:assert/strict";
import type { Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { type ChangeLabel, undoneLabel } from "../../../shared/change/label.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { AnnotationId, newId, PaperId, PositionId } from "../../../shared/model/ids.ts";
import { blankPaper, type Paper } from "../../../shared/model/paper.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { newIssue } from "../fixture.cases.ts";
import { backup } from "../maintenance/backup.ts";
import { verify } from "../maintenance/verify.ts";
import { type Fault, FaultyDisk } from "./faulty-disk.cases.ts";
import { FileLibrary } from "./library.ts";
import { type Chance, MemoryDisk, ticking } from "./memory-disk.cases.ts";
import { PaperFiles } from "./paper-files.ts";

const folder = "/library";
const sizes = { compactEvery: 7, segmentBytes: 6000, knownFrom: 1 };
const text = "The board says that every gate must open before June.";

/** One session of a random history: what is done, and what goes wrong. `power` also takes what was not flushed. */
export type Session = Readonly<{ steps: readonly number[]; fault: Fault | null; power: boolean }>;

function openOn(disk: Disk, patience = 0): Promise<FileLibrary> {
  return FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes, patience });
}

/** Everything that was acknowledged, and how many changes were on their way when the session ended. */
export type Account = { acknowledged: string[]; underWay: number; faults: number };

/** Work in the library until the steps are done or the disk fails. Counts what was acknowledged. */
async function work(disk: FaultyDisk, steps: readonly number[], account: Account): Promise<void> {
  try {
    const store = await openOn(disk);
    store.subscribe((news) => {
      if (news.kind === "change") account.acknowledged.push(news.change.id);
    });
    for (const step of steps) {
      if (disk.killed) break;
      await attempt(() => doStep(store, disk, step, account));
    }
    await attempt(() => store.close());
  } catch (error) {
    tolerate(error);
  }
}

/** What must hold after any crash: all that was acknowledged in its order, nothing half, everything verified. */
async function checkAfter(disk: MemoryDisk, account: Account, chance: Chance, power: boolean): Promise<void> {
  if (power) disk.cutPower(chance);
  await disk.remove(`${folder}/lock`);
  const store = await openOn(disk);
  assert.deepEqual(store.access, { mode: "write" });
  const changes = await past(store);
  const ids = changes.map((change) => change.id);
  assert.deepEqual(ids.slice(0, account.acknowledged.length), account.acknowledged);
  assert.ok(ids.length - account.acknowledged.length <= account.underWay, "changes that nobody made");
  assert.deepEqual((await verify(store)).problems, []);
  const { undo, redo } = store.state();
  assert.deepEqual({ undo, redo }, labels(changes));
  await store.close();
  account.acknowledged = ids;
  account.underWay = 0;
}

async function past(store: FileLibrary): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const entry of store.past.backwards()) changes.push(entry.change);
  return changes.reverse();
}

/** What undo and redo must offer, worked out plainly from the whole history. */
function labels(changes: readonly Change[]): { undo: ChangeLabel | null; redo: ChangeLabel | null } {
  const undo: Change[] = [];
  let redo: Change[] = [];
  for (const change of changes)
    if (change.undoes === null) {
      undo.push(change);
      redo = [];
    } else if (undo.at(-1)?.id === change.undoes) {
      undo.pop();
      redo.push(change);
    } else {
      redo.pop();
      undo.push(change);
    }
  const next = redo.at(-1);
  return { undo: undo.at(-1)?.label ?? null, redo: next === undefined ? null : undoneLabel(next) };
}

/** One step of a random history: `step` says which kind. Counts in the account what is on its way. */
export async function doStep(store: FileLibrary, disk: Disk, step: number, account: Account): Promise<void> {
  const commit = async (label: string, edits: readonly Edit[]): Promise<void> => {
    account.underWay++;
    await store.commit(label, edits);
    account.underWay--;
  };
  const { annotations, positions, papers, issues } = store.library;
  const [issue] = Object.values(issues);
  const paper = Object.values(papers).at(-1);
  switch (step % 10) {
    case 0:
    case 1:
      return commit(`Add ${step}`, [newIssue(`Issue ${step}`)]);
    case 2: {
      const burst = Array.from({ length: 5 }, (_, index) => commit(`Add ${index}`, [newIssue(`Burst ${index}`)]));
      const done = await Promise.allSettled(burst);
      for (const result of done) if (result.status === "rejected") throw result.reason;
      return;
    }
    case 3:
    case 4: {
      account.underWay++;
      await (step % 10 === 3 ? store.undo() : store.redo());
      account.underWay--;
      return;
    }
    case 5:
      return addPaper(store, disk, step, commit);
    case 6: {
      const annotation = paper === undefined ? undefined : Object.values(ofPaper(annotations, paper.id))[0];
      if (annotation === undefined) return;
      const annotationPositions = Object.values(ofPaper(positions, annotation.paper)).filter(
        (position) => position.annotation === annotation.id,
      );
      const edits = annotationPositions.map((from): Edit => ({ table: "positions", from, to: null }));
      return commit("Remove", [...edits, { table: "annotations", from: annotation, to: null }]);
    }
    case 7:
      if (issue === undefined) return;
      return commit("Rename", [{ table: "issues", from: issue, to: { ...issue, name: `Renamed ${step}` } }]);
    case 8:
      await backup(store);
      return;
    default:
      if (paper !== undefined) await commit("Code", claim(store, paper));
  }
}

async function addPaper(
  store: FileLibrary,
  disk: Disk,
  step: number,
  commit: (label: string, edits: readonly Edit[]) => Promise<void>,
): Promise<void> {
  // As whoever imports a paper does.
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const source = Buffer.from(`${text} ${step}`);
  const sha256 = digest(source);
  const about = {
    title: `Paper ${step}`,
    authors: [],
    date: null,
    format: "text" as const,
    fileName: "a.txt",
    author: null,
    ...blankPaper,
  };
  const id = newId(PaperId);
  const sizes = { bytes: source.length, characters: text.length, pages: 1 };
  const paper: Paper = { ...about, ...sizes, id, sha256, added: new Date().toISOString(), coder: store.coder };
  const content = {
    text,
    blocks: [],
    pages: [{ label: "§1", width: 0, height: 0, rotation: 0 as const }],
    warnings: [],
  };
  await new PaperFiles(store.folder, disk).write(id, "text", { source, content, geometry: null });
  await commit("Import", [{ table: "papers", from: null, to: paper }, ...claim(store, paper)]);
}

function claim(store: FileLibrary, paper: Paper): Edit[] {
  const time = new Date().toISOString();
  const id = newId(AnnotationId);
  const range = { start: 4, end: 9, quote: text.slice(4, 9), prefix: "The ", suffix: " says" };
  const about = {
    actor: null,
    certainty: null,
    grade: null,
    note: "",
    coder: store.coder,
    created: time,
    modified: time,
  };
  const to = { ...about, id, paper: paper.id, passage: { ranges: [range], areas: [] } };
  const [issue] = Object.values(store.library.issues);
  const [stance] = Object.values(store.library.stances);
  if (issue === undefined || stance === undefined) return [{ table: "annotations", from: null, to }];
  const position = {
    id: newId(PositionId),
    paper: paper.id,
    annotation: id,
    issue: issue.id,
    stance: stance.id,
    strength: null,
  };
  return [
    { table: "annotations", from: null, to },
    { table: "positions", from: null, to: position },
  ];
}

async function attempt(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    tolerate(error);
  }
}

/** Only failures of the disk, and the sentences made of them, may come out. */
function tolerate(error: unknown): void {
  if (error instanceof WorkbenchError && ["disk", "readOnly", "reference", "conflict"].includes(error.code)) return;
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause.message.includes("a failure made for a test")) return;
  throw error;
}

/** A random session that goes wrong at a random call. */
export function sessionOf(kind: Fault["kind"], chance: Chance): Session {
  const steps = Array.from({ length: 3 + chance(23) }, () => chance(10));
  const step = 1 + chance(110);
  const when = (["before", "within", "after"] as const)[chance(3)] ?? "within";
  const reads = chance(2) === 0;
  // A file that cannot be found is no failure of reading.
  const code = ["ENOSPC", "EIO", "EPERM", "EROFS", "ENOENT"][chance(reads ? 4 : 5)] ?? "EIO";
  const fault: Fault =
    kind === "kill" ? { kind, at: step, when } : { kind, at: step, code, times: 1 + chance(12), reads };
  return { steps, fault, power: chance(2) === 0 };
}

/** What can go wrong at a call, in words. */
export const troubles = [
  ["killed before it", (step) => ({ kind: "kill", at: step, when: "before" })],
  ["killed within it", (step) => ({ kind: "kill", at: step, when: "within" })],
  ["killed after it", (step) => ({ kind: "kill", at: step, when: "after" })],
  ["with a full disk", (step) => ({ kind: "fail", at: step, code: "ENOSPC", times: 1, reads: false })],
  [
    "with a full disk that stays full",
    (step) => ({ kind: "fail", at: step, code: "ENOSPC", times: 1000, reads: false }),
  ],
  ["with a failing disk", (step) => ({ kind: "fail", at: step, code: "EIO", times: 1, reads: true })],
  [
    "with a disk that has failed for good",
    (step) => ({ kind: "fail", at: step, code: "EIO", times: 1000, reads: true }),
  ],
  ["without permission", (step) => ({ kind: "fail", at: step, code: "EPERM", times: 2, reads: true })],
] as const satisfies readonly (readonly [string, (step: number) => Fault])[];

/** A session with everything in it, gone wrong at each of its calls in turn, or at every so many-th. */
export async function failEach(faultAt: (step: number) => Fault, stride = 1): Promise<Account> {
  const steps = [0, 5, 9, 2, 3, 4, 6, 7, 8, 1, 9, 5, 2, 9, 7, 0];
  const whole: Account = { acknowledged: [], underWay: 0, faults: 0 };
  for (let step = 1; ; step += stride) {
    const first: Session = { steps: steps.slice(0, 5), fault: null, power: false };
    const account = await live([first, { steps, fault: faultAt(step), power: step % 2 === 0 }], () => 0);
    whole.acknowledged.push(...account.acknowledged);
    whole.faults += account.faults;
    if (account.faults === 0) return whole;
  }
}

/** The sessions one after the other on one disk, with the check after each. */
export async function live(sessions: readonly Session[], chance: Chance): Promise<Account> {
  const disk = new MemoryDisk();
  // What is known of files then counts from the next opening on.
  disk.clock = ticking();
  await disk.makeFolder(folder);
  const account: Account = { acknowledged: [], underWay: 0, faults: 0 };
  for (const { steps, fault, power } of sessions) {
    const faulty = new FaultyDisk(disk, fault);
    await work(faulty, steps, account);
    if (fault !== null && faulty.calls >= fault.at) account.faults++;
    await checkAfter(disk, account, chance, power && faulty.killed);
  }
  return account;
}
