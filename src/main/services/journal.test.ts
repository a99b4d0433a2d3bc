import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { ChangeId, CoderId, newId } from "../../shared/model/ids.ts";
import { newIssue, temporaryFolder } from "./fixture.cases.ts";
import { type Entry, Journal, journalFiles, readJournal } from "./journal.ts";

const coder = newId(CoderId);

function entry(number: number): Entry {
  const edits = [newIssue(`Issue ${number}`)];
  const change = { id: newId(ChangeId), at: "2026-01-01T00:00:00Z", coder, label: "Add", edits, undoes: null };
  return { number, change };
}

/** A journal of three changes; the path of its one file. */
async function three(): Promise<{ folder: string; file: string; entries: Entry[] }> {
  const folder = await temporaryFolder();
  const entries = [entry(1), entry(2), entry(3)];
  const journal = await Journal.open(folder, coder);
  await Promise.all(entries.map((one) => journal.append(one)));
  await journal.close();
  return { folder, entries, file: path.join(folder, (await journalFiles(folder))[0] ?? "") };
}

test("what was appended together is read in order", async () => {
  const { folder, entries } = await three();
  expect(await readJournal(folder)).toEqual({ entries, notices: [], damaged: [] });
  expect((await readJournal(folder, 2)).entries).toEqual(entries.slice(2));
});

test("each session writes a file of its own", async () => {
  const { folder, entries } = await three();
  const journal = await Journal.open(folder, coder);
  const fourth = entry(4);
  await journal.append(fourth);
  await journal.close();
  expect(await journalFiles(folder)).toHaveLength(2);
  expect((await readJournal(folder)).entries).toEqual([...entries, fourth]);
});

test("cut at any byte, only the torn line is lost", async () => {
  const { folder, file, entries } = await three();
  const bytes = await readFile(file);
  const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
  for (let cut = 0; cut <= bytes.length; cut += 7) {
    await writeFile(file, bytes.subarray(0, cut));
    const whole = ends.filter((end) => end <= cut).length;
    const read = await readJournal(folder);
    expect(read.entries).toEqual(entries.slice(0, whole));
    expect(read.notices).toHaveLength(cut === 0 || ends.includes(cut) ? 0 : 1);
  }
});

test("a flipped bit is never read as a change", async () => {
  const { folder, file, entries } = await three();
  const bytes = await readFile(file);
  for (let at = 0; at < bytes.length; at += 41) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    await writeFile(file, flipped);
    const read = await readJournal(folder).catch((error: unknown) => error);
    if (read instanceof Error) expect(read).toMatchObject({ code: "damaged" });
    else
      for (const one of "entries" in Object(read) ? (read as { entries: Entry[] }).entries : [])
        expect(entries).toContainEqual(one.number > 3 ? one : entries[one.number - 1]);
  }
});

test("a line that is not whole in the middle is damage, at the end it is told", async () => {
  const { folder, file } = await three();
  await appendFile(file, "{}\n");
  expect((await readJournal(folder)).damaged).toHaveLength(1);
  await appendFile(file, "{}\n");
  await expect(readJournal(folder)).rejects.toMatchObject({ code: "damaged" });
});

test("no folder is an empty journal", async () => {
  expect(await readJournal(path.join(await temporaryFolder(), "none"))).toEqual({
    entries: [],
    notices: [],
    damaged: [],
  });
});
