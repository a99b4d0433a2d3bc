import { checkReferences } from "../../../shared/change/integrity.ts";
import { recordsInTurn } from "../../../shared/change/records.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import type { Verification } from "../../../shared/contract/maintenance.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { digest } from "../files/digest.ts";
import { type Pause, pauses } from "../files/pause.ts";
import { isGeometryOf } from "../geometry/geometry.ts";
import type { FileStore } from "../store/file-store.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { backups, readBackup } from "./backup.ts";
import { conflicts } from "./conflicts.ts";
import { checkJournal } from "./verify-journal.ts";
import { snapshotProblems } from "./verify-snapshots.ts";

/** Check every file with its checksum, the whole history, every anchor and reference; each problem is one sentence. */
export async function verify(store: FileStore): Promise<Verification> {
  const pause = pauses();
  // Not the words that were read before: those on disk now.
  const files = new PaperFiles(store.folder, store.disk, (id) => store.library.papers[id]);
  const { library, last, position, trouble } = store;
  const moment = { library, last, position };
  const journal = await checkJournal(store, moment, pause);
  const snapshots = await snapshotProblems(store, moment, journal, pause);
  const problems = [
    ...(trouble === null ? [] : [trouble]),
    ...journal.problems,
    ...snapshots,
    ...(await referenceProblems(library, pause)),
  ];
  for (const paper of Object.values(library.papers)) {
    problems.push(...(await paperProblems(library, files, paper)));
    await pause();
  }
  problems.push(...(await backupProblems(store)));
  for (const one of await conflicts(store, true)) problems.push(one.sentence);
  return { ok: problems.length === 0, problems };
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
      problems.push(message("verify.reference", { problem: error.said, table: edit.table, id }));
    }
  }
  return problems;
}

async function paperProblems(library: Library, files: PaperFiles, paper: Paper): Promise<Message[]> {
  const problems: Message[] = [];
  const say = (problem: Message): void =>
    void problems.push(message("verify.ofPaper", { title: paper.title, problem }));
  const source = await attempt(() => files.source(paper.id, paper.format));
  if ("key" in source) say(source);
  else if (digest(source) !== paper.sha256) say(message("verify.sourceChanged"));
  const content = await attempt(() => files.content(paper.id));
  if ("key" in content) say(content);
  else if (content.text.length !== paper.characters) say(message("verify.textLength"));
  else problems.push(...anchorProblems(library, paper, content));
  const geometry = await files.geometry(paper.id);
  if (geometry !== null && !("key" in content) && !isGeometryOf(geometry, content)) say(message("verify.geometry"));
  return problems;
}

function anchorProblems(library: Library, paper: Paper, { text }: PaperContent): Message[] {
  return codedIn(library, paper.id)
    .flatMap(({ annotation }) => annotation.passage.ranges)
    .filter((range) => text.slice(range.start, range.end) !== range.quote)
    .map((range) => message("verify.anchor", { quote: cutText(range.quote, 60) }))
    .map((problem) => message("verify.ofPaper", { title: paper.title, problem }));
}

async function backupProblems(store: FileStore): Promise<Message[]> {
  const problems: Message[] = [];
  for (const one of await backups(store))
    if ((await readBackup(store, one.name)) === null) problems.push(message("backup.isDamaged", { name: one.name }));
  return problems;
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Value | Message> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkbenchError) return error.said;
    if (error instanceof RangeError) return message("verify.damaged");
    throw error;
  }
}
