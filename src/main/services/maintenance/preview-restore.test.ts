import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newIssue } from "../fixture.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { MemoryDisk } from "../store/memory-disk.cases.ts";
import { backup } from "./backup.ts";
import { previewRestore } from "./preview-restore.ts";
import { repair } from "./repair.ts";
import { restore } from "./restore.ts";

const folder = "/library";
const inEnglish = (sentences: unknown): unknown[] => inWords(sentences) as unknown[];
const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((issue) => issue.name);

/** A library of A, B, C with a backup of A and B. */
async function made(): Promise<{ disk: MemoryDisk; store: FileLibrary }> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada", disk });
  for (const name of ["A", "B", "C"]) {
    await store.commit(`Add ${name}`, [newIssue(name)]);
    if (name === "B") await backup(store);
  }
  return { disk, store };
}

/** The same with its change B unreadable. */
async function damaged(): Promise<FileLibrary> {
  const { disk, store } = await made();
  await store.close();
  for (const [name, bytes] of disk.files())
    if (name.includes("/journal/")) disk.put(name, Buffer.from(bytes.toString().replace("Add B", "Add X")));
  for (const name of ["library.json", "library.json.bak"]) await disk.remove(`${folder}/${name}`);
  return FileLibrary.open(folder, { program: "a test", coder: "Ada", disk });
}

test("restoring a whole library is described before it is done, and what is said comes true", async () => {
  const { store } = await made();
  const [first] = Object.values(store.library.issues);
  if (first === undefined) throw new Error("there is no issue");
  await store.commit("Rename A", [{ table: "issues", from: first, to: { ...first, name: "A2" } }]);
  const before = store.last;
  const { missing, back, older, has, repair: kept, sentences, backup: made_ } = await previewRestore(store, undefined);
  expect([missing.issues, back.issues, older.issues, has.issues, kept]).toEqual([1, 0, 1, 2, null]);
  expect(inWords(sentences)).toEqual([
    expect.stringMatching(/^The backup of .* contains 2 issues, 5 stances, and 1 setting or coder\.$/),
    "Missing afterwards: 1 issue.",
    "Reset to how they were then: 1 issue.",
  ]);
  expect(store.last).toBe(before);
  await restore(store, made_.name);
  expect(names(store)).toEqual(["A", "B"]);
  expect(inEnglish((await previewRestore(store, undefined)).sentences).at(-1)).toMatch(
    /^The library has exactly the same now/,
  );
  await store.undo();
  expect(names(store).sort()).toEqual(["A2", "B", "C"]);
  await store.close();
});

test("in a damaged library the reader sees what restoring gives and what repairing keeps", async () => {
  const store = await damaged();
  const preview = await previewRestore(store, undefined);
  expect(inEnglish(preview.sentences).slice(1)).toEqual([
    "Missing afterwards: 1 issue.",
    "Brought back: 1 issue.",
    expect.stringMatching(
      /^“Continue with what could be read” \(on the command line: stancemark repair\) would keep 2 issues, .* instead\.$/,
    ),
  ]);
  const before = names(store);
  await restore(store, undefined);
  expect([before, names(store)]).toEqual([
    ["A", "C"],
    ["A", "B"],
  ]);
  await store.undo();
  expect(names(store)).toEqual(before);
  expect(preview.repair?.issues).toBe(2);
  await repair(store);
  expect(names(store)).toEqual(["A", "C"]);
  await store.close();
});

test.each([
  ["2001-01-01T00-00-00.000Z.jsonl", "missing"],
  ["../lock", "missing"],
])("a backup %s that is not there is not described", async (name, code) => {
  const { store } = await made();
  await expect(previewRestore(store, name)).rejects.toMatchObject({ code });
  await store.close();
});
