import { createHash } from "node:crypto";
import path from "node:path";
import { type Adapter, Low } from "lowdb";
import type { z } from "zod";
import { WorkbenchError } from "../../shared/errors.ts";
import { readIfThere, writeDurably } from "./files.ts";

/** The version of the files. A library with a higher one was made by a newer Stancemark and is refused. */
export const format = 1;

/**
 * A lowdb adapter that loses nothing: an envelope with format and SHA-256, written by temporary file, fsync and rename;
 * the state before is kept as `.bak` and read when the newest fails its check. When neither can be read there is no
 * state, a notice says so, and the journal must give it.
 */
export class DurableFile<State> implements Adapter<State> {
  /** What reading had to do, one sentence each. */
  readonly notices: string[] = [];
  readonly #file: string;
  readonly #schema: z.ZodType<State>;
  #newestIsWhole = true;

  constructor(file: string, schema: z.ZodType<State>) {
    this.#file = file;
    this.#schema = schema;
  }

  async read(): Promise<State | null> {
    const newest = await readIfThere(this.#file);
    const before = await readIfThere(`${this.#file}.bak`);
    if (newest === null && before === null) return null;
    const state = newest === null ? null : this.#open(newest);
    if (state !== null) return state;
    this.#newestIsWhole = false;
    const older = before === null ? null : this.#open(before);
    const used = older === null ? "the journal was" : "its last good copy and the journal were";
    this.notices.push(`${path.basename(this.#file)} is damaged or missing; ${used} used instead.`);
    return older;
  }

  async write(state: State): Promise<void> {
    const newest = this.#newestIsWhole ? await readIfThere(this.#file) : null;
    if (newest !== null) await writeDurably(`${this.#file}.bak`, newest);
    const body = JSON.stringify(state);
    await writeDurably(this.#file, `{"format":${format},"sha256":"${digest(body)}","state":${body}}\n`);
    this.#newestIsWhole = true;
  }

  #open(bytes: Buffer): State | null {
    const parsed = /^\{"format":(\d+),"sha256":"([0-9a-f]{64})","state":(.*)\}\n$/s.exec(bytes.toString("utf8"));
    if (parsed?.[1] !== undefined && Number(parsed[1]) > format)
      throw new WorkbenchError("readOnly", "This library was made by a newer Stancemark; open it with that one.");
    const body = parsed?.[3];
    if (body === undefined || digest(body) !== parsed?.[2]) return null;
    const state = this.#schema.safeParse(JSON.parse(body));
    return state.success ? state.data : null;
  }
}

/** A snapshot file under lowdb with its state read; `fresh` is used when there is none yet. */
export async function openSnapshot<State>(
  file: string,
  schema: z.ZodType<State>,
  fresh: State,
): Promise<{ low: Low<State>; notices: readonly string[] }> {
  const adapter = new DurableFile(file, schema);
  const low = new Low<State>(adapter, fresh);
  await low.read();
  return { low, notices: adapter.notices };
}

/** SHA-256 in lower-case hexadecimal. */
export function digest(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
