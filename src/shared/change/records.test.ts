import fc from "fast-check";
import { expect, test } from "vitest";
import { inWords } from "../fixtures/in-words.cases.ts";
import { ids, sampleEdits, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { printMessage } from "../messages/message.ts";
import { blankIssue } from "../model/codebook.ts";
import { IssueId, newId } from "../model/ids.ts";
import { defaultScale, emptyLibrary, type Library } from "../model/library.ts";
import { atOnce } from "../model/steps.ts";
import { apply } from "./change.ts";
import type { Edit } from "./edit.ts";
import { applyingFitting, difference, fitting, recordKey, recordName, recordsOf } from "./records.ts";

const library = sampleLibrary();
const empty: Library = { ...emptyLibrary(library.id), stances: {} };

type IssueEdit = Extract<Edit, { table: "issues" }>;

function issueEdit(id: IssueId, name: string, parent: IssueId | null): IssueEdit {
  return { table: "issues", from: null, to: { ...blankIssue, id, name, parent, colour: "#3f6f4e", rank: 1 } };
}

/** Edits applied one by one, so that each must rest on those before it. */
function applyOneByOne(start: Library, edits: readonly Edit[]): Library {
  return edits.reduce((state, edit) => apply(state, { edits: [edit] }), start);
}

function editOf(table: Edit["table"]): Edit {
  const edit = recordsOf(library).find((edit) => edit.table === table);
  if (edit === undefined) throw new Error(`the sample has no ${table}`);
  return edit;
}

test("the records of a library, each resting only on those before, make it again", () => {
  const records = recordsOf(library);
  expect(applyOneByOne(empty, records)).toEqual(library);
  expect(records.map(recordKey).toSorted()).toEqual(
    [...sampleEdits().map(recordKey), ...defaultScale.map(({ id }) => `stances ${id}`)].toSorted(),
  );
});

test("parents come before children, in whatever order the table has them", () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
  const parents = fc.array(fc.nat(), { minLength: 7, maxLength: 7 });
  const names = Array.from({ length: 7 }, () => newId(IssueId));
  fc.assert(
    fc.property(order, parents, (order, parents) => {
      const all = names.map((id, index) => {
        const parent = (parents[index] ?? 0) % (index + 1);
        return issueEdit(id, `Issue ${index}`, parent === 0 ? null : (names[parent - 1] ?? null));
      });
      const issues = Object.fromEntries(order.map((index) => [names[index], all[index]?.to]));
      const state = { ...empty, issues } as Library;
      const records = recordsOf(state);
      expect(records).toHaveLength(7);
      expect(applyOneByOne(empty, records)).toEqual(state);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["its own parent", [0]],
  ["in a circle of two", [1, 0]],
  ["in a circle of three", [1, 2, 0]],
])("an issue of a damaged file that is %s is listed once", (_name, parents) => {
  const names = parents.map(() => newId(IssueId));
  const edits = parents.map((parent, index) =>
    issueEdit(names[index] ?? newId(IssueId), "Round", names[parent] ?? null),
  );
  const issues = Object.fromEntries(edits.map(({ to }) => [to?.id, to]));
  const keys = recordsOf({ ...empty, issues } as Library).map(recordKey);
  expect(keys.toSorted()).toEqual(names.map((id) => `issues ${id}`).toSorted());
});

test("a record is known by its table and identifier, before and after", () => {
  expect(recordKey(editOf("papers"))).toBe(`papers ${ids.paper}`);
  expect(recordKey(editOf("settings"))).toBe("settings reader.size");
  const { to } = issueEdit(ids.root, "Water", null);
  expect(recordKey({ table: "issues", from: to, to: null })).toBe(`issues ${ids.root}`);
});

test("between equal states there is no difference", () => {
  expect(difference(recordsOf(library), recordsOf(structuredClone(library)))).toEqual([]);
});

test("a removal takes dependents first, so that each can be removed on its own", () => {
  const removals = difference(recordsOf(library), []);
  expect(removals).toHaveLength(recordsOf(library).length);
  expect(applyOneByOne(library, removals)).toEqual(empty);
});

test("removals come before what is added or changed, with the records as they are and as they become", () => {
  const [before, renamed] = [issueEdit(ids.root, "Water", null), issueEdit(ids.root, "Rivers", null)];
  const gone = issueEdit(newId(IssueId), "Gone", null);
  const added = issueEdit(newId(IssueId), "Added", null);
  expect(difference([before, gone], [renamed, added])).toEqual([
    { table: "issues", from: gone.to, to: null },
    { table: "issues", from: before.to, to: renamed.to },
    added,
  ]);
});

/** A library of some of the sample's records, with names of their own. */
const someLibrary = fc
  .array(fc.record({ kept: fc.boolean(), name: fc.constantFrom("Water", "Air") }), { minLength: 11, maxLength: 11 })
  .map((choices) => {
    const edits = sampleEdits().flatMap((edit, index): Edit[] => {
      const { kept = false, name = "" } = choices[index] ?? {};
      if (!kept) return [];
      return [edit.table === "issues" ? ({ ...edit, to: { ...edit.to, name } } as Edit) : edit];
    });
    return apply(empty, { edits: fitting(empty, edits).edits });
  });

test("the difference turns one state into the other, whatever they are", () => {
  fc.assert(
    fc.property(someLibrary, someLibrary, (now, then) => {
      const edits = difference(recordsOf(now), recordsOf(then));
      if (edits.length > 0) expect(apply(now, { edits })).toEqual(then);
      else expect(now).toEqual(then);
    }),
    { numRuns: 50 },
  );
});

test("what fits is what can be applied one after the other, the rest is refused with its reason", () => {
  const [water, air] = [newId(IssueId), newId(IssueId)];
  const edits = [issueEdit(air, "Air", newId(IssueId)), issueEdit(water, "Water", null), issueEdit(water, "W", null)];
  const { edits: fit, refused } = fitting(empty, edits);
  expect(fit).toEqual([edits[1]]);
  expect(inWords(refused)).toEqual([
    expect.stringMatching(/^The issue “Air” could not be merged\. ./),
    expect.stringMatching(/^The issue “W” could not be merged\. ./),
  ]);
});

test("a child is refused with its parent, and what rests on neither fits", () => {
  const records = recordsOf(library).filter((edit) => recordKey(edit) !== `issues ${ids.root}`);
  const { edits, refused } = fitting(empty, records);
  expect(refused.map((reason) => printMessage(reason).split("”")[0])).toEqual([
    "The issue “Quality/taste",
    expect.stringMatching(/^A position could not be merged\./),
  ]);
  expect(edits.length).toBe(records.length - 2);
});

test("an error that is no refusal is not swallowed", () => {
  const broken = [null] as unknown as Edit[];
  expect(() => fitting(empty, broken)).toThrow(TypeError);
  expect(() => atOnce(applyingFitting(empty, broken))).toThrow(TypeError);
});

test("applying in steps gives what fits, however far apart the records are that do not", () => {
  const roots = Array.from({ length: 120 }, (_, index) => issueEdit(newId(IssueId), `Issue ${index}`, null));
  const missing = newId(IssueId);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 119 }), { maxLength: 3 }), (misfits) => {
      const edits = roots.map((edit, index): Edit => {
        return misfits.includes(index) && edit.to !== null ? { ...edit, to: { ...edit.to, parent: missing } } : edit;
      });
      const made = atOnce(applyingFitting(empty, edits));
      expect(Object.keys(made.issues)).toEqual(
        roots.flatMap(({ to }, index) => (misfits.includes(index) || to === null ? [] : [to.id])),
      );
    }),
    { numRuns: 20 },
  );
  expect(empty.issues).toEqual({});
});

