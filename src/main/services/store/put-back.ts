import path from "node:path";
import { z } from "zod";
import type { Change } from "../../../shared/change/change.ts";
import { undoLabel } from "../../../shared/change/label.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { ChangeId, type CoderId, newId } from "../../../shared/model/ids.ts";
import type { Disk } from "../files/disk.ts";
import { listIfThere, readIfThere, writeDurably } from "../files/durable.ts";
import { freeName, moveIfThere, stateFileOf, stateFiles } from "./aside.ts";
import { sealed, unsealed } from "./journal-line.ts";

/** What is being put back: from which folder in `damaged`, and the names there. */
const Plan = z.strictObject({ from: z.string().regex(/^\d{4}-[\w.-]+$/), names: z.array(z.string()) });
type Plan = z.infer<typeof Plan>;

/**
 * Bring back the files of a library that `replaceFiles` has set aside in a folder of `damaged`, and set the present
 * ones aside instead. Killed in between, the work is ended by `finishPuttingBack`. Throws `missing` where nothing is
 * left.
 */
export async function putBack(folder: string, from: string, disk: Disk): Promise<void> {
  const names = (await listIfThere(path.join(folder, "damaged", from), disk)).filter((name) => stateFileOf(name));
  if (names.length === 0) throw new WorkbenchError("missing", message("library.nothingAside", { folder: from }));
  const plan: Plan = { from, names };
  await writeDurably(planFile(folder), sealed(JSON.stringify(plan).slice(1)), disk);
  await finishPuttingBack(folder, disk);
}

/** The change that undoing the first change of a history is for whoever asked; it is in no journal. */
export function undoingOf(first: Change, coder: CoderId): Change {
  const time = new Date().toISOString();
  return { id: newId(ChangeId), at: time, coder, label: undoLabel(first), undoes: first.id, edits: [] };
}

/** End what a killed session began to put back. */
export async function finishPuttingBack(folder: string, disk: Disk): Promise<void> {
  const plan = parsePlan(await readIfThere(planFile(folder), disk));
  if (plan === null) return;
  const from = path.join(folder, "damaged", plan.from);
  const aside = path.join(folder, await freeName(folder, disk));
  const left = await listIfThere(from, disk);
  // What is in its place again by now must not be moved away.
  const done = new Set(plan.names.filter((name) => !left.includes(name)).map(stateFileOf));
  await disk.makeFolder(aside);
  for (const { file, kept } of await stateFiles(folder, disk))
    if (!done.has(file)) await moveIfThere(path.join(folder, file), path.join(aside, kept), disk);
  await disk.flushFolder(aside);
  await disk.flushFolder(folder);
  for (const name of plan.names) {
    const file = stateFileOf(name);
    if (file === null || !left.includes(name)) continue;
    await disk.makeFolder(path.dirname(path.join(folder, file)));
    await moveIfThere(path.join(from, name), path.join(folder, file), disk);
    await disk.flushFolder(path.dirname(path.join(folder, file)));
  }
  await disk.remove(planFile(folder));
  await disk.flushFolder(path.dirname(planFile(folder)));
}

function planFile(folder: string): string {
  return path.join(folder, "damaged", "put-back.json");
}

function parsePlan(bytes: Buffer | null): Plan | null {
  const rest = bytes === null ? null : unsealed(bytes.toString().trimEnd());
  if (rest === null) return null;
  try {
    return Plan.safeParse(JSON.parse(`{${rest}`)).data ?? null;
  } catch {
    return null;
  }
}
