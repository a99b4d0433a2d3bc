/**
 * How fast a library of ten million words in seven scripts is searched while somebody types: every beginning of words
 * that are in it, asked for as the window does. `bench/search.ts [papers] [words per paper] [claims per paper]`;
 * prints the size of the index, how long it takes to make, and how long answers take.
 */
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { openWorkbench } from "../src/main/services/workbench.ts";
import type { SearchResults } from "../src/shared/contract/workbench.ts";
import { makeWordyLibrary, scripts, typedWords } from "./wordy-library.ts";

const [papers = 1000, words = 10_000, claims = 0] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), "stancemark-search-"));
const library = path.join(folder, "library");
await makeWordyLibrary(library, { papers, words, claims });

const open = () => openWorkbench({ folder: library, coder: "Bench", program: "a bench", resources: "resources" });
const percentile = (times: readonly number[], part: number): string =>
  (times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? 0).toFixed(0);

let workbench = await open();
console.log(`load ${loadavg()[0]?.toFixed(1)}; ${papers} papers of ${words} words, ${claims} claims each`);
const query = "zzzz";
for (const round of ["first", "second"]) {
  const began = performance.now();
  await workbench.search({ query });
  console.log(`${round} search: ${(performance.now() - began).toFixed(0)} ms`);
}
await workbench.close();
const began = performance.now();
workbench = await open();
console.log(`opened in ${(performance.now() - began).toFixed(0)} ms`);
for (const script of scripts) {
  const first: number[] = [];
  const all: number[] = [];
  for (const typed of typedWords(script))
    for (let length = 1; length <= typed.length; length++) {
      const start = performance.now();
      const args = { query: typed.slice(0, length), limit: 300, each: 4 };
      let found: SearchResults = await workbench.search({ ...args, within: 30 });
      first.push(performance.now() - start);
      if (!found.complete) found = await workbench.search(args);
      all.push(performance.now() - start);
      if (found.papers.length === 0) throw new Error(`“${typed.slice(0, length)}” was not found.`);
    }
  console.log(
    `${script}: first results ${percentile(first, 0.5)} / ${percentile(first, 0.95)} ms, all ${percentile(all, 0.5)} / ${percentile(all, 0.95)} ms`,
  );
}
await workbench.close();
void readdir;
void stat;
await rm(folder, { recursive: true, force: true });
