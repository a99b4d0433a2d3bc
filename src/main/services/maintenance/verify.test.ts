import { expect, test } from "vitest";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { AnnotationId, newId, PaperId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import { newIssue } from "../fixture.cases.ts";
import { encodeGeometry } from "../geometry/geometry.ts";
import { doStep } from "../store/crash.cases.ts";
import { FileLibrary } from "../store/library.ts";
import { MemoryDisk } from "../store/memory-disk.cases.ts";
import { backup, backups } from "./backup.ts";
import { verify } from "./verify.ts";

const folder = "/library";
type Made = Readonly<{ disk: MemoryDisk; store: FileLibrary; paper: string }>;

const open = (disk: MemoryDisk): Promise<FileLibrary> =>
  FileLibrary.open(folder, { program: "a test", coder: "Ada", disk });

/** A library with a paper, a claim on it and a backup, opened from its snapshots. */
async function made(): Promise<Made> {
  const disk = new MemoryDisk();
  await disk.makeFolder(folder);
  const sizes = { compactEvery: 1, segmentBytes: 1 << 20 };
  const first = await FileLibrary.open(folder, { program: "a test", coder: "Ada", disk, sizes });
  const account = { acknowledged: [], underWay: 0, faults: 0 };
  for (const step of [0, 5, 9, 2]) await doStep(first, disk, step, account);
  await backup(first);
  await first.close();
  const store = await open(disk);
  return { disk, store, paper: `${folder}/papers/${Object.keys(store.library.papers)[0]}` };
}

async function edit(disk: MemoryDisk, name: string, update: (text: string) => string): Promise<void> {
  const before = (await disk.read(name)).toString();
  const after = update(before);
  expect(after).not.toBe(before);
  disk.put(name, Buffer.from(after));
}

/** A snapshot file with something else in it, and a checksum that fits. */
function state(text: string, from: string, to: string): string {
  const [, start = "", rest = ""] = /^(\{"format":3,"sha256":)"[0-9a-f]+",(.*)\}\n$/s.exec(text) ?? [];
  const other = rest.replace(from, to);
  return `${start}"${digest(other)}",${other}}\n`;
}

/** A paper.json that says something else, with a checksum that fits. */
function words(text: string, update: (content: { text: string }) => void): string {
  const { content } = JSON.parse(text) as { content: { text: string } };
  update(content);
  const body = JSON.stringify(content);
  return `{"sha256":"${digest(body)}","content":${body}}\n`;
}

const only = (sentence: RegExp) => [expect.stringMatching(sentence)];

test("a library that is whole has no problem", async () => {
  const { store } = await made();
  expect(await verify(store)).toEqual({ ok: true, problems: [] });
});

const cases: readonly (readonly [string, (made: Made) => Promise<unknown>, readonly unknown[]])[] = [
  [
    "a source was changed",
    ({ disk, paper }) => edit(disk, `${paper}/source.txt`, (text) => `${text}!`),
    only(/^“Paper 5”: The source file has been modified\. Import the original file again to repair it\.$/),
  ],
  [
    "a source is gone",
    ({ disk, paper }) => disk.remove(`${paper}/source.txt`),
    only(/^“Paper 5”: The files of this paper are missing from the library's folder\. Import its source again\.$/),
  ],
  [
    "the words fail their checksum",
    ({ disk, paper }) => edit(disk, `${paper}/paper.json`, (text) => text.replace("gate", "goat")),
    only(/^“Paper 5”: The text of this paper is damaged on disk/),
  ],
  [
    "the words are gone",
    ({ disk, paper }) => disk.remove(`${paper}/paper.json`),
    only(/^“Paper 5”: The files of this paper/),
  ],
  [
    "the text is longer than it was",
    ({ disk, paper }) =>
      edit(disk, `${paper}/paper.json`, (text) =>
        words(text, (content) => {
          content.text += " More.";
        }),
      ),
    only(/^“Paper 5”: The length of its text has changed since it was imported\.$/),
  ],
  [
    "the text says something else",
    ({ disk, paper }) =>
      edit(disk, `${paper}/paper.json`, (text) =>
        words(text, (content) => {
          content.text = content.text.replace("board", "crowd");
        }),
      ),
    [
      expect.stringMatching(/The quote “board” is not where the paper's text should have it\.$/),
      expect.stringMatching(/The quote “board” is not/),
    ],
  ],
  [
    "the geometry is no geometry",
    async ({ disk, paper }) => disk.put(`${paper}/geometry.bin`, Buffer.from("junk")),
    only(/^“Paper 5”: The character positions \(geometry\.bin\) can't be read\.$/),
  ],
  [
    "a snapshot was changed",
    ({ disk }) => edit(disk, `${folder}/library.json`, (text) => text.replace("Issue", "Isssue")),
    only(/^library\.json is damaged\.$/),
  ],
  [
    "the copy of a snapshot was changed",
    ({ disk }) => edit(disk, `${folder}/library.json.bak`, (text) => text.slice(0, -9)),
    only(/^library\.json\.bak is damaged\.$/),
  ],
  [
    "a paper's snapshot was changed",
    ({ disk, paper }) => edit(disk, `${paper}/annotations.json`, (text) => text.replace("board", "crowd")),
    only(/^papers\/.*\/annotations\.json is damaged\.$/),
  ],
  [
    "a backup was changed",
    async ({ disk, store }) =>
      edit(disk, `${folder}/backups/${(await backups(store))[0]?.name}`, (text) => text.replace("Issue", "Isssue")),
    only(/^The backup .*Z\.jsonl is damaged\.$/),
  ],
  [
    "a backup was cut",
    async ({ disk, store }) =>
      edit(disk, `${folder}/backups/${(await backups(store))[0]?.name}`, (text) =>
        text.split("\n").slice(0, -2).join("\n"),
      ),
    only(/^The backup .* is damaged\.$/),
  ],
  [
    "a backup has the name of another",
    async ({ disk, store }) => {
      const bytes = await disk.read(`${folder}/backups/${(await backups(store))[0]?.name}`);
      disk.put(`${folder}/backups/2026-01-01T00-00-00.000Z.jsonl`, bytes);
    },
    only(/^The backup 2026-01-01T.* was made at another time than its name says\.$/),
  ],
  [
    "a backup is of another library",
    async ({ disk }) => {
      const other = await made();
      const [name = ""] = (await backups(other.store)).map((backup) => backup.name);
      disk.put(`${folder}/backups/${name}`, await other.disk.read(`${folder}/backups/${name}`));
    },
    only(/^The backup .*Z\.jsonl is of another library\.$/),
  ],
  [
    "a sync program left a copy",
    async ({ disk }) => disk.put(`${folder}/library (conflicted copy).json`, Buffer.from("{}")),
    only(/^library \(conflicted copy\)\.json is a copy left by a sync program/),
  ],
];

test.each(cases)("when %s, one says so in words", async (_what, hurt, sentences) => {
  const all = await made();
  await hurt(all);
  expect(inWords(await verify(all.store))).toEqual({ ok: false, problems: sentences });
});

test("a line of the journal that was changed is named, with the change that is gone", async () => {
  const { disk, store } = await made();
  const [name = ""] = (await disk.list(`${folder}/journal`)).sort();
  await edit(disk, `${folder}/journal/${name}`, (text) => text.replace("Burst 0", "Burst X"));
  expect(inWords((await verify(store)).problems)).toEqual([
    expect.stringMatching(/^Line \d+ of journal file .*\.jsonl is damaged\.$/),
    expect.stringMatching(
      /^The journal is missing change \d+\. The library is complete, but this change can't be undone\.$/,
    ),
  ]);
});

test("a journal that is whole but says something else than the library is found out", async () => {
  const { disk, store } = await made();
  await store.close();
  // A snapshot with a checksum that fits, and another name in it.
  await edit(disk, `${folder}/library.json`, (text) => state(text, "Issue 0", "Issue 7"));
  const again = await open(disk);
  expect(again.access).toEqual({ mode: "write" });
  expect(inWords((await verify(again)).problems)).toEqual([
    "library.json does not match the journal.",
    "The journal and the library don't match. Restore a backup.",
  ]);
});

test("records that point at nothing are named", async () => {
  const { disk, store } = await made();
  const [annotation] = Object.values(Object.values(Object.values(store.library.annotations)[0] ?? {})[0] ?? {});
  const [position] = Object.values(Object.values(Object.values(store.library.positions)[0] ?? {})[0] ?? {});
  if (annotation === undefined || position === undefined) throw new Error("there is no claim");
  await store.close();
  const lost = newId(AnnotationId);
  await edit(disk, `${folder}/papers/${annotation.paper}/annotations.json`, (text) =>
    state(text, `"annotation":"${position.annotation}"`, `"annotation":"${lost}"`),
  );
  const again = await open(disk);
  expect(inWords((await verify(again)).problems)).toContain(
    `The position's claim no longer exists. (positions, ${position.id})`,
  );
});

test("what is on the disk now counts, not what was read before", async () => {
  const { disk, store, paper } = await made();
  expect((await verify(store)).ok).toBe(true);
  await edit(disk, `${paper}/paper.json`, (text) => text.replace("gate", "goat"));
  expect((await verify(store)).ok).toBe(false);
  await store.commit("Add", [newIssue("Another")]);
  expect(store.access).toEqual({ mode: "write" });
});

test("places that are good are no problem, and a paper that was never here is", async () => {
  const { disk, store, paper } = await made();
  const [record] = Object.values(store.library.papers);
  if (record === undefined) throw new Error("there is no paper");
  disk.put(`${paper}/geometry.bin`, encodeGeometry(Array.from({ length: record.characters }, () => null)));
  expect((await verify(store)).ok).toBe(true);
  const other = { ...record, id: newId(PaperId), title: "Nowhere", sha256: "0".repeat(64) };
  await store.commit("Add", [{ table: "papers", from: null, to: other }]);
  expect(inWords((await verify(store)).problems)).toContain(
    "“Nowhere”: The files of this paper are missing from the library's folder. Import its source again.",
  );
});
