import path from "node:path";
import { z } from "zod";
import type { Change } from "../../../shared/change/change.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { type Annotation, type Position, Relation } from "../../../shared/model/annotation.ts";
import { onShelves } from "../../../shared/model/by-paper.ts";
import { Actor, Coder, Issue, Stance } from "../../../shared/model/codebook.ts";
import { ChangeId, LibraryId, newId, PaperId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { Paper } from "../../../shared/model/paper.ts";
import { Setting } from "../../../shared/model/setting.ts";
import { storedRecord } from "../../../shared/model/stored-record.ts";
import { type Disk, hasCode } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import { jsonPieces } from "../files/json-pieces.ts";
import { noPause, type Pause } from "../files/pause.ts";
import type { JournalOffset as JournalPosition } from "./journal-chain.ts";
import type { KnownFiles } from "./known-files.ts";
import {
  damaged,
  deferredPaper,
  OfPaper,
  openPaper,
  type PaperSnapshot,
  printPaper,
  recordForm,
} from "./paper-snapshot.ts";
import { DurableFile } from "./snapshot.ts";
import { Sha256 } from "./statement.ts";
import { parseRuns, printRuns, type Stacks } from "./undo.ts";

const table = <Schema extends z.ZodType>(record: Schema) => z.record(z.string(), record);
const number = z.int().min(0);
const runs = z.array(z.tuple([number, number]));

/** library.json: everything but annotations and positions. */
export const Main = storedRecord({
  /** The number and identifier of the last change in the file, and where the journal was after it. */
  through: number,
  version: ChangeId.nullable(),
  journal: storedRecord({ segment: z.string(), bytes: number, sha256: Sha256.nullable().default(null) }).nullable(),
  history: z.uuid().optional(),
  /** For each paper with an annotations file, the number of the last change in it. */
  annotated: table(number),
  /** Numbers of the changes that can be undone and done again, as runs. */
  undo: runs,
  redo: runs,
  id: LibraryId,
  papers: table(Paper),
  issues: table(Issue),
  stances: table(Stance),
  actors: table(Actor),
  coders: table(Coder),
  relations: table(Relation),
  settings: table(Setting),
});
type Main = z.infer<typeof Main>;

/** The point in the history that a state is at. */
export type HistoryPoint = Readonly<{
  /** The number of the newest change; 0 when there is none. */
  last: number;
  version: ChangeId | null;
  position: JournalPosition | null;
  stacks: Stacks;
  /** Which history of the library this is; null where its files do not say. */
  history: string | null;
  /** Fields of the snapshot files that a later build of this format has added, by file; written back as they are. */
  extras: Extras;
}>;

/** Fields that this build does not know: of library.json, and of each paper's file. */
export type Extras = Readonly<{ main: object; papers: Pick<ReadonlyMap<string, object>, "get"> }>;
/** No such fields. */
export const noExtras: Extras = { main: {}, papers: new Map() };

/** What the snapshot files hold. */
export type Snapshot = HistoryPoint &
  Readonly<{
    /** False when library.json and its copy cannot be read: `library` then has annotations and positions only. */
    found: boolean;
    library: Library;
    /** For each paper the number of the last change in its own file. */
    annotated: Readonly<Record<string, number>>;
    /** For each file, what it says of the history it belongs to. */
    statements: readonly FileStatement[];
    /** For each paper the change up to which it needs nothing of the journal. */
    throughs: ReadonlyMap<string, number>;
    /** Folders of papers that no file of the library speaks of: what an import that failed may leave. */
    strays: number;
    notices: readonly Message[];
  }>;

/** What a snapshot file says of the history it belongs to; fields that older builds left out are undefined. */
export type FileStatement = Readonly<{
  file: string;
  library?: string | undefined;
  history?: string | undefined;
  last: number;
  sha256?: string | null | undefined;
}>;

/** Read the snapshot files, those of papers only where they are not known. */
export async function readSnapshot(
  folder: string,
  disk: Disk,
  known: KnownFiles,
  ignored: ReadonlySet<string> = new Set(),
): Promise<Snapshot> {
  const statements: FileStatement[] = [];
  const mainFile = new DurableFile<Main>(path.join(folder, "library.json"), Main, disk);
  const main = ignored.has("library.json")
    ? null
    : await mainFile.readAs((body, sha256) => readMain(body, sha256, known));
  const notices = [...[...ignored].map((file) => message("snapshot.foreign", { file })), ...mainFile.notices];
  const read = new Map<string, PaperSnapshot>();
  const throughs = new Map<string, number>();
  /** Papers whose file a notice speaks of already. */
  const reported = new Set<string>();
  const names = new Set([...(await paperFolders(folder, disk)), ...Object.keys(main?.annotated ?? {})]);
  await inParallel(16, [...names].sort(), async (paper) => {
    const name = `papers/${paper}/annotations.json`;
    const file = new DurableFile<OfPaper>(annotationsFile(folder, paper), OfPaper, disk, name);
    const summary = ignored.has(name) ? undefined : known.summaryOf(paper);
    const load = (stamp: string) => (): Buffer => {
      const body = bodyNow(file, stamp);
      if (body !== null) return body;
      known.reportMistake();
      return damaged(name);
    };
    const found =
      summary === null || ignored.has(name)
        ? null
        : summary === undefined
          ? await file.readAs((body, sha256) => openPaper(body, sha256, name))
          : deferredPaper(summary, load(summary.stamp), name);
    // A file of another paper is as good as none.
    const own = found?.head.paper === undefined || found.head.paper === paper ? found : null;
    if (found !== own) file.notices.push(message("snapshot.foreign", { file: name }));
    notices.push(...file.notices);
    if (file.notices.length > 0 || ignored.has(name)) reported.add(paper);
    else if (summary === undefined && own === found && found?.summary !== null)
      known.noteSummary(paper, found?.summary ?? null);
    if (own !== null || file.notices.length > 0 || ignored.has(name) || main?.annotated[paper] !== undefined)
      throughs.set(paper, own?.head.through ?? 0);
    if (own === null) return;
    const { through, library, history, sha256 } = own.head;
    statements.push({ file: name, library, history, last: through, sha256 });
    read.set(paper, own);
  });
  const tables = <Name extends "annotations" | "positions">(name: Name): Library[Name] => {
    const filled = [...read].flatMap(([paper, { [name]: table }]) => (table === null ? [] : [[paper, table] as const]));
    return onShelves<Annotation | Position>(filled) as Library[Name];
  };
  const [annotations, positions] = [tables("annotations"), tables("positions")];
  const mores = new Map([...read].map(([paper, { more }]) => [paper, more] as const));
  const papers = { get: (paper: string): object | undefined => mores.get(paper)?.() };
  const strays = names.size - throughs.size;
  const stacks = { undo: parseRuns(main?.undo ?? []), redo: parseRuns(main?.redo ?? []) };
  const place = {
    last: main?.through ?? 0,
    version: main?.version ?? null,
    position: main?.journal ?? null,
    stacks,
    history: main?.history ?? null,
  };
  const common = { ...place, statements, throughs, strays, notices };
  if (main === null) {
    const library = { ...emptyLibrary(newId(LibraryId)), annotations, positions };
    const some = { extras: { main: {}, papers }, annotated: Object.fromEntries(throughs) };
    return { ...common, ...some, found: false, library };
  }
  const { tables: others, more } = split(main);
  const { through, annotated } = main;
  statements.unshift({
    file: "library.json",
    library: main.id,
    history: main.history,
    last: through,
    sha256: main.journal?.sha256 ?? undefined,
  });
  const own = Object.fromEntries([...throughs].filter(([, through]) => through > 0));
  // A file as new as the snapshot believes holds all of its paper's changes up to the snapshot. An older one was lost
  // or brought back by somebody; the journal makes it good.
  for (const paper of names) {
    const reached = throughs.get(paper) ?? 0;
    if (reached >= (annotated[paper] ?? 0)) throughs.set(paper, Math.max(reached, through));
    else if (!reported.has(paper))
      notices.push(
        message(read.has(paper) ? "snapshot.old" : "snapshot.gone", { file: `papers/${paper}/annotations.json` }),
      );
  }
  return {
    ...common,
    extras: { main: more, papers },
    found: true,
    library: { ...others, annotations, positions },
    annotated: own,
  };
}

/**
 * The state in library.json; null when it is none. Checking ten thousand papers field by field takes a second, so what
 * has passed is known by its checksum.
 */
function readMain(body: Buffer, sha256: string, known: KnownFiles): Main | null {
  const value: unknown = JSON.parse(body.toString());
  if (known.isMain(sha256)) return value as Main;
  const main = Main.safeParse(value).data ?? null;
  // Not when a field was filled in.
  if (main !== null && Buffer.byteLength(JSON.stringify(main)) === body.length) known.noteMain(sha256);
  return main;
}

/** A file's state read at once; null where it is not what is known of it. Throws where the disk fails. */
function bodyNow(file: DurableFile<OfPaper>, stamp: string): Buffer | null {
  try {
    return file.readNow(stamp);
  } catch (error) {
    if (hasCode(error, "ENOENT", "EISDIR")) return null;
    throw error;
  }
}

/** The tables of library.json, and the fields that this build does not know. */
function split(main: Main): { tables: Omit<Library, "annotations" | "positions">; more: object } {
  const { id, papers, issues, stances, actors, coders, relations, settings, ...others } = main;
  const { through: _through, version: _version, journal: _journal, annotated: _annotated, ...rest } = others;
  const { undo: _undo, redo: _redo, history: _history, ...more } = rest;
  return { tables: { id, papers, issues, stances, actors, coders, relations, settings }, more };
}

/**
 * Write the snapshot: the papers that changed first, the library last, so that a crash between leaves nothing ahead of
 * its journal that replaying would not set right. Gives way to other work between pieces of a file.
 */
export async function writeSnapshot(
  folder: string,
  library: Library,
  place: HistoryPoint,
  papers: Iterable<string>,
  annotated: Map<string, number>,
  disk: Disk,
  pause: Pause = noPause,
): Promise<void> {
  for (const paper of papers) {
    const file = new DurableFile<OfPaper>(annotationsFile(folder, paper), OfPaper, disk);
    const id = PaperId.parse(paper);
    const head = {
      through: place.last,
      ...(place.extras.papers.get(paper) ?? {}),
      paper: id,
      library: library.id,
      history: place.history ?? library.id,
      sha256: place.position?.sha256 ?? null,
      form: recordForm,
    };
    await file.writePieces(printPaper(head, library, id), pause);
    annotated.set(paper, place.last);
  }
  const { annotations: _annotations, positions: _positions, ...tables } = library;
  const file = new DurableFile<Main>(path.join(folder, "library.json"), Main, disk);
  const main: Main = {
    through: place.last,
    version: place.version,
    journal: place.position,
    annotated: Object.fromEntries(annotated),
    undo: printRuns(place.stacks.undo),
    redo: printRuns(place.stacks.redo),
    history: place.history ?? library.id,
    ...place.extras.main,
    ...tables,
  };
  await file.writePieces(jsonPieces(main), pause);
}

/** The change up to which a snapshot file holds everything, read from the beginning of its state's JSON. */
export function throughIn(body: string): number | null {
  const number = /^\{"through":(\d{1,15}),/.exec(body.slice(0, 40))?.[1];
  return number === undefined ? null : Number(number);
}

/** A state's JSON of library.json, with its tables; null when it is none. */
export function parseMain(body: string): { main: Main; tables: Omit<Library, "annotations" | "positions"> } | null {
  const main = Main.safeParse(JSON.parse(body)).data;
  return main === undefined ? null : { main, tables: split(main).tables };
}

/** The papers whose annotations or positions a change touches. */
export function papersOf(change: Change): string[] {
  return change.edits.flatMap((edit) =>
    edit.table === "annotations" || edit.table === "positions" ? [(edit.to ?? edit.from)?.paper ?? ""] : [],
  );
}

function annotationsFile(folder: string, paper: string): string {
  return path.join(folder, "papers", paper, "annotations.json");
}

async function paperFolders(folder: string, disk: Disk): Promise<string[]> {
  return (await listIfThere(path.join(folder, "papers"), disk)).filter((name) => PaperId.safeParse(name).success);
}

async function inParallel<Item>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: width }, run));
}
