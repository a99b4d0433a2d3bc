import { appendFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { printMessage } from "../../../shared/messages/message.ts";
import { allRecords } from "../../../shared/model/by-paper.ts";
import { digest } from "../files/digest.ts";
import { type Disk, type FileStamp, realDisk } from "../files/disk.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { doStep } from "./crash.cases.ts";
import { opening } from "./faulty-disk.cases.ts";
import { knownFilesName, knownForm } from "./known-files.ts";
import { FileLibrary } from "./library.ts";
import { MemoryDisk, ticking } from "./memory-disk.cases.ts";
import { filledIn } from "./paper-snapshot.cases.ts";
import { Main } from "./state-files.ts";

const folder = "/library";
const knownFile = `${folder}/${knownFilesName}`;
const sizes = { compactEvery: 1, segmentBytes: 1 << 20, knownFrom: 1 };
const open = (disk: Disk): Promise<FileLibrary> =>
  FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });

/** A closed library with two papers that have claims and one that has none, opened again since; and its papers. */
async function made(clock = ticking()): Promise<{ disk: MemoryDisk; papers: string[] }> {
  const disk = new MemoryDisk();
  disk.clock = clock;
  await disk.makeFolder(folder);
  const first = await open(disk);
  const account = { acknowledged: [], underWay: 0, faults: 0 };
  for (const step of [0, 5, 9, 9, 5, 9, 15]) await doStep(first, disk, step, account);
  await first.close();
  const again = await open(disk);
  const papers = Object.keys(again.library.papers);
  await again.close();
  return { disk, papers };
}

/** A disk that notes the files it reads. */
function noting(disk: MemoryDisk, read: string[]): Disk {
  return {
    ...opening(disk, (file, mode) => disk.open(file, mode)),
    read: (file, from, length) => {
      read.push(file);
      return disk.read(file, from, length);
    },
    list: (name) => {
      read.push(name);
      return disk.list(name);
    },
    readNow: (file) => {
      read.push(file);
      return disk.readNow(file);
    },
  };
}

/** What opening reads of papers, and the library, all of it read. */
async function openedWith(disk: MemoryDisk): Promise<{ read: string[]; store: FileLibrary; notices: string[] }> {
  const read: string[] = [];
  const store = await open(noting(disk, read));
  const ofPapers = read.filter((file) => file.startsWith(`${folder}/papers/`));
  await store.close();
  return { read: ofPapers, store, notices: store.state().notices.map((notice) => printMessage(notice)) };
}

test("opening reads nothing of papers whose files are as they were; their records are read when they are asked for", async () => {
  const { disk } = await made();
  const { read, store, notices } = await openedWith(disk);
  expect([read, notices]).toEqual([[], []]);
  expect([allRecords(store.library.annotations).length, allRecords(store.library.positions).length]).toEqual([6, 6]);
  await disk.remove(knownFile);
  const without = await openedWith(disk);
  expect(without.read.length).toBeGreaterThan(6);
  expect(without.store.library).toEqual(store.library);
});

const sealed = (json: string): Buffer => Buffer.from(`stancemark-known-${knownForm} ${digest(json)} ${json}\n`);
type Change = (disk: MemoryDisk, paper: string) => Promise<void> | void;
const own = (paper: string, name: string): string => `${folder}/papers/${paper}/${name}`;
const again = async (disk: MemoryDisk, file: string): Promise<void> => disk.put(file, await disk.read(file));

test.each<[string, Change]>([
  ["written again with the same bytes", (disk, paper) => again(disk, own(paper, "annotations.json"))],
  ["damaged", (disk, paper) => disk.put(own(paper, "annotations.json"), Buffer.from("?"))],
  [
    "gone",
    async (disk, paper) => {
      await disk.remove(own(paper, "annotations.json"));
      await disk.remove(own(paper, "annotations.json.bak"));
    },
  ],
])("a paper whose annotations.json was %s is read, as without this file", async (_what, change) => {
  const { disk, papers } = await made();
  const [paper = ""] = papers;
  await change(disk, paper);
  const bare = disk.copy();
  await bare.remove(knownFile);
  const known = await openedWith(disk.copy());
  const unknown = await openedWith(bare);
  expect(known.read.some((file) => file.includes(paper))).toBe(true);
  expect([known.notices, known.store.library]).toEqual([unknown.notices, unknown.store.library]);
  expect(known.read.filter((file) => !file.includes(paper))).toEqual([]);
});

test.each<[string, Change, RegExp | null]>([
  [
    "its source is cut off",
    (disk, paper) => disk.put(own(paper, "source.txt"), Buffer.from("?")),
    /files are missing|missing or/,
  ],
  ["its source is gone", (disk, paper) => disk.remove(own(paper, "source.txt")), /missing/],
  ["a crash left a file", (disk, paper) => disk.put(own(paper, "paper.json.77.tmp"), Buffer.from("?")), null],
])("what is looked for in the folder of each paper is found where %s", async (_what, change, wanted) => {
  const { disk, papers } = await made();
  const [paper = ""] = papers;
  await change(disk, paper);
  const { notices } = await openedWith(disk);
  if (wanted === null) expect(notices).toEqual([]);
  else expect(notices).toEqual([expect.stringMatching(wanted)]);
  expect(disk.files().filter(([name]) => name.endsWith(".tmp"))).toEqual([]);
});

