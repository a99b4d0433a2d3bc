import { createHash } from "node:crypto";
import path from "node:path";
import { type Adapter, Low } from "lowdb";
import type { z } from "zod";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { digest } from "../files/digest.ts";
import { type Disk, realDisk } from "../files/disk.ts";
import { readIfThere, temporaryFor, writeAndFlush } from "../files/durable.ts";
import type { Pause } from "../files/pause.ts";

/**
 * The version of the library's files. One with a higher number was made by a newer Stancemark and is refused; lower
 * ones are migrated.
 */
export const format = 3;

/**
 * A lowdb adapter that loses nothing: an envelope with format and SHA-256, written by temporary file, flush and rename;
 * the state before is kept as `.bak` and read when the newest fails its check or is not there. When neither can be read
 * there is no state, a notice says so, and the journal must give it.
 */
export class DurableFile<State> implements Adapter<State> {
  /** What reading had to do, one sentence each. */
  readonly notices: Message[] = [];
  readonly #file: string;
  /** What notices call the file. */
  readonly #name: string;
  readonly #schema: z.ZodType<State>;
  readonly #disk: Disk;

  constructor(file: string, schema: z.ZodType<State>, disk: Disk = realDisk, name = path.basename(file)) {
    this.#file = file;
    this.#name = name;
    this.#schema = schema;
    this.#disk = disk;
  }

  async read(): Promise<State | null> {
    const newest = await readIfThere(this.#file, this.#disk);
    const state = newest === null ? null : this.#open(newest);
    if (state !== null) return state;
    const before = await readIfThere(`${this.#file}.bak`, this.#disk);
    const older = before === null ? null : this.#open(before);
    // Killed between its two renames, a write leaves the copy only; that is no damage.
    if (newest === null && (before === null || older !== null)) return older;
    const file = this.#name;
    this.notices.push(message(older === null ? "snapshot.journalUsed" : "snapshot.copyUsed", { file }));
    return older;
  }

  async write(state: State): Promise<void> {
    const body = JSON.stringify(state);
    const temporary = temporaryFor(this.#file);
    await this.#disk.makeFolder(path.dirname(this.#file));
    try {
      const newest = await this.#checksumIn(this.#file);
      const before = JSON.stringify(newest ?? (await this.#checksumIn(`${this.#file}.bak`)));
      const rest = `"before":${before},"state":${body}`;
      const text = `{"format":${format},"sha256":"${digest(rest)}",${rest}}\n`;
      await writeAndFlush(temporary, text, this.#disk);
      // A damaged file never takes the place of its good copy.
      if (newest !== null) await this.#disk.rename(this.#file, `${this.#file}.bak`);
      await this.#disk.rename(temporary, this.#file);
    } catch (error) {
      await this.#disk.remove(temporary).catch(() => undefined);
      throw error;
    }
    await this.#disk.flushFolder(path.dirname(this.#file));
  }

  async #checksumIn(file: string): Promise<string | null> {
    const bytes = await readIfThere(file, this.#disk);
    return bytes === null ? null : (openEnvelope(bytes)?.sha256 ?? null);
  }

  #open(bytes: Buffer): State | null {
    const body = bodyOf(bytes);
    if (body === null) return null;
    const state = this.#schema.safeParse(JSON.parse(body));
    return state.success ? state.data : null;
  }
}

/** The format number in the envelope of a file, checked or not; null when there is no envelope. */
export function formatOf(bytes: Buffer): number | null {
  const number = /^\{"format":(\d{1,9}),/.exec(bytes.subarray(0, 40).toString("latin1"))?.[1];
  return number === undefined ? null : Number(number);
}

/** The state's JSON when the envelope is whole. Throws when a newer Stancemark wrote it. */
export function bodyOf(bytes: Buffer, wanted = format): string | null {
  return openEnvelope(bytes, wanted)?.body ?? null;
}

/**
 * The state's JSON when the envelope is whole, its checksum, and the one which the copy beside the file must have: null
 * when there was none, undefined in files of builds from before 2026-11-29, whose checksum covers the state only.
 * Throws when a newer Stancemark wrote it.
 */
export function openEnvelope(
  bytes: Buffer,
  wanted = format,
): { body: string; sha256: string; before: string | null | undefined } | null {
  const [, number, sha256 = "", rest = ""] =
    /^\{"format":(\d+),"sha256":"([0-9a-f]{64})",(.*)\}\n$/s.exec(bytes.toString("utf8")) ?? [];
  if (number !== undefined && Number(number) > format) throw newerVersion();
  const [start = "", copy] = /^(?:"before":(null|"[0-9a-f]{64}"),)?"state":/.exec(rest) ?? [];
  const body = rest.slice(start.length);
  if (start === "" || Number(number) !== wanted || digest(copy === undefined ? body : rest) !== sha256) return null;
  return { body, sha256, before: copy === undefined ? undefined : copy === "null" ? null : copy.slice(1, -1) };
}

/** As `openEnvelope` of the present format, with pauses: the file of one paper may have a hundred megabytes. */
export async function openEnvelopeSlowly(bytes: Buffer, pause: Pause): Promise<ReturnType<typeof openEnvelope>> {
  const [head, start = "", number, sha256, copy] =
    /^(\{"format":(\d+),"sha256":"([0-9a-f]{64})",)(?:"before":(null|"[0-9a-f]{64}"),)?"state":/.exec(
      bytes.toString("latin1", 0, 300),
    ) ?? [];
  if (head === undefined) return openEnvelope(bytes.subarray(0, 300));
  if (Number(number) > format) throw newerVersion();
  const end = bytes.length - 2;
  const hash = createHash("sha256");
  for (let from = copy === undefined ? head.length : start.length; from < end; from += hashed) {
    hash.update(bytes.subarray(from, Math.min(end, from + hashed)));
    await pause();
  }
  const isWhole = Number(number) === format && bytes.toString("latin1", end) === "}\n" && hash.digest("hex") === sha256;
  if (!isWhole || sha256 === undefined) return null;
  const before = copy === undefined ? undefined : copy === "null" ? null : copy.slice(1, -1);
  return { body: bytes.toString("utf8", head.length, end), sha256, before };
}

/** How many bytes are hashed without a pause. */
const hashed = 1 << 19;

/** The refusal of files with a higher format number. */
export function newerVersion(): WorkbenchError {
  return new WorkbenchError("readOnly", message("library.newer"));
}

/** A snapshot file under lowdb with its state read; `fresh` is used when there is none. */
export async function openSnapshot<State>(
  file: string,
  schema: z.ZodType<State>,
  fresh: State,
  disk: Disk = realDisk,
): Promise<{ low: Low<State>; notices: readonly Message[] }> {
  const adapter = new DurableFile(file, schema, disk);
  const low = new Low<State>(adapter, fresh);
  await low.read();
  return { low, notices: adapter.notices };
}
