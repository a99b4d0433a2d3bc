import fc from "fast-check";
import { expect, test } from "vitest";
import { invert } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { ids } from "../fixtures/sample-library.cases.ts";
import { allRecords } from "../model/by-paper.ts";
import type { ActorId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { nameKey } from "../text/names.ts";
import { actorCounts, addActor, mergeActor, removeActor, updateActor } from "./actors.ts";
import { libraryWith, withEdits } from "./codebook.cases.ts";

const start = ["Port", "Town", "Quay", "Mill"].reduce(
  (state, name) => withEdits(state, addActor(state.actors, name).edits),
  libraryWith(["Water"], [["Water supports"], ["Water opposes"]]),
);
const all = Object.keys(start.actors) as ActorId[];

type Step = (library: Library) => readonly Edit[];
const actor = fc.constantFrom(...all);
const name = fc.constantFrom("Port", "PÓRT", "Harbour", " Mill ", "", "x".repeat(400), "𝒳".repeat(200));
const step: fc.Arbitrary<Step> = fc.oneof(
  name.map((text) => (state: Library) => addActor(state.actors, text).edits),
  fc.tuple(actor, name).map(
    ([id, to]) =>
      (state: Library) =>
        updateActor(state.actors, id, { name: to }),
  ),
  fc.tuple(actor, fc.option(actor)).map(
    ([id, parent]) =>
      (state: Library) =>
        updateActor(state.actors, id, { parent }),
  ),
  fc.tuple(actor, fc.array(name, { maxLength: 3 })).map(
    ([id, aliases]) =>
      (state: Library) =>
        updateActor(state.actors, id, { aliases }),
  ),
  fc.tuple(actor, actor).map(
    ([id, into]) =>
      (state: Library) =>
        mergeActor(state, id, into),
  ),
  actor.map((id) => (state: Library) => removeActor(state, id)),
);

test("whatever is done to actors can be applied and undone, and no name is had by two", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let state = start;
      for (const work of steps) {
        let edits: readonly Edit[] = [];
        let after = state;
        try {
          edits = work(state);
          after = withEdits(state, edits);
        } catch (error) {
          // Nothing ends up under something that is gone by now.
          expect(error).toMatchObject({ code: expect.stringMatching(/^(invalid|missing|reference)$/) });
          continue;
        }
        expect(withEdits(after, invert(edits))).toEqual(state);
        expect(allRecords(after.annotations)).toHaveLength(2);
        state = after;
      }
      const names = Object.values(state.actors).flatMap((actor) => [
        ...new Set([actor.name, ...actor.aliases].map(nameKey)),
      ]);
      expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
      expect(
        Object.values(state.actors).every((actor) => actor.name.trim() === actor.name && actor.name.isWellFormed()),
      ).toBe(true);
      const counts = actorCounts(state);
      for (const { id, parent } of Object.values(state.actors))
        if (parent !== null) expect(counts.get(parent)?.all ?? 0).toBeGreaterThanOrEqual(counts.get(id)?.all ?? 0);
    }),
    { numRuns: 150 },
  );
});

test("two actors are merged with all that is held, and the names of both lead to the one", () => {
  fc.assert(
    fc.property(actor, actor, (id, into) => {
      if (id === into) return;
      const merged = withEdits(start, mergeActor(start, id, into));
      const held = (state: Library): number =>
        allRecords(state.annotations).filter((annotation) => annotation.actor === into).length;
      const before = allRecords(start.annotations).filter(
        (annotation) => annotation.actor === id || annotation.actor === into,
      ).length;
      expect(held(merged)).toBe(before);
      expect(merged.actors[id]).toBeUndefined();
      const names = [merged.actors[into]?.name, ...(merged.actors[into]?.aliases ?? [])];
      expect(names).toEqual(expect.arrayContaining([start.actors[id]?.name, start.actors[into]?.name]));
      expect(merged.papers[ids.paper]?.author === id).toBe(false);
    }),
  );
});
