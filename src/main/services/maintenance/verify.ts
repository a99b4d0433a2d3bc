import path from "node:path";
import equal from "fast-deep-equal";
import { checkReferences } from "../../../shared/change/integrity.ts";
import { recordsOf } from "../../../shared/change/records.ts";
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
import { readIfThere } from "../files/durable.ts";
import { isGeometryOf } from "../geometry/geometry.ts";
import type { FileStore } from "../store/file-store.ts";
import { chainOf, readSegments } from "../store/journal-chain.ts";
import { readParts } from "../store/journal-read.ts";
import { PaperFiles } from "../store/paper-files.ts";
import { replayEntries, spans } from "../store/recover.ts";
import { bodyOf } from "../store/snapshot.ts";
import { backups, readBackup } from "./backup.ts";
import { conflicts } from "./conflicts.ts";

/** Check every file with its checksum, the whole history, every anchor and reference; each problem is one sentence. */
export async function verify(store: FileStore): Promise<Verification> {
  // Not the words that were read before: those on disk now.
  const files = new PaperFiles(store.folder, store.disk, (id) => store.library.papers[id]);
  const problems = [
    ...(store.trouble === null ? [] : [store.trouble]),
    ...(await journalProblems(store)),
    ...(await snapshotProblems(store)),
    ...referenceProblems(store.library),
  ];
  for (const paper of Object.values(store.library.papers)) problems.push(...(await paperProblems(store, files, paper)));
  problems.push(...(await backupProblems(store)));
  for (const one of await conflicts(store, true)) problems.push(one.sentence);
  return { ok: problems.length === 0, problems };
}

/** Every line of the journal, and whether all of them together give the library there is. */
async function journalProblems(store: FileStore): Promise<Message[]> {
  const folder = path.join(store.folder, "journal");
  const before = store.library;
  const { segments } = await readSegments(folder, store.disk);
  const { parts } = chainOf(
    segments.filter((one) => one.header === null || one.header.library === before.id),
    store.position,
  );
  const { entries, damaged } = await readParts(folder, parts, 0, store.disk);
  const headers = segments
    .filter((one) => one.header === null)
    .map((one) => message("journal.damagedHeader", { file: one.name }));
  const there = new Set(entries.map((entry) => entry.number));
  const missing = Array.from({ length: store.last }, (_, index) => index + 1).filter((number) => !there.has(number));
  const problems = [
    ...headers,
    ...damaged.map((one) => message("journal.damagedLine", { line: one.line, file: one.file })),
  ];
  if (missing.length > 0) problems.push(message("journal.short", { count: missing.length, numbers: spans(missing) }));
  else if (problems.length === 0 && store.library === before && !equal(replayEntries(entries, before.id), before))
    problems.push(message("journal.differs"));
  return problems;
}

async function snapshotProblems(store: FileStore): Promise<Message[]> {
  const names = ["library.json", ...Object.keys(store.library.papers).map((id) => `papers/${id}/annotations.json`)];
  const problems: Message[] = [];
  for (const name of names)
    for (const file of [name, `${name}.bak`]) {
      const bytes = await readIfThere(path.join(store.folder, file), store.disk);
      if (bytes !== null && bodyOf(bytes) === null) problems.push(message("snapshot.damaged", { file }));
    }
  return problems;
}

/** Every record checked as if it were made this moment. */
function referenceProblems(library: Library): Message[] {
  return recordsOf(library).flatMap((edit) => {
    try {
      checkReferences(library, [edit]);
      return [];
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error;
      const record = edit.to ?? edit.from;
      const id = record === null ? "" : "id" in record ? record.id : record.key;
      return [message("verify.reference", { problem: error.said, table: edit.table, id })];
    }
  });
}

async function paperProblems(store: FileStore, files: PaperFiles, paper: Paper): Promise<Message[]> {
  const problems: Message[] = [];
  const say = (problem: Message): void =>
    void problems.push(message("verify.ofPaper", { title: paper.title, problem }));
  const source = await attempt(() => files.source(paper.id, paper.format));
  if ("key" in source) say(source);
  else if (digest(source) !== paper.sha256) say(message("verify.sourceChanged"));
  const content = await attempt(() => files.content(paper.id));
  if ("key" in content) say(content);
  else if (content.text.length !== paper.characters) say(message("verify.textLength"));
  else problems.push(...anchorProblems(store.library, paper, content));
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
