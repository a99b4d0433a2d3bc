import path from "node:path";
import { apply } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { findOrCreateActor } from "../../../shared/codebook/find-or-create.ts";
import type { Arguments, ImportResult } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { blankPaper, type Paper } from "../../../shared/model/paper.ts";
import type { ProjectRecord } from "../../../shared/record/record.ts";
import { digest } from "../files/digest.ts";
import { openGeometry } from "../geometry/geometry.ts";
import type { Imported } from "../import/imported.ts";
import type { ReadSource } from "../import/read-source.ts";
import { type ImportedAnnotations, markEdits, type Target } from "../merge/mark-edits.ts";
import { recordEdits, recordHere } from "../merge/record-edits.ts";
import type { PageMark } from "../pdfium/marks.ts";
import type { FileLibrary } from "../store/library.ts";
import type { PaperFiles } from "../store/paper-files.ts";
import type { Jobs } from "../workers/jobs.ts";
import { readInWorker } from "./read-in-worker.ts";
import { damageOf, rebuildPaper } from "./rebuild-paper.ts";

type Means = Readonly<{ store: FileLibrary; files: PaperFiles; jobs: Jobs }>;
type Call = Arguments<"importPaper">;

/**
 * Bring in one file, with what is said in it of its words: mark-up of a PDF, and the record of one of our annotated PDFs. A copy of a
 * paper that is here gives that paper what the copy says more of it. The paper's files are on disk before the change that adds it.
 */
export async function importPaper(means: Means, args: Call): Promise<ImportResult> {
  const { store, jobs } = means;
  const sha256 = digest(args.bytes);
  const twin = twinOf(store, sha256);
  if (twin !== undefined)
    return { paper: twin, duplicate: true, annotations: 0, warnings: await mended(means, twin, args) };
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const file = {
    name: args.name,
    bytes: args.bytes,
    known: Object.values(store.library.papers).map((paper) => ({ bytes: paper.bytes, sha256: paper.sha256 })),
    ...(args.password === undefined ? {} : { password: args.password }),
  };
  const arrival = await jobs.run(args.job, (signal, onProgress) => readInWorker(file, signal, onProgress));
  return jobs.inTurn(async () => {
    const known = await paperHere(means, arrival, sha256);
    return known === null ? addPaper(means, args, arrival) : addTo(means, known, args, arrival);
  });
}

/** The same bytes again mend a paper whose files are damaged. Gives what was done, in words. */
async function mended({ store, files, jobs }: Means, paper: Paper, args: Call): Promise<Message[]> {
  const damage = store.access.mode === "read" ? null : await damageOf(files, paper);
  if (damage === null) return [];
  const { name, bytes, password, job } = args;
  const file = { name, bytes, known: [], ...(password === undefined ? {} : { password }) };
  const { imported } = await jobs.run(job, (signal, onProgress) => readInWorker(file, signal, onProgress));
  if (imported === null) return [];
  return [await jobs.inTurn(() => rebuildPaper(store.library, files, paper, damage, { source: bytes, imported }))];
}

function twinOf(store: FileLibrary, sha256: string): Paper | undefined {
  return Object.values(store.library.papers).find((paper) => paper.sha256 === sha256);
}

/** The paper of this library that a file is a copy of: the record's, or one with whose bytes it begins and whose text it has. */
async function paperHere({ store, files }: Means, arrival: ReadSource, sha256: string): Promise<Paper | null> {
  const { record, imported, begins } = arrival;
  const twin = twinOf(store, record?.paper.sha256 ?? sha256);
  if (twin !== undefined) return twin;
  const base = begins === null ? undefined : twinOf(store, begins);
  if (base === undefined || imported === null) return null;
  return (await files.content(base.id)).text === imported.content.text ? base : null;
}

/** Give a paper that is here what a file says more of it. */
async function addTo({ store, files }: Means, paper: Paper, args: Call, arrival: ReadSource): Promise<ImportResult> {
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
    await store.commit(message("change.importClaims", { file: baseName(args.name), title: paper.title }), edits);
  return { paper, duplicate: true, annotations: annotationsIn(edits), warnings };
}

