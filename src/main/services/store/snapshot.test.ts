import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { noPause } from "../files/pause.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { FaultyDisk } from "./faulty-disk.cases.ts";
import { MemoryDisk } from "./memory-disk.cases.ts";
import { bodyOf, checkEnvelope, DurableFile, format, formatOf, openEnvelope, openSnapshot } from "./snapshot.ts";

const State = z.strictObject({ count: z.int() });

async function twoStates(disk?: Disk): Promise<string> {
  const file = path.join(disk === undefined ? await temporaryFolder() : "/folder", "state.json");
  const snapshot = new DurableFile(file, State, disk);
  await snapshot.write({ count: 1 });
  await snapshot.write({ count: 2 });
  return file;
}

async function read(file: string, disk?: Disk) {
  const snapshot = new DurableFile(file, State, disk);
  return { state: await snapshot.read(), notices: snapshot.notices };
}

test("the newest state is read", async () => {
  expect(await read(await twoStates())).toEqual({ state: { count: 2 }, notices: [] });
});

test("a snapshot cut anywhere gives the state before, with a notice", async () => {
  const disk = new MemoryDisk();
  const file = await twoStates(disk);
  const whole = await disk.read(file);
  for (let length = 0; length < whole.length; length++) {
    disk.put(file, whole.subarray(0, length));
    expect(inWords(await read(file, disk))).toMatchObject({
      state: { count: 1 },
      notices: [expect.stringContaining("last good copy")],
    });
  }
});

test("a flipped bit is noticed wherever it is", async () => {
  const disk = new MemoryDisk();
  const file = await twoStates(disk);
  const whole = await disk.read(file);
  for (let offset = whole.indexOf('"sha256"'); offset < whole.length; offset++) {
    const flipped = Buffer.from(whole);
    flipped[offset] = (flipped[offset] ?? 0) ^ 1;
    disk.put(file, flipped);
    expect((await read(file, disk)).state).toEqual({ count: 1 });
  }
});

async function checkedEnvelope(bytes: Buffer): Promise<ReturnType<typeof openEnvelope>> {
  const found = await checkEnvelope(bytes, noPause);
  if (found === null) return null;
  const { start, end, ...more } = found;
  return { body: bytes.toString("utf8", start, end), ...more };
}

test("read with pauses, an envelope is the same, whole or damaged anywhere, with and without the copy's checksum", async () => {
  const file = await twoStates();
  const whole = await readFile(file);
  const body = '{"count":"\u00e9\u00df"}';
  const old = Buffer.from(`{"format":${format},"sha256":"${digest(body)}","state":${body}}\n`);
  expect(openEnvelope(old)).toMatchObject({ body, before: undefined });
  for (const bytes of [whole, await readFile(`${file}.bak`), old]) {
    const changed = [bytes, Buffer.alloc(0), Buffer.concat([bytes, Buffer.from("x")])];
    for (let offset = 0; offset < bytes.length; offset++) {
      const flipped = Buffer.from(bytes);
      flipped[offset] = (flipped[offset] ?? 0) ^ (1 << (offset % 8));
      changed.push(flipped, bytes.subarray(0, offset));
    }
    for (const bytes of changed) {
      const [plainly, slowly] = await Promise.all(
        [async () => openEnvelope(bytes), () => checkedEnvelope(bytes)].map((work) => work().catch(String)),
      );
      expect([bytes.toString(), slowly]).toEqual([bytes.toString(), plainly]);
    }
  }
});

test("a damaged snapshot never takes the place of its good copy", async () => {
  const file = await twoStates();
  await writeFile(file, "junk");
  const snapshot = new DurableFile(file, State);
  await snapshot.read();
  await snapshot.write({ count: 3 });
  await writeFile(file, "junk");
  expect((await read(file)).state).toEqual({ count: 1 });
});

test("with both copies gone there is no state, and that is said", async () => {
  const file = await twoStates();
  await writeFile(file, "junk");
  await writeFile(`${file}.bak`, "junk");
  expect(inWords(await read(file))).toEqual({ state: null, notices: [expect.stringContaining("journal")] });
});

test("files of a newer version of Stancemark are refused", async () => {
  const file = await twoStates();
  await writeFile(file, (await readFile(file, "utf8")).replace(`"format":${format}`, `"format":${format + 1}`));
  await expect(read(file)).rejects.toThrow(/newer version of Stancemark/);
});

test("without a file the fresh state is used", async () => {
  const { low, notices } = await openSnapshot(path.join(await temporaryFolder(), "state.json"), State, { count: 0 });
  expect([low.data, notices]).toEqual([{ count: 0 }, []]);
});

test("each state names the checksum of the one before it, which is the copy", async () => {
  const file = await twoStates();
  const [newest, copy] = [await readFile(file), await readFile(`${file}.bak`)].map((bytes) => openEnvelope(bytes));
  expect(copy).toMatchObject({ body: '{"count":1}', before: null });
  expect(newest).toMatchObject({ body: '{"count":2}', before: copy?.sha256 });
});

