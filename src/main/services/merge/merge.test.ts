import fc from "fast-check";
import { expect, test } from "vitest";
import { apply, type Change } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { ChangeId, CoderId, LibraryId, newId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { newIssue } from "../fixture.cases.ts";
import { chances } from "../store/memory-disk.cases.ts";
import { mergeEdits } from "./merge.ts";

const coder = newId(CoderId);

function change(...edits: Edit[]): Change {
  return { id: newId(ChangeId), at: "2026-01-01T00:00:00Z", coder, label: "x", undoes: null, edits };
}

const issue = (name: string) => {
  const { to } = newIssue(name);
  if (to === null) throw new Error("no issue");
  return to;
};
type Issue = ReturnType<typeof issue>;
const made = (to: Issue): Edit => ({ table: "issues", from: null, to });
const named = (from: Issue, name: string): Edit => ({ table: "issues", from, to: { ...from, name } });
const removed = (from: Issue): Edit => ({ table: "issues", from, to: null });
const withAll = (...edits: Edit[]): Library => apply(emptyLibrary(newId(LibraryId)), { edits });
const [a, b] = [issue("A"), issue("B")];

const cases: readonly (readonly [string, Library, readonly Edit[], readonly Edit[], readonly RegExp[]])[] = [
  ["what is new is taken", withAll(made(a)), [made(b)], [made(b)], []],
  ["what was changed there only is taken", withAll(made(a)), [named(a, "A2")], [named(a, "A2")], []],
  [
    "two steps there are one here",
    withAll(made(a)),
    [named(a, "A2"), named({ ...a, name: "A2" }, "A3")],
    [named(a, "A3")],
    [],
  ],
  ["what was made and removed there is nothing", withAll(), [made(b), removed(b)], [], []],
  ["what is the same already is nothing", withAll(made({ ...a, name: "A2" })), [named(a, "A2")], [], []],
  [
    "what was changed on both sides stays as it is here",
    withAll(made({ ...a, name: "Ours" })),
    [named(a, "Theirs")],
    [],
    [/^The issue “Theirs” was edited both here and there\. Your version was left as it is\.$/],
  ],
  [
    "what was removed there and changed here stays",
    withAll(made({ ...a, name: "Ours" })),
    [removed(a)],
    [],
    [/^The issue “A” was edited/],
  ],
  [
    "what was changed there and removed here stays removed",
    withAll(),
    [named(a, "A2")],
    [],
    [/^The issue “A2” was edited/],
  ],
  [
    "what rests on something that is not here is refused",
    withAll(),
    [named(a, "A2"), made({ ...b, parent: a.id })],
    [],
    [/^The issue “A2” was edited/, /^The issue “B” could not be merged/],
  ],
];

test.each(cases)("%s", (_what, library, theirs, edits, refused) => {
  expect(inWords(mergeEdits(library, [change(...theirs)]))).toEqual({
    edits,
    refused: refused.map((sentence) => expect.stringMatching(sentence)),
  });
});

test("whatever was done on both sides, the merge applies, keeps what was changed here, and finds nothing when repeated", () => {
  fc.assert(
    fc.property(chances, (chance) => {
      const start = ["A", "B", "C", "D"].map(issue);
      const base = withAll(...start.map(made));
      const work = (): { library: Library; changes: Change[] } => {
        let library = base;
        const changes: Change[] = [];
        for (let count = 0; count < 1 + chance(5); count++) {
          const all = Object.values(library.issues);
          const some = all[chance(all.length)];
          const edits =
            some === undefined || chance(4) === 0
              ? [made(issue(`New ${count}`))]
              : [chance(3) === 0 ? removed(some) : named(some, `${some.name}${chance(9)}`)];
          library = apply(library, { edits });
          changes.push(change(...edits));
        }
        return { library, changes };
      };
      const [ours, theirs] = [work(), work()];
      const { edits, refused } = mergeEdits(ours.library, theirs.changes);
      const merged = apply(ours.library, { edits });
      for (const issue of start) {
        const [here, there, now] = [ours, theirs, { library: merged }].map((side) => side.library.issues[issue.id]);
        const alteredHere = here?.name !== issue.name;
        expect(now?.name).toBe(alteredHere ? here?.name : there?.name);
        if (alteredHere && there?.name !== issue.name && there?.name !== here?.name)
          expect(refused.length).toBeGreaterThan(0);
      }
      expect(mergeEdits(merged, theirs.changes).edits).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