/** Identifiers of all that was ever said of a paper here. */
async function everSaid(store: FileLibrary, paper: Paper): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { change } of store.past.backwards(paper.id))
    for (const { from, to } of change.edits) {
      const record = to ?? from;
      if (record !== null && "id" in record) ids.add(record.id);
    }
  return ids;
}

async function addPaper({ store, files }: Means, args: Call, arrival: ReadSource): Promise<ImportResult> {
  const { imported, source, marks } = arrival;
  if (imported === null) throw new WorkbenchError("conflict", message("paper.removedMeanwhile"));
  const { library } = store;
  const taken = arrival.record !== null && library.papers[arrival.record.paper.id] !== undefined;
  const id = arrival.record === null || taken ? newId(PaperId) : arrival.record.paper.id;
  const record = arrival.record === null ? null : recordHere(library, arrival.record, id);
  const bytes = source ?? args.bytes;
  const { paper, edits: author } = paperOf(store, args, { imported, bytes, id, record });
  const { content, geometry } = imported;
  await files.write(paper.id, paper.format, { source: bytes, content, geometry });
  try {
    const target = { paper, content, geometry: geometry === null ? null : openGeometry(geometry) };
    const own: Edit[] = [...author, { table: "papers", from: null, to: paper }];
    const { edits, warnings } = bring(library, { target, own, record, marks, seen: new Set() });
    await store.commit(message("change.import", { title: paper.title }), edits);
    const rewritten = record !== null && source === null ? [message("import.rewritten")] : [];
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

type Made = Readonly<{ imported: Imported; bytes: Uint8Array; id: PaperId; record: ProjectRecord | null }>;

/** The record of a new paper: what the call says, then what an export of ours knew, then what the source tells. */
function paperOf(
  store: FileLibrary,
  args: Call,
  { imported, bytes, id, record }: Made,
): { paper: Paper; edits: readonly Edit[] } {
  const known = record?.paper;
  const authors = args.author === undefined ? (known?.authors ?? imported.authors) : [args.author];
  const isKnown = known !== undefined && args.author === undefined;
  const author = isKnown || authors[0] === undefined ? null : findOrCreateActor(store.library.actors, authors[0]);
  const sha256 = digest(bytes);
  const fileName = known?.sha256 === sha256 ? known.fileName : baseName(args.name);
  const title = args.title ?? known?.title ?? imported.title ?? fileName.replace(/\.[^.]+$/, "");
  const paper: Paper = {
    ...blankPaper,
    added: new Date().toISOString(),
    coder: store.coder,
    ...known,
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
function bring(library: Library, { target, own, record, marks, seen }: Said): ImportedAnnotations {
  const isSeen = (id: string): boolean => seen.has(id);
  const first = record === null ? nothing : recordEdits(library, record, target, isSeen);
  const isCodebook = ({ table }: Edit): boolean => ["coders", "actors", "stances", "issues"].includes(table);
  const edits = [...first.edits.filter(isCodebook), ...own, ...first.edits.filter((edit) => !isCodebook(edit))];
  const second = markEdits(applied(library, edits), target, marks, { at: new Date().toISOString(), seen: isSeen });
  return { edits: [...edits, ...second.edits], warnings: [...first.warnings, ...second.warnings] };
}

const nothing: ImportedAnnotations = { edits: [], warnings: [] };

function applied(library: Library, edits: readonly Edit[]): Library {
  try {
    return apply(library, { edits });
  } catch (error) {
    throw new WorkbenchError("unreadable", message("import.recordDamaged"), error);
  }
}

function annotationsIn(edits: readonly Edit[]): number {
  return edits.filter((edit) => edit.table === "annotations").length;
}

function baseName(name: string): string {
  return path.basename(name.replaceAll("\\", "/"));
}
