import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { apply } from "../change/change.ts";
import type { Edit } from "../change/edit.ts";
import { AnnotationId, newId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { type ClaimList, nextClaimList } from "./claim-list.ts";
import { allCoded } from "./claims.ts";

const library = libraryOf(
  Array.from({ length: 12 }, (_, index) => ({
    actor: `Actor ${index % 3}`,
    issues: ["Water +"],
    paper: `Paper ${index % 4}`,
    quote: `Quote ${index}`,
    at: [index * 10, index * 10 + 9] as const,
  })),
);

/** Removes, edits or adds a claim; a number out of range changes nothing. */
function changed(before: Library, kind: string, number: number): Library {
  const coded = allCoded(before)[number];
  if (coded === undefined) return before;
  const { annotation, positions } = coded;
  const removed = positions.map((position): Edit => ({ table: "positions", from: position, to: null }));
  const edits: Edit[] =
    kind === "edit"
      ? [{ table: "annotations", from: annotation, to: { ...annotation, note: `${annotation.note}.` } }]
      : kind === "add"
        ? [{ table: "annotations", from: null, to: { ...annotation, id: newId(AnnotationId) } }]
        : [...removed, { table: "annotations", from: annotation, to: null }];
  return apply(before, { edits });
}

test("after any changes the list is that of the library, and says how it differs from the one before", () => {
  const change = fc.tuple(fc.constantFrom("edit", "add", "remove"), fc.nat(15));
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 5 }), (steps) => {
      let now = library;
      let list: ClaimList = nextClaimList(now, null).list;
      for (const step of steps) {
        for (const [kind, number] of step) now = changed(now, kind, number);
        const next = nextClaimList(now, list);
        expect(next.list.coded).toEqual(allCoded(now));
        if (next.change === null) expect(next.list).toBe(list);
        else {
          const { start, removed, added } = next.change;
          const middle = next.list.coded.slice(start, start + added);
          expect(list.coded.toSpliced(start, removed, ...middle)).toEqual(next.list.coded);
        }
        list = next.list;
      }
    }),
  );
});

test("a change of the codebook leaves the identical list; another library has one of its own", () => {
  const { list } = nextClaimList(library, null);
  const [actor] = Object.values(library.actors);
  if (actor === undefined) throw new Error("there is no actor");
  const renamed = apply(library, { edits: [{ table: "actors", from: actor, to: { ...actor, name: "Other" } }] });
  expect(nextClaimList(renamed, list)).toEqual({ list, change: null });
  expect(nextClaimList(renamed, list).list).toBe(list);
  const other = libraryOf([{ actor: null, issues: [], quote: "Else" }]);
  expect(nextClaimList(other, list).list.coded).toEqual(allCoded(other));
  expect(nextClaimList(library, nextClaimList(other, list).list).list.coded).toEqual(list.coded);
});
