import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position } from "../model/annotation.ts";
import { allRecords } from "../model/by-paper.ts";
import type { IssueId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { issueAt, libraryWith, withEdits } from "./codebook.cases.ts";
import { effectOf } from "./effect.ts";
import { mergeIssue, splitIssue } from "./issues.ts";
import { issueCounts, withDescendants } from "./tree.ts";

const paths = ["Water", "Water/Price", "Water/Price/Farms", "Air", "Air/Price", "Air/Price/Farms", "Land"];
const path = fc.constantFrom(...paths);
const written = fc
  .tuple(path, fc.constantFrom("supports", "opposes"), fc.constantFrom("", " 1", " 3"))
  .map(([issue, stance, strength]) => `${issue} ${stance}${strength}`);
/** Claims that take no stance twice on one issue. */
const claims = fc.array(
  fc.uniqueArray(written, { minLength: 1, maxLength: 4, selector: (one) => one.split(" ").slice(0, 2).join(" ") }),
  { minLength: 1, maxLength: 4 },
);

/**
 * What each claim says, sorted: its issue under another name where one took its place, its stance, the greatest
 * strength.
 */
function said(library: Library, nameOf: (issue: IssueId) => string): Record<string, string[]> {
  const groups = Map.groupBy(allRecords(library.positions), (one) => one.annotation);
  const words = (own: readonly Position[]): string[] => {
    const same = Map.groupBy(own, (one) => `${nameOf(one.issue)} ${one.stance}`);
    return [...same].map(([name, all]) => `${name} ${Math.max(...all.map((one) => one.strength ?? 0))}`).sort();
  };
  return Object.fromEntries([...groups].map(([claim, own]) => [claim, words(own)]));
}

test("after a merge every claim says what it said, of the issue that is left, each once and as strongly", () => {
  fc.assert(
    fc.property(claims, path, path, (coded, a, b) => {
      const library = libraryWith(paths, coded);
      const [from, into] = [issueAt(library, a), issueAt(library, b)];
      if (withDescendants(library.issues, from).some((one) => one.id === into)) return;
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
      expect(said(after, (id) => id)).toEqual(said(library, heir));
      const positions = allRecords(after.positions).map((one) => `${one.annotation} ${one.issue} ${one.stance}`);
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
      const own = allRecords(library.positions).filter((one) => one.issue === id);
      if (own.length === 0) return;
      const chosen = own.filter((_, index) => index === which % own.length || (which >> index) % 2 === 1);
      const positions = new Set<string>(chosen.map((one) => one.id));
      const split = withEdits(library, splitIssue(library, id, { name: "New", under, positions }));
      const fresh = Object.values(split.issues).find((issue) => issue.name === "New");
      if (fresh === undefined) throw new Error("nothing was made");
      expect(allRecords(split.positions)).toEqual(
        allRecords(library.positions).map((one) => (positions.has(one.id) ? { ...one, issue: fresh.id } : one)),
      );
      const held = new Set(chosen.map((one) => one.annotation)).size;
      expect(issueCounts(split).get(fresh.id)).toEqual({ own: held, all: held });
      const back = withEdits(split, mergeIssue(split, fresh.id, id));
      expect(said(back, (one) => one)).toEqual(said(library, (one) => one));
      expect(Object.keys(back.issues)).toEqual(Object.keys(library.issues));
    }),
  );
});
