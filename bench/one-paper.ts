/**
 * What adding, opening, verifying and backing up cost with all claims in one paper, and how long a commit takes while
 * the library is verified, backed up or compared with a backup: `bench/one-paper.ts [claims...]`. Times of work are
 * processor time of the main thread, which is what they take on a quiet machine; those of commits beside other work
 * are by the clock, as a ratio to commits of the same library with nothing beside them.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { digest } from "../src/main/services/files/digest.ts";
import { backup } from "../src/main/services/maintenance/backup.ts";
import { previewRestore } from "../src/main/services/maintenance/preview-restore.ts";
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

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const late = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? 0;

/** Times of commits by the clock, in milliseconds, one after the other with a pause between them. */
async function commits(goOn: (made: number) => boolean, commit: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  while (goOn(times.length)) {
    const began = performance.now();
    await commit();
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return times;
}

/** Times of commits while some work goes on, which is done again until there are enough. */
async function beside(work: () => Promise<unknown>, commit: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  while (times.length < enough) {
    let done = false;
    const running = work().finally(() => {
      done = true;
    });
    times.push(...(await commits(() => !done, commit)));
    await running;
  }
  return times;
}

/** How many commits are made beside each work at least, and with nothing beside them. */
const enough = 60;

for (const count of sizes) {
  const name = `${count}`;
  const { store: first, paper } = await begin(name, count);
  const adding = await timed(async () => {
    for (let from = 0; from < count; from += chunk) {
      const claims = Array.from({ length: Math.min(chunk, count - from) }, (_, index) =>
        claim(first, paper, from + index),
      );
      await first.commit("Claims", claims.flat());
    }
  });
  const closing = await longestTurn(() => first.close());
  // Nothing of the first session's snapshots goes on beside what is measured.
  const store = await open(name);
  let made = 0;
  const commit = (): Promise<unknown> => store.commit("A claim", claim(store, paper, made++ % count));
  const alone: number[] = [];
  for (let turn = 0; turn < 40; turn++) alone.push(await timed(commit));
  const undone = await timed(() => store.undo());
  const verified = await timed(() => verify(store));
  const backedUp = await timed(() => backup(store));
  console.log(
    `${count} claims in one paper: added in ${show(adding)} ms, one more in ${show(middle(alone))} ms, one undone in ` +
      `${show(undone)} ms, verified in ${show(verified)} ms, backed up in ${show(backedUp)} ms, longest turn of ` +
      `closing ${show(closing)} ms`,
  );
  for (const [what, work] of [
    ["verifying", () => verify(store)],
    ["backing up", () => backup(store)],
    ["a preview of restoring", () => previewRestore(store, undefined)],
  ] as const) {
    const turn = await longestTurn(work);
    const usual = await commits((number) => number < enough, commit);
    const during = await beside(work, commit);
    console.log(
      `  ${what}: longest turn ${show(turn)} ms; ${during.length} commits meanwhile took ` +
        `${show(middle(during) / middle(usual))} times as long as usual (${show(middle(usual))} ms) in the middle, ` +
        `${show(late(during) / late(usual))} times at the 95th percentile, at most ${show(Math.max(...during))} ms`,
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
