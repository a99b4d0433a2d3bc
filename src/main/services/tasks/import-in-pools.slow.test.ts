import { expect, onTestFinished, test } from "vitest";
import { typst } from "../typst/typst.ts";
import { WorkerPool } from "../workers/pool.ts";
import { importInPools } from "./import-in-pools.ts";
import { pdfPool, taskPool } from "./run-task.ts";
import { type Tasks, tasks } from "./tasks.ts";

type Limits = Readonly<{ time?: number; growth?: number }>;

/**
 * The two pools; `limits` are those of reading pages. No worker ends for want of work: that would show another one that
 * it has closed its port, which it is to say itself.
 */
function pools(limits: Limits = {}): Parameters<typeof importInPools>[0] {
  const limited = { ...tasks, readPages: { ...tasks.readPages, ...limits } };
  const idle = 24 * 60 * 60 * 1000;
  const both = {
    tasks: new WorkerPool<Tasks>({ ...taskPool, idle }),
    pages: new WorkerPool<Tasks>({ ...pdfPool, tasks: limited, idle }),
  };
  onTestFinished(async () => {
    await Promise.all([both.tasks.close(), both.pages.close()]);
  });
  return both;
}

const text = Array.from({ length: 60 }, (_, n) => `= Section ${n}\n#lorem(400)`).join("\n#pagebreak()\n");
const file = { name: "long.pdf", bytes: typst(text), known: [] };
const run = (signal = new AbortController().signal) => {
  const [parts, steps]: [string[], number[]] = [[], []];
  return {
    signal,
    onProgress: (_: unknown, done: number) => void steps.push(done),
    onPart: (part: { text: string }) => void parts.push(part.text),
    parts,
    steps,
  };
};
const always = 0;

test("a long PDF read by two workers is the same, page after page, and so is the next one", async () => {
  const both = pools();
  const alone = run();
  const want = await both.tasks.run("importSource", file, alone);
  for (let round = 0; round < 3; round++) {
    const together = run();
    expect(await importInPools(both, file, together, always)).toEqual(want);
    expect([together.parts, together.steps]).toEqual([alone.parts, alone.steps]);
    expect(both.pages.isBusy).toBe(false);
  }
});

test.each([
  { name: "time", limits: { time: 1 } },
  { name: "memory", limits: { growth: 1 } },
])("a second worker that runs out of $name is done without", async ({ limits }) => {
  const both = pools(limits);
  const { imported } = await importInPools(both, file, run(), always);
  expect(imported?.end.pages.length).toBe(60);
});

test("one of two files that are read at the same time has a second worker", async () => {
  const both = pools();
  const read = await Promise.all([1, 2].map(() => importInPools(both, file, run(), always)));
  expect(read[0]).toEqual(read[1]);
});

test("reading that is stopped stops both workers", async () => {
  const both = pools();
  const controller = new AbortController();
  const steps = { ...run(controller.signal), onProgress: () => controller.abort() };
  await expect(importInPools(both, file, steps, always)).rejects.toMatchObject({ code: "cancelled" });
  await expect.poll(() => both.pages.isBusy).toBe(false);
  expect((await importInPools(both, file, run(), always)).imported?.end.pages.length).toBe(60);
});

test("a file that can't be read has the same error, and leaves no worker busy", async () => {
  const both = pools();
  const broken = { ...file, bytes: Buffer.from("%PDF-1.7\nnothing") };
  await expect(importInPools(both, broken, run(), always)).rejects.toMatchObject({ code: "unreadable" });
  await expect.poll(() => both.pages.isBusy).toBe(false);
});

test.each([
  { name: "a short PDF", bytes: typst("One page.") },
  { name: "a text", bytes: Buffer.from("Words. ".repeat(100_000)) },
])("$name is read by one worker", async ({ bytes, name }) => {
  const both = pools();
  const reading = importInPools(both, { ...file, name, bytes }, run());
  expect(both.pages.isBusy).toBe(false);
  await reading;
});
