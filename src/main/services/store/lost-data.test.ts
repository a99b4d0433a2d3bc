import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { newIssue } from "../fixture.cases.ts";
import { verify } from "../maintenance/verify.ts";
import { keep, openOn } from "./damage.cases.ts";
import { MemoryDisk, seeded } from "./memory-disk.cases.ts";

const folder = "/library";
type Files = Map<string, Buffer>;

/** The files of a closed library with papers, claims and a backup; of one that had no snapshot worth writing too. */
async function filesOf(seed = 7, compactEvery = 1000): Promise<Files> {
  const { files } = await keep(seeded(seed), 14, compactEvery, true);
  return new Map(files);
}

async function diskOf(files: Files): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  for (const [name, bytes] of files) {
    await disk.makeFolder(name.slice(0, name.lastIndexOf("/")));
    disk.put(name, bytes);
  }
  return disk;
}

const journalOf = (files: Files): string[] => [...files.keys()].filter((name) => name.includes("/journal/")).sort();

/** Alter the lines of the journal file that has most of them; lines include the header. */
function inLines(files: Files, update: (lines: string[]) => string[]): void {
  const names = journalOf(files).map((name) => [name, (files.get(name)?.toString() ?? "").split("\n")] as const);
  const [name, lines] = names.sort((a, b) => b[1].length - a[1].length)[0] ?? ["", []];
  files.set(name, Buffer.from(`${update(lines.slice(0, -1)).join("\n")}\n`));
}

const swapped = (lines: string[], value: number, other: number): string[] =>
  lines.map((line, index) => (index === value ? lines[other] : index === other ? lines[value] : line) ?? line);

test.each<[string, (files: Files, other: Files) => void]>([
  [
    "the journal's files are gone",
    (files) => {
      for (const name of journalOf(files)) files.delete(name);
    },
  ],
  ["the newest journal file is gone", (files) => files.delete(journalOf(files).at(-1) ?? "")],
  ["the oldest journal file is gone", (files) => files.delete(journalOf(files)[0] ?? "")],
  ["the newest journal file is empty", (files) => files.set(journalOf(files).at(-1) ?? "", Buffer.alloc(0))],
  ["the last line is gone", (files) => inLines(files, (lines) => lines.slice(0, -1))],
  ["a line is gone", (files) => inLines(files, (lines) => lines.toSpliced(2, 1))],
  ["a line is there twice", (files) => inLines(files, (lines) => lines.toSpliced(3, 0, lines[2] ?? ""))],
  [
    "an earlier line is at the end again",
    (files) => {
      const name = journalOf(files).at(-1) ?? "";
      const text = files.get(name)?.toString() ?? "";
      files.set(name, Buffer.from(`${text}${text.split("\n")[1]}\n`));
    },
  ],
  ["two lines are swapped", (files) => inLines(files, (lines) => swapped(lines, 2, 3))],
  [
    "a line of another library is at its place",
    (files, other) =>
      inLines(files, (lines) => {
        let foreign = "";
        inLines(other, (others) => {
          foreign = others[2] ?? "";
          return others;
        });
        return lines.toSpliced(2, 1, foreign);
      }),
  ],
  [
    "the last newline is another byte",
    (files) => {
      const name = journalOf(files).at(-1) ?? "";
      files.set(name, Buffer.concat([files.get(name)?.subarray(0, -1) ?? Buffer.alloc(0), Buffer.from("x")]));
    },
  ],
  [
    "snapshots and journal are gone, papers and a backup are there",
    (files) => {
      for (const name of files.keys()) if (!/\/(papers|backups)\//.test(name)) files.delete(name);
    },
  ],
])("when %s, the library opens for reading and nothing is written", async (_what, hurt) => {
  const files = await filesOf();
  hurt(files, await filesOf(8));
  const disk = await diskOf(files);
  const store = await openOn(disk);
  expect(inWords(store.access)).toMatchObject({ mode: "read", reason: expect.stringContaining("open read-only") });
  expect(store.state().damaged).toBe(true);
  await expect(store.commit("Add", [newIssue("New")])).rejects.toMatchObject({ code: "readOnly" });
  expect((await verify(store)).ok).toBe(false);
  await store.close();
  const after = new Map(disk.files());
  for (const [name, bytes] of files) expect([name, after.get(name)]).toEqual([name, bytes]);
});

test.each<[string, string, (files: Files, other: Files) => void]>([
  ["library.json is gone", "library.json is missing", (files) => files.delete(`${folder}/library.json`)],
  [
    "library.json is that of another library",
    "library.json belongs to another library",
    (files, other) => files.set(`${folder}/library.json`, other.get(`${folder}/library.json`) ?? Buffer.alloc(0)),
  ],
  [
    "library.json is the one before",
    "library.json is older",
    (files) => files.set(`${folder}/library.json`, files.get(`${folder}/library.json.bak`) ?? Buffer.alloc(0)),
  ],
  ["tip.json is gone", "tip.json, which says", (files) => files.delete(`${folder}/tip.json`)],
  [
    "tip.json is that of another library",
    "tip.json, which says",
    (files, other) => files.set(`${folder}/tip.json`, other.get(`${folder}/tip.json`) ?? Buffer.alloc(0)),
  ],
])("when %s, that is said, and the journal has everything", async (what, sentence, hurt) => {
  const files = await filesOf(7, 3);
  const whole = await openOn(await diskOf(files));
  hurt(files, await filesOf(8, 3));
  if (what === "library.json is gone") files.delete(`${folder}/library.json.bak`);
  const disk = await diskOf(files);
  const store = await openOn(disk);
  expect([store.access, store.library]).toEqual([{ mode: "write" }, whole.library]);
  expect(inWords(store.state().notices)).toContainEqual(expect.stringContaining(sentence));
  await store.commit("Add", [newIssue("New")]);
  await store.close();
  const again = await openOn(disk);
  expect([again.access, again.library]).toEqual([{ mode: "write" }, store.library]);
  await again.close();
});

test("a line that is repeated at the end of an older file is named", async () => {
  const files = await filesOf();
  const [name = ""] = journalOf(files);
  const text = files.get(name)?.toString() ?? "";
  files.set(name, Buffer.from(`${text}${text.split("\n")[1]}\n`));
  const store = await openOn(await diskOf(files));
  expect(inWords((await verify(store)).problems)).toContainEqual(
    expect.stringMatching(/^Line \d+ of .* doesn't follow/),
  );
  await store.close();
});

test("every byte of every file counts: none of them can change unnoticed, but in the one that can be made again", async () => {
  const files = await filesOf(7, 3);
  const chance = seeded(11);
  for (const [name, bytes] of [...files].filter(([name]) => !name.endsWith("/known-files.json")))
    for (let round = 0; round < 6; round++) {
      const offset = round === 0 ? bytes.length - 1 : chance(bytes.length);
      const flipped = Buffer.from(bytes);
      flipped[offset] = (flipped[offset] ?? 0) ^ (1 << chance(8));
      const disk = await diskOf(new Map(files).set(name, flipped));
      const store = await openOn(disk).catch(() => null);
      // One that a newer program seems to have written is refused.
      if (store === null) continue;
      const noticed = store.state().notices.length > 0 || !(await verify(store)).ok;
      expect([name, offset, noticed]).toEqual([name, offset, true]);
      await store.close();
    }
});
