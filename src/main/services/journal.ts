import { type FileHandle, mkdir, open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Change } from "../../shared/change.ts";
import { WorkbenchError } from "../../shared/errors.ts";
import { flushFolder, hasCode } from "./files.ts";
import { digest } from "./snapshot.ts";

/** A change with its place in the library's history, from 1. */
export type Entry = Readonly<{ number: number; change: Change }>;

/** `notices` tell of lines that were never acknowledged, `damaged` of lines that were. One sentence each. */
export type JournalContent = Readonly<{ entries: Entry[]; notices: readonly string[]; damaged: readonly string[] }>;

/** Appends changes to one file; each call returns only after the bytes are flushed to the disk. Calls that wait together are flushed together. */
export class Journal {
  readonly #handle: FileHandle;
  #length = 0;
  #broken: unknown = null;
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
        await this.#write(batch.map((one) => one.line).join(""));
        for (const one of batch) one.done();
      } catch (error) {
        for (const one of batch) one.failed(error);
      }
    }
    this.#flushing = null;
  }

  async #write(lines: string): Promise<void> {
    if (this.#broken !== null) throw this.#broken;
    try {
      await this.#handle.appendFile(lines);
      await this.#handle.sync();
      this.#length += Buffer.byteLength(lines);
    } catch (error) {
      // What was not acknowledged must not stay: the next line would follow half a line, or use its number again.
      await this.#handle.truncate(this.#length).catch((cause: unknown) => {
        this.#broken = cause;
      });
      throw error;
    }
  }
}

/**
 * Every change on disk, in order. A torn last line of a file is dropped with a notice; a damaged line in the middle
 * throws `damaged`, since what follows cannot be trusted. Only changes after the given number are read whole.
 */
export async function readJournal(folder: string, after = 0): Promise<JournalContent> {
  const notices: string[] = [];
  const damaged: string[] = [];
  const entries: Entry[] = [];
  for (const name of await journalFiles(folder)) {
    const lines = (await readFile(path.join(folder, name), "utf8")).split("\n");
    const tail = lines.pop();
    if (tail !== undefined && tail !== "") notices.push(`The last line of ${name} was not complete and was dropped.`);
    for (const [index, line] of lines.entries()) {
      if (after > 0 && numberOf(line) <= after) continue;
      const entry = parseLine(line);
      if (entry !== null) entries.push(entry);
      else if (index === lines.length - 1) damaged.push(`The last line of ${name} is damaged and was left out.`);
      else throw new WorkbenchError("damaged", `Line ${index + 1} of ${name} in the journal is damaged.`);
    }
  }
  entries.sort((a, b) => a.number - b.number);
  return { entries: entries.filter((entry, index) => entries[index - 1]?.number !== entry.number), notices, damaged };
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

function numberOf(line: string): number {
  return Number(/^\{"number":(\d+),/.exec(line)?.[1] ?? Number.POSITIVE_INFINITY);
}

/** The entry a line holds, or null when the line is not whole. The checksum is over the change's own bytes. */
export function parseLine(line: string): Entry | null {
  const [, number, sha256, body] = /^\{"number":(\d+),"sha256":"([0-9a-f]{64})","change":(.*)\}$/s.exec(line) ?? [];
  if (number === undefined || body === undefined || digest(body) !== sha256) return null;
  const change = Change.safeParse(JSON.parse(body));
  return change.success ? { number: Number(number), change: change.data } : null;
}
