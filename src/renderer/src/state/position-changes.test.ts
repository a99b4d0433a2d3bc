import fc from "fast-check";
import { expect, test } from "vitest";
import { allCoded } from "../../../shared/claims/claims.ts";
import { issueAt, libraryWith, positionsOf, stanceNamed, withEdits } from "../../../shared/codebook/codebook.cases.ts";
import type { Library } from "../../../shared/model/library.ts";
import { positionChanges } from "./position-changes.ts";
import type { LastPosition } from "./reading.ts";

const issues = ["Water", "Air", "Soil"];

function wanted(library: Library, written: readonly string[]): LastPosition[] {
  return written.map((text) => {
    const [path = "", stance = "", strength] = text.split(" ");
    return {
      issue: issueAt(library, path),
      stance: stance === "none" ? null : stanceNamed(library, stance),
      strength: strength === undefined ? null : Number(strength),
    };
  });
}

/** What became of each position: `Water opposes>supports`, `-Air opposes`, `+Soil supports`; and the claim after it. */
function changed(before: readonly string[], after: readonly string[]) {
  const library = libraryWith(issues, [before]);
  const [claim] = allCoded(library);
  if (claim === undefined) throw new Error("a claim is needed");
  const edits = positionChanges(claim.annotation, claim.positions, wanted(library, after));
  const summaries = edits.map((edit) => {
    if (edit.table !== "positions") return edit.table;
    const name = (stance: string | null | undefined): string =>
      stance ? (library.stances[stance]?.name ?? "?") : "none";
    const issue = library.issues[(edit.to ?? edit.from)?.issue ?? ""]?.name;
    if (edit.from === null) return `+${issue} ${name(edit.to?.stance)}`;
    if (edit.to === null) return `-${issue} ${name(edit.from.stance)}`;
    expect([edit.to.id, edit.to.issue]).toEqual([edit.from.id, edit.from.issue]);
    return `${issue} ${name(edit.from.stance)}>${name(edit.to.stance)}`;
  });
  return { said: summaries, claim: positionsOf(withEdits(library, edits))[0] };
}

test.each<[string, string[], string[], string[]]>([
  ["nothing changed", ["Water supports 2", "Air opposes"], ["Water supports 2", "Air opposes"], []],
  ["another order is no change", ["Water supports", "Air opposes"], ["Air opposes", "Water supports"], []],
  ["another stance", ["Water supports", "Air opposes"], ["Water supports", "Air supports"], ["Air opposes>supports"]],
  ["another strength", ["Water supports 1"], ["Water supports 3"], ["Water supports>supports"]],
  ["a stance taken away", ["Water supports"], ["Water none"], ["Water supports>none"]],
  ["one more issue", ["Water supports"], ["Water supports", "Soil opposes"], ["+Soil opposes"]],
  ["the first one removed", ["Water supports", "Air opposes"], ["Air opposes"], ["-Water supports"]],
  ["an issue replaced", ["Water supports"], ["Air supports"], ["+Air supports", "-Water supports"]],
  [
    "stances exchanged",
    ["Water supports", "Air opposes"],
    ["Air supports", "Water opposes"],
    ["Air opposes>supports", "Water supports>opposes"],
  ],
  ["all removed: a note", ["Water supports"], [], ["-Water supports"]],
])("%s", (_, before, after, expected) => {
  expect(changed(before, after).said).toEqual(expected);
});

test("whatever it was, the claim says afterwards what is wanted, and no position that stays is made again", () => {
  const position = fc
    .tuple(fc.constantFrom(...issues), fc.constantFrom("supports", "opposes", "none"), fc.constantFrom("", " 1", " 3"))
    .map(([issue, stance, strength]) => `${issue} ${stance}${strength}`);
  const positions = fc.uniqueArray(position, { maxLength: 3, selector: (text) => text.split(" ")[0] });
  fc.assert(
    fc.property(positions, positions, (before, after) => {
      const { said, claim } = changed(before, after);
      expect(claim?.toSorted()).toEqual(after.toSorted());
      const made = said.filter((text) => text.startsWith("+")).map((text) => text.slice(1).split(" ")[0]);
      for (const text of before) expect(made).not.toContain(text.split(" ")[0]);
    }),
  );
});
