import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { ChangeId, CoderId, LibraryId, newId } from "../../../shared/model/ids.ts";
import { type Disk, realDisk } from "../files/disk.ts";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { opening } from "./faulty-disk.cases.ts";
import { Journal, type JournalOptions } from "./journal.ts";
import { chainOf, readSegments } from "./journal-chain.ts";
import {
  type JournalEntry,
  journalLines,
  parseEntry,
  parseEntrySlowly,
  parseHeader,
  printEntry,
  printSegment,
  sealed,
} from "./journal-line.ts";
import { readNumber, readParts } from "./journal-read.ts";
import { failure, MemoryDisk } from "./memory-disk.cases.ts";

const coder = newId(CoderId);
const library = newId(LibraryId);

function entry(number: number): JournalEntry {
  const edits = [newIssue(`Issue ${number}`)];
  const about = { id: newId(ChangeId), at: "2026-01-01T00:00:00Z", coder, label: "Add", undoes: null };
  return { number, undoes: null, change: { ...about, edits } };
}

function journalIn(folder: string, options: Partial<JournalOptions> = {}): Journal {
  const nothing = () => undefined;
  const usual = {
    history: null,
    older: async () => [],
    tip: null,
    disk: realDisk,
    segmentBytes: 1 << 20,
    patience: 0,
    guard: async () => undefined,
  };
  return new Journal({ folder, library, onTrouble: nothing, onRefuse: nothing, ...usual, ...options });
}

async function readAll(folder: string, after = 0, disk: Disk = realDisk) {
  const { segments } = await readSegments(folder, disk);
  const chain = chainOf(segments, null);
  const reading = await readParts(folder, chain.parts, after, disk);
  return { ...reading, ...chain, entries: reading.entries.map(plain) };
}

/** An entry without its place in the chain of lines. */
function plain({ number, undoes, change }: JournalEntry): JournalEntry {
  return { number, undoes, change };
}

/** A journal of three changes; the path of its one file. */
async function three(): Promise<{ folder: string; file: string; entries: JournalEntry[] }> {
  const folder = await temporaryFolder();
  const entries = [entry(1), entry(2), entry(3)];
  const journal = journalIn(folder);
  await Promise.all(entries.map((entry) => journal.append(entry)));
  await journal.close();
  const { segments } = await readSegments(folder, realDisk);
  return { folder, entries, file: path.join(folder, segments[0]?.name ?? "") };
}

test("what was appended together is read in order, and shares one flush", async () => {
  const disk = new MemoryDisk();
  let flushes = 0;
  const counted = opening(disk, async (file, mode) => {
    const inner = await disk.open(file, mode);
    const flush = (): Promise<void> => {
      flushes++;
      return inner.flush();
    };
    return { ...inner, flush };
  });
  const entries = Array.from({ length: 100 }, (_, index) => entry(index + 1));
  const journal = journalIn("/journal", { disk: counted });
  await Promise.all(entries.map((entry) => journal.append(entry)));
  expect(await readAll("/journal", 0, disk)).toMatchObject({ entries, damaged: [], torn: null });
  expect((await readAll("/journal", 98, disk)).entries).toEqual(entries.slice(98));
  // One for the header, one for all of the lines.
  expect(flushes).toBe(2);
});

test("a full segment is followed by the next, and any change is found by its number", async () => {
  const folder = await temporaryFolder();
  const journal = journalIn(folder, { segmentBytes: 1500 });
  const entries = Array.from({ length: 12 }, (_, index) => entry(index + 1));
  for (const entry of entries) await journal.append(entry);
  await journal.close();
  const read = await readAll(folder);
  expect(read.parts.length).toBeGreaterThan(3);
  expect(read).toMatchObject({ entries, damaged: [], torn: null, branches: [] });
  for (const entry of entries)
    expect(await readNumber(folder, read.parts, entry.number, realDisk)).toMatchObject(entry);
  expect(await readNumber(folder, read.parts, 13, realDisk)).toBeNull();
});

