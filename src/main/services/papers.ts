import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe } from "../../shared/anchor/describe.ts";
import { actorEdits } from "../../shared/coding.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import type { Passage } from "../../shared/model/annotation.ts";
import { newId, PaperId } from "../../shared/model/ids.ts";
import { blankPaper, type Paper } from "../../shared/model/paper.ts";
import type { Arguments, ImportResult } from "../../shared/workbench.ts";
import { areasOf, openGeometry } from "./geometry.ts";
import type { Imported } from "./import/imported.ts";
import type { LibraryStore } from "./store/library.ts";
import type { PaperFiles } from "./store/paper-files.ts";
import { digest } from "./store/snapshot.ts";
import type { Jobs } from "./workers/jobs.ts";
import { runTask } from "./workers/pool.ts";

/** Bring in one file. The paper's files are on disk before the change that adds it. */
export async function importPaper(
  store: LibraryStore,
  files: PaperFiles,
  jobs: Jobs,
  args: Arguments<"importPaper">,
): Promise<ImportResult> {
  const sha256 = digest(args.bytes);
  const twin = twinOf(store, sha256);
  if (twin !== undefined) return { paper: twin, duplicate: true, warnings: [] };
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const source = {
    name: args.name,
    bytes: args.bytes,
    ...(args.password === undefined ? {} : { password: args.password }),
  };
  const imported = await jobs.run(args.job, (signal, onProgress) =>
    runTask("importSource", source, { signal, onProgress }),
  );
  return jobs.inTurn(() => keep(store, files, args, sha256, imported));
}

function twinOf(store: LibraryStore, sha256: string): Paper | undefined {
  return Object.values(store.library.papers).find((paper) => paper.sha256 === sha256);
}

async function keep(
  store: LibraryStore,
  files: PaperFiles,
  args: Arguments<"importPaper">,
  sha256: string,
  imported: Imported,
): Promise<ImportResult> {
  const twin = twinOf(store, sha256);
  if (twin !== undefined) return { paper: twin, duplicate: true, warnings: [] };
  const authors = args.author === undefined ? imported.authors : [args.author];
  const author = authors[0] === undefined ? null : actorEdits(store.library.actors, authors[0]);
  const fileName = path.basename(args.name.replaceAll("\\", "/"));
  const paper: Paper = {
    ...blankPaper,
    id: newId(PaperId),
    title: (args.title ?? imported.title ?? fileName.replace(/\.[^.]+$/, "")).slice(0, 2000) || "Untitled",
    authors: authors.map((name) => name.slice(0, 300)).slice(0, 200),
    date: args.date ?? imported.date,
    format: imported.format,
    fileName,
    sha256,
    bytes: args.bytes.length,
    characters: imported.content.text.length,
    pages: imported.content.pages.length,
    author: author?.id ?? null,
    added: new Date().toISOString(),
    coder: store.coder,
  };
  await files.write(paper.id, paper.format, {
    source: args.bytes,
    content: imported.content,
    geometry: imported.geometry,
  });
  try {
    await store.commit(`Import “${paper.title}”`, [
      ...(author?.edits ?? []),
      { table: "papers", from: null, to: paper },
    ]);
  } catch (error) {
    // Where the disk failed, the change may still be found in the journal at the next opening.
    if (!(error instanceof WorkbenchError && error.code === "disk")) await files.remove(paper.id);
    throw error;
  }
  return { paper, duplicate: false, warnings: imported.content.warnings };
}

/** The record of a paper; throws `missing` when there is none. */
export function needPaper(store: LibraryStore, id: PaperId): Paper {
  const paper = store.library.papers[id];
  if (paper === undefined) throw new WorkbenchError("missing", "This paper is not in the library.");
  return paper;
}

/** Anchor ranges of a paper's canonical text: quote, context and, where the paper has pages, the places on them. */
export async function describePassage(
  store: LibraryStore,
  files: PaperFiles,
  { paper, ranges }: Arguments<"describe">,
): Promise<Passage> {
  const { text } = await files.content(needPaper(store, paper).id);
  if (ranges.some((range) => range.start >= range.end || range.end > text.length))
    throw new WorkbenchError("invalid", "A passage must be a stretch of the paper's text.");
  const anchored = describe(text, ranges);
  const geometry = await files.geometry(paper);
  return { ranges: anchored, areas: geometry === null ? [] : areasOf(openGeometry(geometry), anchored) };
}

/** A file of the sample that comes with the program. */
export function sampleFile(resources: string, name: string): Promise<Buffer> {
  return readFile(path.join(resources, "sample", name));
}
