import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { type Disk, diskSentence } from "../files/disk.ts";
import { newIssue } from "../fixture.cases.ts";
import { verify } from "../maintenance/verify.ts";
import { FaultyDisk, opening } from "./faulty-disk.cases.ts";
import { FileLibrary } from "./library.ts";
import { failure, MemoryDisk } from "./memory-disk.cases.ts";

const folder = "/library";

async function begin(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  return disk;
}

function open(disk: Disk, sizes = { compactEvery: 1000, segmentBytes: 1 << 20 }): Promise<FileLibrary> {
  return FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });
}

const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((issue) => issue.name);
const filesOf = (disk: MemoryDisk) => disk.files().filter(([name]) => !name.endsWith("/lock"));

async function add(store: FileLibrary, ...wanted: string[]): Promise<void> {
  for (const name of wanted) await store.commit(`Add ${name}`, [newIssue(name)]);
}

/** A disk that fails while it is told to. */
function moody(disk: MemoryDisk, code: string): { disk: Disk; fail: (yes: boolean) => void } {
  let failing = false;
  const open: Disk["open"] = async (file, mode) => {
    const inner = await disk.open(file, mode);
    const write = async (bytes: Uint8Array): Promise<void> => {
      if (failing) throw failure(code);
      await inner.write(bytes);
    };
    return { ...inner, write };
  };
  const fail = (yes: boolean): void => {
    failing = yes;
  };
  return { disk: opening(disk, open), fail };
}

test.each([
  ["ENOSPC", "The disk is full. The change was not saved. Fix this and try again."],
  ["EDQUOT", "The disk is full. The change was not saved. Fix this and try again."],
  ["EIO", "The disk reports a read or write error. The change was not saved. Fix this and try again."],
  ["EROFS", "The library's disk is read-only. The change was not saved. Fix this and try again."],
  [
    "EPERM",
    "The system does not allow writing to the library's folder. The change was not saved. Fix this and try again.",
  ],
  [
    "ENOENT",
    "The library's folder is no longer there. The drive may have been disconnected. The change was not saved. Fix this and try again.",
  ],
])(
  "a change that fails with %s is refused in a sentence, and the next one is the next of the history",
  async (code, sentence) => {
    const disk = await begin();
    const { disk: broken, fail } = moody(disk, code);
    const store = await open(broken);
    await add(store, "A");
    fail(true);
    const results = await Promise.allSettled(["B", "C"].map((name) => store.commit("Add", [newIssue(name)])));
    for (const result of results)
      expect(result).toMatchObject({ status: "rejected", reason: { code: "disk", message: sentence } });
    expect([names(store), store.last, store.state().undo]).toEqual([["A"], 1, "Add A"]);
    fail(false);
    await add(store, "D");
    expect([names(store), store.last]).toEqual([["A", "D"], 2]);
    expect((await verify(store)).problems).toEqual([]);
    await store.close();
    const again = await open(disk);
    expect([names(again), again.state().notices]).toEqual([["A", "D"], []]);
    await again.close();
  },
);

test("changes that build on one that is refused are refused with it", async () => {
  const disk = await begin();
  const { disk: broken, fail } = moody(disk, "EIO");
  const store = await open(broken);
  await add(store, "A");
  const { table, to } = newIssue("B");
  if (to === null) throw new Error("no issue");
  fail(true);
  const results = await Promise.allSettled([
    store.commit("Add B", [{ table, from: null, to }]),
    store.commit("Rename B", [{ table, from: to, to: { ...to, name: "C" } }]),
    store.undo(),
  ]);
  expect(results.map((result) => result.status)).toEqual(["rejected", "rejected", "rejected"]);
  fail(false);
  expect([names(store), inWords((await store.undo())?.label), names(store)]).toEqual([["A"], "Undo: Add A", []]);
  await store.close();
});

test.each(["EROFS", "EACCES", "EPERM"])("a folder where writing fails with %s is read, and says so", async (code) => {
  const disk = await begin();
  const first = await open(disk);
  await add(first, "A");
  await first.close();
  const store = await open(opening(disk, () => Promise.reject(failure(code))));
  expect(inWords(store.access)).toEqual({
    mode: "read",
    reason: "This library is read-only because its folder can't be written to.",
    holder: null,
  });
  expect(names(store)).toEqual(["A"]);
  await expect(store.commit("Add", [newIssue("B")])).rejects.toMatchObject({ code: "readOnly" });
  await store.close();
});

