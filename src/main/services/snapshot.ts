import { createHash } from "node:crypto";
import { copyFile } from "node:fs/promises";
import { type Adapter, Low } from "lowdb";
import type { z } from "zod";
import { WorkbenchError } from "../../shared/errors.ts";
import { hasCode, readIfThere, writeDurably } from "./files.ts";

/** The version of the files. A library with a higher one was made by a newer Stancemark and is refused. */
export const format = 1;

/**
 * A lowdb adapter that loses nothing: an envelope with format and SHA-256, written by temporary file, fsync and rename;
 * the state before is kept as `.bak` and read when the newest fails its check. Throws `damaged` when neither can be read.
 */
export class DurableFile<State> implements Adapter<State> {
  /** What reading had to do, one sentence each. */
  readonly notices: string[] = [];
  readonly #file: string;
  readonly #schema: z.ZodType<State>;

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
    const older = before === null ? null : this.#open(before);
    if (older === null) throw new WorkbenchError("damaged", `${this.#file} is damaged and so is the copy beside it.`);
    this.notices.push("A damaged snapshot was set aside; its last good copy and the journal were used.");
    return older;
  }

  async write(state: State): Promise<void> {
    try {
      await copyFile(this.#file, `${this.#file}.bak`);
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error;
    }
    const body = JSON.stringify(state);
    await writeDurably(this.#file, `{"format":${format},"sha256":"${digest(body)}","state":${body}}\n`);
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
