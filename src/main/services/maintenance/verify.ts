import path from "node:path";
import { checkReferences } from "../../../shared/change/integrity.ts";
import { recordsInTurn } from "../../../shared/change/records.ts";
import type { Verification } from "../../../shared/contract/maintenance.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { textRanges } from "../../../shared/model/annotation.ts";
import { recordsOfPaper } from "../../../shared/model/by-paper.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { PaperId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { digestSlowly } from "../files/digest.ts";
import { upkeepSentence } from "../files/disk.ts";
import { listIfThere, readIfThere } from "../files/durable.ts";
import { type Pause, pauses } from "../files/pause.ts";
import { sharings } from "../files/sharing.ts";
import { isGeometryOf } from "../geometry/geometry.ts";
import type { FileStore } from "../store/file-store.ts";
import type { PaperPart } from "../store/library-store.ts";
import { misplacedFiles, misplacedOfPaper } from "../store/misplaced.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { manifestName, readManifest, unlistedFiles } from "../store/paper-manifest.ts";
import { backupProblem, backups } from "./backup.ts";
import { readBackupPlace } from "./backup-place.ts";
import { conflicts } from "./conflicts.ts";
import { checkJournal } from "./verify-journal.ts";
import { snapshotProblems } from "./verify-snapshots.ts";

/** Check every file with its checksum, the whole history, every anchor and reference; each problem is one sentence. */
export async function verify(store: FileStore): Promise<Verification> {
  const pause = pauses(() => store.underWay());
  // Not the words that were read before: those on disk now.
  const files = new PaperFiles(store.folder, store.disk, (id) => store.library.papers[id]);
  const { library, last, position, trouble } = store;
  const moment = { library, last, position };
  const journal = await checkJournal(store, moment, pause);
  const snapshots = await snapshotProblems(store, moment, journal, pause);
  const misplaced = await misplacedFiles(store.folder, store.disk);
  const problems = [
    ...misplaced.map((misplaced) => misplaced.sentence),
    ...(await sharingProblems(store)),
    ...(trouble === null ? [] : [trouble]),
    ...journal.problems.filter((problem) => JSON.stringify(problem) !== JSON.stringify(trouble)),
    ...snapshots,
    ...(await referenceProblems(library, pause)),
  ];
  const noPapers = misplaced.some(({ file }) => file === "papers");
  for (const paper of noPapers ? [] : Object.values(library.papers)) {
    problems.push(...(await paperProblems(store, library, { files, pause }, paper)));
    await pause();
  }
  problems.push(...(await removedProblems(store, library, pause)), ...(await backupProblems(store)));
  if (!misplaced.some(({ file }) => file.startsWith("backups")))
    await readBackupPlace(store).catch((error: unknown) => problems.push(upkeepSentence(error)));
  for (const conflict of await conflicts(store, true)) problems.push(conflict.sentence);
  const all = withoutFolders(problems);
  return { ok: all.length === 0, problems: all };
}

/** Problems as they are reported: that a folder in the place of a file is damaged need not be said too. */
function withoutFolders(problems: readonly Message[]): Message[] {
  const names = new Set(problems.flatMap(({ key, values }) => (key === "misplaced.folder" ? [values.file] : [])));
  return problems.filter(({ key, values }) => key !== "snapshot.damaged" || !names.has(values.file));
}

/** What says how the library is shared must be one of the words that are written there. */
async function sharingProblems({ folder, disk }: FileStore): Promise<Message[]> {
  const text = (await readIfThere(path.join(folder, "sharing"), disk))?.toString();
  const isKnown = text === undefined || sharings.some((sharing) => text === `${sharing}\n`);
  return isKnown ? [] : [message("snapshot.damaged", { file: "sharing" })];
}

/** Every record checked as if it were made this moment. */
async function referenceProblems(library: Library, pause: Pause): Promise<Message[]> {
  const problems: Message[] = [];
  for (const edit of recordsInTurn(library)) {
    await pause();
    try {
      checkReferences(library, [edit]);
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      const record = edit.to ?? edit.from;
      const id = record === null ? "" : "id" in record ? record.id : record.key;
      problems.push(message("verify.reference", { problem: error.reason, table: edit.table, id }));
    }
  }
  return problems;
}

