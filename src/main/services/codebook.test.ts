import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { issueNames, printPath } from "../../shared/issue-path.ts";
import { sampleEdits } from "../../shared/sample-library.cases.ts";
import { exportCodebook, importCodebook } from "./codebook.ts";
import { temporaryFolder } from "./fixture.cases.ts";
import { LibraryStore } from "./store/library.ts";

async function open(): Promise<LibraryStore> {
  const store = await LibraryStore.open(await temporaryFolder(), { program: "a test", coder: "Ada" });
  onTestFinished(() => store.close());
  return store;
}

function paths(store: LibraryStore): string[] {
  const { issues } = store.library;
  return Object.values(issues)
    .map((issue) => printPath(issueNames(issues, issue.id)))
    .sort();
}

test.each(["csv", "json"] as const)("a codebook written as %s is read back whole, once", async (format) => {
  const from = await open();
  const edits = sampleEdits()
    .filter(({ table }) => ["issues", "actors", "stances"].includes(table))
    .map((edit) => (edit.table === "stances" && edit.to ? { ...edit, to: { ...edit.to, rank: 6 } } : edit));
  await from.commit("Make a codebook", edits);
  const file = exportCodebook(from.library, format);
  const to = await open();
  expect(await importCodebook(to, file.name, file.bytes)).toMatchObject({ issues: 2, stances: 1, actors: 1 });
  expect(paths(to)).toEqual(["Water", "Water/Quality\\/taste"]);
  expect(exportCodebook(to.library, format).bytes).toEqual(file.bytes);
  expect(await importCodebook(to, file.name, file.bytes)).toMatchObject({ issues: 0, stances: 0, actors: 0 });
});

test("the sample's codebook is read", async () => {
  const store = await open();
  const bytes = await readFile(new URL("../../../resources/sample/codebook.csv", import.meta.url));
  expect(await importCodebook(store, "codebook.csv", bytes)).toMatchObject({ issues: 13, stances: 0, actors: 7 });
  expect(paths(store)).toContain("The night boat/Why it stopped");
});

test.each([
  ["a.csv", "kind,name\nissue,Water\nthing,Air\n", /entry 2 at “kind”/],
  ["a.csv", 'kind,name\n"issue,Water\n', /not a CSV file/],
  ["a.csv", "kind,name\nissue,Water\nissue,/\n", /no name/],
  ["a.json", "{", /not a JSON file/],
  ["a.json", '{"codebook": 7}', /not a codebook/],
  ["a.csv", "", /empty/],
])("a wrong codebook %s adds nothing: %j", async (name, text, sentence) => {
  const store = await open();
  const before = store.library;
  await expect(importCodebook(store, name, new TextEncoder().encode(text))).rejects.toThrow(sentence);
  expect(store.library).toBe(before);
});