test("what was written shortly before is read again: a later writing may have got the same time", async () => {
  let time = 1_700_000_000_000;
  const { disk } = await made(() => time);
  expect((await openedWith(disk)).read.length).toBeGreaterThan(6);
  time += 5000;
  // What is known now was written late enough to count.
  await disk.remove(knownFile);
  await openedWith(disk);
  expect((await openedWith(disk)).read).toEqual([]);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ["cut off", (bytes) => bytes.subarray(0, -3)],
  ["empty", () => Buffer.alloc(0)],
  [
    "of another form",
    (bytes) => Buffer.from(bytes.toString().replace(`known-${knownForm} `, `known-${knownForm + 1} `)),
  ],
  ["changed in one byte", (bytes) => Buffer.from(bytes.toString().replace('"bytes"', '"bytez"').replace("[", "{"))],
  ["sealed by somebody else", () => sealed('{"main":null,"papers":[["a",{"folder":"b"}]]}')],
  ["sealed and of another form", () => sealed('{"papers":7}')],
  ["something else", () => Buffer.from("a file of another program\n")],
])("a list of known files that is %s is as good as none", async (_what, change) => {
  const { disk } = await made();
  disk.put(knownFile, change(await disk.read(knownFile)));
  const { read, notices } = await openedWith(disk);
  expect([read.length > 6, notices]).toEqual([true, []]);
});

test("a file that rots where it lies is found when it is read: the copy and the journal give what it had", async () => {
  const { disk, papers } = await made();
  const [paper = ""] = papers;
  const file = own(paper, "annotations.json");
  const bytes = await disk.read(file);
  disk.rot(file, Buffer.from(bytes.toString().replace('"certainty":', '"certaintz":')));
  const whole = disk.copy();
  whole.rot(file, bytes);
  const store = await open(disk);
  const reload = new Promise((resolve) => store.subscribe((news) => news.kind === "reload" && resolve(news)));
  expect(() => allRecords(store.library.annotations)).toThrow(expect.objectContaining({ code: "damaged" }));
  await reload;
  const { library, notices } = store.state();
  expect(notices.map((notice) => printMessage(notice))).toEqual([expect.stringContaining("annotations.json")]);
  expect(library).toEqual((await open(whole)).library);
  expect(store.access).toEqual({ mode: "write" });
  await store.close();
  expect(disk.files().some(([name]) => name === knownFile)).toBe(false);
});

test("who may not write reads every file, for whoever writes may replace one before it is looked at", async () => {
  const { disk } = await made();
  const writer = await open(disk);
  const read: string[] = [];
  const reader = await open(noting(disk, read));
  expect([reader.access.mode, read.some((file) => file.endsWith("annotations.json"))]).toEqual(["read", true]);
  await reader.close();
  await writer.close();
});

test("of a few papers, nothing is written down", async () => {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await FileLibrary.open(folder, { program: "a test", disk });
  for (const step of [0, 5, 9]) await doStep(store, disk, step, { acknowledged: [], underWay: 0, faults: 0 });
  await store.close();
  await (await FileLibrary.open(folder, { program: "a test", disk })).close();
  expect(disk.files().some(([name]) => name === knownFile)).toBe(false);
});

test("on a real disk a stamp is another one after whatever is done to a file, and the same when nothing is", async () => {
  const file = path.join(await temporaryFolder(), "a file");
  const stamp = (): FileStamp | null => realDisk.stamps([file])[0] ?? null;
  expect(stamp()).toBeNull();
  await writeFile(file, "some words");
  const seen = [stamp()];
  expect(stamp()).toEqual(seen[0]);
  const old = new Date(2001, 1, 1);
  for (const change of [
    () => appendFile(file, "!"),
    () => utimes(file, old, old),
    async () => {
      await writeFile(`${file}.new`, "some words!");
      await utimes(`${file}.new`, old, old);
      await rename(`${file}.new`, file);
    },
    () => rm(file),
  ]) {
    await change();
    expect(seen).not.toContainEqual(stamp());
    seen.push(stamp());
  }
});

test("fields of library.json that reading fills in belong to the form: with another one, `knownForm` is another number", () => {
  const fields = filledIn(z.toJSONSchema(Main, { io: "input", unrepresentable: "any" }), "");
  expect([knownForm, [...new Set(fields.map((name) => name.split("/").at(-1)))].sort()]).toEqual([
    1,
    [
      ...["archived", "collections", "definition", "examples", "exclude", "identifiers", "include", "labels"],
      ...[
        "language",
        "link",
        "notCarried",
        "note",
        "publisher",
        "replaces",
        "sha256",
        "suggestedAuthors",
        "tags",
        "text",
      ],
    ],
  ]);
});