test("a session goes on in the last segment of this machine, but never after a torn line", async () => {
  const { folder, file, entries } = await three();
  const again = async (number: number): Promise<void> => {
    const { tip, torn } = await readAll(folder);
    const journal = journalIn(folder, { tip: tip && { ...tip, dropsRest: torn !== null } });
    entries.push(entry(number));
    await journal.append(entries.at(-1) ?? entry(number));
    await journal.close();
  };
  await again(4);
  expect((await readAll(folder)).parts).toHaveLength(1);
  await appendFile(file, '{"sha256":"torn');
  expect(await readAll(folder)).toMatchObject({ entries, torn: path.basename(file) });
  await again(5);
  const read = await readAll(folder);
  expect(read).toMatchObject({ entries, torn: null, damaged: [], branches: [] });
  expect(read.parts).toHaveLength(2);
});

test("cut at any byte, only what was after is lost", async () => {
  const { folder, file, entries } = await three();
  const bytes = await readFile(file);
  const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
  for (let cut = 0; cut <= bytes.length; cut += 7) {
    await writeFile(file, bytes.subarray(0, cut));
    const whole = ends.filter((end) => end <= cut).length;
    const read = await readAll(folder);
    expect(read.entries).toEqual(entries.slice(0, Math.max(0, whole - 1)));
    expect(read.torn === null).toBe(whole === 0 || ends.includes(cut));
    expect(read.damaged).toEqual([]);
  }
});

test("a flipped bit is never read as a change, and is reported unless it makes the last line a torn one", async () => {
  const { folder, file, entries } = await three();
  const bytes = await readFile(file);
  for (let offset = 0; offset < bytes.length; offset += 13) {
    const flipped = Buffer.from(bytes);
    flipped[offset] = (flipped[offset] ?? 0) ^ 4;
    await writeFile(file, flipped);
    const read = await readAll(folder);
    for (const entry of read.entries) expect(entries[entry.number - 1]).toEqual(entry);
    const inHeader = offset < bytes.indexOf(10);
    expect(read.entries.length + read.damaged.length + (read.torn === null ? 0 : 1)).toBeGreaterThanOrEqual(
      inHeader ? 2 : 3,
    );
  }
});

test("blocks of zeros after the last line are what a power cut leaves, in the middle they are damage", async () => {
  const { folder, file, entries } = await three();
  await appendFile(file, Buffer.concat([Buffer.alloc(300), Buffer.from("\n")]));
  expect(await readAll(folder)).toMatchObject({ entries, damaged: [], torn: path.basename(file) });
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0, 700, 720));
  expect((await readAll(folder)).damaged).toHaveLength(1);
});

test("what the disk refuses is kept, reported and written when the disk works again", async () => {
  const disk = new MemoryDisk();
  let failing = false;
  const moody = opening(disk, async (file, mode) => {
    const inner = await disk.open(file, mode);
    const write = async (bytes: Uint8Array): Promise<void> => {
      await inner.write(failing ? bytes.subarray(0, 20) : bytes);
      if (failing) throw failure("ENOSPC");
    };
    return { ...inner, write, truncate: () => Promise.reject(failure("EIO")) };
  });
  const notices: (Message | null)[] = [];
  const onTrouble = (reason: Message | null): void => {
    notices.push(reason);
    failing = false;
  };
  const journal = journalIn("/journal", { disk: moody, patience: 60_000, onTrouble });
  const entries = [entry(1), entry(2), entry(3)];
  await journal.append(entries[0] ?? entry(1));
  failing = true;
  await Promise.all(entries.slice(1).map((entry) => journal.append(entry)));
  expect(notices).toEqual([message("disk.full"), null]);
  expect(await readAll("/journal", 0, disk)).toMatchObject({ entries, damaged: [], torn: null, branches: [] });
});

test("a line that could be written in part only is cut off again, so that every line in the file is whole", async () => {
  const disk = new MemoryDisk();
  let failing = false;
  const moody = opening(disk, async (file, mode) => {
    const inner = await disk.open(file, mode);
    const write = async (bytes: Uint8Array): Promise<void> => {
      await inner.write(failing ? bytes.subarray(0, bytes.length >> 1) : bytes);
      if (failing) throw failure("ENOSPC");
    };
    return { ...inner, write };
  });
  const journal = journalIn("/journal", { disk: moody });
  await journal.append(entry(1));
  failing = true;
  await expect(journal.append(entry(2))).rejects.toMatchObject({ code: "disk" });
  failing = false;
  await journal.append(entry(2));
  await journal.close();
  const files = disk.files();
  expect(files).toHaveLength(2);
  for (const [, bytes] of files) expect([...journalLines(bytes)].every((line) => line.whole)).toBe(true);
  expect(await readAll("/journal", 0, disk)).toMatchObject({ damaged: [], torn: null, branches: [] });
});

