import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edit } from "../change/edit.ts";
import { allRecords, paperTables } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import { issueAt, libraryWith, withEdits } from "./codebook.cases.ts";
import { type Count, issueCounts } from "./issue-counts.ts";
import { mergeIssue, moveIssue } from "./issues.ts";

const paths = ["Water", "Water/Price", "Water/Price/Farms", "Air", "Air/Price", "Land"];
const path = fc.constantFrom(...paths);
const claims = fc.array(fc.uniqueArray(path, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });

/** The same counts, without any that were kept. */
function plainCounts(library: Library): Record<string, Count> {
  const counts: Record<string, { direct: number; all: number }> = {};
  const claims = Map.groupBy(allRecords(library.positions), ({ annotation }) => annotation);
  for (const positions of claims.values()) {
    const direct = new Set<string>(positions.map(({ issue }) => issue));
    const all = new Set<string>();
    for (const id of direct)
      for (let issue = library.issues[id]; issue; issue = library.issues[issue.parent ?? ""]) all.add(issue.id);
    for (const id of all) {
      const count = counts[id] ?? { direct: 0, all: 0 };
      counts[id] = { direct: count.direct + (direct.has(id) ? 1 : 0), all: count.all + 1 };
    }
  }
  return counts;
}

type Step = Readonly<{ kind: "merge" | "move" | "rename" | "uncode"; from: number; into: number }>;

/** The edits of a step; none where the codebook refuses it. */
function editsOf(library: Library, { kind, from, into }: Step): Edit[] {
  const issues = Object.values(library.issues);
  const [issue, other] = [from, into].map((index) => issues[index % issues.length]);
  const positions = allRecords(library.positions);
  const position = positions[from % Math.max(1, positions.length)];
  if (kind === "uncode") return position === undefined ? [] : [{ table: "positions", from: position, to: null }];
  if (issue === undefined || other === undefined) return [];
  if (kind === "rename")
    return [{ table: "issues", from: issue, to: { ...issue, definition: `${issue.definition}.` } }];
  try {
    return kind === "move" ? moveIssue(library.issues, issue.id, other.id, 0) : mergeIssue(library, issue.id, other.id);
  } catch {
    return [];
  }
}

test("counts of papers that were counted before stay right when claims and issues change", () => {
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom("merge", "move", "rename", "uncode"),
    from: fc.nat(20),
    into: fc.nat(20),
  });
  fc.assert(
    fc.property(claims, fc.array(step, { maxLength: 8 }), (coded, steps) => {
      const written = coded.map((issues) => issues.map((issue) => `${issue} supports`));
      let library = libraryWith(paths, written);
      for (const change of [null, ...steps]) {
        if (change !== null) library = withEdits(library, editsOf(library, change));
        expect(Object.fromEntries(issueCounts(library))).toEqual(plainCounts(library));
      }
    }),
  );
});

test("a paper that did not change is not counted again, also when an issue is renamed", () => {
  const library = libraryWith(["Water", "Air"], [["Water supports"], ["Air supports"]]);
  issueCounts(library);
  const issue = library.issues[issueAt(library, "Water")];
  if (issue === undefined) throw new Error("there is no issue");
  const renamed = withEdits(library, [{ table: "issues", from: issue, to: { ...issue, name: "Sea" } }]);
  const [[, table] = ["", {}]] = paperTables(renamed.positions);
  const read = new Set<string>();
  for (const id of Object.keys(table)) {
    const position = table[id];
    if (position === undefined) continue;
    Object.defineProperty(position, "issue", {
      get: () => {
        read.add(id);
        return issue.id;
      },
    });
  }
  expect(issueCounts(renamed).get(issue.id)).toEqual({ direct: 1, all: 1 });
  expect([...read]).toEqual([]);
});
