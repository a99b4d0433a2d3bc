import fc from "fast-check";
import { expect, test } from "vitest";
import { apply, invert } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { savedFilters, saveFilter } from "../change/saved-filters.ts";
import { allRecords } from "../model/by-paper.ts";
import { WorkbenchError } from "../model/errors.ts";
import { IssueId, newId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { drawn, issueAt, libraryWith, positionsOf, stanceNamed, withEdits } from "./codebook.cases.ts";
import { issueCounts } from "./issue-counts.ts";
import {
  addIssue,
  archiveIssue,
  mergeIssue,
  moveIssue,
  pinIssue,
  removeIssue,
  splitIssue,
  updateIssue,
} from "./issues.ts";

const paths = ["Water/Price/Farms", "Water/Quality", "Air/Price", "Air/Smell", "Land"];
const claims = [
  ["Water supports"],
  ["Water/Price opposes 1", "Air/Price opposes 3"],
  ["Air/Price supports", "Air/Smell supports"],
  ["Water/Price/Farms unclear"],
];
const library = libraryWith(paths, claims);
const at = (path: string) => issueAt(library, path);

test("an issue is added last, with a colour of its own, and never twice in one place", () => {
  const { edits } = addIssue(library.issues, "  Noise ", at("Air"));
  expect(drawn(withEdits(library, edits))).toEqual([
    "Water",
    "  Price",
    "    Farms",
    "  Quality",
    "Air",
    "  Price",
    "  Smell",
    "  Noise",
    "Land",
  ]);
  expect(() => addIssue(library.issues, "SMELL", at("Air"))).toThrow("already");
  expect(() => addIssue(library.issues, " ", null)).toThrow("needs a name");
});

test("an issue is renamed, defined, coloured and given the key of another", () => {
  const keyed = withEdits(library, updateIssue(library.issues, at("Land"), { key: "1" }));
  const edits = updateIssue(keyed.issues, at("Air"), {
    name: "The air",
    definition: "What is breathed",
    include: "Smoke",
    exclude: "Noise",
    examples: ["the air is foul"],
    colour: "#112233",
    key: "1",
  });
  const after = withEdits(keyed, edits);
  expect(after.issues[at("Air")]).toMatchObject({ name: "The air", include: "Smoke", key: "1" });
  expect(after.issues[at("Land")]?.key).toBeNull();
  expect(updateIssue(library.issues, at("Air"), { name: "Air " })).toEqual([]);
  expect(() => updateIssue(library.issues, at("Air"), { name: "land" })).toThrow("merge the two");
  expect(() => updateIssue(library.issues, newId(IssueId), {})).toThrow("no longer");
});

test("a key pins an issue, moves to another, and is taken away by pinning again", () => {
  const keyOf = (state: Library, path: string) => state.issues[at(path)]?.key;
  const first = withEdits(library, pinIssue(library.issues, at("Air"), "3"));
  const second = withEdits(first, pinIssue(first.issues, at("Land"), "3"));
  expect([keyOf(first, "Air"), keyOf(second, "Air"), keyOf(second, "Land")]).toEqual(["3", null, "3"]);
  expect(withEdits(second, pinIssue(second.issues, at("Land"), "3"))).toEqual(library);
  expect(pinIssue(library.issues, "gone", "3")).toEqual([]);
});

test("an issue is archived with all under it and brought back", () => {
  const archived = withEdits(library, archiveIssue(library.issues, at("Water"), true));
  expect(Object.values(archived.issues).filter((issue) => issue.archived)).toHaveLength(4);
  const back = withEdits(archived, archiveIssue(archived.issues, at("Water"), false));
  expect(back).toEqual(library);
});

test.each([
  ["Land", null, 0, ["Land", "Water", "  Price", "    Farms", "  Quality", "Air", "  Price", "  Smell"]],
  ["Water/Quality", "Air", 1, ["Water", "  Price", "    Farms", "Air", "  Price", "  Quality", "  Smell", "Land"]],
  [
    "Air",
    "Water/Price",
    9,
    ["Water", "  Price", "    Farms", "    Air", "      Price", "      Smell", "  Quality", "Land"],
  ],
  ["Air", null, 1, drawn(library)],
])("%s moves under %s as number %d", (path, parent, index, tree) => {
  const edits = moveIssue(library.issues, at(path), parent === null ? null : at(parent), index);
  expect(drawn(withEdits(library, edits))).toEqual(tree);
});

test("an issue moves neither under itself nor beside one of its name", () => {
  expect(() => moveIssue(library.issues, at("Water"), at("Water/Price/Farms"), 0)).toThrow("below itself");
  expect(() => moveIssue(library.issues, at("Air/Price"), at("Water"), 0)).toThrow("merge the two");
  expect(moveIssue(library.issues, at("Air"), null, 1)).toEqual([]);
});

test("moving again and again between two siblings makes room by renumbering them", () => {
  let state = library;
  for (let round = 0; round < 120; round++) {
    const [first = "", second = ""] = drawn(state)
      .filter((line) => !line.startsWith(" "))
      .slice(1);
    state = withEdits(state, moveIssue(state.issues, issueAt(state, second), null, 1));
    expect(drawn(state).filter((line) => !line.startsWith(" "))).toEqual(["Water", second, first]);
  }
});

test("a merge takes positions, issues under it, definitions, examples, keys and saved filters along", () => {
  const defined = [
    ...updateIssue(library.issues, at("Water"), { definition: "Of water", examples: ["a"] }),
    ...updateIssue(library.issues, at("Air"), { definition: "Of air", examples: ["a", "b"], key: "2" }),
    ...saveFilter(library.settings, "air", { not: { position: { issue: at("Air") } } }),
  ];
  const before = withEdits(library, defined);
  const after = withEdits(before, mergeIssue(before, at("Air"), at("Water")));
  expect(drawn(after)).toEqual(["Water", "  Price", "    Farms", "  Quality", "  Smell", "Land"]);
  expect(after.issues[at("Water")]).toMatchObject({ definition: "Of water\n\nOf air", examples: ["a", "b"], key: "2" });
  // The second claim opposed both prices: one position is left, as strong as the stronger.
  expect(positionsOf(after)).toEqual([
    ["Water supports"],
    ["Price opposes 3"],
    ["Price supports", "Smell supports"],
    ["Farms unclear"],
  ]);
  expect(savedFilters(after.settings)[0]?.filter).toEqual({ not: { position: { issue: at("Water") } } });
});

test("a merge with the parent works, one with a child or itself does not", () => {
  const after = withEdits(library, mergeIssue(library, at("Water/Price"), at("Water")));
  expect(drawn(after).slice(0, 4)).toEqual(["Water", "  Quality", "  Farms", "Air"]);
  expect(() => mergeIssue(library, at("Water"), at("Water/Price"))).toThrow("into itself");
  expect(() => mergeIssue(library, at("Water"), at("Water"))).toThrow("into itself");
});

test("a split takes the chosen positions into a new issue, beside or under", () => {
  const chosen = allRecords(library.positions);
  const positions = new Set(
    chosen
      .filter((position) => position.issue === at("Air/Price"))
      .slice(0, 1)
      .map((position) => position.id),
  );
  const wish = { name: "Fees", under: true, positions };
  const under = withEdits(library, splitIssue(library, at("Air/Price"), wish));
  expect(drawn(under).slice(4, 8)).toEqual(["Air", "  Price", "    Fees", "  Smell"]);
  expect(positionsOf(under)[1]).toEqual(["Price opposes 1", "Fees opposes 3"]);
  const beside = withEdits(library, splitIssue(library, at("Air/Price"), { ...wish, under: false }));
  expect(drawn(beside).slice(4, 8)).toEqual(["Air", "  Price", "  Smell", "  Fees"]);
  expect(() => splitIssue(library, at("Air"), { ...wish, positions: new Set() })).toThrow("at least one");
});

test("a removal takes the issues under it and their positions; the claims stay", () => {
  const after = withEdits(library, removeIssue(library, at("Water")));
  expect(drawn(after)).toEqual(["Air", "  Price", "  Smell", "Land"]);
  expect(positionsOf(after)).toEqual([[], ["Price opposes 3"], ["Price supports", "Smell supports"], []]);
});

test("counts say how many claims an issue has, with and without those under it", () => {
  const counts = issueCounts(library);
  expect(["Water", "Water/Price", "Air", "Air/Price", "Land"].map((path) => counts.get(at(path)))).toEqual([
    { direct: 1, all: 3 },
    { direct: 1, all: 2 },
    { direct: 0, all: 2 },
    { direct: 2, all: 2 },
    undefined,
  ]);
});

test("any codebook edit can be applied, leaves no claim behind and is undone exactly", () => {
  const any = fc.constantFrom("Water", "Water/Price", "Water/Price/Farms", "Water/Quality", "Air", "Air/Price", "Land");
  type Step = (state: Library) => Edit[];
  const step = fc.oneof<fc.Arbitrary<Step>[]>(
    fc.tuple(any, any).map(
      ([a, b]) =>
        (state) =>
          mergeIssue(state, issueAt(state, a), issueAt(state, b)),
    ),
    fc.tuple(any, fc.option(any), fc.nat(4)).map(
      ([a, b, index]) =>
        (state) =>
          moveIssue(state.issues, issueAt(state, a), b === null ? null : issueAt(state, b), index),
    ),
    any.map((a) => (state) => removeIssue(state, issueAt(state, a))),
    any.map((a) => (state) => archiveIssue(state.issues, issueAt(state, a), true)),
    fc.tuple(any, any).map(
      ([a, name]) =>
        (state) =>
          addIssue(state.issues, name, issueAt(state, a)).edits,
    ),
  );
  const written = fc.tuple(any, fc.constantFrom("supports", "opposes")).map((parts) => parts.join(" "));
  const coded = fc.array(fc.array(written, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(coded, fc.array(step, { maxLength: 6 }), (claims, steps) => {
      let state = libraryWith(paths, claims);
      for (const work of steps) {
        let edits: Edit[];
        try {
          edits = work(state);
        } catch (error) {
          // The issue is gone by now, or the wish is refused in words.
          expect(error instanceof WorkbenchError ? error.code : String(error)).toMatch(
            /^(invalid|missing|Error: no issue.*)$/,
          );
          continue;
        }
        if (edits.length === 0) continue;
        const after = apply(state, { edits });
        expect(apply(after, { edits: invert(edits) })).toEqual(state);
        expect(positionsOf(after)).toHaveLength(claims.length);
        state = after;
      }
      expect(stanceNamed(state, "supports")).toBeDefined();
    }),
    { numRuns: 60 },
  );
});
