import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { stanceOf } from "../../../shared/codebook/stance-scale.ts";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { allRecords } from "../../../shared/model/by-paper.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { verify } from "../maintenance/verify.ts";
import { FaultyDisk, opening } from "./faulty-disk.cases.ts";
import { journalVersion } from "./journal-line.ts";
import { FileLibrary } from "./library.ts";
import { failure, MemoryDisk } from "./memory-disk.cases.ts";
import { earlierFormats } from "./migrate.ts";
import { format } from "./snapshot.ts";

const golden = (format: number): string => path.join(import.meta.dirname, "golden", `library-${format}`);

async function copyOf(format: number): Promise<string> {
  const folder = path.join(await temporaryFolder(), "library");
  await cp(golden(format), folder, { recursive: true });
  return folder;
}

/** What the golden libraries hold, whatever their format. */
function look(store: FileLibrary) {
  const { papers, annotations, issues } = store.library;
  const quotes = allRecords(annotations).map((annotation) => annotation.passage.ranges[0]?.quote);
  const { undo, redo } = store.state();
  const titles = Object.values(papers).map((paper) => paper.title);
  return {
    titles,
    quotes: quotes.sort(),
    issues: Object.values(issues)
      .map((issue) => issue.name)
      .sort(),
    undo,
    redo,
  };
}

/** The names of the stances of all positions in order, null for none. */
function stancesOf({ library }: FileLibrary): (string | null)[] {
  const names = allRecords(library.positions).map((position) => stanceOf(library, position)?.name ?? null);
  return names.sort((a, b) => (a ?? "").localeCompare(b ?? ""));
}

const expected = {
  titles: ["Water"],
  quotes: ["Nobody wants to pay", "every gate must open"],
  issues: ["Gates", "Price", "Water"],
  undo: "Code a claim",
  redo: "Code a claim",
};

test.each(earlierFormats)("a library of format %i is brought up to date, with its files kept", async (format) => {
  const folder = await copyOf(format);
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  expect(look(store)).toEqual(expected);
  expect(inWords(store.state().notices)).toEqual([expect.stringContaining(`backups/format-${format}`)]);
  expect(await verify(store)).toEqual({ ok: true, problems: [] });
  expect(Object.values(store.library.papers)).toMatchObject([
    { labels: [], tags: [], language: "", text: "own", replaces: null },
  ]);
  // What had a stance has it still, and nothing else has got one.
  expect(stancesOf(store)).toEqual(["opposes", "supports"]);
  await store.redo();
  await store.undo();
  for (let n = 0; n < 3; n++) expect(await store.undo()).not.toBeNull();
  for (let n = 0; n < 3; n++) expect(await store.redo()).not.toBeNull();
  await store.close();
  for (const name of await readdir(path.join(golden(format), "journal")))
    expect(await readFile(path.join(folder, "backups", `format-${format}`, "journal", name))).toEqual(
      await readFile(path.join(golden(format), "journal", name)),
    );
  const again = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  expect([look(again), again.state().notices]).toEqual([expected, []]);
  await again.close();
});

test("a library of this format is read whole where its records lack what was added later, with changes after its snapshot", async () => {
  const folder = await copyOf(format);
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  expect([store.access, store.state().notices, store.last]).toEqual([{ mode: "write" }, [], 22]);
  expect(look(store)).toEqual(expected);
  expect(Object.values(store.library.papers)).toMatchObject([{ labels: [], tags: [], text: "own", replaces: null }]);
  expect(stancesOf(store)).toEqual([null, "opposes", "supports"]);
  expect((await verify(store)).problems).toEqual([]);
  // Old lines are undone and done again: what they lack is filled in on both sides.
  for (let n = 0; n < 3; n++) expect(await store.undo()).not.toBeNull();
  for (let n = 0; n < 3; n++) expect(await store.redo()).not.toBeNull();
  await store.close();
});

test.each(earlierFormats)(
  "killed at any call of the migration from format %i, it starts again and loses nothing",
  async (format) => {
    for (let step = 1; step < 200; step++) {
      const disk = new MemoryDisk();
      await load(disk, golden(format), "/library");
      const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: "within" });
      const first = await FileLibrary.open("/library", { program: "a test", coder: "Ada", disk: faulty }).catch(
        () => null,
      );
      disk.cutPower((below) => step % below);
      await disk.remove("/library/lock");
      const store = await FileLibrary.open("/library", { program: "a test", coder: "Ada", disk });
      expect([step, look(store)]).toEqual([step, expected]);
      expect([step, (await verify(store)).problems]).toEqual([step, []]);
      await store.close();
      if (first !== null && !faulty.killed) return;
    }
    throw new Error("the migration never came to its end");
  },
);

test("an older library that another program holds, or whose history is damaged, is refused and left alone", async () => {
  const folder = await copyOf(1);
  const [name = ""] = await readdir(path.join(folder, "journal"));
  await rm(path.join(folder, "journal", name));
  await expect(FileLibrary.open(folder, { program: "a test" })).rejects.toMatchObject({ code: "damaged" });
  expect(await readFile(path.join(folder, "library.json"))).toEqual(
    await readFile(path.join(golden(1), "library.json")),
  );
});

test("an older library that may only be read is refused with a message, and nothing in it changes", async () => {
  const disk = new MemoryDisk();
  await load(disk, golden(1), "/library");
  const before = disk.files();
  const readOnly = opening(disk, () => Promise.reject(failure("EROFS")));
  await expect(FileLibrary.open("/library", { program: "a test", disk: readOnly })).rejects.toMatchObject({
    code: "readOnly",
    message: expect.stringContaining("older version of Stancemark"),
  });
  expect(disk.files()).toEqual(before);
});

async function load(disk: MemoryDisk, from: string, to: string): Promise<void> {
  await disk.makeFolder(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await load(disk, source, target);
    else disk.put(target, await readFile(source));
  }
}

test("after the migration new changes begin a new segment, so that no older program reads them in one of its own", async () => {
  const folder = await copyOf(2);
  const old = await readdir(path.join(folder, "journal"));
  const before = await Promise.all(old.map((name) => readFile(path.join(folder, "journal", name))));
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  const [from] = allRecords(store.library.positions);
  if (from === undefined) throw new Error("the golden library has positions");
  await store.commit("Take the stance away", [{ table: "positions", from, to: { ...from, stance: null } }]);
  await store.close();
  expect(await Promise.all(old.map((name) => readFile(path.join(folder, "journal", name))))).toEqual(before);
  const fresh = (await readdir(path.join(folder, "journal"))).filter((name) => !old.includes(name));
  expect(fresh).toHaveLength(1);
  expect(await readFile(path.join(folder, "journal", fresh[0] ?? ""), "utf8")).toContain(`"journal":${journalVersion}`);
  const again = await FileLibrary.open(folder, { program: "a test" });
  expect(stancesOf(again)).toContain(null);
  await again.close();
});

test("a snapshot that was damaged in the older format is as damaged in this one: its copy and the journal make it good", async () => {
  const folder = await copyOf(2);
  const file = path.join(folder, "library.json");
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length - 200));
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  expect(look(store)).toEqual(expected);
  expect(inWords(store.state().notices)).toContainEqual(expect.stringContaining("library.json is damaged"));
  await store.close();
});
