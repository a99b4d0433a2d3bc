import path from "node:path";
import { apply } from "../../shared/change/change.ts";
import type { Edit } from "../../shared/change/edit.ts";
import { actorEdits } from "../../shared/claims/coding.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { newId, PaperId } from "../../shared/model/ids.ts";
import type { Library } from "../../shared/model/library.ts";
import { blankPaper, type Paper } from "../../shared/model/paper.ts";
import type { ProjectRecord } from "../../shared/record/record.ts";
import type { Arguments, ImportResult } from "../../shared/workbench.ts";
import { type Brought, markEdits, type Target } from "./arrival/mark-edits.ts";
import { receive } from "./arrival/receive.ts";
import { recordEdits, recordHere } from "./arrival/record-edits.ts";
import { openGeometry } from "./geometry.ts";
import type { Arrival } from "./import/arrival.ts";
import type { Imported } from "./import/imported.ts";
import type { PageMark } from "./import/marks.ts";
import { damageOf, mendPaper } from "./mend-paper.ts";
import { readingOf, rereadPaper } from "./reread-paper.ts";
import type { LibraryStore } from "./store/library.ts";
import type { PaperFiles } from "./store/paper-files.ts";
import { digest } from "./store/snapshot.ts";
import type { Jobs } from "./workers/jobs.ts";

type Means = Readonly<{ store: LibraryStore; files: PaperFiles; jobs: Jobs }>;
type Call = Arguments<"importPaper">;

/**
 * Bring in one file, with what is said in it of its words: mark-up of a PDF, and the record of one of our annotated PDFs. A copy of a
 * paper that is here gives that paper what the copy says more of it. The paper's files are on disk before the change that adds it.
 */
export async function importPaper(means: Means, args: Call): Promise<ImportResult> {
  const { store, jobs } = means;
  const sha256 = digest(args.bytes);
  const twin = twinOf(store, sha256);
  const reading = readingOf(args);
  if (twin !== undefined && reading !== undefined && twin.format !== "pdf")
    return rereadPaper(means, { ...args, paper: twin.id });
  if (twin !== undefined)
    return { paper: twin, duplicate: true, annotations: 0, warnings: await mended(means, twin, args) };
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const file = {
    name: args.name,
    bytes: args.bytes,
    known: Object.values(store.library.papers).map((paper) => ({ bytes: paper.bytes, sha256: paper.sha256 })),
    ...(args.password === undefined ? {} : { password: args.password }),
    ...(reading === undefined ? {} : { reading }),
  };
  const arrival = await jobs.run(args.job, (signal, onProgress) => receive(file, signal, onProgress));
  return jobs.inTurn(async () => {
    const known = await paperHere(means, arrival, sha256);
    return known === null ? addPaper(means, args, arrival) : addTo(means, known, args, arrival);
  });
}

/** The same bytes again mend a paper whose files are damaged. Gives what was done, in words. */
async function mended({ store, files, jobs }: Means, paper: Paper, args: Call): Promise<string[]> {
  const damage = store.access.mode === "read" ? null : await damageOf(files, paper);
  if (damage === null) return [];
  const { name, bytes, password, job } = args;
  const { reading } = paper;
  const known = { ...(password === undefined ? {} : { password }), ...(reading === undefined ? {} : { reading }) };
  const file = { name, bytes, known: [], ...known };
  const { imported } = await jobs.run(job, (signal, onProgress) => receive(file, signal, onProgress));
  if (imported === null) return [];
  return [await jobs.inTurn(() => mendPaper(store.library, files, paper, damage, { source: bytes, imported }))];
}

function twinOf(store: LibraryStore, sha256: string): Paper | undefined {
  return Object.values(store.library.papers).find((paper) => paper.sha256 === sha256);
}

/** The paper of this library that a file is a copy of: the record's, or one with whose bytes it begins and whose text it has. */
async function paperHere({ store, files }: Means, arrival: Arrival, sha256: string): Promise<Paper | null> {
  const { record, imported, begins } = arrival;
  const twin = twinOf(store, record?.paper.sha256 ?? sha256);
  if (twin !== undefined) return twin;
  const base = begins === null ? undefined : twinOf(store, begins);
  if (base === undefined || imported === null) return null;
  return (await files.content(base.id)).text === imported.content.text ? base : null;
}

/** Give a paper that is here what a file says more of it. */
async function addTo({ store, files }: Means, paper: Paper, args: Call, arrival: Arrival): Promise<ImportResult> {
  const geometry = await files.geometry(paper.id);
  const target: Target = {
    paper,
    content: await files.content(paper.id),
    geometry: geometry === null ? null : openGeometry(geometry),
  };
  const seen = await everSaid(store, paper);
  const record = arrival.record === null ? null : recordHere(store.library, arrival.record, paper.id);
  const { edits, warnings } = bring(store.library, { target, own: [], record, marks: arrival.marks, seen });
  if (edits.length > 0)
    await store.commit(label(`Bring in what ${baseName(args.name)} says of “${paper.title}”`), edits);
  return { paper, duplicate: true, annotations: annotationsIn(edits), warnings };
}