async function paperProblems(
  store: FileStore,
  library: Library,
  { files, pause }: Readonly<{ files: PaperFiles; pause: Pause }>,
  paper: Paper,
): Promise<Message[]> {
  const problems: Message[] = [];
  const reported = new Set<PaperPart>();
  const say = (part: PaperPart, problem: Message): void => {
    reported.add(part);
    problems.push(message("verify.ofPaper", { title: paper.title, problem }));
  };
  for (const { file, sentence } of await misplacedOfPaper(store.folder, paper.id, store.disk)) {
    const name = path.relative(path.join("papers", paper.id), file);
    if (name === "") return [...problems, sentence];
    reported.add(files.partOf(paper.id, name));
    problems.push(sentence);
  }
  const source = await attempt(() => files.source(paper.id, paper.format));
  if (reported.has("source")) return problems;
  if ("key" in source) say("source", source);
  else if ((await digestSlowly(source, pause)) !== paper.sha256) say("source", message("verify.sourceChanged"));
  const content = await attempt(() => files.storedContentSlowly(paper.id, pause));
  if (reported.has("words")) return problems;
  if ("key" in content) say("words", content);
  else if (content.text.length !== paper.characters) say("words", message("verify.textLength"));
  else for (const problem of await anchorProblems(library, paper, content, pause)) say("words", problem);
  const geometry = await files.geometry(paper.id);
  if (geometry !== null && !("key" in content) && !isGeometryOf(geometry, content))
    say("geometry", message("verify.geometry"));
  for (const [part, name] of await unlisted(store, files, paper, pause))
    if (!reported.has(part)) say(part, message("verify.paperFile", { file: `papers/${paper.id}/${name}` }));
  return problems;
}

/** Files of papers that were removed, which undoing that needs again. */
async function removedProblems(
  { folder, disk, listed }: FileStore,
  { papers }: Library,
  pause: Pause,
): Promise<Message[]> {
  const problems: Message[] = [];
  for (const id of await listIfThere(path.join(folder, "papers"), disk)) {
    if (Object.hasOwn(papers, id) || !PaperId.safeParse(id).success) continue;
    const own = path.join(folder, "papers", id);
    const names = await unlistedFiles(own, id, disk, pause);
    const lacksList = listed && (await readManifest(own, id, disk)) === null;
    for (const name of lacksList ? [manifestName] : names)
      problems.push(message("verify.removedFile", { file: `papers/${id}/${name}` }));
  }
  return problems;
}

/** Files of a paper that its list does not know as they are; without a list, as older builds left it, none. */
async function unlisted(
  store: FileStore,
  files: PaperFiles,
  { id }: Paper,
  pause: Pause,
): Promise<[PaperPart, string][]> {
  const folder = path.join(store.folder, "papers", id);
  const names = await unlistedFiles(folder, id, store.disk, pause);
  if (names.length === 0 && store.listed && (await readManifest(folder, id, store.disk)) === null)
    names.push(manifestName);
  return names.map((name) => [files.partOf(id, name), name]);
}

async function anchorProblems(
  library: Library,
  paper: Paper,
  { text }: PaperContent,
  pause: Pause,
): Promise<Message[]> {
  const problems: Message[] = [];
  for (const { passage } of recordsOfPaper(library.annotations, paper.id)) {
    await pause();
    for (const { start, end, quote } of textRanges(passage))
      if (text.slice(start, end) !== quote) problems.push(message("verify.anchor", { quote: cutText(quote, 60) }));
  }
  return problems;
}

async function backupProblems(store: FileStore): Promise<Message[]> {
  const problems: Message[] = [];
  for (const { name } of await backups(store)) {
    const problem = await backupProblem(store, name);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Value | Message> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkbenchError) return error.reason;
    if (error instanceof RangeError) return message("verify.damaged");
    throw error;
  }
}
