import path from "node:path";
import { z } from "zod";
import { LibraryId } from "../../../shared/model/ids.ts";
import { storedRecord } from "../../../shared/model/stored-record.ts";
import type { Disk } from "../files/disk.ts";
import { readIfThere, writeDurably } from "../files/durable.ts";
import { sealed, unsealed } from "./journal-line.ts";
import { Sha256 } from "./statement.ts";

/** The name of the file. */
export const tipName = "tip.json";

/**
 * What tip.json says: how far the history had come when it was written. It is written after the journal, so the journal
 * may have more, but never less.
 */
const Tip = storedRecord({
  tip: z.literal(1),
  library: LibraryId,
  /** Null while the journal has no segment of version 4. */
  history: z.uuid().nullable(),
  /** The number of the last change; 0 when there was none. */
  last: z.int().min(0),
  /** Where its line ends in the journal. */
  position: storedRecord({ segment: z.string(), bytes: z.int().min(0), sha256: Sha256.nullable() }).nullable(),
  /** The last change in library.json; null when that had not been written. */
  snapshot: z.int().min(0).nullable(),
  /** Whether every paper has the list of its files. */
  listed: z.boolean(),
});
export type Tip = Readonly<z.infer<typeof Tip>>;

/** What tip.json says; null when there is none, `damaged` when it is not what was written. */
export async function readTip(folder: string, disk: Disk): Promise<Tip | "damaged" | null> {
  const bytes = await readIfThere(path.join(folder, tipName), disk);
  return bytes === null ? null : (parseTip(bytes) ?? "damaged");
}

/** A tip as the bytes of its file. */
export function printTip(tip: Tip): string {
  return sealed(JSON.stringify(tip).slice(1));
}

/** What the bytes of tip.json say; null when they are not whole. */
export function parseTip(bytes: Buffer): Tip | null {
  const text = bytes.toString();
  const rest = text.endsWith("\n") && Buffer.from(text).equals(bytes) ? unsealed(text.slice(0, -1)) : null;
  if (rest === null) return null;
  try {
    return Tip.safeParse(JSON.parse(`{${rest}`)).data ?? null;
  } catch {
    return null;
  }
}

/** How often tip.json is written while changes are made, in milliseconds. */
const tipEvery = 2000;

/** Writes tip.json beside the work. A failure loses nothing: the file then says less than there is. */
export class TipWriter {
  readonly #folder: string;
  readonly #disk: Disk;
  #written: string | null;
  #at = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;

  /** `found` is what the file says now, null when it must be written. */
  constructor(folder: string, found: Tip | null, disk: Disk) {
    this.#folder = folder;
    this.#disk = disk;
    this.#written = found === null ? null : printTip(found);
  }

  /** The history has come so far. Written now and then, not each time. */
  note(tip: Tip): void {
    if (this.#running !== null || performance.now() - this.#at < tipEvery) return;
    this.#running = this.#write(tip).finally(() => {
      this.#running = null;
    });
  }

  /** Write what is true now. */
  async close(tip: Tip): Promise<void> {
    await this.#running;
    await this.#write(tip);
  }

  async #write(tip: Tip): Promise<void> {
    const text = printTip(tip);
    if (text === this.#written) return;
    this.#at = performance.now();
    await writeDurably(path.join(this.#folder, tipName), text, this.#disk).then(
      () => {
        this.#written = text;
      },
      () => undefined,
    );
  }
}
