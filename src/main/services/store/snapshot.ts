import { createHash } from "node:crypto";
import path from "node:path";
import { type Adapter, Low } from "lowdb";
import type { z } from "zod";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { digest, digestSlowly } from "../files/digest.ts";
import { type Disk, realDisk } from "../files/disk.ts";
import { readIfThere, temporaryFor, writePiecesAndFlush } from "../files/durable.ts";
import { noPause, type Pause } from "../files/pause.ts";

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
    return this.readAs((body) => this.#schema.safeParse(JSON.parse(body.toString())).data ?? null);
  }

  /**
   * The newest state that `open` makes something of; it gets the JSON of a state with the checksum of its file, and
   * gives null where that is none.
   */
  async readAs<Read>(open: (body: Buffer, sha256: string) => Read | null): Promise<Read | null> {
    const openFile = (bytes: Buffer): Read | null => {
      const envelope = envelopeIn(bytes);
      if (envelope === null || !isWhole(envelope)) return null;
      return open(bytes.subarray(envelope.start, envelope.end), envelope.sha256);
    };
    const newest = await readIfThere(this.#file, this.#disk);
    const state = newest === null ? null : openFile(newest);
    if (state !== null) return state;
    const before = await readIfThere(`${this.#file}.bak`, this.#disk);
    const older = before === null ? null : openFile(before);
    // Killed between its two renames, a write leaves the copy only; that is no damage.
    if (newest === null && (before === null || older !== null)) return older;
    const file = this.#name;
    this.notices.push(message(older === null ? "snapshot.journalUsed" : "snapshot.copyUsed", { file }));
    return older;
  }

  /** The JSON of the state, read at once; null when the file has not this checksum. Throws as the disk does. */
  readNow(sha256: string): Buffer | null {
    const bytes = this.#disk.readNow(this.#file);
    const envelope = envelopeIn(bytes);
    if (envelope === null || envelope.sha256 !== sha256 || !isWhole(envelope)) return null;
    return bytes.subarray(envelope.start, envelope.end);
  }

  async write(state: State): Promise<void> {
    await this.writePieces([JSON.stringify(state)], noPause);
  }

  /** Write a state given as JSON in pieces, with pauses between them. */
  async writePieces(pieces: Iterable<string>, pause: Pause): Promise<void> {
    const temporary = temporaryFor(this.#file);
    await this.#disk.makeFolder(path.dirname(this.#file));
    try {
      const newest = await this.#checksumIn(this.#file, pause);
      const before = JSON.stringify(newest ?? (await this.#checksumIn(`${this.#file}.bak`, pause)));
      const hash = createHash("sha256");
      const rest: Buffer[] = [];
      for await (const bytes of inBuffers(pieces, `"before":${before},"state":`, pause)) {
        hash.update(bytes);
        rest.push(bytes);
      }
      const head = Buffer.from(`{"format":${format},"sha256":"${hash.digest("hex")}",`);
      await writePiecesAndFlush(temporary, [head, ...rest, Buffer.from("}\n")], this.#disk);
      // A damaged file never takes the place of its good copy.
      if (newest !== null) await this.#disk.rename(this.#file, `${this.#file}.bak`);
      await this.#disk.rename(temporary, this.#file);
    } catch (error) {
      await this.#disk.remove(temporary).catch(() => undefined);
      throw error;
    }
    await this.#disk.flushFolder(path.dirname(this.#file));
  }

  async #checksumIn(file: string, pause: Pause): Promise<string | null> {
    const bytes = await readIfThere(file, this.#disk);
    return bytes === null ? null : ((await checkEnvelope(bytes, pause))?.sha256 ?? null);
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
  const found = envelopeIn(bytes, wanted);
  if (found === null || !isWhole(found)) return null;
  const { sha256, before, start, end } = found;
  return { body: bytes.toString("utf8", start, end), sha256, before };
}

/**
 * As `openEnvelope` of the present format, with pauses, since the file of one paper may have a hundred megabytes; from
 * which byte to which the state's JSON goes instead of that.
 */
export async function checkEnvelope(bytes: Buffer, pause: Pause): Promise<Omit<Envelope, "covered"> | null> {
  const found = envelopeIn(bytes);
  if (found === null || (await digestSlowly(found.covered, pause)) !== found.sha256) return null;
  const { covered: _covered, ...more } = found;
  return more;
}

/** What an envelope says, unchecked; `covered` is what its checksum is of, the state's JSON goes from byte to byte. */
type Envelope = Readonly<{
  sha256: string;
  before: string | null | undefined;
  covered: Buffer;
  start: number;
  end: number;
}>;

function isWhole({ covered, sha256 }: Envelope): boolean {
  return digest(covered) === sha256;
}

/** Longer than what an envelope has before the state. */
const headBytes = 300;

function envelopeIn(bytes: Buffer, wanted = format): Envelope | null {
  const [head, start = "", number, sha256, copy] =
    /^(\{"format":(\d+),"sha256":"([0-9a-f]{64})",)(?:"before":(null|"[0-9a-f]{64}"),)?"state":/.exec(
      bytes.toString("latin1", 0, headBytes),
    ) ?? [];
  if (head === undefined || sha256 === undefined) return null;
  if (Number(number) > format) throw newerVersion();
  const end = bytes.length - 2;
  if (Number(number) !== wanted || end < head.length || bytes.toString("latin1", end) !== "}\n") return null;
  const covered = bytes.subarray(copy === undefined ? head.length : start.length, end);
  const before = copy === undefined ? undefined : copy === "null" ? null : copy.slice(1, -1);
  return { sha256, before, covered, start: head.length, end };
}

/** How much text is made bytes and hashed without a pause. */
const together = 1 << 17;

/** The bytes of texts that follow one another, about a hundred kilobytes at a time. */
async function* inBuffers(pieces: Iterable<string>, first: string, pause: Pause): AsyncGenerator<Buffer> {
  let text = first;
  for (const piece of pieces) {
    text += piece;
    if (text.length >= together) {
      yield Buffer.from(text);
      text = "";
    }
    const pausing = pause();
    if (pausing !== undefined) await pausing;
  }
  yield Buffer.from(text);
}

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
