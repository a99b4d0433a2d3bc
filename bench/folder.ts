/**
 * Imports a folder of papers as the window and the command line do, with one reader and with as many as there are
 * processors: `bench/folder.ts [papers] [pages each]`. Says how long it takes, whether the papers are in the order of
 * their files, and how long other calls take meanwhile: a claim that is made and the records of a paper, as while one
 * reads and codes. Half of the papers are PDF, half are plain text.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { resourcesFolder } from "../src/main/services/files/resources.ts";
import { closePool, taskPool } from "../src/main/services/tasks/run-task.ts";
import { typst } from "../src/main/services/typst/typst.ts";
import { type OpenWorkbench, openWorkbench } from "../src/main/services/workbench.ts";
import { readersOn, sideBySide } from "../src/shared/papers/side-by-side.ts";
import { middle, percentile } from "./frames.ts";

const count = Number(process.argv[2] ?? 500);
const pages = Number(process.argv[3] ?? 4);

const sentence = "The harbour board holds that the fee of the pier should follow the length of a ship, not its value. ";
const files = Array.from({ length: count }, (_, index) => {
  const words = `Paper ${index}. ${sentence.repeat(30 * pages)}`;
  const name = `${String(index).padStart(4, "0")}.${index % 2 === 0 ? "pdf" : "txt"}`;
  return {
    name,
    bytes: index % 2 === 0 ? typst(`#set document(title: "Paper ${index}")\n${words}`) : Buffer.from(words),
  };
});

type Result = Readonly<{ seconds: number; inOrder: boolean; claim: number[]; longest: number }>;

async function importAll(readers: number): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
  const workbench = await openWorkbench({ folder, coder: "Bench", program: "a bench", resources: resourcesFolder() });
  const { paper } = await workbench.importPaper({
    name: "own.txt",
    bytes: Buffer.from(`Mine. ${sentence.repeat(100)}`),
  });
  let isOver = false;
  const claims = makeClaims(workbench, paper.id, () => isOver);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await sideBySide(files, readers, (file, index) =>
    workbench.importPaper({ ...file, job: `${index}`, ...(index === 0 ? {} : { after: `${index - 1}` }) }),
  );
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  isOver = true;
  const names = Object.values((await workbench.state({})).library.papers).map(({ fileName }) => fileName);
  const inOrder = names.slice(1).join() === files.map(({ name }) => name).join();
  const result = { seconds, inOrder, claim: await claims, longest: delay.max / 1e6 };
  await workbench.close();
  await rm(folder, { recursive: true });
  return result;
}

/** Milliseconds that each of many claims took, made one after the other with a pause, as somebody does who codes. */
async function makeClaims(workbench: OpenWorkbench, paper: string, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    const start = 6 + times.length;
    const quote = `Mine. ${sentence.repeat(100)}`.slice(start, start + 20);
    await workbench.annotate({ rows: [{ paper, quote, positions: [{ issue: "Fees", stance: "supports" }] }] });
    times.push(performance.now() - began);
    await wait(200);
  }
  return times;
}

const processors = availableParallelism();
console.log(`${count} papers; ${processors} processors, ${taskPool.threads} workers; load ${loadavg()[0]?.toFixed(1)}`);
for (const readers of [...new Set([1, readersOn(processors), processors])]) {
  const { seconds, inOrder, claim, longest } = await importAll(readers);
  console.log(
    `${readers} at a time: ${seconds.toFixed(1)} s, ${inOrder ? "in order" : "NOT IN ORDER"}; a claim meanwhile ` +
      `${middle(claim).toFixed(0)} ms (95 of 100 within ${percentile(claim, 95).toFixed(0)}); ` +
      `longest time without an answer ${longest.toFixed(0)} ms`,
  );
}
await closePool();
