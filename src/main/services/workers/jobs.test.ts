import { expect, test } from "vitest";
import type { News } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Progress } from "../files/progress.ts";
import { Jobs } from "./jobs.ts";

function made() {
  const news: News[] = [];
  return { news, jobs: new Jobs((message) => void news.push(message)) };
}

const until = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve("stopped")));

test("a job with a name reports its progress; one without does not", async () => {
  const { jobs, news } = made();
  const work = async (_signal: AbortSignal, progress: Progress) => {
    progress(message("progress.pages"), 1, 3);
    return "done";
  };
  expect(await jobs.run("one", work)).toBe("done");
  expect(await jobs.run(undefined, work)).toBe("done");
  expect(news).toEqual([{ kind: "progress", job: "one", label: message("progress.pages"), done: 1, total: 3 }]);
});

test("only the job that is named is stopped, and only while it runs", async () => {
  const { jobs } = made();
  const [promise, two] = [jobs.run("one", until), jobs.run("two", until)];
  jobs.cancel("three");
  jobs.cancel("one");
  expect(await promise).toBe("stopped");
  expect(await Promise.race([two, Promise.resolve("runs on")])).toBe("runs on");
  jobs.cancel("one");
  jobs.cancel("two");
  expect(await two).toBe("stopped");
});

test("a job that fails is forgotten like one that is done", async () => {
  const { jobs } = made();
  await expect(jobs.run("one", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  jobs.cancel("one");
  expect(await jobs.run("one", async (signal) => signal.aborted)).toBe(false);
});

test.each([
  ["done", () => Promise.resolve("done")],
  ["failed", () => Promise.reject(new Error("broken"))],
])("a job that has %s is no longer there to be stopped", async (_, end) => {
  const { jobs } = made();
  const signals: AbortSignal[] = [];
  const work = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return end();
  };
  await jobs.run("one", work).catch(() => undefined);
  jobs.cancel("one");
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});

test("work in turn waits for the work before it, also where that fails", async () => {
  const { jobs } = made();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = jobs.inTurn(async () => {
    await gate.promise;
    order.push("first");
    throw new Error("broken");
  });
  const second = jobs.inTurn(async () => order.push("second"));
  await Promise.resolve();
  expect(order).toEqual([]);
  gate.resolve();
  await expect(first).rejects.toThrow("broken");
  await second;
  expect(order).toEqual(["first", "second"]);
});

test.each(["succeeds", "fails"])("the end of a job can be waited for, also where it %s", async (how) => {
  const { jobs } = made();
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const job = jobs
    .named("one", undefined, async () => {
      await gate.promise;
      order.push("over");
      if (how === "fails") throw new Error("broken");
    })
    .catch(() => undefined);
  const waiting = jobs.over("one").then(() => order.push("after"));
  await Promise.resolve();
  expect(order).toEqual([]);
  gate.resolve();
  await Promise.all([job, waiting]);
  expect(order).toEqual(["over", "after"]);
  // What is over is not waited for.
  await jobs.over("one");
});

test("a job whose call is still on its way is waited for, one that never comes is given up", async () => {
  const { jobs } = made();
  const order: string[] = [];
  const both = [1, 2].map(() => jobs.over("late", 60_000).then(() => order.push("after")));
  await Promise.resolve();
  await jobs.named("late", undefined, async () => order.push("late"));
  await Promise.all(both);
  expect(order).toEqual(["late", "after", "after"]);
  await jobs.over("never", 1);
});

test("work without a name is done at once and remembered by nobody", async () => {
  const { jobs } = made();
  expect(await jobs.named(undefined, undefined, async () => "done")).toBe("done");
});

test("a job that fails is over no sooner than the one before it", async () => {
  const { jobs } = made();
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = jobs.named("first", undefined, async () => {
    await gate.promise;
    order.push("first");
  });
  await expect(jobs.named("second", "first", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  const third = jobs.over("second").then(() => order.push("third"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(order).toEqual([]);
  gate.resolve();
  await Promise.all([first, third]);
  expect(order).toEqual(["first", "third"]);
});

test("a job that is stopped before its call has come does not begin", async () => {
  const { jobs } = made();
  jobs.cancel("early");
  const work = async () => "done";
  await expect(jobs.run("early", work)).rejects.toMatchObject({ code: "cancelled" });
  expect(await jobs.run("other", work)).toBe("done");
});
