import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import { newIssue } from "../fixture.cases.ts";
import { backup } from "../maintenance/backup.ts";
import { verify } from "../maintenance/verify.ts";
import { doStep } from "./crash.cases.ts";
import { FaultyDisk } from "./faulty-disk.cases.ts";
import { FileLibrary } from "./library.ts";
import { MemoryDisk } from "./memory-disk.cases.ts";

const folder = "/library";
const open = (disk: ConstructorParameters<typeof FaultyDisk>[0]): Promise<FileLibrary> =>
  FileLibrary.open(folder, { program: "a test", coder: "Ada", disk });
const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((issue) => issue.name);
const contents = (disk: MemoryDisk): [string, string][] =>
  disk
    .files()
    .filter(([name]) => !name.endsWith("/tip.json"))
    .map(([name, bytes]): [string, string] => [name, bytes.toString("latin1")]);

/** A library with a paper, a claim and a backup, closed. */
async function made(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const store = await open(disk);
  for (const step of [0, 5, 9]) await doStep(store, disk, step, { acknowledged: [], underWay: 0, faults: 0 });
  await store.commit("Add A", [newIssue("A")]);
  await backup(store);
  await store.close();
  return disk;
}

test.each([
  ["ENOSPC", "The disk is full."],
  ["EDQUOT", "The disk is full."],
  ["EIO", "The disk reports a read or write error."],
  ["EROFS", "The library's disk is read-only."],
  ["EACCES", "The system does not allow writing to the library's folder."],
  ["EFBIG", "The disk does not accept files of this size."],
])(
  "where writing fails with %s at any call of opening, the library is open for reading and says why",
  async (code, why) => {
    for (let step = 2; ; step++) {
      const disk = await made();
      // As a crash leaves it, so that opening has something to write.
      await disk.remove(`${folder}/tip.json`);
      const faulty = new FaultyDisk(disk, { kind: "fail", at: step, code, times: 1000, reads: false });
      const store = await open(faulty);
      expect([step, names(store)]).toEqual([step, ["Issue 0", "A"]]);
      const { access } = store;
      await store.close();
      if (faulty.calls < step) {
        expect(access).toEqual({ mode: "write" });
        expect(step).toBeGreaterThan(6);
        break;
      }
      if (access.mode === "read")
        expect([step, inWords(access.reason)]).toEqual([
          step,
          expect.stringMatching(
            `read-only( because its folder can't be written to\\.$|\\. ${why.replaceAll(".", "\\.")} Fix this)`,
          ),
        ]);
      // Nobody is kept out afterwards by what could not be written or removed.
      await disk.remove(`${folder}/lock`);
      const again = await open(disk);
      expect([step, again.access, names(again)]).toEqual([step, { mode: "write" }, ["Issue 0", "A"]]);
      expect([step, (await verify(again)).problems]).toEqual([step, []]);
      await again.close();
    }
  },
);

test("a full disk leaves no lock that names nobody", async () => {
  const disk = await made();
  const store = await open(new FaultyDisk(disk, { kind: "fail", at: 2, code: "ENOSPC", times: 2, reads: false }));
  expect(inWords(store.access)).toMatchObject({ reason: expect.stringContaining("The disk is full.") });
  await store.close();
  expect(disk.files().map(([name]) => name)).not.toContain(`${folder}/lock`);
});

test.each<[string, (disk: MemoryDisk, file: string) => Promise<void> | void]>([
  ["gone", (disk, file) => disk.remove(file)],
  ["cut short", (disk, file) => disk.put(file, Buffer.from("The board"))],
])("papers whose source is %s are named when the library is opened, and work goes on", async (_what, hurt) => {
  const disk = await made();
  const [[source = ""] = []] = disk.files().filter(([name]) => name.includes("/source."));
  await hurt(disk, source);
  const store = await open(disk);
  expect(inWords(store.state().notices)).toEqual([
    "Files of a paper are missing or cut short: Paper 5. Import its source again to repair this. All claims and notes are still there.",
  ]);
  await store.commit("Add B", [newIssue("B")]);
  expect(names(store)).toEqual(["Issue 0", "A", "B"]);
  await store.close();
});

/** What crashes leave, in every folder where something is written. */
const leftovers = [
  "library.json.77.tmp",
  "tip.json.77.tmp",
  "sharing.77.tmp",
  "lock.77.tmp",
  "journal.new/000000000001-01234567.jsonl",
  "journal/000000000009-01234567.jsonl.tmp",
  "backups/2026-01-01T00-00-00.000Z.jsonl.0a1b2c3d.tmp",
  "backups/second-place.json.77.tmp",
  "backups/format-2.tmp/library.json",
  "damaged/put-back.json.77.tmp",
  `papers/.${newId(PaperId)}.tmp/source.pdf`,
  "papers/PAPER/paper.json.77.tmp",
  "papers/PAPER/files.json.77.tmp",
  "papers/PAPER/annotations.json.77.tmp",
];
/** What is no leftover of ours. */
const others = ["notes.tmp", "papers/PAPER/notes.txt", "conflicts/a.tmp", "my journal.tmp/a"];

test("what a crash left is removed when the library is opened for writing, and nothing else", async () => {
  const disk = await made();
  const [paper = ""] = (await disk.list(`${folder}/papers`)).filter((name) => !name.startsWith("."));
  const before = contents(disk);
  const put = async (name: string): Promise<string> => {
    const file = `${folder}/${name.replace("PAPER", paper)}`;
    await disk.makeFolder(file.slice(0, file.lastIndexOf("/")));
    disk.put(file, Buffer.from("left"));
    return file;
  };
  const left: string[] = [];
  for (const name of leftovers) left.push(await put(name));
  const own: string[] = [];
  for (const name of others) own.push(await put(name));
  // Who only reads removes nothing.
  disk.put(`${folder}/lock`, Buffer.from(JSON.stringify({ ...holder, beat: new Date().toISOString() })));
  const reader = await open(disk);
  expect(reader.access.mode).toBe("read");
  await reader.close();
  expect(contents(disk).map(([name]) => name)).toEqual(expect.arrayContaining([...left, ...own]));
  await disk.remove(`${folder}/lock`);
  const store = await open(disk);
  await store.close();
  const now = contents(disk);
  expect(now.filter(([name]) => !own.includes(name))).toEqual(before);
  expect(now.map(([name]) => name)).toEqual(expect.arrayContaining(own));
});

const holder = {
  pid: 1,
  host: "another machine",
  program: "a test",
  since: new Date().toISOString(),
  token: "0".repeat(36),
};
