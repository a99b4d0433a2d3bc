import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newIssue } from "../fixture.cases.ts";
import { opening } from "../store/faulty-disk.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { MemoryDisk } from "../store/memory-disk.cases.ts";
import { backup, backups } from "./backup.ts";
import { conflicts, mergeConflicts } from "./conflicts.ts";
import { verify } from "./verify.ts";

const folder = "/library";
const open = (disk: MemoryDisk, coder = "Ada"): Promise<FileLibrary> =>
  FileLibrary.open(folder, { program: "a test", coder, disk });
const names = (store: FileLibrary): string[] =>
  Object.values(store.library.issues)
    .map((issue) => issue.name)
    .sort();

/** The same files on another machine's disk; a synchronising program leaves the lock behind. */
async function copyOf(disk: MemoryDisk): Promise<MemoryDisk> {
  const copy = new MemoryDisk();
  for (const [name, bytes] of disk.files()) {
    await copy.makeFolder(name.slice(0, name.lastIndexOf("/")));
    if (!name.endsWith("/lock")) copy.put(name, bytes);
  }
  return copy;
}

async function work(disk: MemoryDisk, coder: string, ...wanted: string[]): Promise<void> {
  const store = await open(disk, coder);
  for (const name of wanted) await store.commit(`Add ${name}`, [newIssue(name)]);
  await store.close();
}

/** Two machines that went on from the same library, ours with what theirs wrote as a sync program brings it. */
async function split(bring: (ours: MemoryDisk, name: string, bytes: Buffer) => void) {
  const ours = new MemoryDisk();
  await ours.makeFolder(folder);
  await work(ours, "Ada", "A");
  const theirs = await copyOf(ours);
  await work(ours, "Ada", "B");
  await work(theirs, "Ben", "C", "D");
  for (const [name, bytes] of theirs.files()) if (name.includes("/journal/")) bring(ours, name, bytes);
  return ours;
}

test.each([
  ["conflicted copy", (name: string) => name.replace(".jsonl", " (Ben's conflicted copy 2026-01-01).jsonl")],
  ["sync-conflict file", (name: string) => name.replace(".jsonl", ".sync-conflict-20260101-101010-ABCDEFG.jsonl")],
  ["numbered copy", (name: string) => name.replace(".jsonl", " (1).jsonl")],
])("a %s of the journal is noticed, merged as one step that can be undone, and set aside", async (_what, nameOf) => {
  const disk = await split((ours, name, bytes) => ours.put(nameOf(name), bytes));
  const store = await open(disk);
  expect(names(store)).toEqual(["A", "B"]);
  const found = await conflicts(store);
  expect(found).toMatchObject([{ changes: 2 }]);
  expect(inWords(found[0]?.sentence)).toMatch(/^2 changes of .* in .* were made outside this library/);
  expect((await verify(store)).problems).toEqual([found[0]?.sentence]);
  expect(inWords(await mergeConflicts(store))).toEqual({ merged: 3, refused: [] });
  expect(names(store)).toEqual(["A", "B", "C", "D"]);
  expect(
    Object.values(store.library.coders)
      .map((coder) => coder.name)
      .sort(),
  ).toEqual(["Ada", "Ben"]);
  expect([await conflicts(store, true), (await verify(store)).problems]).toEqual([[], []]);
  // Nothing of theirs is thrown away.
  expect(disk.files().filter(([name]) => name.startsWith(`${folder}/conflicts/`))).toHaveLength(1);
  await store.undo();
  expect(names(store)).toEqual(["A", "B"]);
  await store.close();
});

