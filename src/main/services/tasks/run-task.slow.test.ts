import { expect, onTestFinished, test } from "vitest";
import type { Message } from "../../../shared/messages/arguments.ts";
import { sampleFile } from "../calls/papers.ts";
import { resourcesFolder } from "../files/resources.ts";
import type { ContentPart } from "../import/imported.ts";
import { WorkerPool } from "../workers/pool.ts";
import { taskPool, taskThreads, workerMemory } from "./run-task.ts";
import { type Tasks, tasks } from "./tasks.ts";

type Limits = Readonly<{ time?: number; growth?: number }>;

/** A pool in which a task has other limits. */
function poolWith(limits: Readonly<Partial<Record<keyof Tasks, Limits>>>): WorkerPool<Tasks> {
  const limited = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, { ...task, ...limits[name as keyof Tasks] }]),
  );
  const pool = new WorkerPool<Tasks>({ ...taskPool, tasks: limited as Tasks });
  onTestFinished(() => pool.close());
  return pool;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const run = (signal = new AbortController().signal) => ({ signal, onProgress: () => undefined });
const small = { name: "a.csv", bytes: bytesOf("a,b\n1,2\n") };
/** Lines of empty cells: fewer than a table may have, and some thirty times their bytes when read. */
const columns = 100;
const bomb = (): { name: string; bytes: Uint8Array } => {
  const head = Array.from({ length: columns }, (_, index) => `c${index}`).join(",");
  return { name: "bomb.csv", bytes: bytesOf(`${head}\n${`${",".repeat(columns - 1)}\n`.repeat(200_000)}`) };
};

test("a task gives back what it made, or the sentence of its failure", async () => {
  const pool = poolWith({});
  expect(await pool.run("readTable", small, run())).toEqual({ value: [{ a: "1", b: "2" }], numbers: [2] });
  await expect(pool.run("readTable", { name: "a.json", bytes: bytesOf("{") }, run())).rejects.toMatchObject({
    code: "invalid",
    message: "a.json is not a valid JSON file.",
  });
});

const tooMuch = { code: "limit", message: expect.stringContaining("too much time or memory") };

test("a task that takes too long is ended, and the next one runs", async () => {
  const pool = poolWith({ importSource: { time: 1 } });
  const slow = { name: "a.md", bytes: bytesOf("# x\n\n".repeat(50_000)), known: [] };
  await expect(pool.run("importSource", slow, run())).rejects.toMatchObject(tooMuch);
  expect(await pool.run("readTable", small, run())).toMatchObject({ numbers: [2] });
});

test("a task that makes the program grow is ended, and the next one runs", async () => {
  const pool = poolWith({ readTable: { growth: 60 } });
  await expect(pool.run("readTable", bomb(), run())).rejects.toMatchObject(tooMuch);
  expect(await pool.run("readTable", small, run())).toMatchObject({ numbers: [2] });
});

test("a pool's own limit holds where a task's is higher", async () => {
  const pool = new WorkerPool<Tasks>({ ...taskPool, growth: 60 });
  onTestFinished(() => pool.close());
  await expect(pool.run("readTable", bomb(), run())).rejects.toMatchObject(tooMuch);
  expect(await pool.run("readTable", small, run())).toMatchObject({ numbers: [2] });
});

test.each([1, 2, 3, 4, 16])(
  "in Electron on %d processors all tasks at their limits fit into the 4 GB of all heaps",
  (processors) => {
    const threads = taskThreads(processors, "45.4.1");
    const { heap, growth = Number.POSITIVE_INFINITY } = workerMemory(threads, "45.4.1");
    expect(threads * growth).toBeLessThan(4096 - 512);
    expect(heap).toBeGreaterThan(growth);
    expect(heap).toBeLessThan(4096);
  },
);

test.each([
  [1, 2, 2],
  [2, 2, 2],
  [4, 4, 3],
  [64, 8, 3],
])("on %d processors there are %d workers, in Electron %d", (processors, workers, inElectron) => {
  expect(taskThreads(processors)).toBe(workers);
  expect(taskThreads(processors, "45.4.1")).toBe(inElectron);
  expect(workerMemory(workers).growth).toBeUndefined();
});

test("progress is reported while a task runs, and one that was stopped before it began does nothing", async () => {
  const pool = poolWith({});
  const steps: [Message, number, number][] = [];
  const controller = new AbortController();
  controller.abort();
  await expect(pool.run("readTable", small, run(controller.signal))).rejects.toMatchObject({ code: "cancelled" });
  const pdf = await sampleFile(resourcesFolder(), "sample.pdf");
  const { imported } = await pool.run(
    "importSource",
    { name: "sample.pdf", bytes: pdf, known: [] },
    { signal: new AbortController().signal, onProgress: (...progress) => void steps.push(progress) },
  );
  expect(imported?.end.pages.length).toBe(steps.at(-1)?.[2]);
  expect(steps.map(([, done]) => done)).toEqual(steps.map((_, index) => index + 1));
});

test("all that a task hands out has come when it ends, in order", async () => {
  const parts: ContentPart[] = [];
  const bytes = bytesOf("# One\n\nWords.\n\n# Two\n");
  const onPart = (part: ContentPart): void => void parts.push(part);
  const pool = poolWith({});
  for (let round = 0; round < 20; round++)
    await pool.run("importSource", { name: "a.md", bytes, known: [] }, { ...run(), onPart });
  expect(parts.map((part) => part.text)).toEqual(Array.from({ length: 20 }, () => "One\nWords.\nTwo"));
});

test("a pool that was closed opens again with the next task", async () => {
  const pool = poolWith({});
  expect(await pool.run("readTable", small, run())).toMatchObject({ numbers: [2] });
  await pool.close();
  await pool.close();
  expect(await pool.run("readTable", small, run())).toMatchObject({ numbers: [2] });
});

test("a JSON that would take all memory is refused before it is read", async () => {
  const lists = { name: "bomb.json", bytes: bytesOf(`[${"[],".repeat(6_000_000)}0]`) };
  await expect(poolWith({}).run("readTable", lists, run())).rejects.toMatchObject({
    code: "limit",
    message: "bomb.json is too large. Split it into several files.",
  });
});

test("a task is stopped when asked", async () => {
  const controller = new AbortController();
  const running = poolWith({}).run("readTable", bomb(), run(controller.signal));
  controller.abort();
  await expect(running).rejects.toMatchObject({ code: "cancelled", message: "Stopped. Nothing was changed." });
});
