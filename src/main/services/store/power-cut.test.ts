import { expect, test } from "vitest";
import { z } from "zod";
import { ChangeId, CoderId, LibraryId, newId, PaperId } from "../../../shared/model/ids.ts";
import type { Disk } from "../files/disk.ts";
import { writeDurably } from "../files/durable.ts";
import { parseWords } from "../files/paper-words.ts";
import { newIssue } from "../fixture.cases.ts";
import { backup, readBackup } from "../maintenance/backup.ts";
import { FaultyDisk } from "./faulty-disk.cases.ts";
import { Journal } from "./journal.ts";
import { chainOf, readSegments } from "./journal-chain.ts";
import { readParts } from "./journal-read.ts";
import { FileLibrary } from "./library.ts";
import { MemoryDisk } from "./memory-disk.cases.ts";
import { PaperFiles } from "./paper-files.ts";
import { DurableFile } from "./snapshot.ts";

/** Everything that was not flushed goes: bytes of files, and names in folders. */
const worst = () => 0;

async function madeFolder(name = "/library"): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(name);
  return disk;
}

test("a change that was acknowledged outlives a power cut, the first one of a journal too", async () => {
  const disk = await madeFolder("/journal");
  const usual = { history: null, older: async () => [], segmentBytes: 1000, patience: 0, guard: async () => undefined };
  const quiet = { onTrouble: () => undefined, onRefuse: () => undefined };
  const journal = new Journal({ folder: "/journal", library: newId(LibraryId), tip: null, disk, ...usual, ...quiet });
  const about = { at: "2026-01-01T00:00:00Z", coder: newId(CoderId), label: "Add", undoes: null };
  for (let number = 1; number <= 6; number++) {
    const change = { id: newId(ChangeId), ...about, edits: [newIssue(`Issue ${number}`)] };
    await journal.append({ number, undoes: null, change });
    disk.cutPower(worst);
    const { segments } = await readSegments("/journal", disk);
    const { entries, damaged, torn } = await readParts("/journal", chainOf(segments, null).parts, 0, disk);
    expect([entries.length, damaged, torn]).toEqual([number, [], null]);
  }
  expect((await disk.list("/journal")).length).toBeGreaterThan(2);
});

test("what is written after a killed session outlives a power cut, whatever that session had not flushed", async () => {
  for (let step = 1; ; step++) {
    const disk = await madeFolder();
    const open = (disk: Disk) => FileLibrary.open("/library", { program: "a test", coder: "Ada", disk: disk });
    const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: "after" });
    await open(faulty)
      .then((store) => store.commit("Add A", [newIssue("A")]))
      .catch(() => undefined);
    await disk.remove("/library/lock");
    const second = await open(disk);
    await second.commit("Add B", [newIssue("B")]);
    disk.cutPower(worst);
    await disk.remove("/library/lock");
    const third = await open(disk);
    expect([step, third.access]).toEqual([step, { mode: "write" }]);
    expect([step, Object.values(third.library.issues).map((issue) => issue.name)]).toEqual([
      step,
      expect.arrayContaining(["B"]),
    ]);
    await third.close();
    if (!faulty.killed) break;
  }
});

test("a snapshot that was written outlives a power cut, with the one before", async () => {
  const disk = await madeFolder();
  const State = z.strictObject({ count: z.int() });
  const file = new DurableFile("/library/state.json", State, disk);
  for (let count = 1; count <= 3; count++) {
    await file.write({ count });
    disk.cutPower(worst);
    expect(await new DurableFile("/library/state.json", State, disk).read()).toEqual({ count });
  }
  disk.put("/library/state.json", Buffer.from("junk"));
  expect(await file.read()).toEqual({ count: 2 });
});

test("a file that was replaced is the new one after a power cut; cut in between, it is the old one or the new", async () => {
  for (let step = 1; ; step++) {
    const disk = await madeFolder();
    await writeDurably("/library/a", "old", disk);
    const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: "within" });
    await writeDurably("/library/a", "new", faulty).catch(() => undefined);
    disk.cutPower(worst);
    const text = (await disk.read("/library/a")).toString();
    expect(faulty.killed ? ["old", "new"] : ["new"]).toContain(text);
    if (!faulty.killed) break;
  }
});

test.each(["ENOSPC", "EIO", "EROFS"])(
  "a write that fails with %s leaves the old file and nothing beside it",
  async (code) => {
    for (let step = 1; ; step++) {
      const disk = await madeFolder();
      const file = new DurableFile("/library/state.json", z.int(), disk);
      await file.write(1);
      await writeDurably("/library/a", "old", disk);
      const faulty = new FaultyDisk(disk, { kind: "fail", at: step, code, times: 1, reads: false });
      const done = [
        await new DurableFile("/library/state.json", z.int(), faulty).write(2).then(
          () => true,
          () => false,
        ),
        await writeDurably("/library/a", "new", faulty).then(
          () => true,
          () => false,
        ),
      ];
      expect([1, 2]).toContain(await file.read());
      expect(["old", "new"]).toContain((await disk.read("/library/a")).toString());
      expect((await disk.list("/library")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      if (done.every((value) => value)) break;
    }
  },
);

test("a paper's files are there whole after a power cut, or not at all", async () => {
  const id = newId(PaperId);
  const source = Buffer.from("The gate is open.");
  const pages = [{ label: "§1", width: 0, height: 0, rotation: 0 as const }];
  const content = { text: "The gate is open.", blocks: [], pages, warnings: [] };
  for (let step = 1; ; step++) {
    const disk = await madeFolder();
    const faulty = new FaultyDisk(disk, { kind: "kill", at: step, when: "after" });
    const geometry = Buffer.from("geometry");
    await new PaperFiles("/library", faulty).write(id, "text", { source, content, geometry }).catch(() => undefined);
    disk.cutPower(worst);
    const files = new PaperFiles("/library", disk);
    if (await files.has(id)) {
      expect(await files.source(id, "text")).toEqual(source);
      expect(await files.geometry(id)).toEqual(geometry);
      expect(parseWords(await disk.read(`/library/papers/${id}/paper.json`))).toEqual(content);
    }
    if (!faulty.killed) {
      expect(await files.has(id)).toBe(true);
      break;
    }
  }
});

test("a backup that was made outlives a power cut", async () => {
  const disk = await madeFolder();
  const store = await FileLibrary.open("/library", { program: "a test", coder: "Ada", disk });
  await store.commit("Add A", [newIssue("A")]);
  const { name } = await backup(store);
  disk.cutPower(worst);
  expect((await readBackup(store, name))?.edits.length).toBeGreaterThan(0);
  await store.close();
});

test("a new library keeps its identifier through a power cut before its first change", async () => {
  const disk = await madeFolder();
  const open = () => FileLibrary.open("/library", { program: "a test", coder: "Ada", disk });
  const first = await open();
  disk.cutPower(worst);
  await disk.remove("/library/lock");
  const second = await open();
  expect(second.library.id).toBe(first.library.id);
  await second.close();
});
