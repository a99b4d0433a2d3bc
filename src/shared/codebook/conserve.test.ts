import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position } from "../model/annotation.ts";
import { allRecords } from "../model/by-paper.ts";
import type { IssueId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { issueAt, libraryWith, withEdits } from "./codebook.cases.ts";
import { effectOf } from "./effect.ts";
import { issueCounts } from "./issue-counts.ts";
import { mergeIssue, splitIssue } from "./issues.ts";
import { withDescendants } from "./tree.ts";

const paths = ["Water", "Water/Price", "Water/Price/Farms", "Air", "Air/Price", "Air/Price/Farms", "Land"];
const path = fc.constantFrom(...paths);
const written = fc
  .tuple(path, fc.constantFrom("supports", "opposes"), fc.constantFrom("", " 1", " 3"))
  .map(([issue, stance, strength]) => `${issue} ${stance}${strength}`);
/** Claims that take no stance twice on one issue. */
const claims = fc.array(
  fc.uniqueArray(written, { minLength: 1, maxLength: 4, selector: (text) => text.split(" ").slice(0, 2).join(" ") }),
  { minLength: 1, maxLength: 4 },
);

/**
 * What each claim says, sorted: its issue under another name where one took its place, its stance, the greatest
 * strength.
 */
function codingsOf(library: Library, nameOf: (issue: IssueId) => string): Record<string, string[]> {
  const groups = Map.groupBy(allRecords(library.positions), (position) => position.annotation);
  const words = (own: readonly Position[]): string[] => {
    const same = Map.groupBy(own, (position) => `${nameOf(position.issue)} ${position.stance}`);
    return [...same]
      .map(([name, all]) => `${name} ${Math.max(...all.map((position) => position.strength ?? 0))}`)
      .sort();
  };
  return Object.fromEntries([...groups].map(([claim, own]) => [claim, words(own)]));
}

test("after a merge every claim says what it said, of the issue that is left, each once and as strongly", () => {
  fc.assert(
    fc.property(claims, path, path, (coded, a, b) => {
      const library = libraryWith(paths, coded);
      const [from, into] = [issueAt(library, a), issueAt(library, b)];
      if (withDescendants(library.issues, from).some((issue) => issue.id === into)) return;
      const edits = mergeIssue(library, from, into);
      const after = withEdits(library, edits);
      // An issue that is gone is found again under what took its place, by its name.
      const heir = (id: IssueId): string => {
        if (after.issues[id] !== undefined) return id;
        if (id === from) return into;
        const { name = "", parent = null } = library.issues[id] ?? {};
        const above = parent === null ? null : heir(parent);
        return Object.values(after.issues).find((issue) => issue.parent === above && issue.name === name)?.id ?? "lost";
      };
      expect(codingsOf(after, (id) => id)).toEqual(codingsOf(library, heir));
      const positions = allRecords(after.positions).map(
        (position) => `${position.annotation} ${position.issue} ${position.stance}`,
      );
      expect(new Set(positions).size).toBe(positions.length);
      const lost = allRecords(library.positions).length - positions.length;
      expect(effectOf(library, edits)).toMatchObject({ doubles: lost, uncoded: 0 });
    }),
  );
});

test("a split takes the chosen positions and no others; merging back leaves all as it was said", () => {
  fc.assert(
    fc.property(claims, path, fc.boolean(), fc.nat(), (coded, name, under, which) => {
      const library = libraryWith(paths, coded);
      const id = issueAt(library, name);
      const own = allRecords(library.positions).filter((position) => position.issue === id);
      if (own.length === 0) return;
      const chosen = own.filter((_, index) => index === which % own.length || (which >> index) % 2 === 1);
      const positions = new Set<string>(chosen.map((position) => position.id));
      const split = withEdits(library, splitIssue(library, id, { name: "New", under, positions }));
      const fresh = Object.values(split.issues).find((issue) => issue.name === "New");
      if (fresh === undefined) throw new Error("nothing was made");
      expect(allRecords(split.positions)).toEqual(
        allRecords(library.positions).map((position) =>
          positions.has(position.id) ? { ...position, issue: fresh.id } : position,
        ),
      );
      const held = new Set(chosen.map((position) => position.annotation)).size;
      expect(issueCounts(split).get(fresh.id)).toEqual({ direct: held, all: held });
      const back = withEdits(split, mergeIssue(split, fresh.id, id));
      expect(codingsOf(back, (issue) => issue)).toEqual(codingsOf(library, (issue) => issue));
      expect(Object.keys(back.issues)).toEqual(Object.keys(library.issues));
    }),
  );
});
