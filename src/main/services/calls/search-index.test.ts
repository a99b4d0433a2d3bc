import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { SearchResults } from "../../../shared/contract/workbench.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import { atOnce } from "../../../shared/model/steps.ts";
import { gramIndexSteps } from "../../../shared/search/gram-index.ts";
import { searchable } from "../../../shared/search/search.ts";
import { noPause } from "../files/pause.ts";
import { FileLibrary } from "../store/library.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { SearchFiles } from "../store/search-files.ts";
import { openWorkbench } from "../workbench.ts";
import { SearchIndex } from "./search.ts";

const texts: Readonly<Record<string, string>> = {
  "weirs.md": `# The Résumé of Weirs\n\nThe café beside the weir is closed. C++ and 50% of it.\n\n${"A long line of words. ".repeat(900)}\n\nThe owner moved.`,
  "harbour.md":
    "# رسوم الميناء\n\nيرى المجلس أن رسوم الميناء يجب أن تتبع طول القارب.\n\nکونسل کا کہنا ہے کہ محصول کشتی کی لمبائی پر ہوں۔",
  "boats.md":
    "# 港口费\n\n理事会认为，港口费应按船只长度收取。料金は長さで決める。\n\n항만 이사회는 요금을 정한다. परिषद का शुल्क।",
};
const queries = [
  ...[
    "weir",
    "cafe",
    "c",
    "C++",
    "50%",
    '"owner moved"',
    "words line",
    "absent",
    "الميناء",
    "ا",
    "محصول",
    "کا",
    "费",
    "港口费",
  ],
  ...["長さ", "は", "요금", "परिषद", "क"],
];

let folder = "";
let answers: readonly SearchResults[] = [];

type Opened = Readonly<{ store: FileLibrary; papers: PaperFiles; search: SearchIndex; scan: SearchIndex }>;

/** The library with an index, and a search that has none. */
async function open(): Promise<Opened> {
  const store = await FileLibrary.open(folder, { program: "a test", coder: "Ada" });
  const papers = new PaperFiles(folder, store.disk, (id) => store.library.papers[id]);
  const files = new SearchFiles(folder, store.disk, () => store.access.mode === "write");
  return { store, papers, search: new SearchIndex(store, papers, files), scan: new SearchIndex(store, papers) };
}

async function opened<Value>(work: (library: Opened) => Promise<Value>): Promise<Value> {
  const library = await open();
  return work(library).finally(() => library.store.close());
}

async function answersOf(search: SearchIndex): Promise<SearchResults[]> {
  const found: SearchResults[] = [];
  for (const query of queries) found.push(await search.search({ query }));
  return found;
}

const indexFolder = (): string => path.join(folder, "search");
const indexFiles = async (): Promise<string[]> =>
  (await readdir(indexFolder())).sort().map((name) => path.join(indexFolder(), name));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "stancemark-"));
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: "resources" });
  for (const [name, text] of Object.entries(texts))
    await workbench.importPaper({ name, bytes: new TextEncoder().encode(text) });
  await workbench.close();
  await opened(async ({ search, scan }) => {
    answers = await answersOf(scan);
    const empty = queries.filter((_query, index) => answers[index]?.papers.length === 0);
    expect(empty).toEqual(["absent"]);
    expect(await answersOf(search)).toEqual(answers);
  });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Change the stored index; the next answers must be those of a scan, and the index is as it was again. */
async function changed(change: (files: readonly string[]) => Promise<unknown>): Promise<void> {
  const before = await Promise.all((await indexFiles()).map((file) => readFile(file)));
  await change(await indexFiles());
  await opened(async ({ search }) => expect(await answersOf(search)).toEqual(answers));
  expect(await Promise.all((await indexFiles()).map((file) => readFile(file)))).toEqual(before);
}

test("the index has a file for each paper that only its owner can read", async () => {
  const files = await indexFiles();
  expect(files).toHaveLength(3);
  if (process.platform === "win32") return;
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(indexFolder())).mode & 0o777).toBe(0o700);
});

test("an index that is there is read and not made again", async () => {
  const before = await Promise.all((await indexFiles()).map(async (file) => (await stat(file)).mtimeMs));
  await opened(async ({ search }) => expect(await answersOf(search)).toEqual(answers));
  expect(await Promise.all((await indexFiles()).map(async (file) => (await stat(file)).mtimeMs))).toEqual(before);
});