/** Identifiers of all that was ever said of a paper here. */
async function everSaid(store: LibraryStore, paper: Paper): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { change } of store.past.backwards(paper.id))
    for (const { from, to } of change.edits) {
      const record = to ?? from;
      if (record !== null && "id" in record) ids.add(record.id);
    }
  return ids;
}

async function addPaper({ store, files }: Means, args: Call, arrival: Arrival): Promise<ImportResult> {
  const { imported, source, marks } = arrival;
  if (imported === null)
    throw new WorkbenchError("conflict", "The paper of this file was removed meanwhile; import it again.");
  const { library } = store;
  const taken = arrival.record !== null && library.papers[arrival.record.paper.id] !== undefined;
  const id = arrival.record === null || taken ? newId(PaperId) : arrival.record.paper.id;
  const record = arrival.record === null ? null : recordHere(library, arrival.record, id);
  const bytes = source ?? args.bytes;
  const { paper, edits: author } = paperOf(store, args, { imported, bytes, id, record });
  const { content, geometry } = imported;
  await files.write(paper.id, paper.format, { source: bytes, content, geometry, reading: paper.reading });
  try {
    const target = { paper, content, geometry: geometry === null ? null : openGeometry(geometry) };
    const own: Edit[] = [...author, { table: "papers", from: null, to: paper }];
    const { edits, warnings } = bring(library, { target, own, record, marks, seen: new Set() });
    await store.commit(label(`Import “${paper.title}”`), edits);
    const rewritten = record !== null && source === null ? [rewrittenSentence] : [];
    return {
      paper,
      duplicate: false,
      annotations: annotationsIn(edits),
      warnings: [...content.warnings, ...rewritten, ...warnings],
    };
  } catch (error) {
    // Where the disk failed, the change may still be found in the journal at the next opening.
    if (!(error instanceof WorkbenchError && error.code === "disk")) await files.remove(paper.id);
    throw error;
  }
}

const rewrittenSentence =
  "Another program has written this annotated PDF anew, so the paper’s own bytes are no longer in it; its claims were found again by their words.";

type Made = Readonly<{ imported: Imported; bytes: Uint8Array; id: PaperId; record: ProjectRecord | null }>;

/** The record of a new paper: what the call says, then what an export of ours knew, then what the source tells. */
function paperOf(
  store: LibraryStore,
  args: Call,
  { imported, bytes, id, record }: Made,
): { paper: Paper; edits: readonly Edit[] } {
  const known = record?.paper;
  const authors = args.author === undefined ? (known?.authors ?? imported.authors) : [args.author];
  const isKnown = known !== undefined && args.author === undefined;
  const author = isKnown || authors[0] === undefined ? null : actorEdits(store.library.actors, authors[0]);
  const sha256 = digest(bytes);
  const reading = readingOf(args);
  const fileName = known?.sha256 === sha256 ? known.fileName : baseName(args.name);
  const title = args.title ?? known?.title ?? imported.title ?? fileName.replace(/\.[^.]+$/, "");
  const paper: Paper = {
    ...blankPaper,
    added: new Date().toISOString(),
    coder: store.coder,
    ...known,
    ...(reading === undefined || imported.format === "pdf" ? {} : { reading }),
    id,
    title: title.slice(0, 2000) || "Untitled",
    authors: authors.map((name) => name.slice(0, 300)).slice(0, 200),
    date: args.date ?? (known === undefined ? imported.date : known.date),
    format: imported.format,
    fileName,
    sha256,
    bytes: bytes.length,
    characters: imported.content.text.length,
    pages: imported.content.pages.length,
    author: isKnown ? known.author : (author?.id ?? null),
  };
  return { paper, edits: author?.edits ?? [] };
}

type Said = Readonly<{
  target: Target;
  /** Edits that make the paper; none where it is here already. */
  own: readonly Edit[];
  record: ProjectRecord | null;
  marks: readonly PageMark[];
  seen: ReadonlySet<string>;
}>;

/** All edits of one arrival, codebook first, then the paper, then what is said of it. */
function bring(library: Library, { target, own, record, marks, seen }: Said): Brought {
  const isSeen = (id: string): boolean => seen.has(id);
  const first = record === null ? nothing : recordEdits(library, record, target, isSeen);
  const isCodebook = ({ table }: Edit): boolean => ["coders", "actors", "stances", "issues"].includes(table);
  const edits = [...first.edits.filter(isCodebook), ...own, ...first.edits.filter((edit) => !isCodebook(edit))];
  const second = markEdits(applied(library, edits), target, marks, { at: new Date().toISOString(), seen: isSeen });
  return { edits: [...edits, ...second.edits], warnings: [...first.warnings, ...second.warnings] };
}

const nothing: Brought = { edits: [], warnings: [] };

function applied(library: Library, edits: readonly Edit[]): Library {
  try {
    return apply(library, { edits });
  } catch (error) {
    throw new WorkbenchError("unreadable", "The record in this PDF is damaged: it does not fit together.", error);
  }
}

function annotationsIn(edits: readonly Edit[]): number {
  return edits.filter((edit) => edit.table === "annotations").length;
}

function baseName(name: string): string {
  return path.basename(name.replaceAll("\\", "/"));
}

function label(text: string): string {
  return text.slice(0, 300);
}
