import { expect, test } from "vitest";
import { apply } from "../../../../shared/change/change.ts";
import { allCoded } from "../../../../shared/claims/claims.ts";
import { claimRows } from "../../../../shared/claims/rows.ts";
import { issueAt, libraryWith } from "../../../../shared/codebook/codebook.cases.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import { chart, coloursBy, pathParts, unstated } from "./chart.ts";
import { tint } from "./colour.ts";

const library = libraryWith(
  ["Water", "Water/Fares", "Air"],
  [["Water supports"], ["Water/Fares supports", "Air opposes"], ["Water/Fares none"], ["Water supports"]],
);
const report = reportOf(library, claimRows(library, allCoded(library), new Map()), "2026-01-02T03:04:05Z");

test.each([
  ["Water", "", "Water"],
  ["Water › Fares", "Water › ", "Fares"],
  ["Water › Fares › Night", "Water › Fares › ", "Night"],
  ["Water›Fares", "", "Water›Fares"],
  ["", "", ""],
])("the path %j is %j and %j", (path, parents, leaf) => {
  expect(pathParts(path)).toEqual({ parents, leaf });
});

test("only stances that somebody took have a swatch, each with its sign, name and highlighter's colour", () => {
  const { stanceSwatches, issue, issueSwatches } = coloursBy(library, report, "stance");
  expect(stanceSwatches.map(({ name }) => name).sort()).toEqual(["+ supports", "− opposes", "◌ no stance"].sort());
  const colourOf = (name: string): string =>
    Object.values(library.stances).find((stance) => stance.name === name)?.colour ?? unstated;
  for (const { name, swatch } of stanceSwatches) expect(swatch).toEqual(tint(colourOf(name.slice(2))));
  expect(issue.size).toBe(0);
  expect(issueSwatches.every(({ swatch }) => swatch === null)).toBe(true);
});

test("by issue, each issue of the report has its own colour by its path", () => {
  const water = library.issues[issueAt(library, "Water/Fares")];
  if (water === undefined) throw new Error("there is no such issue");
  const coloured = apply(library, {
    edits: [{ table: "issues", from: water, to: { ...water, colour: "#ff0000" } }],
  });
  const { issue, issueSwatches } = coloursBy(coloured, report, "issue");
  expect(issue.get("Water › Fares")).toEqual(tint("#ff0000"));
  expect(issueSwatches.map(({ name }) => name)).toEqual(report.issues.map((issue) => issue.issue));
  expect(issueSwatches.find(({ name }) => name === "Water › Fares")?.swatch).toEqual(tint("#ff0000"));
});

/** The cells in bold at the end of each line, and how wide the parts of its bar are, in per cent. */
function drawn(markup: string): string[] {
  return markup
    .split("\n")
    .filter((line) => line.includes("stack(dir: ltr"))
    .map((line) => [...line.matchAll(/width: ([\d.]+)%, height/g)].map(([, width]) => width).join("+"));
}

test("the longest bar is as wide as its column, others in proportion, parts by stance", () => {
  expect(report.table.map(({ issue, total }) => [issue, total])).toEqual(
    expect.arrayContaining([
      ["Water", 2],
      ["Water › Fares", 2],
      ["Air", 1],
    ]),
  );
  const bars = new Map(
    drawn(chart(report, coloursBy(library, report, "stance"))).map((bar, index) => [report.table[index]?.issue, bar]),
  );
  expect(bars.get("Water")).toBe("100");
  expect(bars.get("Water › Fares")).toBe("50+50");
  expect(bars.get("Air")).toBe("50");
});

test("there is a column for each stance that was taken, and the sums are those of the claims", () => {
  const markup = chart(report, coloursBy(library, report, "stance"));
  expect(markup.match(/2em/g)).toHaveLength(3 + 1);
  expect(markup).toMatch(/table\.footer\(.*"5"/s);
});
