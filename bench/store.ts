/**
 * What an edit, an opening and the memory of a large library cost: `node --expose-gc bench/store.ts [papers]
 * [annotations per paper]`. Commits to the large library and to an empty one take turns, so that the disk's moods meet
 * both alike.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { FileLibrary } from "../src/main/services/store/library.ts";
import type { Edit } from "../src/shared/change/edit.ts";
import { claimEdits } from "../src/shared/claims/claim-edits.ts";
import { findOrCreateIssue } from "../src/shared/codebook/find-or-create.ts";
import { stanceScale } from "../src/shared/codebook/stance-scale.ts";
import { newId, PaperId } from "../src/shared/model/ids.ts";
import { blankPaper } from "../src/shared/model/paper.ts";

const papers = Number(process.argv[2] ?? 1000);
const each = Number(process.argv[3] ?? 100);
const turns = 400;
const time = "2026-01-02T03:04:05.000Z";
const quote =
  "The council holds that the dues of the harbour should follow the length of a boat and not its value, ".repeat(2);

const root = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const open = (name: string): Promise<FileLibrary> =>
  FileLibrary.open(path.join(root, name), { program: "a bench", coder: "Bench" });

function paperEdit(store: FileLibrary, number: number): Edit & { table: "papers" } {
  const sha256 = number.toString(16).padStart(64, "0");
  const file = {
    format: "text" as const,
    fileName: `${number}.txt`,
    sha256,
    bytes: 1,
    characters: 1_000_000,
    pages: 1,
  };
  const about = { title: `Paper ${number}`, authors: [], date: null, author: null, added: time, coder: store.coder };
  return { table: "papers", from: null, to: { ...blankPaper, ...file, ...about, id: newId(PaperId) } };
}

function claim(store: FileLibrary, paper: PaperId, index: number): Edit[] {
  const range = { start: index * 300, end: index * 300 + quote.length, quote, prefix: "before it", suffix: "after it" };
  const issue = Object.values(store.library.issues)[0];
  const stance = stanceScale(store.library.stances)[index % 5];
  if (issue === undefined || stance === undefined) throw new Error("The codebook is empty.");
  const positions = [{ issue: issue.id, stance: stance.id, strength: null }];
  const passage = { ranges: [range], areas: [] };
  return claimEdits({ paper, passage, actor: null, positions, certainty: 4, note: "", coder: store.coder, at: time })
    .edits;
}

async function begin(name: string): Promise<{ store: FileLibrary; paper: PaperId }> {
  const store = await open(name);
  await store.commit("An issue", findOrCreateIssue(store.library.issues, ["Dues"]).edits);
  const edit = paperEdit(store, 0);
  await store.commit("A paper", [edit]);
  if (edit.to === null) throw new Error("No paper was made.");
  return { store, paper: edit.to.id };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const small = await begin("small");
const large = await begin("large");
const filled = await timed(async () => {
  for (let number = 1; number <= papers; number++) {
    const edit = paperEdit(large.store, number);
    await large.store.commit("A paper", [edit]);
    const { to } = edit;
    if (to === null) continue;
    const claims = Array.from({ length: each }, (_, index) => claim(large.store, to.id, index));
    await large.store.commit("Claims", claims.flat());
  }
});

const times: Record<"small" | "large", number[]> = { small: [], large: [] };
for (let turn = 0; turn < turns; turn++)
  for (const [name, { store, paper }] of Object.entries({ small, large }) as ["small" | "large", typeof small][])
    times[name].push(await timed(() => store.commit("A claim", claim(store, paper, turn))));

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const late = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? 0;
const show = (number: number): string => number.toFixed(2);
console.log(`${papers * each} annotations in ${papers} papers, filled in ${show(filled / 1000)} s`);
for (const name of ["small", "large"] as const)
  console.log(
    `a commit, ${name} library: median ${show(middle(times[name]))} ms, 95th percentile ${show(late(times[name]))} ms`,
  );
console.log(`large : small = ${show(middle(times.large) / middle(times.small))}`);

await small.store.close();
await large.store.close();
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
// The closed libraries stay in memory, before and after, so that only the opened one makes the difference.
let opened: FileLibrary | null = null;
// Processor time says what a reader with a quiet machine waits for, whoever else works on this one.
const processor = process.cpuUsage();
const opening = await timed(async () => {
  opened = await open("large");
});
const { user, system } = process.cpuUsage(processor);
globalThis.gc?.();
console.log(`opening: ${show(opening)} ms, ${show((user + system) / 1000)} ms of a processor`);
console.log(`state: ${show((process.memoryUsage().heapUsed - before) / 1e6)} MB`);
await (opened as FileLibrary | null)?.close();
await rm(root, { recursive: true, force: true });
