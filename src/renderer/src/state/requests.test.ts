import { expect, test } from "vitest";
import { Requests, type Urgency } from "./requests.ts";

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function bench(most: number) {
  const requests = new Requests(most);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string, urgency?: Urgency) =>
    requests.add(() => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    }, urgency);
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await soon();
  };
  return { add, end, begun };
}

test("the newest goes first, and no more than allowed at a time", async () => {
  const { add, end, begun } = bench(2);
  for (const name of ["a", "b", "c", "d"]) add(name);
  await soon();
  expect(begun).toEqual(["d", "c"]);
  await end("d");
  expect(begun).toEqual(["d", "c", "b"]);
  add("e");
  await end("c");
  expect(begun).toEqual(["d", "c", "b", "e"]);
});

test("what can wait waits for what cannot", async () => {
  const { add, end, begun } = bench(1);
  add("page", "now");
  for (const name of ["small 1", "small 2"]) add(name, "later");
  await soon();
  await end("page");
  expect(begun).toEqual(["page", "small 2"]);
});

test("what is taken back before its turn never begins; what has begun ends and makes room", async () => {
  const { add, end, begun } = bench(1);
  add("a");
  const takeBackB = add("b");
  const takeBackC = add("c");
  await soon();
  takeBackB();
  takeBackC();
  await end("c");
  expect(begun).toEqual(["c", "a"]);
});

test("work that fails makes room too", async () => {
  const requests = new Requests(1);
  const done: string[] = [];
  requests.add(async () => done.push("next"));
  requests.add(() => Promise.reject(new Error("no")).catch(() => done.push("failed")));
  await soon();
  expect(done).toEqual(["failed", "next"]);
});
