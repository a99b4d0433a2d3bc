import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { type Change, replay } from "../../shared/change.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { Annotation, Position, Relation } from "../../shared/model/annotation.ts";
import { Actor, Coder, Issue, Stance } from "../../shared/model/codebook.ts";
import { LibraryId, newId, PaperId } from "../../shared/model/ids.ts";
import { emptyLibrary, type Library } from "../../shared/model/library.ts";
import { Paper } from "../../shared/model/paper.ts";
import { Setting } from "../../shared/model/setting.ts";
import { hasCode } from "./files.ts";
import { type Entry, readJournal } from "./journal.ts";
import { openSnapshot } from "./snapshot.ts";

const table = <Schema extends z.ZodType>(record: Schema) => z.record(z.string(), record);

/** `through` is the number of the last change whose edits are in the file. */
const Main = z.strictObject({
  through: z.int().min(0),
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

const OfPaper = z.strictObject({
  through: z.int().min(0),
  annotations: table(Annotation),
  positions: table(Position),
});
type OfPaper = z.infer<typeof OfPaper>;

type State = Readonly<{
  library: Library;
  entries: Entry[];
  /** The number of the newest change. */
  last: number;
  notices: readonly string[];
  unsaved: ReadonlySet<string>;
}>;

/**
 * The library as the snapshot files have it, each with the changes after it applied. `unsaved` names the papers whose
 * snapshot lacks changes. Throws `damaged` when neither a snapshot nor the whole journal is there.
 */
export async function readState(folder: string): Promise<State> {
  const fresh: Main = { through: 0, ...withoutPapers(emptyLibrary(newId(LibraryId))) };
  const main = await openSnapshot<Main>(path.join(folder, "library.json"), Main, fresh);
  const { through, ...tables } = main.low.data;
  const notices = [...main.notices];
  const annotations: Record<string, OfPaper["annotations"]> = {};
  const positions: Record<string, OfPaper["positions"]> = {};
  const throughs = new Map<string, number>();
  for (const paper of await paperFolders(folder)) {
    const one = await openPaperFile(folder, paper);
    notices.push(...one.notices);
    throughs.set(paper, one.low.data.through);
    if (Object.keys(one.low.data.annotations).length > 0) annotations[paper] = one.low.data.annotations;
    if (Object.keys(one.low.data.positions).length > 0) positions[paper] = one.low.data.positions;
  }
  // After the snapshots: a writer at work can only make the journal longer than what they hold, never shorter.
  const journal = await readJournal(path.join(folder, "journal"));
  const { entries } = journal;
  // The snapshot of the library is written last, so whole snapshots hold everything up to its number.
  const needed = entries.filter((entry) => entry.number > (notices.length === 0 ? through : 0));
  const first = notices.length === 0 ? through + 1 : 1;
  const lost = notices.length > 0 && entries.length === 0;
  if (lost || needed.some((entry, index) => entry.number !== first + index))
    throw new WorkbenchError("damaged", "A part of this library's journal is missing; nothing was altered.");
  const start: Library = { ...tables, annotations, positions };
  const library = entries.reduce(
    (state, entry) =>
      replay(state, entry.change, (paper) => entry.number > (paper === null ? through : (throughs.get(paper) ?? 0))),
    start,
  );
  const unsaved = new Set(
    entries.flatMap(({ number, change }) => papersOf(change).filter((paper) => number > (throughs.get(paper) ?? 0))),
  );
  const last = Math.max(through, entries.at(-1)?.number ?? 0);
  return { library, entries, last, notices: [...journal.notices, ...journal.damaged, ...notices], unsaved };
}

/** Write the snapshot: the papers that changed first, the library last, so that a crash between leaves nothing ahead of its journal. */
export async function writeState(
  folder: string,
  library: Library,
  through: number,
  papers: Iterable<string>,
): Promise<void> {
  for (const paper of papers) {
    const { low } = await openPaperFile(folder, paper);
    low.data = { through, annotations: { ...library.annotations[paper] }, positions: { ...library.positions[paper] } };
    await low.write();
  }
  const fresh: Main = { through, ...withoutPapers(library) };
  const main = await openSnapshot<Main>(path.join(folder, "library.json"), Main, fresh);
  main.low.data = fresh;
  await main.low.write();
}

/** The papers whose annotations or positions a change touches. */
export function papersOf(change: Change): string[] {
  return change.edits.flatMap((edit) =>
    edit.table === "annotations" || edit.table === "positions" ? [(edit.to ?? edit.from)?.paper ?? ""] : [],
  );
}

function withoutPapers(library: Library): Omit<Main, "through"> {
  const { annotations: _annotations, positions: _positions, ...rest } = library;
  return rest;
}

function openPaperFile(folder: string, paper: string) {
  const file = path.join(folder, "papers", paper, "annotations.json");
  return openSnapshot<OfPaper>(file, OfPaper, { through: 0, annotations: {}, positions: {} });
}

async function paperFolders(folder: string): Promise<string[]> {
  try {
    return (await readdir(path.join(folder, "papers"))).filter((name) => PaperId.safeParse(name).success);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}