test("where only the copy is whole, the next state names that one and the copy stays", async () => {
  const file = await twoStates();
  const copy = await readFile(`${file}.bak`);
  await writeFile(file, "junk");
  await new DurableFile(file, State).write({ count: 3 });
  expect(await readFile(`${file}.bak`)).toEqual(copy);
  expect(openEnvelope(await readFile(file))).toMatchObject({ before: openEnvelope(copy)?.sha256 });
  expect(await read(file)).toEqual({ state: { count: 3 }, notices: [] });
});

const Text = z.strictObject({ text: z.string() });

/** Expects a state written in pieces of so many characters to be the file that it is when it is written whole. */
async function expectSamePieces(state: { text: string }, size: number): Promise<void> {
  const disk = new MemoryDisk();
  // Cut between characters, as writers do.
  const characters = [...JSON.stringify(state)];
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; from += size) pieces.push(characters.slice(from, from + size).join(""));
  let pauses = 0;
  await new DurableFile("/a", Text, disk).write(state);
  await new DurableFile("/b", Text, disk).writePieces(pieces, () => void pauses++ as undefined);
  expect((await disk.read("/b")).equals(await disk.read("/a"))).toBe(true);
  expect(await new DurableFile("/b", Text, disk).read()).toEqual(state);
  expect(pauses).toBeGreaterThanOrEqual(pieces.length);
}

test("a state written in pieces, however they are cut, is the same file as one written whole", async () => {
  const part = fc.constantFrom("a", "\n", '"', "\\", "پانی", "𝒳", "}\n");
  const pieces = fc.array(part, { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 9 }), async (pieces, size) => {
      await expectSamePieces({ text: pieces.join("") }, size);
    }),
    { numRuns: 50 },
  );
  const long = { text: "لمبا ".repeat(60_000) };
  for (const size of [70_000, 140_000]) await expectSamePieces(long, size);
});

test("when writing fails at any call, the state is the one before or the new one, and no other file is left", async () => {
  const found: number[] = [];
  for (let at = 1; at <= 12; at++) {
    const disk = new MemoryDisk();
    for (const count of [1, 2]) await new DurableFile("/folder/state", State, disk).write({ count });
    const faulty = new FaultyDisk(disk, { at, kind: "fail", code: "ENOSPC", times: 1, reads: false });
    const isDone = await new DurableFile("/folder/state", State, faulty).write({ count: 3 }).then(
      () => true,
      (error: { code: string }) => expect(error.code).toBe("ENOSPC"),
    );
    const again = new DurableFile("/folder/state", State, disk);
    const { count = 0 } = (await again.read()) ?? {};
    if (isDone === true) expect(count).toBe(3);
    else expect([2, 3]).toContain(count);
    expect(again.notices).toEqual([]);
    expect(disk.files().filter(([name]) => !/\/state(\.bak)?$/.test(name))).toEqual([]);
    found.push(count);
  }
  expect([found[0], found.at(-1)]).toEqual([2, 3]);
});

test("killed between its two renames, a write leaves the copy, which is read without a notice", async () => {
  const file = await twoStates();
  await rm(file);
  expect(await read(file)).toEqual({ state: { count: 1 }, notices: [] });
});

test("a state that its schema refuses is none, although its envelope is whole", async () => {
  const file = path.join(await temporaryFolder(), "state.json");
  await new DurableFile(file, z.unknown()).write({ count: "many" });
  expect(bodyOf(await readFile(file))).toBe('{"count":"many"}');
  expect(inWords(await read(file))).toEqual({ state: null, notices: [expect.stringContaining("journal")] });
});

test("a notice names the file, by its own name or by a given one", async () => {
  const file = await twoStates();
  await writeFile(file, "junk");
  const named = new DurableFile(file, State, undefined, "papers/a paper");
  await named.read();
  expect(inWords([(await read(file)).notices[0], named.notices[0]])).toEqual([
    expect.stringContaining("state.json"),
    expect.stringContaining("papers/a paper"),
  ]);
});

test.each<[string, number | null]>([
  ['{"format":3,"sha256":"', 3],
  ['{"format":12,', 12],
  ['{"format":999999999,"', 999_999_999],
  ['{"format":9999999999,"', null],
  ['{"format":-1,', null],
  ['{"format":3}', null],
  [' {"format":3,', null],
  ['{"sha256":"","format":3,', null],
  ["", null],
])("the format number of %j is %j", (text, number) => {
  expect(formatOf(Buffer.from(text))).toBe(number);
});

test("an envelope of another format than the one asked for is none", async () => {
  const body = '{"count":1}';
  const older = Buffer.from(`{"format":${format - 1},"sha256":"${digest(body)}","state":${body}}\n`);
  expect([bodyOf(older), bodyOf(older, format - 1), openEnvelope(older)]).toEqual([null, body, null]);
});