test.each([
  ["lost", (files: readonly string[]) => rm(path.dirname(files[0] ?? ""), { recursive: true })],
  ["without one of its files", ([first = ""]: readonly string[]) => rm(first)],
  ["empty", (files: readonly string[]) => Promise.all(files.map((file) => writeFile(file, "")))],
  [
    "cut off",
    (files: readonly string[]) =>
      Promise.all(files.map(async (file) => writeFile(file, (await readFile(file)).subarray(0, -1)))),
  ],
  [
    "of other papers",
    async ([first = "", second = ""]: readonly string[]) => {
      await rename(first, `${first}.x`);
      await rename(second, first);
      await rename(`${first}.x`, second);
    },
  ],
])("an index that is %s changes no answer", (_name, change) => changed(change));

test("a byte that is changed anywhere in the index changes no answer", async () => {
  const [first = ""] = await indexFiles();
  const { length } = await readFile(first);
  const places = [0, 4, 8, 40, 44, 60, 400, Math.floor(length / 2), length - 40, length - 1];
  for (const place of places.filter((offset) => offset < length))
    await changed(async (files) => {
      for (const file of files) {
        const bytes = await readFile(file);
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ 1;
        await writeFile(file, bytes);
      }
    });
});

test("neither a check nor a backup looks at the index", async () => {
  for (const file of await indexFiles()) await writeFile(file, "not an index");
  const workbench = await openWorkbench({ folder, coder: "Ada", program: "a test", resources: "resources" });
  onTestFinished(() => workbench.close());
  expect((await workbench.verify({})).problems).toEqual([]);
  const place = `${folder}-backup`;
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  await mkdir(place);
  await workbench.backUpInto(place, false);
  expect((await readdir(place, { recursive: true })).filter((name) => /search|words/.test(name))).toEqual([]);
});

test("words that were never those of the paper are not found, whatever the index says", async () => {
  const [id] = await opened(async ({ store }) => Object.keys(store.library.papers).map((key) => PaperId.parse(key)));
  if (id === undefined) throw new Error("No paper.");
  await opened(async ({ papers, search, store }) => {
    const content = await papers.content(id);
    const words = searchable({ ...content, text: content.text.replace("weir", "rewi") });
    const files = new SearchFiles(folder, store.disk, () => true);
    await files.write(id, (await papers.wordsStamp(id)) ?? "", words, atOnce(gramIndexSteps(words)));
    expect((await search.search({ query: "rewi" })).papers).toEqual([]);
    expect(await answersOf(search)).toEqual(answers);
  });
});

test("a file in the place of the index neither stops the opening nor changes an answer", async () => {
  await rm(indexFolder(), { recursive: true });
  await writeFile(indexFolder(), "not an index");
  onTestFinished(() => rm(indexFolder(), { force: true, recursive: true }));
  await opened(async ({ search }) => {
    await search.prepare(noPause, new AbortController().signal);
    expect(await answersOf(search)).toEqual(answers);
  });
  expect(await readFile(indexFolder(), "utf8")).toBe("not an index");
});

test("background work indexes all papers, and removes what is stored of those that are gone", async () => {
  const stop = new AbortController();
  await opened(async ({ search, store }) => {
    await search.prepare(noPause, stop.signal);
    expect(await indexFiles()).toHaveLength(3);
    const [paper] = Object.values(store.library.papers);
    if (paper === undefined) throw new Error("No paper.");
    await store.commit("Remove", [{ table: "papers", from: paper, to: null }]);
    await search.prepare(noPause, stop.signal);
    expect(await indexFiles()).toHaveLength(2);
    expect((await search.search({ query: "weir" })).papers).toEqual([]);
    await store.undo();
    expect(await answersOf(search)).toEqual(answers);
    expect(await indexFiles()).toHaveLength(3);
    stop.abort();
    await rm(indexFolder(), { recursive: true });
    await search.prepare(noPause, stop.signal);
  });
  await expect(stat(indexFolder())).rejects.toThrow("ENOENT");
});

test("words that were replaced while the library was closed are searched as they are now", async () => {
  const id = await opened(async ({ store }) => PaperId.parse(Object.keys(store.library.papers)[2]));
  await opened(async ({ papers, search, scan }) => {
    expect(await answersOf(search)).toEqual(answers);
    const content = await papers.storedContent(id);
    const moved = { ...content, text: content.text.replace("长度", "度长") };
    await papers.replaceWords(id, { content: moved, geometry: null });
    expect((await scan.search({ query: "度长" })).papers).toHaveLength(1);
  });
  await opened(async ({ search, scan }) => {
    expect((await search.search({ query: "度长" })).papers).toHaveLength(1);
    expect(await answersOf(search)).toEqual(await answersOf(scan));
  });
});
