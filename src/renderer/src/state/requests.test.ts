import { expect, test } from "vitest";
import { Requests } from "./requests.ts";

function bench(most: number) {
  const requests = new Requests(most);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string) =>
    requests.add(() => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { add, end, begun };
}

test("the newest goes first, and no more than allowed at a time", async () => {
  const { add, end, begun } = bench(2);
  for (const name of ["a", "b", "c", "d"]) add(name);
  expect(begun).toEqual(["a", "b"]);
  await end("a");
  expect(begun).toEqual(["a", "b", "d"]);
  await end("d");
  await end("b");
  expect(begun).toEqual(["a", "b", "d", "c"]);
});

test("what is taken back before its turn never begins; what has begun ends and makes room", async () => {
  const { add, end, begun } = bench(1);
  const takeBackA = add("a");
  const takeBackB = add("b");
  add("c");
  takeBackB();
  takeBackA();
  await end("a");
  expect(begun).toEqual(["a", "c"]);
});

test("work that fails makes room too", async () => {
  const requests = new Requests(1);
  const done: string[] = [];
  requests.add(() => Promise.resolve().then(() => Promise.reject(new Error("no")).catch(() => done.push("failed"))));
  requests.add(async () => done.push("next"));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(done).toEqual(["failed", "next"]);
});
