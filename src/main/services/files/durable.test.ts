import fc from "fast-check";
import { expect, test } from "vitest";
import { FaultyDisk } from "../store/faulty-disk.cases.ts";
import { failure, MemoryDisk, seeded } from "../store/memory-disk.cases.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { listIfThere, readIfThere, temporaryFor, writeAndFlush, writeDurably, writePiecesAndFlush } from "./durable.ts";

const megabyte = 1 << 20;

/** A disk that notes what it is asked to change: the call, and how many bytes it writes. */
function notedDisk(disk: Disk, broken = ""): { disk: Disk; calls: string[] } {
  const calls: string[] = [];
  const note = (call: string): void => {
    calls.push(call);
    if (broken !== "" && call.startsWith(broken)) throw failure("EIO");
  };
  const noted: Disk = {
    read: (file, from, length) => disk.read(file, from, length),
    list: (folder) => disk.list(folder),
    stat: (file) => disk.stat(file),
    stamps: (files) => disk.stamps(files),
    readNow: (file) => disk.readNow(file),
    async open(file, mode): Promise<DiskFile> {
      note(`open ${mode} ${file}`);
      const handle = await disk.open(file, mode);
      return {
        ...handle,
        async write(bytes) {
          note(`write ${bytes.length}`);
          await handle.write(bytes);
        },
        async flush() {
          note("flush");
          await handle.flush();
        },
        async close() {
          note("close");
          await handle.close();
        },
      };
    },
    async makeFolder(folder, root) {
      note(`makeFolder ${folder}`);
      await disk.makeFolder(folder, root);
    },
    async rename(from, to) {
      note(`rename ${from} ${to}`);
      await disk.rename(from, to);
    },
    async remove(file) {
      note(`remove ${file}`);
      await disk.remove(file);
    },
    async flushFolder(folder) {
      note(`flushFolder ${folder}`);
      await disk.flushFolder(folder);
    },
  };
  return { disk: noted, calls };
}

async function holding(text: string): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await writeDurably("/folder/file", text, disk);
  return disk;
}

function texts(disk: MemoryDisk): [string, string][] {
  return disk.files().map(([name, bytes]) => [name, bytes.toString()]);
}

test("a file is written beside its place, flushed, renamed, and its folder flushed, in this order", async () => {
  const { disk, calls } = notedDisk(new MemoryDisk());
  await writeDurably("/folder/file", "ü", disk);
  const temporary = temporaryFor("/folder/file");
  expect(calls).toEqual([
    "makeFolder /folder",
    `open replace ${temporary}`,
    "write 2",
    "flush",
    "close",
    `rename ${temporary} /folder/file`,
    "flushFolder /folder",
  ]);
  expect(await disk.read("/folder/file")).toEqual(Buffer.from("ü"));
});

test("a temporary file is beside its own, and named as one", () => {
  expect(temporaryFor("/folder/file.json")).toMatch(/^\/folder\/file\.json\.\d+\.tmp$/);
});

test.each(["open", "write", "flush", "close", "rename"])(
  "when %s fails the file is as it was, and nothing is left beside it",
  async (call) => {
    const memory = await holding("old");
    const { disk, calls } = notedDisk(memory, call);
    await expect(writeDurably("/folder/file", "new", disk)).rejects.toThrow("EIO");
    expect(texts(memory)).toEqual([["/folder/file", "old"]]);
    expect(calls.filter((noted) => noted === "close")).toHaveLength(call === "open" ? 0 : 1);
  },
);

test("the failure of the writing is thrown, also when the temporary file can't be removed", async () => {
  const { disk } = notedDisk(await holding("old"), "r");
  await expect(writeDurably("/folder/file", "new", disk)).rejects.toMatchObject({ code: "EIO" });
  const { disk: full } = notedDisk(await holding("old"), "re");
  const broken: Disk = { ...full, open: () => Promise.reject(failure("ENOSPC")) };
  await expect(writeDurably("/folder/file", "new", broken)).rejects.toMatchObject({ code: "ENOSPC" });
});

test("after a power cut at any moment the old or the new bytes are there, whole", async () => {
  const found = new Set<string>();
  for (let at = 1; at <= 7; at++)
    for (let seed = 0; seed < 12; seed++) {
      const memory = await holding("old bytes");
      const dying = new FaultyDisk(memory, { at, kind: "kill", when: seed % 2 === 0 ? "within" : "after" });
      const isDone = await writeDurably("/folder/file", "new bytes", dying).then(
        () => true,
        () => false,
      );
      memory.cutPower(seeded(seed));
      const bytes = String(await memory.read("/folder/file"));
      expect(["old bytes", "new bytes"]).toContain(bytes);
      if (isDone) expect(bytes).toBe("new bytes");
      found.add(bytes);
    }
  expect(found.size).toBe(2);
});

test.each<[string, number[], number[]]>([
  ["no pieces", [], []],
  ["an empty piece", [0], [0]],
  ["small pieces", [10, 20, 0, 30], [60]],
  ["a piece of a megabyte and a rest", [megabyte, 5], [megabyte, 5]],
  ["pieces of just below a megabyte", [megabyte - 1, megabyte - 1, 7], [2 * megabyte - 2, 7]],
  ["a large piece among small ones", [1, 2 * megabyte, 2, 3], [2 * megabyte + 1, 5]],
])("%s are written about a megabyte at a time", async (_name, lengths, written) => {
  const { disk, calls } = notedDisk(new MemoryDisk());
  await disk.makeFolder("/");
  const pieces = lengths.map((length, index) => Buffer.alloc(length, index + 1));
  await writePiecesAndFlush("/file", pieces, disk);
  expect(calls.filter((call) => call.startsWith("write"))).toEqual(written.map((length) => `write ${length}`));
  expect(calls.slice(-2)).toEqual(["flush", "close"]);
  expect((await disk.read("/file")).equals(Buffer.concat(pieces))).toBe(true);
});

test("pieces are one after the other in the file, whatever they are, and replace what was there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 9 }), async (pieces) => {
      const disk = new MemoryDisk();
      await writeAndFlush("/file", "what was there before, and longer than all the pieces together".repeat(2), disk);
      await writePiecesAndFlush("/file", pieces, disk);
      expect(await disk.read("/file")).toEqual(Buffer.concat(pieces));
    }),
  );
});

test("no file and no folder are nothing, other failures are thrown", async () => {
  const disk = await holding("text");
  await disk.makeFolder("/folder/b");
  disk.put("/folder/a", Buffer.from("a"));
  expect([await readIfThere("/folder/none", disk), await listIfThere("/none", disk)]).toEqual([null, []]);
  expect(await readIfThere("/folder/file", disk)).toEqual(Buffer.from("text"));
  expect(await listIfThere("/folder", disk)).toEqual(["a", "b", "file"]);
  await expect(readIfThere("/folder", disk)).rejects.toMatchObject({ code: "EISDIR" });
  await expect(listIfThere("/folder/file", disk)).rejects.toMatchObject({ code: "ENOTDIR" });
});
