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
import { blankPaper, type Paper, type Reading } from "../../../shared/model/paper.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { readerVersions } from "../../../shared/model/reader-version.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import type { ProjectRecord } from "../../../shared/record/record.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { digest } from "../files/digest.ts";
import { openGeometry } from "../geometry/geometry.ts";
import type { Imported } from "../import/imported.ts";
import { beginning, type KnownSource, type ReadSource } from "../import/read-source.ts";
import { commentEdits } from "../merge/comment-edits.ts";
import { type ImportedAnnotations, markEdits, type Target } from "../merge/mark-edits.ts";
import { recordEdits, recordHere } from "../merge/record-edits.ts";
import type { LibraryStore } from "../store/library-store.ts";
import { carryOver, checkVersion, replacePaper } from "./carry.ts";
import type { Context } from "./context.ts";
import { hasTextOf } from "./copied-text.ts";
import { needPaper } from "./papers.ts";
import { readInWorker } from "./read-in-worker.ts";
import { damageOf, rebuildPaper } from "./rebuild-paper.ts";
import { readingWith, readWithOcr, recognisePaper } from "./recognise-paper.ts";
import { fittingReading, readingOf, rereadPaper } from "./reread-paper.ts";
import { resembledPaper } from "./resembled-paper.ts";

/**
 * Bring in one file, with what it says about its words: mark-up of a PDF, and the record of one of our annotated PDFs.
 * A copy of a paper that is here adds to that paper what only the copy has. The paper's files are on disk before the
 * change that adds it.
 */
export async function importPaper(context: Context, args: Arguments<"importPaper">): Promise<ImportResult> {
  const result = await context.jobs.named(args.job, args.after, () => importOrFind(context, args));
  context.passwords.keep(result.paper.id, args.password);
  return result;
}

async function importOrFind(context: Context, args: Arguments<"importPaper">): Promise<ImportResult> {
  const { store, jobs } = context;
  const sha256 = digest(args.bytes);
  const twin = twinOf(store, sha256);
  const reading = readingOf(args);
  const earlier = args.replaces === undefined ? null : needPaper(store, args.replaces);
  if (earlier !== null) checkVersion(store.library, twin ?? null, earlier);
  if (twin !== undefined && earlier !== null)
    return replacePaper(context, { paper: twin.id, replaces: earlier.id, job: args.job });
  if (twin !== undefined && fittingReading(reading, twin.format) !== undefined)
    return rereadPaper(context, { ...args, paper: twin.id });
  if (twin !== undefined && args.ocr !== undefined && hasPages(twin.format) && twin.text === "own") {
    const recognised = await recogniseTwin(context, args, twin, args.ocr);
    if (recognised !== null) return recognised;
  }
  if (twin !== undefined)
    return { paper: twin, duplicate: true, annotations: 0, warnings: await rebuilt(context, twin, args) };
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const known = Object.values(store.library.papers).map((paper) => ({ bytes: paper.bytes, sha256: paper.sha256 }));
  const read = await readFile(context, args, { known, reading });
  if (args.after !== undefined && args.after !== args.job) await jobs.over(args.after);
  const result = await jobs.inTurn(async () => {
    const paper = await paperHere(context, withNewer(store.library, args.bytes, known, read), sha256);
    return paper === null ? addPaper(context, args, read) : addTo(context, paper, args.name, read);
  });
  if (earlier === null || !result.duplicate) return result;
  // A copy of another paper of the library: that paper is the new version.
  return {
    ...(await replacePaper(context, { paper: result.paper.id, replaces: earlier.id })),
    warnings: result.warnings,
  };
}

/** A paper that is here, with the words of its pages without text recognised; null where all its pages have text. */
async function recogniseTwin(
  context: Context,
  { password, job }: Arguments<"importPaper">,
  twin: Paper,
  languages: readonly string[],
): Promise<ImportResult | null> {
  try {
    return await recognisePaper(context, { paper: twin.id, languages: [...languages], password, job });
  } catch (error) {
    if (error instanceof WorkbenchError && error.reason.key === "ocr.allText") return null;
    throw error;
  }
}

type HowToRead = Readonly<{
  known: readonly KnownSource[];
  reading: Reading | undefined;
  recognised?: Recognised | undefined;
}>;

/** The file as a paper, and what is recorded about it, read in a worker. */
function readFile(
  { jobs }: Context,
  { name, bytes, password, job, ocr }: Arguments<"importPaper">,
  { known, reading, recognised }: HowToRead,
): Promise<ReadSource> {
  const file = {
    name,
    bytes,
    known,
    ...(password === undefined ? {} : { password }),
    ...(reading === undefined ? {} : { reading }),
    ...(recognised === undefined ? {} : { recognised }),
  };
  return jobs.run(job, (signal, onProgress) =>
    ocr === undefined ? readInWorker(file, signal, onProgress) : readWithOcr(file, ocr, signal, onProgress),
  );
}

