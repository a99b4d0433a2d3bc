import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import equal from "fast-deep-equal";
import { z } from "zod";
import { Edit } from "../../shared/edit.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import type { Library } from "../../shared/model/library.ts";
import type { Backup } from "../../shared/workbench.ts";
import { hasCode } from "./files.ts";
import type { LibraryStore } from "./library.ts";
import { DurableFile } from "./snapshot.ts";

/** Backups kept; the oldest go first. */
const kept = 10;

/** A library as the edits that make it, so that restoring needs no second way to alter anything. */
const State = z.strictObject({ edits: z.array(Edit) });

/** Keep the library's present state as a file, opened again and compared before it counts. */
export async function backup(store: LibraryStore): Promise<Backup> {
  const folder = path.join(store.folder, "backups");
  const name = `${new Date().toISOString().replaceAll(":", "-")}.json`;
  const file = new DurableFile(path.join(folder, name), State);
  const state = { edits: recordsOf(store.library) };
  await file.write(state);
  if (!equal(await file.read(), state))
    throw new WorkbenchError("damaged", "The backup could not be read back as it was written.");
  for (const old of (await backups(store)).slice(kept)) await rm(path.join(folder, old.name), { force: true });
  return describeBackup(folder, name);
}

/** The backups there are, newest first. */
export async function backups(store: LibraryStore): Promise<Backup[]> {
  const folder = path.join(store.folder, "backups");
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  });
  const found = names
    .filter((name) => /^\d{4}-.*Z\.json$/.test(name))
    .sort()
    .reverse();
  return Promise.all(found.map((name) => describeBackup(folder, name)));
}

/** Bring a backup's state back as one change, which can be undone. */
export async function restore(store: LibraryStore, name: string | undefined): Promise<Backup> {
  const all = await backups(store);
  const wanted = name === undefined ? all[0] : all.find((one) => one.name === name);
  if (wanted === undefined) throw new WorkbenchError("missing", "There is no such backup.");
  const state = await new DurableFile(path.join(store.folder, "backups", wanted.name), State).read();
  if (state === null) throw new WorkbenchError("damaged", `The backup ${wanted.name} is damaged; nothing was altered.`);
  const edits = difference(recordsOf(store.library), state.edits);
  if (edits.length > 0) await store.commit(`Restore the backup of ${wanted.at.slice(0, 16).replace("T", " ")}`, edits);
  return wanted;
}

async function describeBackup(folder: string, name: string): Promise<Backup> {
  const { size } = await stat(path.join(folder, name));
  return { name, at: name.replace(/T(\d\d)-(\d\d)-/, "T$1:$2:").replace(".json", ""), bytes: size };
}

function recordsOf(library: Library): Edit[] {
  const all = <Value>(table: Readonly<Record<string, Value>>): Value[] => Object.values(table);
  return [
    ...all(library.coders).map((to): Edit => ({ table: "coders", from: null, to })),
    ...all(library.actors).map((to): Edit => ({ table: "actors", from: null, to })),
    ...all(library.stances).map((to): Edit => ({ table: "stances", from: null, to })),
    ...all(library.issues).map((to): Edit => ({ table: "issues", from: null, to })),
    ...all(library.papers).map((to): Edit => ({ table: "papers", from: null, to })),
    ...all(library.annotations)
      .flatMap(all)
      .map((to): Edit => ({ table: "annotations", from: null, to })),
    ...all(library.positions)
      .flatMap(all)
      .map((to): Edit => ({ table: "positions", from: null, to })),
    ...all(library.relations).map((to): Edit => ({ table: "relations", from: null, to })),
    ...all(library.settings).map((to): Edit => ({ table: "settings", from: null, to })),
  ];
}

/** Edits from one state to another: removals first, dependents before what they depend on. */
function difference(now: readonly Edit[], then: readonly Edit[]): Edit[] {
  const keyOf = ({ table, to }: Edit): string => `${table} ${to === null ? "" : "id" in to ? to.id : to.key}`;
  const before = new Map(now.map((edit) => [keyOf(edit), edit]));
  const after = new Map(then.map((edit) => [keyOf(edit), edit]));
  const removed = now.filter((edit) => !after.has(keyOf(edit))).reverse();
  const made = then.filter((edit) => !equal(before.get(keyOf(edit))?.to, edit.to));
  return [
    ...removed.map((edit) => Edit.parse({ table: edit.table, from: edit.to, to: null })),
    ...made.map((edit) => Edit.parse({ table: edit.table, from: before.get(keyOf(edit))?.to ?? null, to: edit.to })),
  ];
}
