/**
 * What adding, opening, verifying and backing up cost with all claims in one paper, and how long a commit takes while
 * the library is verified or backed up: `bench/one-paper.ts [claims...]`. All times are processor time
 * of the main thread, which is what they take on a quiet machine.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { digest } from "../src/main/services/files/digest.ts";
import { backup } from "../src/main/services/maintenance/backup.ts";
import { verify } from "../src/main/services/maintenance/verify.ts";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { PaperFiles } from "../src/main/services/store/paper-files.ts";
import type { Edit } from "../src/shared/change/edit.ts";
import { claimEdits } from "../src/shared/claims/claim-edits.ts";
import { findOrCreateIssue } from "../src/shared/codebook/find-or-create.ts";
import { stanceScale } from "../src/shared/codebook/stance-scale.ts";
import { newId, PaperId } from "../src/shared/model/ids.ts";
import { blankPaper } from "../src/shared/model/paper.ts";

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20_000, 100_000];
/** Claims in one change, at most, as `annotate --from` makes them. */
const chunk = 100_000;
const time = "2026-01-02T03:04:05.000Z";
const sentence = "The council holds that the dues of the harbour should follow the length of a boat. ";

const root = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const open = (name: string): Promise<FileLibrary> =>
  FileLibrary.open(path.join(root, name), { program: "a bench", coder: "Bench" });

/** A library with one paper of so many sentences, and an issue. */
async function begin(name: string, count: number): Promise<{ store: FileLibrary; paper: PaperId }> {
  const store = await open(name);
  await store.commit("An issue", findOrCreateIssue(store.library.issues, ["Dues"]).edits);
  const text = sentence.repeat(count);
  const source = Buffer.from(text);
  const id = newId(PaperId);
  const content = {
    text,
    blocks: [],
    pages: [{ label: "§1", width: 0, height: 0, rotation: 0 as const }],
    warnings: [],
  };
  await new PaperFiles(store.folder, store.disk).write(id, "text", { source, content, geometry: null });
  const file = { format: "text" as const, fileName: "a.txt", sha256: digest(source), bytes: source.length };
  const about = { title: "A paper", authors: [], date: null, author: null, added: time, coder: store.coder };
  const to = { ...blankPaper, ...file, ...about, characters: text.length, pages: 1, id };
  await store.commit("A paper", [{ table: "papers", from: null, to }]);
  return { store, paper: id };
}

function claim(store: FileLibrary, paper: PaperId, index: number): Edit[] {
  const start = index * sentence.length;
  const quote = sentence.trim();
  const range = { start, end: start + quote.length, quote, prefix: "", suffix: "" };
  const issue = Object.values(store.library.issues)[0];
  const stance = stanceScale(store.library.stances)[index % 5];
  if (issue === undefined || stance === undefined) throw new Error("The codebook is empty.");
  const positions = [{ issue: issue.id, stance: stance.id, strength: null }];
  const passage = { ranges: [range], areas: [] };
  return claimEdits({ paper, passage, actor: null, positions, certainty: 4, note: "", coder: store.coder, at: time })
    .edits;
}

const processor = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000;
};

/** Processor time of some work in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = process.threadCpuUsage();
  await work();
  return processor(began);
}

/** The longest time for which some work lets nothing else have its turn, in milliseconds of processor time. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let done = false;
  let most = 0;
  const running = work().finally(() => {
    done = true;
  });
  for (let last = process.threadCpuUsage(); !done; last = process.threadCpuUsage()) {
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, processor(last));
  }
  await running;
  return most;
}

/** Processor time of what a script calls `timed`, in a process that has nothing else in memory. */
async function inChild(name: string, script: string): Promise<number> {
  const from = (file: string): string => JSON.stringify(new URL(`../src/main/services/${file}`, import.meta.url).href);
  const all = `
    import { FileLibrary } from ${from("store/library.ts")};
    import { verify } from ${from("maintenance/verify.ts")};
    const folder = ${JSON.stringify(path.join(root, name))};
    const open = () => FileLibrary.open(folder, { program: "a bench", coder: "Bench" });
    const timed = async (work) => {
      const began = process.threadCpuUsage();
      await work();
      const { user, system } = process.threadCpuUsage(began);
      process.stdout.write(String((user + system) / 1000));
    };
    ${script}
    process.exit(0);`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", all], { encoding: "utf8" }));
}

const show = (number: number): string => number.toFixed(number < 100 ? 1 : 0);

for (const count of sizes) {
  const name = `${count}`;
  const { store, paper } = await begin(name, count);
  const adding = await timed(async () => {
    for (let from = 0; from < count; from += chunk) {
      const claims = Array.from({ length: Math.min(chunk, count - from) }, (_, index) =>
        claim(store, paper, from + index),
      );
      await store.commit("Claims", claims.flat());
    }
  });
  const turns = 40;
  const alone =
    (await timed(async () => {
      for (let index = 0; index < turns; index++) await store.commit("A claim", claim(store, paper, index));
    })) / turns;
  const undone = await timed(() => store.undo());
  const verified = await timed(() => verify(store));
  const backedUp = await timed(() => backup(store));
  console.log(
    `${count} claims in one paper: added in ${show(adding)} ms, one more in ${show(alone)} ms, one undone in ` +
      `${show(undone)} ms, verified in ${show(verified)} ms, backed up in ${show(backedUp)} ms`,
  );
  for (const [what, work] of [
    ["verifying", () => verify(store)],
    ["backing up", () => backup(store)],
  ] as const) {
    const turn = await longestTurn(work);
    console.log(
      `  longest turn of ${what}: ${show(turn)} ms, so a commit takes at most ${show(1 + turn / alone)} times its usual time`,
    );
  }
  await store.close();
  const verifying = await inChild(name, "const store = await open(); await timed(() => verify(store));");
  const opening = await inChild(name, "await timed(open);");
  for (const file of [
    "library.json",
    "library.json.bak",
    `papers/${paper}/annotations.json`,
    `papers/${paper}/annotations.json.bak`,
  ])
    await rm(path.join(root, name, file), { force: true });
  const replaying = await inChild(name, "await timed(open);");
  console.log(
    `  in a process of its own: opened from snapshots in ${show(opening)} ms, from the journal alone in ` +
      `${show(replaying)} ms, verified in ${show(verifying)} ms`,
  );
}
await rm(root, { recursive: true, force: true });