/** Importing the same bytes again repairs a paper whose files are damaged. Returns what was done, in words. */
async function rebuilt(context: Context, paper: Paper, args: Arguments<"importPaper">): Promise<Message[]> {
  const { store, papers, jobs } = context;
  const damage = store.access.mode === "read" ? null : await damageOf(papers, paper);
  if (damage === null) return [];
  const recognised = (await papers.recognised(paper.id).catch(() => null)) ?? undefined;
  const { imported } = await readFile(
    context,
    { ...args, ocr: undefined },
    { known: [], reading: paper.reading, recognised },
  );
  if (imported === null) return [];
  const found = { source: args.bytes, imported, recognised };
  return [await jobs.inTurn(() => rebuildPaper(store.library, papers, paper, damage, found))];
}

function twinOf(store: LibraryStore, sha256: string): Paper | undefined {
  return Object.values(store.library.papers).find((paper) => paper.sha256 === sha256);
}

/** What was read, with a paper that was added while it was read and with whose bytes the file begins. */
function withNewer(
  { papers }: Library,
  bytes: Uint8Array,
  known: readonly KnownSource[],
  read: ReadSource,
): ReadSource {
  const before = new Set(known.map(({ sha256 }) => sha256));
  const newer = Object.values(papers).filter(({ sha256 }) => !before.has(sha256));
  return newer.length === 0 ? read : { ...read, begins: beginning(bytes, newer) ?? read.begins };
}

/**
 * The paper of this library that a file is a copy of: the record's, or one with whose bytes it begins and whose text it
 * has.
 */
async function paperHere({ store, papers }: Context, read: ReadSource, sha256: string): Promise<Paper | null> {
  const { record, imported, begins } = read;
  const twin = twinOf(store, record?.paper.sha256 ?? sha256);
  if (twin !== undefined) return twin;
  const base = begins === null ? undefined : twinOf(store, begins);
  if (base === undefined || imported === null) return null;
  const boxes = read.marks.flatMap(({ subtype, contents }) => (subtype === "freeText" ? [contents] : []));
  return hasTextOf(imported.content.text, (await papers.content(base.id)).text, boxes) ? base : null;
}

