import { cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type { News } from "../../../shared/contract/workbench.ts";
import { inWords } from "../../../shared/fixtures/in-words.cases.ts";
import { LibraryId, newId, PaperId } from "../../../shared/model/ids.ts";
import { newIssue, temporaryFolder } from "../fixture.cases.ts";
import { backup } from "../maintenance/backup.ts";
import { backUpInto } from "../maintenance/backup-place.ts";
import { mergeConflicts } from "../maintenance/conflicts.ts";
import { DailyBackups } from "../maintenance/daily-backups.ts";
import { verify } from "../maintenance/verify.ts";
import { FileLibrary } from "./library.ts";
import { PaperFiles } from "./paper-files.ts";

const open = (folder: string, patience = 600_000): Promise<FileLibrary> =>
  FileLibrary.open(folder, { program: "a test", coder: "Ada", patience });

const paperParts = {
  source: Buffer.from("a"),
  content: { text: "a", blocks: [], pages: [], warnings: [] },
  geometry: null,
};
const names = (store: FileLibrary): string[] => Object.values(store.library.issues).map((issue) => issue.name);

test.each<[string, string, (folder: string) => Promise<void>, ((folder: string) => Promise<void>) | null]>([
  ["the library's folder is moved", "no longer there", (folder) => rename(folder, `${folder}-away`), null],
  ["the journal is moved", "Put it back", (folder) => rename(journalIn(folder), `${folder}-away`), journalBack],
  [
    "the journal is replaced by an empty folder",
    "Put it back",
    async (folder) => {
      await rename(journalIn(folder), `${folder}-away`);
      await mkdir(journalIn(folder));
    },
    async (folder) => {
      await rm(journalIn(folder), { recursive: true });
      await journalBack(folder);
    },
  ],
])("when %s while it is open, a change waits, that is said, and it is saved when all is back", async (...args) => {
  const [, sentence, take, giveBack] = args;
  const folder = path.join(await temporaryFolder(), "library");
  const store = await open(folder);
  await store.commit("Add", [newIssue("A")]);
  const news: News[] = [];
  store.subscribe((message) => news.push(message));
  await take(folder);
  let saved = false;
  const waiting = store.commit("Add", [newIssue("B")]).then(() => {
    saved = true;
  });
  await expect.poll(() => news.some((news) => news.kind === "unsaved" && news.reason !== null)).toBe(true);
  expect(inWords(news)).toContainEqual({ kind: "unsaved", reason: expect.stringContaining(sentence), waiting: 1 });
  expect([saved, names(store)]).toEqual([false, ["A"]]);
  await (giveBack ?? ((text: string) => rename(`${text}-away`, text)))(folder);
  await waiting;
  expect(names(store)).toEqual(["A", "B"]);
  await store.close();
  const again = await open(folder);
  expect([again.access, again.state().notices, names(again)]).toEqual([{ mode: "write" }, [], ["A", "B"]]);
  expect((await verify(again)).problems).toEqual([]);
  await again.close();
});

function journalIn(folder: string): string {
  return path.join(folder, "journal");
}

function journalBack(folder: string): Promise<void> {
  return rename(`${folder}-away`, journalIn(folder));
}

test.each([
  ["the folder", (folder: string) => folder],
  ["the journal", journalIn],
])("when %s is deleted while open, no change is acknowledged and nothing is made in its place", async (_what, of) => {
  const folder = path.join(await temporaryFolder(), "library");
  const store = await open(folder, 0);
  await store.commit("Add", [newIssue("A")]);
  await rm(of(folder), { recursive: true });
  await expect(store.commit("Add", [newIssue("B")])).rejects.toMatchObject({ code: "disk" });
  expect(names(store)).toEqual(["A"]);
  await store.close();
  await expect(readFile(of(folder))).rejects.toMatchObject({ code: "ENOENT" });
});

test.each<[string, (store: FileLibrary) => Promise<unknown>]>([
  ["a change", (store) => store.commit("Add", [newIssue("B")])],
  ["an undo", (store) => store.undo()],
  ["a paper", (store) => new PaperFiles(store.folder, store.disk).write(newId(PaperId), "text", paperParts)],
  ["a paper's new words", (store) => new PaperFiles(store.folder, store.disk).replaceWords(newId(PaperId), paperParts)],
  ["the list of a paper's files", (store) => new PaperFiles(store.folder, store.disk).list(newId(PaperId))],
  ["a backup", (store) => backup(store)],
  ["the daily backup", (store) => new DailyBackups(store).close()],
  ["the merge of conflicts", (store) => mergeConflicts(store)],
  ["a second backup that is remembered", (store) => backUpInto(store, path.dirname(store.folder), true)],
  ["a copy", (store) => store.becomeCopyOf(newId(LibraryId))],
  ["a check", (store) => verify(store)],
])("nothing makes the folder again once it was deleted: not %s, nor closing after that", async (_what, work) => {
  const folder = path.join(await temporaryFolder(), "library");
  // A snapshot is due with each change, and is being written when the folder goes.
  const sizes = { compactEvery: 1, segmentBytes: 1 << 20 };
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada", sizes });
  await store.commit("Add", [newIssue("A")]);
  const daily = new DailyBackups(store);
  const looking = daily.look();
  await rm(folder, { recursive: true, maxRetries: 5 });
  await work(store).catch(() => undefined);
  await looking;
  await daily.look();
  await daily.close();
  await store.close();
  expect((await readdir(path.dirname(folder))).filter((name) => name === "library")).toEqual([]);
});

test("a journal that a sync program has replaced by the same bytes is gone on with", async () => {
  const folder = path.join(await temporaryFolder(), "library");
  const store = await open(folder, 0);
  await store.commit("Add", [newIssue("A")]);
  await rename(journalIn(folder), `${folder}-away`);
  await cp(`${folder}-away`, journalIn(folder), { recursive: true });
  await expect(store.commit("Add", [newIssue("B")])).rejects.toMatchObject({ code: "disk" });
  await store.commit("Add", [newIssue("C")]);
  await store.close();
  const again = await open(folder);
  expect([again.access, names(again)]).toEqual([{ mode: "write" }, ["A", "C"]]);
  await again.close();
});