test("a segment that another machine began beside ours is a second history, merged once and not again", async () => {
  const disk = await split((ours, name, bytes) =>
    ours.put(name.replace(/-[0-9a-f]{8}\.jsonl$/, "-0123abcd.jsonl"), bytes),
  );
  const store = await open(disk);
  expect(names(store)).toContain("A");
  const [found] = await conflicts(store);
  expect(found?.changes).toBeGreaterThan(0);
  const before = names(store);
  await mergeConflicts(store);
  expect(names(store)).toEqual(["A", "B", "C", "D"]);
  expect(before).toHaveLength(2 + (before.includes("C") ? 1 : 0));
  expect(await conflicts(store, true)).toEqual([]);
  await store.close();
  const again = await open(disk);
  expect([names(again), await conflicts(again, true)]).toEqual([["A", "B", "C", "D"], []]);
  await again.close();
});

test("what was changed on both machines stays as it is here and is reported", async () => {
  const ours = new MemoryDisk();
  await ours.makeFolder(folder);
  await work(ours, "Ada", "A");
  const theirs = await copyOf(ours);
  for (const [disk, name] of [
    [ours, "Ours"],
    [theirs, "Theirs"],
  ] as const) {
    const store = await open(disk);
    const [from] = Object.values(store.library.issues);
    if (from === undefined) throw new Error("no issue");
    await store.commit(`Rename to ${name}`, [{ table: "issues", from, to: { ...from, name } }]);
    await store.close();
  }
  for (const [name, bytes] of theirs.files())
    if (name.includes("/journal/")) ours.put(name.replace(".jsonl", "-theirs.jsonl"), bytes);
  const store = await open(ours);
  expect(inWords(await mergeConflicts(store))).toEqual({
    merged: 0,
    refused: ["The issue “Theirs” was edited both here and there. Your version was left as it is."],
  });
  expect(names(store)).toEqual(["Ours"]);
  expect(await conflicts(store, true)).toEqual([]);
  await store.close();
});

test("copies of snapshots are put away, those of papers only when looked for", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  await work(disk, "Ada", "A");
  const paper = `${folder}/papers/01a20bdb-fe82-7357-a137-135727c15a4b`;
  await disk.makeFolder(paper);
  disk.put(`${paper}/annotations-DESKTOP.json`, Buffer.from("{}"));
  disk.put(`${folder}/library-DESKTOP.json`, Buffer.from("{}"));
  const store = await open(disk);
  expect((await conflicts(store)).map((conflict) => conflict.name)).toEqual(["library-DESKTOP.json"]);
  expect((await conflicts(store, true)).map((conflict) => conflict.name)).toEqual([
    "library-DESKTOP.json",
    "annotations-DESKTOP.json",
  ]);
  expect(inWords(await mergeConflicts(store))).toEqual({ merged: 0, refused: [] });
  expect(await conflicts(store, true)).toEqual([]);
  expect(
    disk
      .files()
      .filter(([name]) => name.includes("DESKTOP"))
      .map(([name]) => name)
      .sort(),
  ).toEqual([
    `${folder}/conflicts/library-DESKTOP.json`,
    `${folder}/conflicts/papers-01a20bdb-fe82-7357-a137-135727c15a4b-annotations-DESKTOP.json`,
  ]);
  await store.close();
});

test("a backup that the disk keeps otherwise than it was written does not count, and pushes no good one out", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  let lying = false;
  const store = await FileLibrary.open(folder, {
    program: "a test",
    coder: "Ada",
    disk: opening(disk, async (file, mode) => {
      const inner = await disk.open(file, mode);
      const write = (bytes: Uint8Array): Promise<void> =>
        inner.write(
          lying ? Buffer.from(Buffer.from(bytes).toString().replace("Add", "Odd").replace('"A"', '"O"')) : bytes,
        );
      return { ...inner, write };
    }),
  });
  await store.commit("Add A", [newIssue("A")]);
  const good = await backup(store);
  lying = true;
  await expect(backup(store)).rejects.toMatchObject({ code: "damaged", message: expect.stringContaining("discarded") });
  expect(await backups(store)).toEqual([good]);
  expect(await disk.list(`${folder}/backups`)).toEqual([good.name]);
  await store.close();
});
