import fc from "fast-check";
import { expect, test } from "vitest";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import type { Actor } from "../model/codebook.ts";
import { ActorId, newId } from "../model/ids.ts";
import { findActors, orderActors } from "./actor-order.ts";
import { actorCounts } from "./actors.ts";

const actor = (name: string, ...aliases: string[]): Actor => ({
  id: newId(ActorId),
  name,
  kind: null,
  aliases,
  parent: null,
});
const sample = sampleLibrary();
const holder = sample.actors[ids.actor]?.name ?? "";
const withActors = (...actors: Actor[]) => ({
  ...sample,
  actors: { ...sample.actors, ...Object.fromEntries(actors.map((actor) => [actor.id, actor])) },
});
const namesOf = (rows: ReturnType<typeof orderActors>): string[] => rows.map((row) => row.actor.name);

test("the actors used last come first, then those with most claims, then the others by name", () => {
  const library = withActors(actor("Zambia"), actor("Åland"), actor("Chile"));
  const names = namesOf(orderActors(library, ["Zambia"]));
  expect(names[0]).toBe("Zambia");
  expect(names[1]).toBe(holder);
  expect(names.indexOf("Åland")).toBeLessThan(names.indexOf("Chile"));
  expect(namesOf(orderActors(library, []))[0]).toBe(holder);
});

test("a recent name that no actor has any more changes nothing", () => {
  expect(orderActors(sample, ["Gone", "Away"])).toEqual(orderActors(sample, []));
});

test("each actor is there once, with its own number of claims", () => {
  const counts = actorCounts(sample);
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.values(sample.actors).map(({ name }) => name)), (recent) => {
      const rows = orderActors(sample, recent);
      expect(namesOf(rows).slice(0, recent.length)).toEqual(recent);
      expect(rows.map((row) => row.actor.id).sort()).toEqual(Object.keys(sample.actors).sort());
      for (const row of rows) expect(row.count).toBe(counts.get(row.actor.id)?.direct ?? 0);
    }),
  );
});

test.each([
  ["", ["Ministère des Finances", "Islands Council", "European Union"]],
  ["finances", ["Ministère des Finances"]],
  ["ministere", ["Ministère des Finances"]],
  ["council isl", ["Islands Council"]],
  ["EU", ["European Union"]],
  ["union eu", ["European Union"]],
  ["nobody", []],
])("“%s” finds %j", (typed, found) => {
  const rows = [actor("Ministère des Finances"), actor("Islands Council"), actor("European Union", "EU")].map(
    (actor) => ({
      actor: actor,
      count: 0,
    }),
  );
  expect(namesOf(findActors(rows, typed))).toEqual(found);
});
