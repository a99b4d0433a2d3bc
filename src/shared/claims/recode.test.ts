import fc from "fast-check";
import { expect, test } from "vitest";
import { invert } from "../change/change.ts";
import { issueAt, libraryWith, positionsOf, stanceNamed, withEdits } from "../codebook/codebook.cases.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { allCoded } from "./claims.ts";
import { type Recoding, recodeEdits } from "./recode.ts";

const time = "2026-11-24T10:00:00.000Z";
const library = libraryWith(["Water", "Air"], [["Water supports 2", "Air opposes"], ["Air supports"], []]);
const water = issueAt(library, "Water");
const air = issueAt(library, "Air");
const opposes = stanceNamed(library, "opposes");

const cases: readonly (readonly [string, Recoding, string[][]])[] = [
  [
    "different stance",
    { kind: "stance", stance: opposes, issue: null },
    [["Water opposes 2", "Air opposes"], ["Air opposes"], []],
  ],
  [
    "another stance on one issue",
    { kind: "stance", stance: opposes, issue: water },
    [["Water opposes 2", "Air opposes"], ["Air supports"], []],
  ],
  [
    "another stance where there is one",
    { kind: "stance", stance: null, issue: null, from: opposes },
    [["Water supports 2", "Air none"], ["Air supports"], []],
  ],
  [
    "another issue",
    { kind: "issue", from: air, to: water },
    [["Water supports 2", "Water opposes"], ["Water supports"], []],
  ],
  [
    "one position more",
    { kind: "add", issue: air, stance: opposes },
    [["Water supports 2", "Air opposes"], ["Air supports", "Air opposes"], ["Air opposes"]],
  ],
  ["a position less", { kind: "remove", issue: air }, [["Water supports 2"], [], []]],
];

test.each(cases)("%s", (_name, wish, after) => {
  expect(positionsOf(withEdits(library, recodeEdits(library, allCoded(library), wish, time)))).toEqual(after);
});

test("a position that becomes the double of another goes", () => {
  const same = libraryWith(["Water", "Air"], [["Air supports", "Water supports"]]);
  const wish: Recoding = { kind: "issue", from: issueAt(same, "Air"), to: issueAt(same, "Water") };
  expect(positionsOf(withEdits(same, recodeEdits(same, allCoded(same), wish, time)))).toEqual([["Water supports"]]);
});

test("actor and certainty are set where they are not so already", () => {
  const all = allCoded(library);
  expect(recodeEdits(library, all, { kind: "actor", actor: ids.actor }, time)).toEqual([]);
  const edits = recodeEdits(library, all, { kind: "certainty", certainty: 2 }, time);
  const after = withEdits(library, [...edits]);
  expect(allCoded(after).map(({ annotation }) => [annotation.certainty, annotation.modified])).toEqual(
    Array.from({ length: 3 }, () => [2, time]),
  );
});

test("whatever is recoded, no stance is taken twice on an issue, it is undone exactly, and repeating it changes nothing", () => {
  const issue = fc.constantFrom(water, air);
  const stance = fc.constantFrom(opposes, stanceNamed(library, "supports"), null);
  const wishes: fc.Arbitrary<Recoding> = fc.oneof(
    fc.record({ kind: fc.constant("stance" as const), stance, issue: fc.option(issue) }),
    fc.record({ kind: fc.constant("issue" as const), from: fc.option(issue), to: issue }),
    fc.record({ kind: fc.constant("add" as const), issue, stance }),
    fc.record({ kind: fc.constant("remove" as const), issue }),
  );
  fc.assert(
    fc.property(fc.array(wishes, { maxLength: 5 }), (list) => {
      let state = library;
      for (const wish of list) {
        const edits = recodeEdits(state, allCoded(state), wish, time);
        const after = withEdits(state, edits);
        expect(withEdits(after, invert(edits))).toEqual(state);
        expect(recodeEdits(after, allCoded(after), wish, time)).toEqual([]);
        for (const { positions } of allCoded(after)) {
          const texts = positions.map((position) => `${position.issue} ${position.stance}`);
          expect(new Set(texts).size).toBe(texts.length);
        }
        state = after;
      }
    }),
  );
});

test("claims are deleted with the relation between them, once", () => {
  const related = sampleLibrary();
  const after = withEdits(related, recodeEdits(related, allCoded(related), { kind: "delete" }, time));
  expect([after.annotations, after.positions, after.relations]).toEqual([{}, {}, {}]);
});

test("no stance can be set, and taken for another, in many claims at once; equal positions become one", () => {
  const bare = libraryWith(["Air"], [["Air supports 2", "Air none"], ["Air opposes"], ["Air none"]]);
  const recoded = (stance: typeof opposes | null) =>
    positionsOf(
      withEdits(
        bare,
        recodeEdits(bare, allCoded(bare), { kind: "stance", stance, issue: null }, "2026-01-02T00:00:00Z"),
      ),
    );
  expect(recoded(null)).toEqual([["Air none"], ["Air none"], ["Air none"]]);
  expect(recoded(opposes)).toEqual([["Air opposes 2"], ["Air opposes"], ["Air opposes"]]);
});
