import { type FileHandle, mkdir, open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Change } from "../../shared/change.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { flushFolder, hasCode } from "./files.ts";
import { digest } from "./snapshot.ts";

/** A change with its place in the library's history, from 1. */
export type Entry = Readonly<{ number: number; change: Change }>;

/** Appends changes to one file; each call returns only after the bytes are flushed to the disk. Calls that wait together are flushed together. */
export class Journal {
  readonly #handle: FileHandle;
  #waiting: { line: string; done: () => void; failed: (error: unknown) => void }[] = [];
  #flushing: Promise<void> | null = null;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async open(folder: string, coder: string): Promise<Journal> {
    await mkdir(folder, { recursive: true });
    const used = (await readdir(folder)).filter((name) => name.startsWith(coder)).length;
    // A new file for each session: a torn line of the last one can never be written over.
    const handle = await open(path.join(folder, `${coder}-${used + 1}.jsonl`), "ax");
    await flushFolder(folder);
    return new Journal(handle);
  }

  append(entry: Entry): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ line: printLine(entry), done, failed });
      this.#flushing ??= this.#flush();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#handle.appendFile(batch.map((one) => one.line).join(""));
        await this.#handle.sync();
        for (const one of batch) one.done();
      } catch (error) {
        for (const one of batch) one.failed(error);
      }
    }
    this.#flushing = null;
  }
}

/**
 * Every change on disk, in order. A torn last line of a file is dropped with a notice; a damaged line in the middle
 * throws `damaged`, since what follows cannot be trusted.
 */
export async function readJournal(folder: string): Promise<{ entries: Entry[]; notices: string[] }> {
  const notices: string[] = [];
  const entries: Entry[] = [];
  for (const name of await journalFiles(folder)) {
    const lines = (await readFile(path.join(folder, name), "utf8")).split("\n");
    const tail = lines.pop();
    if (tail !== undefined && tail !== "") notices.push(`The last line of ${name} was not complete and was dropped.`);
    for (const [index, line] of lines.entries()) {
      const entry = parseLine(line);
      if (entry !== null) entries.push(entry);
      else if (index === lines.length - 1) notices.push(`The last line of ${name} was not whole and was dropped.`);
      else throw new WorkbenchError("damaged", `Line ${index + 1} of ${name} in the journal is damaged.`);
    }
  }
  entries.sort((a, b) => a.number - b.number);
  return { entries: entries.filter((entry, index) => entries[index - 1]?.number !== entry.number), notices };
}

/** The journal's files in the order of their names; none when the folder is not there. */
export async function journalFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

function printLine({ number, change }: Entry): string {
  const body = JSON.stringify(change);
  return `{"number":${number},"sha256":"${digest(body)}","change":${body}}\n`;
}

/** The entry a line holds, or null when the line is not whole. The checksum is over the change's own bytes. */
export function parseLine(line: string): Entry | null {
  const [, number, sha256, body] = /^\{"number":(\d+),"sha256":"([0-9a-f]{64})","change":(.*)\}$/s.exec(line) ?? [];
  if (number === undefined || body === undefined || digest(body) !== sha256) return null;
  const change = Change.safeParse(JSON.parse(body));
  return change.success ? { number: Number(number), change: change.data } : null;
}
