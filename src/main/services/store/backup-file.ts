import { createHash } from "node:crypto";
import { z } from "zod";
import { Edit } from "../../../shared/change/edit.ts";
import { recordsInTurn } from "../../../shared/change/records.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { LibraryId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import { digest } from "../files/digest.ts";
import type { Disk } from "../files/disk.ts";
import { readIfThere } from "../files/durable.ts";
import { type Pause, pauses } from "../files/pause.ts";
import { journalLines, sealed, unsealed } from "./journal-line.ts";
import { bodyOf } from "./snapshot.ts";
import { Sha256, type Statement } from "./statement.ts";

const version = 2;
/** Records in one line. */
const perLine = 100;
/** Bytes read at once when a new backup is compared with what was written. */
const chunk = 1 << 18;
/** Longer than any first line. */
const headBytes = 4096;

/** The first line. `history`, `last` and `sha256` are a `Statement`; backups of version 2 have none. */
const First = z.looseObject({
  backup: z.int(),
  library: LibraryId,
  at: z.iso.datetime(),
  history: z.uuid().optional(),
  last: z.int().min(0).optional(),
  sha256: Sha256.nullish(),
});
/** What the first line of a backup says. */
export type BackupHead = Readonly<z.infer<typeof First>>;

const Last = z.looseObject({ records: z.int().min(0), digest: z.string() });
const Records = z.array(Edit);
/** A backup of format 1, which was one JSON file. */
const OldState = z.object({ edits: Records });

/** A backup that is whole. `head` is null for those of format 1. */
export type BackupContent = Readonly<{ head: BackupHead | null; edits: readonly Edit[] }>;
/** Why a backup cannot be used. */
export type BackupFault = "damaged" | "newer";

/**
 * Write a library's state as a new file: a first line that says what it is, lines of records, and a last line with
 * their number and a checksum over all before it. The file is flushed, then read again and compared. Gives way to
 * other work. Throws `damaged` when it cannot be read back; what was written then stays, for the caller to
 * remove.
 */
export async function writeBackupFile(
  file: string,
  library: Library,
  statement: Pick<Statement, "library">,
  time: string,
  disk: Disk,
  pause: Pause,
): Promise<void> {
  const whole = createHash("sha256");
  const handle = await disk.open(file, "replace");
  try {
    let digests = "";
    const write = async (value: object): Promise<void> => {
      const rest = JSON.stringify(value).slice(1);
      digests = digest(digests + rest);
      const line = Buffer.from(sealed(rest));
      whole.update(line);
      await handle.write(line);
    };
    await write({ first: { backup: version, ...statement, at: time } });
    let records = 0;
    let edits: Edit[] = [];
    for (const edit of recordsInTurn(library)) {
      edits.push(edit);
      records++;
      await pause();
      if (edits.length < perLine) continue;
      await write({ edits });
      edits = [];
    }
    if (edits.length > 0) await write({ edits });
    await write({ last: { records, digest: digests } });
    await handle.flush();
  } finally {
    await handle.close();
  }
  if ((await digestOf(file, disk, pause)) !== whole.digest("hex"))
    throw new WorkbenchError("damaged", message("backup.notReadBack"));
}

/** What a backup holds, or why it cannot be used. */
export async function readBackupFile(
  file: string,
  disk: Disk,
  pause: Pause = pauses(),
): Promise<BackupContent | BackupFault> {
  const bytes = (await readIfThere(file, disk)) ?? Buffer.alloc(0);
  if (!file.endsWith(".jsonl")) return oldContent(bytes);
  const edits: Edit[] = [];
  let digests = "";
  let head: BackupHead | null = null;
  for (const { text, whole, end } of journalLines(bytes)) {
    await pause();
    const rest = whole ? unsealed(text) : null;
    const value = rest === null ? null : parseObject(`{${rest}`);
    if (rest === null || value === null) return "damaged";
    const last = Last.safeParse(value.last).data;
    if (last !== undefined) {
      const isWhole = last.records === edits.length && last.digest === digests && end === bytes.length;
      return head !== null && isWhole ? { head, edits } : "damaged";
    }
    digests = digest(digests + rest);
    if (head === null) {
      const first = headIn(value);
      if (typeof first === "string") return first;
      head = first;
      continue;
    }
    if (!Array.isArray(value.edits)) return "damaged";
    for (const record of value.edits) {
      const edit = Edit.safeParse(record).data;
      if (edit === undefined) return "damaged";
      edits.push(edit);
      await pause();
    }
  }
  return "damaged";
}

/** The first line of a backup, read without the rest; null for those of format 1, which have none. */
export async function readBackupHead(file: string, disk: Disk): Promise<BackupHead | BackupFault | null> {
  if (!file.endsWith(".jsonl")) return null;
  const [line] = journalLines(await disk.read(file, 0, headBytes));
  const rest = line?.whole ? unsealed(line.text) : null;
  const value = rest === null ? null : parseObject(`{${rest}`);
  return value === null ? "damaged" : headIn(value);
}

function headIn(value: Readonly<Record<string, unknown>>): BackupHead | BackupFault {
  const first = First.safeParse(value.first).data;
  if (first !== undefined) return first.backup > version ? "newer" : first;
  const claimed = z.object({ backup: z.int() }).safeParse(value.first).data;
  return claimed !== undefined && claimed.backup > version ? "newer" : "damaged";
}

function oldContent(bytes: Buffer): BackupContent | BackupFault {
  const body = bodyOf(bytes, 1);
  const state = body === null ? undefined : OldState.safeParse(parseObject(body)).data;
  return state === undefined ? "damaged" : { head: null, edits: state.edits };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

async function digestOf(file: string, disk: Disk, pause: Pause): Promise<string> {
  const hash = createHash("sha256");
  const { bytes } = await disk.stat(file);
  for (let from = 0; from < bytes; from += chunk) {
    hash.update(await disk.read(file, from, chunk));
    await pause();
  }
  return hash.digest("hex");
}
