import { expect, test } from "vitest";
import { apply } from "../change/change.ts";
import { ids, sampleLibrary } from "../fixtures/sample-library.cases.ts";
import { newId, PaperId } from "../model/ids.ts";
import type { Paper } from "../model/paper.ts";
import { similarPapers } from "./similar-papers.ts";

const library = sampleLibrary();
const known = library.papers[ids.paper];
if (known === undefined) throw new Error("The sample has a paper.");

function named(title: string, fileName = "1.pdf"): Paper {
  return { ...(known as Paper), id: newId(PaperId), title, fileName };
}

function titlesLike(paper: Paper, others: readonly Paper[]): string[] {
  const edits = others.map((to) => ({ table: "papers", from: null, to }) as const);
  return similarPapers(apply(sampleLibrary([]), { edits: withoutAuthors(edits) }), paper).map(({ title }) => title);
}

/** The sample's actor is not in an empty library. */
function withoutAuthors(edits: readonly { table: "papers"; from: null; to: Paper }[]) {
  return edits.map((edit) => ({ ...edit, to: { ...edit.to, author: null } }));
}

test.each([
  ["the same title", "Ferry fares in the north", "Ferry Fares in the North"],
  ["another number or date", "Water plan 2024", "Water plan 2026"],
  ["a state of the document", "Water plan (draft)", "Water Plan – final version"],
  ["most of its words", "Ferry fares in the northern bay", "Ferry fares in the bay"],
  ["Urdu letters written otherwise", "پانی کی قیمت", "پاني كي قيمت"],
])("a paper is like another with %s", (_what, text, other) => {
  expect(titlesLike(named(text), [named(other)])).toEqual([other]);
});

test("names of files count as titles do", () => {
  expect(titlesLike(named("Untitled", "water-plan-v2.pdf"), [named("Water plan", "a.pdf")])).toEqual(["Water plan"]);
});

test("other papers, the paper itself and replaced ones are not like it", () => {
  const own = named("Water plan");
  const [first, second] = [named("Water plan 1"), named("Water plan 2")];
  expect(titlesLike(own, [own, named("Fish quotas"), named("2026")])).toEqual([]);
  expect(titlesLike(own, [first, { ...second, replaces: first.id }])).toEqual(["Water plan 2"]);
});
