import { expect, test } from "vitest";
import { savedFilters, saveFilter } from "../change/saved-filters.ts";
import { ids } from "../fixtures/sample-library.cases.ts";
import { actorCounts, addActor, mergeActor, removeActor, updateActor } from "./actors.ts";
import { actorNamed, libraryWith, positionsOf, stanceNamed, withEdits } from "./codebook.cases.ts";
import { stanceScale } from "./stance-scale.ts";
import { addStance, moveStance, replaceStance, updateStance } from "./stances.ts";

const library = libraryWith(["Water"], [["Water supports"], ["Water opposes"]]);
const names = (state: typeof library): string[] => stanceScale(state.stances).map((stance) => stance.name);

test("a stance is added, edited and moved", () => {
  const made = addStance(library.stances, "hedges");
  const added = withEdits(library, made.edits);
  expect(added.stances[made.id]).toMatchObject({ name: "hedges", glyph: "h", polarity: null });
  const edited = withEdits(
    added,
    updateStance(added.stances, made.id, { key: "+", polarity: -1, definition: "Not quite" }),
  );
  expect(edited.stances[made.id]).toMatchObject({ key: "+", polarity: -1, definition: "Not quite" });
  expect(edited.stances[stanceNamed(library, "supports")]?.key).toBeNull();
  expect(names(withEdits(edited, moveStance(edited.stances, made.id, 1)))[1]).toBe("hedges");
  expect(updateStance(added.stances, made.id, { name: "hedges" })).toEqual([]);
  expect(() => addStance(library.stances, "Opposes")).toThrow("already");
  expect(() => addStance(library.stances, "")).toThrow("needs a name");
});

test.each(["Supports", "حمایت"])("no other stance is called %s while the scale has one that is shown so", (name) => {
  expect(() => addStance(library.stances, name)).toThrow("already");
});

test("a stance is stored as in every library again when it gets its first name back, in any language", () => {
  const id = stanceNamed(library, "supports");
  const renamed = withEdits(library, updateStance(library.stances, id, { name: "backs" }));
  expect(withEdits(renamed, updateStance(renamed.stances, id, { name: "حمایت" })).stances).toEqual(library.stances);
  expect(withEdits(renamed, addStance(renamed.stances, "حمایت").edits)).not.toEqual(renamed);
});

test("a stance goes when another takes its claims and its place in saved filters", () => {
  const [supports, opposes] = [stanceNamed(library, "supports"), stanceNamed(library, "opposes")];
  const before = withEdits(library, saveFilter(library.settings, "pro", { position: { stance: supports } }));
  const after = withEdits(before, replaceStance(before, supports, opposes));
  expect(names(after)).not.toContain("supports");
  expect(positionsOf(after)).toEqual([["Water opposes"], ["Water opposes"]]);
  expect(savedFilters(after.settings)[0]?.filter).toEqual({ position: { stance: opposes } });
  expect(() => replaceStance(library, supports, supports)).toThrow("different stance");
});

function withActors() {
  const state = ["Port", "Town", "Quay"].reduce(
    (library, name) => withEdits(library, addActor(library.actors, name).edits),
    library,
  );
  const id = (name: string) => actorNamed(state, name);
  const port = withEdits(state, updateActor(state.actors, id("Port"), { parent: ids.actor, kind: "organisation" }));
  return withEdits(
    port,
    updateActor(port.actors, id("Quay"), { parent: id("Port"), aliases: ["The Quay", " ", "The Quay"] }),
  );
}

test("an actor has aliases, a kind and what it belongs to, and no name twice", () => {
  const state = withActors();
  expect(state.actors[actorNamed(state, "the quay")]).toMatchObject({ name: "Quay", aliases: ["The Quay"] });
  expect(() => addActor(state.actors, "hb")).toThrow("Harbour Board");
  expect(() => updateActor(state.actors, ids.actor, { aliases: ["TOWN"] })).toThrow("“Town” already has this name");
  expect(() => updateActor(state.actors, ids.actor, { parent: actorNamed(state, "Quay") })).toThrow("to itself");
  expect(() => addActor(state.actors, "")).toThrow("needs a name");
  expect(updateActor(state.actors, ids.actor, { name: "Harbour Board" })).toEqual([]);
});

test("a merge of actors takes claims, papers, members and names along", () => {
  const state = withActors();
  const filtered = withEdits(state, saveFilter(state.settings, "hb", { actor: ids.actor }));
  const after = withEdits(filtered, mergeActor(filtered, ids.actor, actorNamed(state, "Town")));
  const town = actorNamed(after, "harbour board");
  expect(after.actors[town]).toMatchObject({ name: "Town", aliases: ["Harbour Board", "HB"] });
  expect(after.actors[actorNamed(after, "Port")]?.parent).toBe(town);
  expect(after.papers[ids.paper]?.author).toBe(town);
  expect(actorCounts(after).get(town)).toEqual({ direct: 2, all: 2 });
  expect(savedFilters(after.settings)[0]?.filter).toEqual({ actor: town });
});

test("an actor merges with a member of its own without a circle", () => {
  const state = withActors();
  const after = withEdits(state, mergeActor(state, ids.actor, actorNamed(state, "Quay")));
  expect(after.actors[actorNamed(after, "HB")]).toMatchObject({ name: "Quay", parent: actorNamed(after, "Port") });
  expect(after.actors[actorNamed(after, "Port")]?.parent).toBeNull();
  const child = withEdits(state, mergeActor(state, actorNamed(state, "Port"), actorNamed(state, "Quay")));
  expect(child.actors[actorNamed(child, "Quay")]?.parent).toBe(ids.actor);
});

test("a removed actor leaves claims and papers that name nobody", () => {
  const state = withActors();
  const after = withEdits(state, removeActor(state, ids.actor));
  expect(after.papers[ids.paper]?.author).toBeNull();
  expect(actorCounts(after).size).toBe(0);
  expect(after.actors[actorNamed(after, "Port")]?.parent).toBeNull();
});

test("counts of actors go up to what they belong to", () => {
  const state = withActors();
  const moved = withEdits(state, mergeActor(state, actorNamed(state, "Town"), actorNamed(state, "Quay")));
  expect(actorCounts(moved).get(ids.actor)).toEqual({ direct: 2, all: 2 });
});
