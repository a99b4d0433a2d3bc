import fc from "fast-check";
import { expect, test } from "vitest";
import { apply, invert, replay } from "./change.ts";
import type { Edit } from "./edit.ts";
import { WorkbenchError } from "./errors.ts";
import { ChangeId, CoderId, newId } from "./model/ids.ts";
import type { Library } from "./model/library.ts";
import { sampleEdits, sampleLibrary } from "./sample-library.cases.ts";

const edits = sampleEdits();

test.each(edits.map((edit) => [edit.table, edit] as const))("%s: apply then invert is the identity", (_table, edit) => {
  const library = sampleLibrary();
  const taken = apply(library, { edits: removing(library, edit) });
  expect(apply(taken, { edits: invert(removing(library, edit)) })).toEqual(library);
});

test("any run of edits is taken back whole, and the library given is never altered", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: edits.length }), fc.nat(1000), (count, salt) => {
      const start = sampleLibrary([]);
      const before = structuredClone(start);
      const made = edits.slice(0, count);
      const renamed = made.flatMap((edit): Edit[] =>
        edit.table === "issues" && edit.to !== null
          ? [{ table: "issues", from: edit.to, to: { ...edit.to, name: `${edit.to.name} ${salt}` } }]
          : [],
      );
      const all = [...made, ...renamed];
      const after = apply(start, { edits: all });
      expect(apply(after, { edits: invert(all) })).toEqual(before);
      expect(start).toEqual(before);
    }),
  );
});

test("an edit of a record that was altered meanwhile is a conflict", () => {
  const library = sampleLibrary();
  const issue = edits.find((edit) => edit.table === "issues" && edit.to !== null);
  if (issue?.table !== "issues" || issue.to === null) throw new Error("the data has an issue");
  const stale: Edit = { table: "issues", from: { ...issue.to, name: "Other" }, to: null };
  expect(codeOf(() => apply(library, { edits: [stale] }))).toBe("conflict");
  expect(codeOf(() => apply(library, { edits: [issue] }))).toBe("conflict");
});

test.each<[string, Edit]>([
  ["nothing to nothing", { table: "issues", from: null, to: null }],
  ["a new identifier", swapped("issues")],
])("refuses %s", (_name, edit) => {
  expect(codeOf(() => apply(sampleLibrary(), { edits: [edit] }))).toBe("invalid");
});

test("replay does only what belongs to the papers wanted, in any state", () => {
  const change = {
    id: newId(ChangeId),
    at: "2026-01-01T00:00:00Z",
    coder: newId(CoderId),
    label: "x",
    edits,
    undoes: null,
  };
  const main = replay(sampleLibrary([]), change, (paper) => paper === null);
  expect(main.annotations).toEqual({});
  const whole = replay(main, change, (paper) => paper !== null);
  expect(whole).toEqual(sampleLibrary());
  expect(replay(whole, change, () => true)).toEqual(whole);
});

function removing(library: Library, edit: Edit): Edit[] {
  const later = edits.slice(edits.indexOf(edit));
  const gone = invert(later);
  expect(apply(library, { edits: gone })).not.toEqual(library);
  return gone;
}

function swapped(_table: "issues"): Edit {
  const issue = edits.flatMap((edit) => (edit.table === "issues" && edit.to !== null ? [edit.to] : []));
  const [first, second] = issue;
  if (first === undefined || second === undefined) throw new Error("the data has two issues");
  return { table: "issues", from: first, to: second };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof WorkbenchError) return error.code;
    throw error;
  }
  return "nothing was refused";
}
