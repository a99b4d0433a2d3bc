/** Which modules the build puts in one file. Many small files take longer to find and load than to run. */
import path from "node:path";

/** What is asked of the build about its modules. */
interface Modules {
  getModuleInfo(id: string): Readonly<{ importedIds: readonly string[] }> | null;
}

type Group = { name: (id: string, modules: Modules) => string | null; priority: number };
type Imports = (entry: string) => ReadonlySet<string>;

/**
 * Chunks of the window: everything that its entry imports is one file, so that the first load is not sixty small ones.
 * The entry itself is left out. It waits for the language and the library, and what it waits for must not wait for it.
 */
export function windowChunks(root: string): { groups: Group[] } {
  return chunksOf(["first"], (imports) => {
    const first = imports(path.join(root, "src/renderer/src/main.tsx"));
    return (id) => (first.has(id) ? "first" : null);
  });
}

/** Entries of what workers load for a task, beside what every worker begins with. */
const work = {
  pages: [
    "import/read-source.ts",
    "import/pdf/serve-pages.ts",
    "import/pdf/import-pdf.ts",
    "page-images/page-task.ts",
    "page-images/draw-file.ts",
  ].map((name) => `main/services/${name}`),
  analysis: ["analysis/analyse.ts", "analysis/packed.ts", "anchor/carry.ts"].map((name) => `shared/${name}`),
};

/**
 * Chunks of the program: what `--version` needs, what workers share with the program to begin, to read PDFs and to draw
 * their pages, what they analyse with, what else every host needs, and the commands. Loading a hundred files took longer
 * than the work of most commands; a worker that loads what only the program needs begins a fifth of a second later. What
 * only workers import stays apart: it confines who loads it.
 */
export function programChunks(root: string): { groups: Group[] } {
  return chunksOf(["version", "base", "analysis", "services", "commands"], (imports) => {
    const importsOf = (entry: string): ReadonlySet<string> => imports(path.join(root, "src/main", entry));
    const together = (entries: readonly string[]): ReadonlySet<string> =>
      new Set(entries.map((entry) => path.join(root, "src", entry)).flatMap((entry) => [entry, ...imports(entry)]));
    const [version, worker] = [importsOf("cli.ts"), importsOf("services/tasks/worker.ts")];
    const [services, commands] = [importsOf("services/workbench.ts"), importsOf("cli/main.ts")];
    const [pages, analysis] = [together(work.pages), together(work.analysis)];
    const desktop = importsOf("index.ts");
    return (id) => {
      // First, because a group takes along what its modules import.
      if (version.has(id)) return "version";
      if (!commands.has(id)) return null;
      if (worker.has(id) || pages.has(id)) return "base";
      if (analysis.has(id)) return "analysis";
      // The desktop program has no packages of the command line beside it.
      return services.has(id) || desktop.has(id) ? "services" : "commands";
    };
  });
}

/**
 * Groups of modules, the first before those that import it; `sort` says which a module is in. What is imported only
 * when it is needed has files of its own.
 */
function chunksOf(
  names: readonly string[],
  sort: (imports: Imports) => (id: string) => string | null,
): { groups: Group[] } {
  let chunkOf: ((id: string) => string | null) | null = null;
  return {
    groups: names.map((name, index) => ({
      name: (id, modules) => {
        chunkOf ??= sort((entry) => importsOf(entry, modules));
        return chunkOf(id) === name ? name : null;
      },
      // A group takes along what its modules import, unless another has taken it before.
      priority: names.length - index,
    })),
  };
}

/** The modules that a module imports, and those that they import; without itself. */
function importsOf(entry: string, modules: Modules): Set<string> {
  const found = new Set<string>();
  const left = [...(modules.getModuleInfo(entry)?.importedIds ?? [])];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    left.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
