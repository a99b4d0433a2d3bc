import fc from "fast-check";
import { expect, test } from "vitest";
import { savedFilters, saveFilter } from "../change/saved-filters.ts";
import { allRecords } from "../model/by-paper.ts";
import { emptyLibrary, type Library } from "../model/library.ts";
import { libraryWith, positionsOf, stanceNamed, withEdits } from "./codebook.cases.ts";
import { entryOf, mergeEntry, removeEntry, renameEntry } from "./entries.ts";
import { claimLooks, findStance, meansNoStance, noStance, stanceLook, stanceScale } from "./stance-scale.ts";
import { addStance, moveStance, removeStance, replaceStance, stanceCounts, updateStance } from "./stances.ts";

const issues = ["Air", "Sea"];
const names = ["supports", "opposes", "neutral", "mixed", "unclear", "none"];
const position = fc
  .tuple(fc.constantFrom(...issues), fc.constantFrom(...names), fc.constantFrom("", " 1", " 3"))
  .map(([issue, stance, strength]) => `${issue} ${stance}${strength}`);
const anyLibrary = fc
  .array(fc.uniqueArray(position, { maxLength: 4 }), { maxLength: 5 })
  .map((claims) => libraryWith(issues, claims));
const anyStance = fc.nat();

/** The stance at a number, whichever it is. */
function pick(library: Library, index: number) {
  const scale = stanceScale(library.stances);
  const stance = scale[index % scale.length];
  if (stance === undefined) throw new Error("the scale is empty");
  return stance;
}

/** Positions of claims that have not this stance. */
function others(library: Library, id: string) {
  return allRecords(library.positions).filter((position) => position.stance !== id);
}

test("renaming, moving and changing a stance changes no position", () => {
  const name = fc.oneof(fc.constantFrom("ambiguous", "تائید", "unclear?", "Supports it"), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(anyLibrary, anyStance, name, fc.nat(6), (library, position, written, index) => {
      const { id } = pick(library, position);
      const steps = [
        (now: Library) => renameEntry(now, { kind: "stance", id }, written),
        (now: Library) => moveStance(now.stances, id, index),
        (now: Library) => updateStance(now.stances, id, { glyph: "x", polarity: -1, key: "x" }),
      ];
      for (const step of steps) {
        let after = library;
        try {
          after = withEdits(library, step(library));
        } catch (error) {
          // A name that is taken or empty is refused, and then nothing changes.
          expect(error).toMatchObject({ code: "invalid" });
        }
        expect(after.positions).toEqual(library.positions);
      }
    }),
  );
});

test("merging a stance, or removing it in favour of another or of no stance, changes only positions that have it", () => {
  fc.assert(
    fc.property(anyLibrary, anyStance, anyStance, fc.boolean(), (library, index, to, none) => {
      const { id } = pick(library, index);
      const target = pick(library, to).id;
      const by = none || target === id ? null : target;
      const after = withEdits(library, replaceStance(library, id, by));
      expect(allRecords(after.positions)).toEqual(expect.arrayContaining(others(library, id)));
      expect(after.stances[id]).toBeUndefined();
      const before = new Map(allRecords(library.positions).map((position) => [position.id, position]));
      for (const position of allRecords(after.positions)) {
        const from = before.get(position.id);
        expect(position).toEqual(from?.stance === id ? { ...from, stance: by } : from);
      }
      // What is gone said no more than what its claim has still.
      const kept = allRecords(after.positions);
      for (const gone of before.values())
        if (!kept.some((position) => position.id === gone.id))
          expect(
            kept.some(
              ({ annotation, issue, stance, strength }) =>
                annotation === gone.annotation &&
                issue === gone.issue &&
                stance === by &&
                [null, strength].includes(gone.strength),
            ),
          ).toBe(true);
    }),
  );
});

test("a stance in use is removed only when it is said what its claims get", () => {
  const library = libraryWith(issues, [["Air opposes 2", "Air none"], ["Sea opposes"], ["Sea supports"]]);
  const opposes = stanceNamed(library, "opposes");
  expect(() => removeStance(library, opposes)).toThrow("2 claims have the stance “opposes”. Merge it into another");
  const after = withEdits(library, mergeEntry(library, { kind: "stance", id: opposes }, null));
  expect(positionsOf(after)).toEqual([["Air none 2", "Air none"], ["Sea none"], ["Sea supports"]]);
  expect(() =>
    mergeEntry(library, { kind: "issue", id: allRecords(library.positions)[0]?.issue as never }, null),
  ).toThrow("entry to merge into");
});

test("saved filters of a removed stance ask for no stance then; a stance that nothing replaces matches nothing else", () => {
  const library = libraryWith(issues, [["Air mixed"]]);
  const mixed = stanceNamed(library, "mixed");
  const before = withEdits(library, saveFilter(library.settings, "m", { position: { stance: mixed } }));
  const after = withEdits(before, replaceStance(before, mixed, null));
  expect(savedFilters(after.settings)[0]?.filter).toEqual({ position: { stance: "" } });
});

test("the last stance of a scale is not removed, whatever its claims would get", () => {
  const library = libraryWith(issues, [["Air supports"]]);
  const only = stanceNamed(library, "supports");
  const lone = { ...library, stances: { [only]: library.stances[only] } } as Library;
  expect(() => replaceStance(lone, only, null)).toThrow("at least one stance");
  expect(() => removeEntry({ ...lone, positions: {} }, { kind: "stance", id: only })).toThrow("at least one stance");
});

test("no stance is counted apart; unclear is a stance like any other", () => {
  const library = libraryWith(issues, [["Air none", "Sea none"], ["Air unclear"], ["Air none", "Sea unclear"]]);
  expect(stanceCounts(library)).toEqual(
    new Map([
      ["", 2],
      [stanceNamed(library, "unclear"), 2],
    ]),
  );
  expect(entryOf(library, "stance", "")).toBeNull();
});

test.each(["none", "None", " NO STANCE ", "No stance"])("no stance on the scale may be called %j", (name) => {
  const { stances } = emptyLibrary(libraryWith([]).id);
  expect(meansNoStance(name)).toBe(true);
  expect(() => addStance(stances, name)).toThrow("Choose another name");
  expect(() => updateStance(stances, stanceNamed(libraryWith([]), "mixed"), { name })).toThrow("Choose another name");
  expect(findStance(stances, name)).toBeNull();
});

test("a stance looks as its polarity says, whatever it is called; the look of mixed belongs to its identifier", () => {
  const library = libraryWith([]);
  const look = (name: string, part: object = {}) =>
    stanceLook({ ...(library.stances[stanceNamed(library, name)] as never as { id: never; polarity: null }), ...part });
  expect(names.slice(0, 5).map((name) => look(name))).toEqual(names.slice(0, 5));
  expect(names.slice(0, 5).map((name) => look(name, { name: "supports" }))).toEqual(names.slice(0, 5));
  expect([look("supports", { polarity: -1 }), look("mixed", { polarity: 1 })]).toEqual(["opposes", "supports"]);
  expect([stanceLook(null), stanceLook(undefined)]).toEqual(["none", "none"]);
  const glyphs = stanceScale(library.stances).map((stance) => stance.glyph);
  expect(glyphs).not.toContain(noStance.glyph);
  const [supports, opposes] = [stanceNamed(library, "supports"), stanceNamed(library, "opposes")];
  expect(
    claimLooks(library, [{ stance: supports }, { stance: null }, { stance: supports }, { stance: opposes }]),
  ).toEqual(["supports", "none", "opposes"]);
});
