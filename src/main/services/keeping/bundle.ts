import { strFromU8, strToU8, zipSync } from "fflate";
import { z } from "zod";
import { apply, Change, replay } from "../../../shared/change.ts";
import type { Edit } from "../../../shared/edit.ts";
import { WorkbenchError } from "../../../shared/errors.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { LibraryId, type PaperId } from "../../../shared/model/ids.ts";
import { emptyLibrary } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { BundleImport, ExportedFile } from "../../../shared/workbench.ts";
import { said, sameNames } from "../arrival/same-names.ts";
import { openZip, type ZipEntry } from "../import/zip-guard.ts";
import { needPaper } from "../papers.ts";
import type { LibraryStore } from "../store/library.ts";
import { type PaperFiles, parseWords } from "../store/paper-files.ts";
import { digest } from "../store/snapshot.ts";
import { mergeEdits } from "./merge.ts";

/** The version of the bundle's form. */
const version = 1;

const Manifest = z.strictObject({
  bundle: z.int(),
  library: LibraryId,
  /** True when it is the library whole; false when it is chosen papers. */
  whole: z.boolean(),
  made: z.iso.datetime(),
  /** SHA-256 of each other file in the archive, by name. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** The library, or some papers with all that is said of them and the codebook, as a zip of sources, texts and history. */
export async function exportBundle(
  store: LibraryStore,
  files: PaperFiles,
  wanted: readonly PaperId[] | undefined,
): Promise<ExportedFile> {
  const { library } = store;
  for (const id of wanted ?? []) needPaper(store, id);
  const chosen = wanted === undefined ? null : new Set<string>(wanted);
  const history = await historyOf(store, chosen);
  const content: Record<string, Uint8Array> = {
    "history.jsonl": strToU8(history.map((change) => `${JSON.stringify(change)}\n`).join("")),
  };
  for (const paper of papersIn(history)) {
    // A removed paper goes along too, so that its removal can still be undone.
    const present = Object.hasOwn(library.papers, paper.id);
    for (const [name, bytes] of await files.all(paper.id, paper.format, present))
      content[`papers/${paper.id}/${name}`] = bytes;
  }
  const digests = Object.fromEntries(Object.entries(content).map(([name, bytes]) => [name, digest(bytes)]));
  const about = { bundle: version, library: library.id, whole: chosen === null, made: new Date().toISOString() };
  const manifest = strToU8(`${JSON.stringify({ ...about, files: digests }, null, 2)}\n`);
  const papers = Object.values(library.papers).filter((paper) => chosen === null || chosen.has(paper.id));
  const [only] = chosen === null ? [] : papers;
  return {
    name: `${papers.length === 1 && only !== undefined ? only.title : "library"}.stancemark.zip`,
    mime: "application/zip",
    bytes: zipSync({ "bundle.json": manifest, ...content }, { level: 6 }),
    annotations: papers.reduce((sum, { id }) => sum + Object.keys(ofPaper(library.annotations, id)).length, 0),
    warnings: [],
  };
}

/** Bring a bundle in. An empty library becomes the identical one, history and all; into any other it is merged as one change. */
export async function importBundle(store: LibraryStore, files: PaperFiles, bytes: Uint8Array): Promise<BundleImport> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const { manifest, changes, papers } = await openBundle(bytes);
  const isEmpty = store.last === 0;
  const arrival = isEmpty
    ? { changes, refused: [], papers }
    : await fitIn(store, files, changes.filter(await unknownTo(store)), papers);
  for (const one of arrival.papers)
    if (!(await files.has(one.paper.id))) await files.write(one.paper.id, one.paper.format, one);
  const told = { papers: arrival.papers.length, changes: changes.length };
  if (isEmpty) {
    if (manifest.whole) await store.becomeCopyOf(manifest.library);
    await store.adopt(changes);
    return { ...told, merged: 0, refused: [] };
  }
  const { edits, refused } = mergeEdits(store.library, arrival.changes);
  if (edits.length > 0) await store.commit("Import a bundle", edits);
  return { ...told, merged: edits.length, refused: [...arrival.refused, ...refused] };
}

/** All changes from the oldest; of those only what concerns the chosen papers and the codebook. */
async function historyOf(store: LibraryStore, chosen: ReadonlySet<string> | null): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const { change } of store.past.backwards()) {
    const edits = change.edits.filter((edit) => chosen === null || concerns(edit, chosen));
    if (edits.length > 0) changes.push({ ...change, edits });
  }
  if (chosen === null && changes.length !== store.last)
    throw new WorkbenchError(
      "damaged",
      "The history of this library is not whole; a bundle of it would not be either.",
    );
  return changes.reverse();
}

function concerns(edit: Edit, papers: ReadonlySet<string>): boolean {
  const record = edit.to ?? edit.from;
  if (record === null) return false;
  if ("source" in record) return papers.has(record.source.paper) && papers.has(record.target.paper);
  if ("paper" in record) return papers.has(record.paper);
  return edit.table !== "papers" || ("id" in record && papers.has(record.id));
}

