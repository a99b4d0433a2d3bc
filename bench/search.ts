/**
 * How fast a library of ten million words in seven scripts is searched while somebody types: every beginning of words
 * that are in it, asked for as the window does, first for what is found at once and then for everything. Prints what
 * the index costs, SQLite's FTS5 with trigrams beside it, and wall time and processor time of the answers (median /
 * 95th percentile). `bench/search.ts [papers] [words per paper] [folder of a library that is kept]`.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openWorkbench } from "../src/main/services/workbench.ts";
import { PaperContent } from "../src/shared/model/content.ts";
import { searchable } from "../src/shared/search/search.ts";
import { plainWords } from "../src/shared/text/words.ts";
import { makeWordyLibrary, scripts, typedWords } from "./wordy-library.ts";

const [papers = 1000, words = 10_000] = process.argv.slice(2, 4).map(Number);
const [kept] = process.argv.slice(4);
const folder = kept ?? (await mkdtemp(path.join(tmpdir(), "stancemark-search-")));
const library = path.join(folder, "library");
if (!existsSync(library)) await makeWordyLibrary(library, { papers, words, claims: 0 });

type Cost = Readonly<{ wall: number; processor: number }>;
async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - began, processor: (user + system) / 1000 };
}
const shown = (costs: readonly Cost[], kind: keyof Cost): string =>
  [0.5, 0.95]
    .map((part) => costs.map((cost) => cost[kind]).sort((a, b) => a - b)[Math.floor((costs.length - 1) * part)] ?? 0)
    .map((time) => time.toFixed(0))
    .join(" / ");
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
async function sizeOf(folder: string, name: RegExp): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const sizes = files.filter((file) => name.test(file)).map(async (file) => (await stat(path.join(folder, file))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const open = () => openWorkbench({ folder: library, coder: "Bench", program: "a bench", resources: "resources" });
console.log(`load ${loadavg()[0]?.toFixed(1)}; ${papers} papers of ${words} words; milliseconds, median / 95 of 100`);
await rm(path.join(library, "search"), { recursive: true, force: true });
let workbench = await open();
const built = await costOf(() => workbench.search({ query: "zzzz" }));
await workbench.close();
const text = await sizeOf(path.join(library, "papers"), /paper\.json$/);
const index = await sizeOf(path.join(library, "search"), /\.words$/);
console.log(`index: ${megabytes(index)} for ${megabytes(text)} of words, made in ${built.processor.toFixed(0)} ms`);
workbench = await open();
const loaded = await costOf(() => workbench.search({ query: "zzzz" }));
console.log(`first search of a session: ${loaded.wall.toFixed(0)} ms, ${loaded.processor.toFixed(0)} of processor`);
console.log("| script | first results | everything | first, processor | everything, processor |");
const all: { first: Cost; everything: Cost }[] = [];
for (const script of scripts) {
  const costs: { first: Cost; everything: Cost }[] = [];
  for (const typed of typedWords(script))
    for (let length = 1; length <= typed.length; length++) {
      const args = { query: typed.slice(0, length), limit: 300, each: 4 };
      let isFound = false;
      const first = await costOf(async () => {
        isFound = (await workbench.search({ ...args, within: 30 })).papers.length > 0;
      });
      if (!isFound) throw new Error(`“${args.query}” was not found.`);
      costs.push({ first, everything: await costOf(() => workbench.search(args)) });
    }
  all.push(...costs);
  row(script, costs);
}
row("all", all);
await workbench.close();

function row(name: string, costs: readonly { first: Cost; everything: Cost }[]): void {
  const [first, everything] = [costs.map((cost) => cost.first), costs.map((cost) => cost.everything)];
  const cells = [shown(first, "wall"), shown(everything, "wall"), shown(first, "processor")];
  console.log(`| ${[name, ...cells, shown(everything, "processor")].join(" | ")} |`);
}

// What people would use instead: paragraphs in FTS5, counted and the first shown.
const database = path.join(folder, "trigrams.db");
await rm(database, { force: true });
const sqlite = new DatabaseSync(database);
sqlite.exec("pragma journal_mode = wal; create virtual table t using fts5(words, tokenize = 'trigram')");
const insert = sqlite.prepare("insert into t values (?)");
const making = await costOf(async () => {
  for (const id of await readdir(path.join(library, "papers"))) {
    const json = await readFile(path.join(library, "papers", id, "paper.json"), "utf8");
    sqlite.exec("begin");
    const { content } = JSON.parse(json) as { content: unknown };
    for (const line of searchable(PaperContent.parse(content)).folded.split("\n")) insert.run(line);
    sqlite.exec("commit");
  }
  sqlite.exec("pragma wal_checkpoint(truncate)");
});
const few = sqlite.prepare("select rowid, words from t where t match ? limit 300");
const count = sqlite.prepare("select count(*) from t where t match ?");
const asked: { first: Cost; everything: Cost }[] = [];
for (const script of scripts)
  for (const typed of typedWords(script))
    for (let length = 3; length <= typed.length; length++) {
      const query = `"${plainWords(typed.slice(0, length))}"`;
      const first = await costOf(async () => few.all(query));
      asked.push({ first, everything: await costOf(async () => count.get(query)) });
    }
console.log(`FTS5: ${megabytes((await stat(database)).size)}, made in ${making.processor.toFixed(0)} ms`);
row("FTS5, from three letters", asked);
sqlite.close();
if (kept === undefined) await rm(folder, { recursive: true, force: true });
