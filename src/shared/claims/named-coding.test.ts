import { expect, test } from "vitest";
import { issueAt, libraryWith, stanceNamed } from "../codebook/codebook.cases.ts";
import { findOrCreateActor } from "../codebook/find-or-create.ts";
import { resolveCoding } from "./named-coding.ts";

const library = libraryWith(["Water", "Air"]);
const supports = stanceNamed(library, "supports");
const on = (...names: string[]) => ({ names, stance: supports, strength: 2 });

test("what the codebook has is found, whatever its case, and nothing is created", () => {
  const resolved = resolveCoding(library, { actor: null, positions: [on("WATER"), on("air")] });
  expect(resolved).toEqual({
    actor: null,
    positions: [
      { issue: issueAt(library, "Water"), stance: supports, strength: 2 },
      { issue: issueAt(library, "Air"), stance: supports, strength: 2 },
    ],
    edits: [],
    created: [],
  });
});

test("an issue and its parent that several positions name are created once, the actor with them", () => {
  const { actor, positions, edits, created } = resolveCoding(library, {
    actor: "Fisheries Union",
    positions: [on("Ports", "Fees"), on("ports", "fees"), on("Ports")],
  });
  const made = edits.map((edit) => (edit.to !== null && "name" in edit.to ? `${edit.table} ${edit.to.name}` : ""));
  expect(made).toEqual(["issues Ports", "issues Fees", "actors Fisheries Union"]);
  expect(positions[0]?.issue).toBe(positions[1]?.issue);
  expect(positions[2]?.issue).not.toBe(positions[0]?.issue);
  expect(edits.map((edit) => edit.to !== null && "id" in edit.to && edit.to.id)).toContain(actor);
  expect(created).toEqual([
    { kind: "issue", name: "Ports › Fees" },
    { kind: "actor", name: "Fisheries Union" },
  ]);
});

test("an actor is found by name or alias; white space alone is nobody", () => {
  const { edits } = findOrCreateActor({}, "Ministry of Works");
  const [edit] = edits;
  if (edit?.table !== "actors" || edit.to === null) throw new Error("one actor is created");
  const actors = { [edit.to.id]: { ...edit.to, aliases: ["MoW"] } };
  const named = (actor: string) => resolveCoding({ issues: {}, actors }, { actor, positions: [] });
  expect(named("mow")).toMatchObject({ actor: edit.to.id, edits: [] });
  expect(named(" \t")).toEqual({ actor: null, positions: [], edits: [], created: [] });
});