/** Every paper there ever was in a history, as it was last. */
function papersIn(changes: readonly Change[]): Paper[] {
  const papers = new Map<string, Paper>();
  for (const { edits } of changes)
    for (const edit of edits) {
      const paper = edit.table === "papers" ? (edit.to ?? edit.from) : null;
      if (paper !== null) papers.set(paper.id, paper);
    }
  return [...papers.values()];
}

async function openBundle(bytes: Uint8Array) {
  const entries = await openZip(bytes);
  const manifest = await readManifest(entries);
  const need = async (name: string): Promise<Uint8Array> => {
    const content = await entries.get(name)?.read();
    if (content === undefined || digest(content) !== manifest.files[name])
      throw new WorkbenchError("unreadable", `This bundle is damaged: ${name} is not what it should be.`);
    return content;
  };
  const changes = parseHistory(await need("history.jsonl"));
  try {
    changes.reduce(apply, emptyLibrary(manifest.library));
  } catch (error) {
    throw new WorkbenchError("unreadable", "This bundle is damaged: its history does not fit together.", error);
  }
  const papers: BundledPaper[] = [];
  for (const paper of papersIn(changes)) {
    const folder = `papers/${paper.id}/`;
    const [name] = [...entries.keys()].filter((one) => one.startsWith(`${folder}source.`));
    if (name === undefined) continue;
    const source = await need(name);
    if (digest(source) !== paper.sha256)
      throw new WorkbenchError("unreadable", `This bundle is damaged: the source of “${paper.title}” is another file.`);
    const content = parseWords(await need(`${folder}paper.json`));
    const geometry = entries.has(`${folder}geometry.bin`) ? await need(`${folder}geometry.bin`) : null;
    papers.push({ paper, source, content, geometry });
  }
  return { manifest, changes, papers };
}

type BundledPaper = Readonly<{ paper: Paper; source: Uint8Array; content: PaperContent; geometry: Uint8Array | null }>;

async function readManifest(entries: ReadonlyMap<string, ZipEntry>): Promise<z.infer<typeof Manifest>> {
  const bytes = await entries.get("bundle.json")?.read();
  if (bytes === undefined) throw new WorkbenchError("unreadable", "This archive is no Stancemark bundle.");
  const manifest = Manifest.safeParse(parseJson(strFromU8(bytes)));
  if (manifest.success && manifest.data.bundle <= version) return manifest.data;
  const newer = z.object({ bundle: z.int().min(version + 1) }).safeParse(parseJson(strFromU8(bytes))).success;
  const why = newer
    ? "was made by a newer Stancemark; open it with that one"
    : "is damaged: its contents list cannot be read";
  throw new WorkbenchError("unreadable", `This bundle ${why}.`);
}

function parseHistory(bytes: Uint8Array): Change[] {
  return strFromU8(bytes)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const change = Change.safeParse(parseJson(line));
      if (change.success) return change.data;
      throw new WorkbenchError("unreadable", "This bundle is damaged: its history cannot be read.");
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells the changes that our history does not have. */
async function unknownTo(store: LibraryStore): Promise<(change: Change) => boolean> {
  const known = new Set<string>();
  for await (const { change } of store.past.backwards()) known.add(change.id);
  return (change) => !known.has(change.id);
}

/**
 * Changes of another library said in ours: papers of the same bytes and text are our papers; issues of the same path, and
 * stances, actors and coders of the same name are ours.
 */
async function fitIn(
  store: LibraryStore,
  files: PaperFiles,
  changes: readonly Change[],
  papers: readonly BundledPaper[],
): Promise<{ changes: Change[]; refused: string[]; papers: BundledPaper[] }> {
  const ours = store.library;
  const same = sameNames(
    ours,
    changes.reduce((state, change) => replay(state, change, () => true), emptyLibrary(ours.id)),
  );
  const refused: string[] = [];
  const left = new Set<string>();
  const fresh: BundledPaper[] = [];
  for (const one of papers) {
    const twin = Object.values(ours.papers).find((paper) => paper.sha256 === one.paper.sha256);
    if (twin === undefined) fresh.push(one);
    if (twin === undefined || twin.id === one.paper.id) continue;
    if ((await files.content(twin.id)).text === one.content.text) same.set(one.paper.id, twin.id);
    else {
      left.add(one.paper.id);
      refused.push(
        `The paper “${one.paper.title}” is here with another text; what the bundle says of it was left out.`,
      );
    }
  }
  const fitted = changes.flatMap((change): Change[] => {
    const kept = change.edits.filter((edit) => {
      const record = edit.to ?? edit.from;
      if (record === null || ("id" in record && (same.has(record.id) || left.has(record.id)))) return false;
      return (
        !("paper" in record && left.has(record.paper)) &&
        !("source" in record && [record.source, record.target].some((end) => left.has(end.paper)))
      );
    });
    if (kept.length === 0) return [];
    return [Change.parse(said({ ...change, edits: kept }, same))];
  });
  return { changes: fitted, refused, papers: fresh };
}
