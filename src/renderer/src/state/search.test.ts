import { expect, test } from "vitest";
import type { PaperHits, SearchHit } from "../../../shared/contract/workbench.ts";
import { ids } from "../../../shared/fixtures/sample-library.cases.ts";
import { ofKind } from "./search.ts";

const hit = (annotation: SearchHit["annotation"]): SearchHit => ({
  paper: ids.paper,
  start: 0,
  end: 1,
  page: "1",
  snippet: "",
  marks: [],
  annotation,
});
const counts = (places: number, annotations: number, about = false): PaperHits => ({
  paper: ids.paper,
  places,
  annotations,
  about,
});
const found = {
  complete: true,
  hits: [hit(null), hit(ids.claim)],
  papers: [counts(3, 1), counts(0, 2), counts(0, 0, true)],
};

test.each([
  [
    "all",
    2,
    [
      [3, 1],
      [0, 2],
      [0, 0],
    ],
  ],
  [
    "text",
    1,
    [
      [3, 0],
      [0, 0],
    ],
  ],
  [
    "claims",
    1,
    [
      [0, 1],
      [0, 2],
    ],
  ],
] as const)("a search in %s leaves its hits, and papers that have any", (kind, hits, papers) => {
  const left = ofKind(found, kind);
  expect(left.hits).toHaveLength(hits);
  expect(left.papers.map(({ places, annotations }) => [places, annotations])).toEqual(papers);
});