test.each([
  ["another machine began", "elsewhere", ""],
  ["another machine has written on since", null, printEntry(entry(4), "0".repeat(64))],
])("a session begins a segment of its own after one that %s", async (_what, host, more) => {
  const { folder, file, entries } = await three();
  const header = parseHeader((await readFile(file, "utf8")).split("\n")[0] ?? "");
  if (header === null) throw new Error("no header");
  const { text } = printSegment({ ...header, host: host ?? header.host }, entries);
  await writeFile(file, text + more);
  const { tip } = await readAll(folder);
  const journal = journalIn(folder, { tip: tip && { ...tip, bytes: text.length, dropsRest: false } });
  const own = entry(4);
  await journal.append(own);
  await journal.close();
  expect(await readFile(file, "utf8")).toBe(text + more);
  const read = await readAll(folder);
  expect(read).toMatchObject({ entries: [...entries, own], damaged: [], torn: null });
  expect([read.parts.length, read.branches.length]).toEqual([2, more === "" ? 0 : 1]);
});

test("a whole line after the last that is no change is damage, not a torn line", async () => {
  const { folder, file, entries } = await three();
  await appendFile(file, "what another program wrote\n");
  expect(await readAll(folder)).toMatchObject({ entries, damaged: [{ number: 4 }], torn: null });
});

test("a segment that is gone leaves a gap, and what is after it is read", async () => {
  const folder = await temporaryFolder();
  const journal = journalIn(folder, { segmentBytes: 1500 });
  const entries = Array.from({ length: 12 }, (_, index) => entry(index + 1));
  for (const entry of entries) await journal.append(entry);
  await journal.close();
  const { parts } = await readAll(folder);
  const gone = parts[1];
  await rm(path.join(folder, gone?.name ?? ""));
  const left = entries.filter(({ number }) => number < (gone?.first ?? 0) || number >= (parts[2]?.first ?? 0));
  expect(left.length).toBeLessThan(12);
  expect((await readAll(folder)).entries).toEqual(left);
});

test("without patience all that waits is refused, in one sentence", async () => {
  const disk = new MemoryDisk();
  const broken = opening(disk, () => Promise.reject(failure("EROFS")));
  let refusals = 0;
  const journal = journalIn("/journal", { disk: broken, onRefuse: () => void refusals++ });
  const results = await Promise.allSettled([journal.append(entry(1)), journal.append(entry(2))]);
  for (const result of results)
    expect(result).toMatchObject({
      status: "rejected",
      reason: { code: "disk", message: expect.stringContaining("read-only") },
    });
  expect(refusals).toBe(1);
});

test("no folder is an empty journal", async () => {
  const none = path.join(await temporaryFolder(), "none");
  expect(await readAll(none)).toMatchObject({
    entries: [],
    damaged: [],
    torn: null,
    tip: null,
    parts: [],
    branches: [],
  });
});

test("a long line read with pauses gives the same entry, and none where it is not whole", async () => {
  const { change, ...head } = entry(7);
  const edits = Array.from({ length: 900 }, (_, index) => newIssue(`Issue “${index}” \\ {[`));
  const line = printEntry({ ...head, change: { ...change, edits } }, "0".repeat(64)).slice(0, -1);
  expect(line.length).toBeGreaterThan(200_000);
  let paused = 0;
  const pause = (): undefined => {
    paused++;
  };
  expect(parseEntry(line)?.change.edits).toHaveLength(900);
  expect(await parseEntrySlowly(Buffer.from(line), pause)).toEqual(parseEntry(line));
  expect(paused).toBeGreaterThan(900);
  const sealAgain = (text: string): string => sealed(text.slice(77)).slice(0, -1);
  const wrong = [
    line.replace("Issue", "issue"),
    line.slice(0, -1),
    sealAgain(line.replace('"colour":"#', '"colour":"')),
    sealAgain(line.replace('"edits":[', '"edits":[1,')),
    sealAgain(line.replace('"edits":[', '"edits":[,')),
    sealAgain(line.replace(`"id":"${change.id}"`, '"id":"x"')),
  ];
  for (const line of wrong)
    expect([line.slice(0, 300), await parseEntrySlowly(Buffer.from(line), pause), parseEntry(line)]).toEqual([
      line.slice(0, 300),
      null,
      null,
    ]);
});
