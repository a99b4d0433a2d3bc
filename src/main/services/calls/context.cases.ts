import { onTestFinished } from "vitest";
import { resourcesFolder } from "../files/resources.ts";
import type { LibraryStore, PaperSources } from "../store/library-store.ts";
import { pagePool } from "../tasks/run-task.ts";
import { Jobs } from "../workers/jobs.ts";
import { WorkerPool } from "../workers/pool.ts";
import type { Context } from "./context.ts";
import { KnownAnalyses } from "./known-analyses.ts";
import { MemoryLibrary, memoryMaintenance } from "./memory-library.cases.ts";
import { MemoryPapers } from "./memory-papers.cases.ts";
import { PaperPacks } from "./paper-packs.ts";
import { Passwords } from "./passwords.ts";
import { SearchIndex } from "./search.ts";

/**
 * What a call works with: a new library in memory, or the store and the papers given. Its workers end with the test.
 */
export function contextOf(
  store: LibraryStore = new MemoryLibrary(),
  papers: PaperSources = new MemoryPapers(store),
): Context {
  const pages = new WorkerPool(pagePool);
  onTestFinished(() => pages.close());
  return {
    store,
    papers,
    maintenance: memoryMaintenance(store),
    jobs: new Jobs((news) => store.announce(news)),
    packs: new PaperPacks(),
    passwords: new Passwords(),
    search: new SearchIndex(store, papers),
    analyses: new KnownAnalyses(),
    pagePool: pages,
    profile: null,
    resources: resourcesFolder(),
  };
}

/** The same over a library that is there as a value and is only read. */
export function readingContext(library: LibraryStore["library"]): Context {
  const context = contextOf();
  return { ...context, store: Object.create(context.store, { library: { value: library } }) };
}