test.each([
  ["ENOTDIR", /can't be used as a library folder\./],
  ["ENOSPC", /can't be used as a library folder\. The disk is full\.$/],
])("a folder that cannot be made (%s) is refused in a sentence", async (code, sentence) => {
  const disk = await begin();
  const none = new FaultyDisk(disk, { kind: "fail", at: 1, code, times: 1, reads: false });
  await expect(open(none)).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
});

test("a disk that cannot read while a library is opened is a sentence, and the library is free afterwards", async () => {
  const disk = await begin();
  const first = await open(disk);
  await add(first, "A");
  await first.close();
  let calls = 0;
  const blind: Disk = {
    ...opening(disk, (file, mode) => disk.open(file, mode)),
    list: async (name) => {
      calls++;
      if (name.endsWith("/journal")) throw failure("EIO");
      return disk.list(name);
    },
  };
  await expect(open(blind)).rejects.toMatchObject({
    code: "disk",
    message: "The library can't be opened. The disk reports a read or write error.",
  });
  expect(calls).toBeGreaterThan(0);
  const again = await open(disk);
  expect([again.access, names(again)]).toEqual([{ mode: "write" }, ["A"]]);
  await again.close();
});

/** A library of twelve changes in several segments, with its last snapshot taken away. */
async function segmented(): Promise<{ disk: MemoryDisk; segments: string[] }> {
  const disk = await begin();
  const store = await open(disk, { compactEvery: 1000, segmentBytes: 1500 });
  await add(store, ..."ABCDEFGHIJKL");
  await store.close();
  for (const name of ["library.json", "library.json.bak"]) await disk.remove(`${folder}/${name}`);
  const segments = (await disk.list(`${folder}/journal`)).sort();
  expect(segments.length).toBeGreaterThan(3);
  return { disk, segments };
}

test("a library that is not whole is left as it is by opening, trying and closing, however many changes it has", async () => {
  const { disk, segments } = await segmented();
  await disk.remove(`${folder}/journal/${segments[1]}`);
  const before = filesOf(disk);
  const store = await open(disk, { compactEvery: 1, segmentBytes: 1500 });
  expect(inWords(store.access)).toMatchObject({
    mode: "read",
    reason: expect.stringMatching(
      /\d+ changes \(\d+-\d+\) are damaged or missing on disk\. Everything up to change \d+ was recovered\. \d+ later changes were recovered/,
    ),
  });
  // What is after the gap is read too.
  expect(names(store)).toEqual(expect.arrayContaining(["A", "L"]));
  expect(names(store).length).toBeLessThan(12);
  await expect(store.undo()).rejects.toMatchObject({ code: "readOnly" });
  expect((await verify(store)).ok).toBe(false);
  await store.close();
  expect(filesOf(disk)).toEqual(before);
});

test("files of another library in the journal's folder are left alone, and that is said", async () => {
  const { disk } = await segmented();
  const other = new MemoryDisk();
  await other.makeFolder(folder);
  const stranger = await open(other);
  await add(stranger, "X", "Y");
  await stranger.close();
  const own = await open(disk, { compactEvery: 1000, segmentBytes: 1500 });
  await own.close();
  for (const [name, bytes] of other.files()) if (name.includes("/journal/")) disk.put(name, bytes);
  const store = await open(disk);
  expect(names(store)).toHaveLength(12);
  expect(inWords(store.state())).toMatchObject({
    access: { mode: "write" },
    notices: ["The journal folder contains files of another library. They were left alone."],
  });
  await add(store, "M");
  await store.close();
  expect(names(await open(disk))).toHaveLength(13);
});

test("nothing is written after closing, and closing twice does nothing", async () => {
  const disk = await begin();
  const store = await open(disk);
  const waiting = store.commit("Add A", [newIssue("A")]);
  await store.close();
  await waiting.catch(() => undefined);
  await expect(store.commit("Add B", [newIssue("B")])).rejects.toMatchObject({ code: "readOnly" });
  const before = disk.files();
  await store.close();
  expect(disk.files()).toEqual(before);
  expect(before.map(([name]) => name)).not.toContain(`${folder}/lock`);
});

test("every failure of a disk that has a sentence says what it is, and what is none has none", () => {
  for (const code of [
    "ENOSPC",
    "EDQUOT",
    "EROFS",
    "EACCES",
    "EPERM",
    "ENOENT",
    "ENOTDIR",
    "ENODEV",
    "ENXIO",
    "ESTALE",
    "ENOTCONN",
    "EHOSTDOWN",
    "ETIMEDOUT",
    "EIO",
    "EMFILE",
    "ENFILE",
    "EBUSY",
    "EAGAIN",
    "EFBIG",
  ])
    expect([code, inWords(diskSentence(failure(code)))]).toEqual([code, expect.stringMatching(/^(The|Another) .*\.$/)]);
  for (const error of [failure("EINVAL"), new Error("ENOSPC"), null, "EIO"]) expect(diskSentence(error)).toBeNull();
});
