import { Change, replay } from "../../../shared/change/change.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { BundleImport } from "../../../shared/contract/maintenance.ts";
import type { Arguments, ExportedFile } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { ofPaper } from "../../../shared/model/by-paper.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { emptyLibrary } from "../../../shared/model/library.ts";
import { mediaTypes } from "../files/media-types.ts";
import { type BundledPaper, papersIn, unknownCoders } from "../import/bundle-papers.ts";
import { matchByName, replaceIds } from "../merge/match-by-name.ts";
import { mergeEdits } from "../merge/merge.ts";
import type { LibraryStore, PaperSources } from "../store/library-store.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";

/**
 * The library, or some papers with all that is said of them and the codebook, as a zip of sources, texts and history.
 */
export async function exportBundle(
  { store, papers: sources, jobs }: Context,
  { papers: wanted, job }: Arguments<"exportBundle">,
): Promise<ExportedFile> {
  const { library } = store;
  for (const id of wanted ?? []) needPaper(store, id);
  const chosen = wanted === undefined ? null : new Set<string>(wanted);
  const history = await historyOf(store, chosen);
  const content: Record<string, Uint8Array> = {};
  for (const paper of papersIn(history)) {
    // A removed paper goes along too, so that its removal can still be undone.
    const present = Object.hasOwn(library.papers, paper.id);
    for (const [name, bytes] of await sources.all(paper.id, paper.format, present))
      content[`papers/${paper.id}/${name}`] = bytes;
  }
  const packing = { library: library.id, whole: chosen === null, history, files: content };
  const bytes = await jobs.run(job, (signal, onProgress) => runTask("packBundle", packing, { signal, onProgress }));
  const papers = Object.values(library.papers).filter((paper) => chosen === null || chosen.has(paper.id));
  const [only] = chosen === null ? [] : papers;
  return {
    name: `${papers.length === 1 && only !== undefined ? only.title : "library"}.stancemark`,
    mime: mediaTypes.zip,
    bytes,
    annotations: papers.reduce((sum, { id }) => sum + Object.keys(ofPaper(library.annotations, id)).length, 0),
    warnings: [],
  };
}

/**
 * Bring a bundle in. An empty library becomes the identical one, history and all; into any other it is merged as one
 * change.
 */
export async function importBundle(
  { store, papers: sources, jobs }: Context,
  { bytes, job }: Arguments<"importBundle">,
): Promise<BundleImport> {
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  const { manifest, changes, papers } = await jobs.run(job, (signal, onProgress) =>
    runTask("readBundle", bytes, { signal, onProgress }),
  );
  const isEmpty = store.last === 0;
  const unknown = unknownCoders(changes).length;
  const notices = unknown === 0 ? [] : [message("bundle.unknownCoders", { count: unknown })];
  const arrival = isEmpty
    ? { changes, refused: [], papers }
    : await fitIn(store, sources, changes.filter(await unknownTo(store)), papers);
  for (const paper of arrival.papers)
    if (!(await sources.has(paper.paper.id)))
      await sources.write(paper.paper.id, paper.paper.format, { ...paper, reading: paper.paper.reading });
  const counts = { papers: arrival.papers.length, changes: changes.length };
  if (isEmpty) {
    if (manifest.whole) await store.becomeCopyOf(manifest.library);
    await store.adopt(changes);
    return { ...counts, merged: 0, refused: notices };
  }
  const { edits, refused } = mergeEdits(store.library, arrival.changes);
  if (edits.length > 0) await store.commit(message("change.importBundle"), edits);
  return { ...counts, merged: edits.length, refused: [...notices, ...arrival.refused, ...refused] };
}

/** All changes from the oldest; of those only what concerns the chosen papers and the codebook. */
async function historyOf(store: LibraryStore, chosen: ReadonlySet<string> | null): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const { change } of store.past.backwards()) {
    const edits = change.edits.filter((edit) => chosen === null || concerns(edit, chosen));
    if (edits.length > 0) changes.push({ ...change, edits });
  }
  if (chosen === null && changes.length !== store.last)
    throw new WorkbenchError("damaged", message("bundle.historyIncomplete"));
  return changes.reverse();
}

function concerns(edit: Edit, papers: ReadonlySet<string>): boolean {
  const record = edit.to ?? edit.from;
  if (record === null) return false;
  if ("source" in record) return papers.has(record.source.paper) && papers.has(record.target.paper);
  if ("paper" in record) return papers.has(record.paper);
  return edit.table !== "papers" || ("id" in record && papers.has(record.id));
}

/** Tells the changes that our history does not have. */
async function unknownTo(store: LibraryStore): Promise<(change: Change) => boolean> {
  const known = new Set<string>();
  for await (const { change } of store.past.backwards()) known.add(change.id);
  return (change) => !known.has(change.id);
}

/**
 * Changes of another library said in ours: papers of the same bytes and text are our papers; issues of the same path,
 * and stances, actors and coders of the same name are ours.
 */
async function fitIn(
  store: LibraryStore,
  sources: PaperSources,
  changes: readonly Change[],
  papers: readonly BundledPaper[],
): Promise<{ changes: Change[]; refused: Message[]; papers: BundledPaper[] }> {
  const ours = store.library;
  const same = matchByName(
    ours,
    changes.reduce((state, change) => replay(state, change, () => true), emptyLibrary(ours.id)),
  );
  const refused: Message[] = [];
  const left = new Set<string>();
  const fresh: BundledPaper[] = [];
  for (const arrived of papers) {
    const twin = Object.values(ours.papers).find((paper) => paper.sha256 === arrived.paper.sha256);
    if (twin === undefined) fresh.push(arrived);
    if (twin === undefined || twin.id === arrived.paper.id) continue;
    if ((await sources.content(twin.id)).text === arrived.content.text) same.set(arrived.paper.id, twin.id);
    else {
      left.add(arrived.paper.id);
      refused.push(message("merge.otherText", { title: arrived.paper.title }));
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
    return [Change.parse(replaceIds({ ...change, edits: kept }, same))];
  });
  return { changes: fitted, refused, papers: fresh };
}