test.each<[Edit["table"], string]>([
  ["coders", "The coder “Ada”"],
  ["actors", "The actor “Harbour Board”"],
  ["stances", "The stance “supports”"],
  ["issues", "The issue “Water”"],
  ["papers", "The paper “A paper”"],
  ["annotations", "The claim “Ever”"],
  ["positions", "A position"],
  ["relations", "A relation"],
  ["settings", "The setting reader.size"],
])("a record of %s is called %s, also when it is removed", (table, name) => {
  const edit = editOf(table);
  expect(printMessage(recordName(edit))).toBe(name);
  expect(printMessage(recordName({ ...edit, from: edit.to, to: null } as Edit))).toBe(name);
});

test("a long quote is cut for the name of its claim, never within a character", () => {
  const quoted = (quote: string): string => {
    const range = { start: 0, end: quote.length, quote, prefix: "", suffix: "" };
    const to = { ...editOf("annotations").to, passage: { ranges: [range], areas: [] } };
    return printMessage(recordName({ table: "annotations", from: null, to } as Edit));
  };
  expect(quoted("a".repeat(60))).toBe(`The claim “${"a".repeat(60)}”`);
  expect(quoted("a".repeat(61))).toMatch(/^The claim “a+…”$/);
  expect(quoted("word ".repeat(100)).length).toBeLessThan(75);
  for (let before = 50; before < 62; before++)
    expect(quoted(`${"a".repeat(before)}${"𝒳".repeat(40)}`).isWellFormed()).toBe(true);
});