/** Give a paper that is here what a file says more of it. */
async function addTo({ store, papers }: Context, paper: Paper, name: string, read: ReadSource): Promise<ImportResult> {
  const geometry = await papers.geometry(paper.id);
  const target: Target = {
    paper,
    content: await papers.content(paper.id),
    geometry: geometry === null ? null : openGeometry(geometry),
  };
  const seen = await everSaid(store, paper);
  const record = read.record === null ? null : recordHere(store.library, read.record, paper.id);
  const { edits, warnings } = importEdits(
    store.library,
    target,
    { record, marks: read.marks, comments: [] },
    { own: [], seen },
  );
  if (edits.length > 0)
    await store.commit(message("change.importClaims", { file: baseName(name), title: paper.title }), edits);
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

async function addPaper(
  { store, papers }: Context,
  args: Arguments<"importPaper">,
  read: ReadSource,
): Promise<ImportResult> {
  const { imported, marks } = read;
  if (imported === null) throw new WorkbenchError("conflict", message("paper.removedMeanwhile"));
  const { library } = store;
  const taken = read.record !== null && library.papers[read.record.paper.id] !== undefined;
  const record =
    read.record === null ? null : recordHere(library, read.record, taken ? newId(PaperId) : read.record.paper.id);
  const source = read.source ?? args.bytes;
  const { recognised } = read;
  const { paper, edits: author } = paperOf(store, args, { source, imported, recognised }, record);
  const { content, geometry, pages } = imported;
  const { reading } = paper;
  await papers.write(paper.id, paper.format, { source, content, geometry, pages, recognised, reading });
  try {
    const target = { paper, content, geometry: geometry === null ? null : openGeometry(geometry) };
    const own: Edit[] = [...author, { table: "papers", from: null, to: paper }];
    const comments = record === null ? (imported.comments ?? []) : [];
    const { edits, warnings } = importEdits(library, target, { record, marks, comments }, { own, seen: new Set() });
    const { edits: carrying, version } = await carryOver(papers, applied(library, edits), paper, {
      content,
      geometry: target.geometry,
    });
    const label = message(version === null ? "change.import" : "change.importVersion", { title: paper.title });
    await store.commit(label, [...edits, ...carrying]);
    const resembles = version === null ? await resembledPaper(papers, store.library, paper, content.text) : null;
    const rewritten = record !== null && read.source === null ? [message("import.rewritten")] : [];
    return {
      paper,
      duplicate: false,
      annotations: annotationsIn(edits),
      warnings: [...content.warnings, ...rewritten, ...warnings],
      ...(version === null ? {} : { version }),
      ...(resembles === null ? {} : { resembles }),
    };
  } catch (error) {
    // Where the disk failed, the change may still be found in the journal at the next opening.
    if (!(error instanceof WorkbenchError && error.code === "disk")) await papers.remove(paper.id);
    throw error;
  }
}

/** The record of a new paper: from the call, then from our own export, then from the source. */
function paperOf(
  store: LibraryStore,
  args: Arguments<"importPaper">,
  {
    source,
    imported,
    recognised,
  }: Readonly<{ source: Uint8Array; imported: Imported; recognised?: Recognised | undefined }>,
  record: ProjectRecord | null,
): { paper: Paper; edits: readonly Edit[] } {
  const known = record?.paper;
  const earlier = args.replaces === undefined ? undefined : store.library.papers[args.replaces];
  const found = imported.authors.length === 0 && earlier !== undefined ? earlier.authors : imported.authors;
  const given = args.author === undefined ? args.authors : [args.author];
  const authors = given ?? known?.authors ?? found;
  const isKnown = known !== undefined && given === undefined;
  const author = isKnown || authors[0] === undefined ? null : findOrCreateActor(store.library.actors, authors[0]);
  const sha256 = digest(source);
  const fitting = fittingReading(readingOf(args), imported.format);
  const fileName = known?.sha256 === sha256 ? known.fileName : baseName(args.name);
  const title = args.title ?? known?.title ?? imported.title ?? earlier?.title ?? fileName.replace(/\.[^.]+$/, "");
  const readElsewhere = fittingReading(known?.reading, imported.format);
  const { reading: _, reader: _reader, ...about } = known ?? {};
  const paper: Paper = {
    ...blankPaper,
    ...(earlier === undefined ? {} : partsOf(earlier)),
    added: new Date().toISOString(),
    coder: store.coder,
    ...imported.details,
    ...about,
    ...(readElsewhere === undefined ? {} : { reading: readElsewhere }),
    text: "own",
    ...(fitting === undefined ? {} : { reading: fitting }),
    ...(recognised === undefined ? {} : { reading: readingWith(recognised), text: "ocr" as const }),
    id: known?.id ?? newId(PaperId),
    title: cutText(title, 2000) || "Untitled",
    authors: authors.map((name) => cutText(name, 300)).slice(0, 200),
    suggestedAuthors: (imported.suggestedAuthors ?? []).map((name) => cutText(name, 300)),
    date: args.date ?? (known === undefined ? imported.date : known.date),
    format: imported.format,
    fileName,
    sha256,
    bytes: source.length,
    characters: imported.content.text.length,
    pages: imported.content.pages.length,
    reader: readerVersions[imported.format],
    author: isKnown ? known.author : (author?.id ?? null),
    replaces: earlier?.id ?? known?.replaces ?? null,
  };
  return { paper, edits: author?.edits ?? [] };
}

/** What a new version has of the one before until the reader changes it. */
function partsOf({ publisher, link, language, note, tags, collections }: Paper): Partial<Paper> {
  return { publisher, link, language, note, tags, collections };
}

/**
 * All edits of one import: the codebook first, then the paper, then what is recorded about it. `own` are the edits that
 * make the paper, none where it is here already; `seen` the identifiers of all annotations that it ever had here.
 */
function importEdits(
  library: Library,
  target: Target,
  { record, marks, comments }: Pick<ReadSource, "record" | "marks"> & Required<Pick<Imported, "comments">>,
  { own, seen }: Readonly<{ own: readonly Edit[]; seen: ReadonlySet<string> }>,
): ImportedAnnotations {
  const isSeen = (id: string): boolean => seen.has(id);
  const first = record === null ? nothing : recordEdits(library, record, target, isSeen);
  const isCodebook = ({ table }: Edit): boolean => ["coders", "actors", "stances", "issues"].includes(table);
  const edits = [...first.edits.filter(isCodebook), ...own, ...first.edits.filter((edit) => !isCodebook(edit))];
  const before = applied(library, edits);
  const now = { at: new Date().toISOString(), seen: isSeen };
  const second = markEdits(before, target, marks, now);
  const third = commentEdits(before, target, comments, now);
  return { edits: [...edits, ...second.edits, ...third], warnings: [...first.warnings, ...second.warnings] };
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
