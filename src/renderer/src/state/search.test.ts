import { beforeEach, expect, test } from "vitest";
import type { SearchHit, SearchResults } from "../../../shared/contract/workbench.ts";
import { ids, sampleEdits, sampleLibrary } from "../../../shared/fixtures/sample-library.cases.ts";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import { useFind } from "./find.ts";
import { useReading } from "./reading.ts";
import { openHits, search, stepHit, useSearch } from "./search.ts";
import { openWindow } from "./window.cases.ts";

const other = newId(PaperId);
const library = sampleLibrary(
  sampleEdits().flatMap((edit) =>
    edit.table === "papers" && edit.to !== null ? [edit, { ...edit, to: { ...edit.to, id: other } }] : [edit],
  ),
);

const hit = (paper: PaperId, start: number): SearchHit =>
  ({ paper, start, end: start + 4, annotation: null }) as unknown as SearchHit;
const first = [hit(ids.paper, 0), hit(ids.paper, 5), hit(other, 3)];
const all = [hit(ids.paper, 0), hit(ids.paper, 5), hit(ids.paper, 9)];
const results = (hits: readonly SearchHit[]): SearchResults => ({ hits }) as unknown as SearchResults;

let answers: (() => void)[] = [];
let held = false;
beforeEach(() => {
  [answers, held] = [[], false];
  openWindow(library, "Ever words and more.", {
    search: async ({ papers }) => {
      if (held) await new Promise<void>((resolve) => answers.push(resolve));
      return results(papers === undefined ? first : all);
    },
  });
  useSearch.setState(useSearch.getInitialState(), true);
});

const starts = (): unknown => useSearch.getState().found?.hits.map(({ start }) => start);

test("words are looked for without the white space around them; no words find nothing", async () => {
  await search("  ever ");
  expect(useSearch.getState()).toMatchObject({ words: "  ever ", asked: "ever", asking: false, at: -1 });
  expect(starts()).toEqual([0, 5, 3]);
  await search("  ");
  expect(useSearch.getState()).toMatchObject({ words: "  ", found: null, asked: "" });
});

test("only the words asked for last are answered, whichever answer comes first", async () => {
  held = true;
  const [one, two] = [search("one"), search("two")];
  answers[1]?.();
  await two;
  useSearch.setState({ at: 1 });
  answers[0]?.();
  await one;
  expect(useSearch.getState()).toMatchObject({ asked: "two", asking: false, at: 1 });
});

test("all hits of a paper take the place of its first few", async () => {
  await search("ever");
  await openHits(ids.paper);
  expect(starts()).toEqual([0, 5, 9, 3]);
  expect([...useSearch.getState().open]).toEqual([ids.paper]);
});

test("hits are stepped through from paper to paper, around the ends, with the others of the paper marked", async () => {
  await search("ever");
  await stepHit(1);
  expect(useReading.getState().goal).toMatchObject({ paper: ids.paper, start: 0 });
  expect(useFind.getState()).toMatchObject({ words: "ever", at: 0, places: [{ start: 0 }, { start: 5 }] });
  await stepHit(-1);
  expect(useReading.getState()).toMatchObject({ paper: other, goal: { paper: other, start: 3 } });
  expect(useFind.getState()).toMatchObject({ at: 0, places: [{ start: 3, end: 7 }] });
  await stepHit(1);
  expect([useSearch.getState().at, useReading.getState().paper]).toEqual([0, ids.paper]);
});

test("without hits there is nothing to step to", async () => {
  await stepHit(1);
  await stepHit(-1);
  expect([useSearch.getState().at, useReading.getState().goal]).toEqual([-1, null]);
});
