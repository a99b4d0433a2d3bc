import { allCoded } from "../../shared/claims.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import type { Verification } from "../../shared/workbench.ts";
import { readJournal } from "./journal.ts";
import type { LibraryStore } from "./library.ts";
import type { PaperFiles } from "./paper-files.ts";
import { digest } from "./snapshot.ts";

/** Check every source, every paper's words, the journal and every anchor; each problem is one sentence. */
export async function verify(store: LibraryStore, files: PaperFiles): Promise<Verification> {
  const problems: string[] = [...(await journalProblems(store))];
  for (const paper of Object.values(store.library.papers)) {
    const source = await attempt(() => files.source(paper.id, paper.format));
    if (typeof source === "string") problems.push(`“${paper.title}”: ${source}`);
    else if (digest(source) !== paper.sha256) problems.push(`“${paper.title}”: the source file has been altered.`);
  }
  for (const { annotation, positions } of allCoded(store.library)) {
    const content = await attempt(() => files.content(annotation.paper));
    if (typeof content === "string") {
      problems.push(`An annotation cannot be checked: ${content}`);
      continue;
    }
    for (const range of annotation.passage.ranges)
      if (content.text.slice(range.start, range.end) !== range.quote)
        problems.push(`The annotation “${range.quote.slice(0, 60)}” does not stand where it should.`);
    for (const position of positions)
      if (!(position.issue in store.library.issues) || !(position.stance in store.library.stances))
        problems.push(`A position of “${annotation.passage.ranges[0]?.quote.slice(0, 60) ?? ""}” points at nothing.`);
  }
  return { ok: problems.length === 0, problems };
}

async function journalProblems(store: LibraryStore): Promise<string[]> {
  const journal = await attempt(() => readJournal(`${store.folder}/journal`));
  if (typeof journal === "string") return [journal];
  const gap = journal.entries.find((entry, index) => entry.number !== index + 1);
  return gap === undefined
    ? [...journal.damaged]
    : [...journal.damaged, `The journal lacks a change before number ${gap.number}.`];
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Value | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkbenchError) return error.message;
    throw error;
  }
}
