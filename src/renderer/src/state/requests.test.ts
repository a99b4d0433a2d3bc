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

test("the newest goes first, what is asked for at once in its order, and no more than allowed at a time", async () => {
  const { add, end, begun } = bench(2);
  for (const name of ["a", "b", "c", "d"]) add(name);
  await soon();
  expect(begun).toEqual(["a", "b"]);
  for (const name of ["e", "f"]) add(name);
  await end("a");
  expect(begun).toEqual(["a", "b", "e"]);
  await end("b");
  await end("e");
  expect(begun).toEqual(["a", "b", "e", "f", "c"]);
});

test("what can wait waits for what cannot", async () => {
  const { add, end, begun } = bench(1);
  for (const name of ["small 1", "small 2"]) add(name, "later");
  add("page", "now");
  await soon();
  await end("page");
  expect(begun).toEqual(["page", "small 1"]);
});

test("work cancelled before its turn never begins; work that has begun ends and makes room", async () => {
  const { add, end, begun } = bench(1);
  add("a");
  const takeBackB = add("b");
  const takeBackC = add("c");
  await soon();
  takeBackB();
  takeBackC();
  await end("a");
  add("d");
  await soon();
  expect(begun).toEqual(["a", "d"]);
});

test("work that fails makes room too", async () => {
  const requests = new Requests(1);
  const done: string[] = [];
  requests.add(() => Promise.reject(new Error("no")).catch(() => done.push("failed")));
  requests.add(async () => done.push("next"));
  await soon();
  expect(done).toEqual(["failed", "next"]);
});
