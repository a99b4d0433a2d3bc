import path from "node:path";
import { z } from "zod";
import type { Change } from "../../../shared/change/change.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { Annotation, Position, Relation } from "../../../shared/model/annotation.ts";
import { byPaper, ofPaper } from "../../../shared/model/by-paper.ts";
import { Actor, Coder, Issue, Stance } from "../../../shared/model/codebook.ts";
import { ChangeId, LibraryId, newId, PaperId } from "../../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../../shared/model/library.ts";
import { Paper } from "../../../shared/model/paper.ts";
import { Setting } from "../../../shared/model/setting.ts";
import { shareStrings } from "../../../shared/model/share-strings.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere } from "../files/durable.ts";
import type { JournalOffset as JournalPosition } from "./journal-chain.ts";
import { DurableFile } from "./snapshot.ts";
import { parseRuns, printRuns, type Stacks } from "./undo.ts";

const table = <Schema extends z.ZodType>(record: Schema) => z.record(z.string(), record);
const number = z.int().min(0);
const runs = z.array(z.tuple([number, number]));

/** library.json: everything but annotations and positions. */
const Main = z.strictObject({
  /** The number and identifier of the last change in the file, and where the journal was after it. */
  through: number,
  version: ChangeId.nullable(),
  journal: z.strictObject({ segment: z.string(), bytes: number }).nullable(),
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

/** papers/…/annotations.json. */
const OfPaper = z.strictObject({ through: number, annotations: table(Annotation), positions: table(Position) });
type OfPaper = z.infer<typeof OfPaper>;

/** The point in the history that a state is at. */
export type HistoryPoint = Readonly<{
  /** The number of the newest change; 0 when there is none. */
  last: number;
  version: ChangeId | null;
  position: JournalPosition | null;
  stacks: Stacks;
}>;

/** What the snapshot files hold. */
export type Snapshot = HistoryPoint &
  Readonly<{
    /** False when library.json and its copy cannot be read: `library` then has annotations and positions only. */
    found: boolean;
    library: Library;
    /** For each paper the number of the last change in its own file. */
    annotated: Readonly<Record<string, number>>;
    /** For each paper the change up to which it needs nothing of the journal. */
    throughs: ReadonlyMap<string, number>;
    /** Folders of papers that no file of the library speaks of: what an import that failed may leave. */
    strays: number;
    notices: readonly Message[];
  }>;

/** Read the snapshot files. */
export async function readSnapshot(folder: string, disk: Disk): Promise<Snapshot> {
  const mainFile = new DurableFile<Main>(path.join(folder, "library.json"), Main, disk);
  const main = await mainFile.read();
  const notices = [...mainFile.notices];
  const read = new Map<string, OfPaper>();
  const throughs = new Map<string, number>();
  const names = new Set([...(await paperFolders(folder, disk)), ...Object.keys(main?.annotated ?? {})]);
  await inParallel(16, [...names].sort(), async (paper) => {
    const file = new DurableFile<OfPaper>(
      annotationsFile(folder, paper),
      OfPaper,
      disk,
      `papers/${paper}/annotations.json`,
    );
    const one = await file.read();
    notices.push(...file.notices);
    if (one !== null || file.notices.length > 0 || main?.annotated[paper] !== undefined)
      throughs.set(paper, one?.through ?? 0);
    if (one === null) return;
    shareStrings([one.annotations, one.positions]);
    read.set(paper, one);
  });
  const annotations = byPaper([...read].map(([paper, one]) => [paper, one.annotations] as const));
  const positions = byPaper([...read].map(([paper, one]) => [paper, one.positions] as const));
  const strays = names.size - throughs.size;
  const stacks = { undo: parseRuns(main?.undo ?? []), redo: parseRuns(main?.redo ?? []) };
  const place = { last: main?.through ?? 0, version: main?.version ?? null, position: main?.journal ?? null, stacks };
  if (main === null) {
    const library = { ...emptyLibrary(newId(LibraryId)), annotations, positions };
    return { ...place, found: false, library, annotated: Object.fromEntries(throughs), throughs, strays, notices };
  }
  const { through, annotated, version: _version, journal: _journal, undo: _undo, redo: _redo, ...tables } = main;
  const own = Object.fromEntries([...throughs].filter(([, through]) => through > 0));
  // A file as new as the snapshot believes holds all of its paper's changes up to the snapshot. An older one was lost
  // or brought back by somebody; the journal makes it good.
  for (const paper of names) {
    const at = throughs.get(paper) ?? 0;
    if (at >= (annotated[paper] ?? 0)) throughs.set(paper, Math.max(at, through));
  }
  return {
    ...place,
    found: true,
    library: { ...tables, annotations, positions },
    annotated: own,
    throughs,
    strays,
    notices,
  };
}

/**
 * Write the snapshot: the papers that changed first, the library last, so that a crash between leaves nothing ahead of
 * its journal that replaying would not set right. Yields to other work between files.
 */
export async function writeSnapshot(
  folder: string,
  library: Library,
  place: HistoryPoint,
  papers: Iterable<string>,
  annotated: Map<string, number>,
  disk: Disk,
): Promise<void> {
  for (const paper of papers) {
    const file = new DurableFile<OfPaper>(annotationsFile(folder, paper), OfPaper, disk);
    const own = {
      annotations: { ...ofPaper(library.annotations, paper) },
      positions: { ...ofPaper(library.positions, paper) },
    };
    await file.write({ through: place.last, ...own });
    annotated.set(paper, place.last);
  }
  const { annotations: _annotations, positions: _positions, ...tables } = library;
  const file = new DurableFile<Main>(path.join(folder, "library.json"), Main, disk);
  await file.write({
    through: place.last,
    version: place.version,
    journal: place.position,
    annotated: Object.fromEntries(annotated),
    undo: printRuns(place.stacks.undo),
    redo: printRuns(place.stacks.redo),
    ...tables,
  });
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
