import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../../../shared/change/change.ts";
import { ChangeId, CoderId, newId } from "../../../shared/model/ids.ts";
import { newIssue } from "../fixture.cases.ts";
import { Turns } from "./turns.ts";

function changeNamed(label: string): Change {
  const about = { id: newId(ChangeId), at: "2026-01-01T00:00:00Z", coder: newId(CoderId), undoes: null };
  return { ...about, label, edits: [newIssue(label)] };
}

/** Changes taken one after the other, each submitted and written when the test says so, with a log of what happened. */
function given(names: readonly string[]) {
  const turns = new Turns();
  const log: string[] = [];
  const changes = names.map((name) => {
    const submitting = Promise.withResolvers<void>();
    const writing = Promise.withResolvers<void>();
    writing.promise.catch(() => undefined);
    const change = changeNamed(name);
    const done = turns.take(async () => {
      log.push(`begin ${name}`);
      await submitting.promise;
      log.push(`submit ${name}`);
      return { change, durable: writing.promise };
    });
    done.then(
      () => log.push(`done ${name}`),
      (error: Error) => log.push(`${error.message} ${name}`),
    );
    return { change, done, submitting, writing };
  });
  return { turns, log, changes };
}

test("a change begins when the one before is submitted, not when that is on disk", async () => {
  const { log, changes } = given(["a", "b"]);
  await nextTurn();
  expect(log).toEqual(["begin a"]);
  changes[0]?.submitting.resolve();
  await nextTurn();
  expect(log).toEqual(["begin a", "submit a", "begin b"]);
});

test("a change is returned when it is on disk, whichever gets there first", async () => {
  const { log, changes } = given(["a", "b"]);
  for (const { submitting } of changes) submitting.resolve();
  changes[1]?.writing.resolve();
  expect(await changes[1]?.done).toBe(changes[1]?.change);
  expect(log.at(-1)).toBe("done b");
  changes[0]?.writing.resolve();
  expect(await changes[0]?.done).toBe(changes[0]?.change);
});

test("nothing to change is null, after the disk as well", async () => {
  expect(await new Turns().take(async () => ({ change: null, durable: Promise.resolve() }))).toBeNull();
});

test.each(["submitting", "writing"] as const)("a change refused while %s fails alone", async (stage) => {
  const { turns, log, changes } = given(["a", "b"]);
  changes[0]?.[stage].reject(new Error("refused"));
  for (const { submitting, writing } of changes) {
    submitting.resolve();
    writing.resolve();
  }
  await Promise.allSettled(changes.map(({ done }) => done));
  expect(log.filter((entry) => entry.startsWith("refused"))).toEqual(["refused a"]);
  expect(log).toContain("done b");
  await turns.submitted();
  await nextTurn();
  expect(turns.underWay()).toBeUndefined();
});

test("all are submitted before all are on disk, and only then is nothing under way", async () => {
  const { turns, log, changes } = given(["a", "b"]);
  expect(new Turns().underWay()).toBeUndefined();
  const submitted = turns.submitted().then(() => log.push("submitted"));
  const settled = turns.underWay()?.then(() => log.push("settled"));
  for (const { submitting } of changes) submitting.resolve();
  await submitted;
  expect(log).toEqual(["begin a", "submit a", "begin b", "submit b", "submitted"]);
  changes[0]?.writing.resolve();
  await nextTurn();
  expect(log).not.toContain("settled");
  expect(turns.underWay()).toBeDefined();
  changes[1]?.writing.reject(new Error("refused"));
  await settled;
  expect(log.slice(-3)).toEqual(["done a", "refused b", "settled"]);
  expect(turns.underWay()).toBeUndefined();
});

test("changes are submitted in the order they were taken, whatever the disk does", async () => {
  const fates = fc.array(fc.constantFrom("written", "unwritten", "refused"), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fates, async (list) => {
      const turns = new Turns();
      const begun: number[] = [];
      const results = list.map((fate, index) =>
        turns.take(async () => {
          begun.push(index);
          await nextTurn();
          if (fate === "refused") throw new Error("refused");
          return { change: null, durable: fate === "written" ? nextTurn() : Promise.reject(new Error("disk")) };
        }),
      );
      const statuses = (await Promise.allSettled(results)).map(({ status }) => status === "fulfilled");
      expect(begun).toEqual(list.map((_, index) => index));
      expect(statuses).toEqual(list.map((fate) => fate === "written"));
    }),
    { numRuns: 30 },
  );
});
