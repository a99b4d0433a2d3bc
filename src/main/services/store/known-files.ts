import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { PaperId } from "../../../shared/model/ids.ts";
import { digest } from "../files/digest.ts";
import type { Disk, FileStamp } from "../files/disk.ts";
import { listIfThere, temporaryFor } from "../files/durable.ts";
import type { PaperSummary } from "./paper-snapshot.ts";

/** The name of the file in a library's folder. */
export const knownFilesName = "known-files.json";

/**
 * Another number whenever rows or `PaperSummary` get another form, or a record in library.json a field with a default.
 */
export const knownForm = 1;
const magic = `stancemark-known-${knownForm}`;

/**
 * Writings so close together may get the same time, in milliseconds: FAT counts in steps of two seconds. What was
 * written shortly before the stamps were is looked at again (as git does with its index, "racy-git").
 */
const coarse = 4000;

/** How many files are looked at without a pause. */
const together = 512;

/** What is known of a paper's files as long as their stamps are the same. */
type Row = Readonly<{
  folder: FileStamp | null;
  /** Null when the paper's files were not all there, or nobody looked. */
  source: Readonly<{ name: string; stamp: FileStamp }> | null;
  annotations: FileStamp | null;
  /** Of annotations.json; null when there is none; left out when it must be read. */
  summary?: PaperSummary | null;
}>;

/** That library.json has passed its schema. */
type KnownMain = Readonly<{ stamp: FileStamp; sha256: string }>;

type Rows = Readonly<{ main: KnownMain | null; papers: ReadonlyMap<string, Row> }>;

/**
 * What was found when a library's files were last read and checked, with what they are recognised by, so that opening
 * reads only those that changed since: a library of a thousand papers opens in a quarter of the time
 * (docs/measured/library.md). A file that is not read at opening is checked when it is.
 *
 * All of it can be found out again: nothing is flushed, and what fails its check is as good as none.
 */
export class KnownFiles {
  readonly #folder: string;
  readonly #disk: Disk;
  /** As they are now, in the place of stored rows that are no longer true. */
  readonly #now: Map<string, Row>;
  #isWritable: boolean;
  #onMistaken: () => void = () => undefined;
  /** Whether a file was not what was known of it. */
  isMistaken = false;
  /** Of library.json, from before it was read. */
  readonly #mainStamp: FileStamp | null;
  #main: KnownMain | null;
  #isStale: boolean;

  private constructor(
    folder: string,
    disk: Disk,
    now: Map<string, Row>,
    found: Readonly<{
      main: KnownMain | null;
      mainStamp: FileStamp | null;
      isWritable: boolean;
      isStale: boolean;
    }>,
  ) {
    this.#folder = folder;
    this.#disk = disk;
    this.#now = now;
    this.#main = found.main;
    this.#mainStamp = found.mainStamp;
    this.#isWritable = found.isWritable;
    this.#isStale = found.isStale;
  }

  /** With nothing known, and nothing to be written: every file is read. */
  static none(folder: string, disk: Disk): KnownFiles {
    return new KnownFiles(folder, disk, new Map(), { main: null, mainStamp: null, isWritable: false, isStale: false });
  }

  /** What is known and still true. Reads names and stamps of all papers, and no file but its own. */
  static async read(folder: string, disk: Disk): Promise<KnownFiles> {
    const [written = null] = disk.stamps([path.join(folder, knownFilesName)]);
    const bytes = written === null ? null : await disk.read(path.join(folder, knownFilesName)).catch(() => null);
    const stored = bytes === null ? null : parseRows(bytes);
    const before = written === null ? 0 : written[1] - coarse;
    const isOld = (stamp: FileStamp | null): boolean => stamp === null || Math.max(stamp[1], stamp[2]) < before;
    const isSame = (a: FileStamp | null, b: FileStamp | null): boolean => sameStamp(a, b) && isOld(b);
    const now = new Map<string, Row>();
    const papers = (await listIfThere(path.join(folder, "papers"), disk)).filter(
      (name) => PaperId.safeParse(name).success,
    );
    let isStale = stored === null || stored.papers.size !== papers.length;
    for (let from = 0; from < papers.length; from += together) {
      const some = papers.slice(from, from + together);
      const files = some.flatMap((paper) => {
        const own = path.join(folder, "papers", paper);
        return [
          own,
          path.join(own, "annotations.json"),
          path.join(own, stored?.papers.get(paper)?.source?.name ?? "."),
        ];
      });
      const stamps = disk.stamps(files);
      for (const [index, paper] of some.entries()) {
        const [own = null, annotations = null, source = null] = stamps.slice(index * 3);
        const row = stored?.papers.get(paper);
        const isOwn = row !== undefined && isSame(row.folder, own);
        const isSummed =
          row?.summary !== undefined &&
          (row.summary === null ? isOwn && annotations === null : isSame(row.annotations, annotations));
        const isComplete = isOwn && row.source !== null && isSame(row.source.stamp, source);
        isStale ||=
          row === undefined || (row.summary !== undefined && !isSummed) || (row.source !== null && !isComplete);
        now.set(paper, {
          folder: own,
          annotations,
          source: isComplete ? row.source : null,
          ...(isSummed ? { summary: row.summary ?? null } : {}),
        });
      }
      await nextTurn();
    }
    const [mainStamp = null] = disk.stamps([path.join(folder, "library.json")]);
    const known = stored?.main ?? null;
    const main = known !== null && isSame(known.stamp, mainStamp) ? known : null;
    return new KnownFiles(folder, disk, now, { main, mainStamp, isWritable: true, isStale });
  }

  /** Call this when a file turns out not to be what was known of it: all must be read again. */
  whenMistaken(listener: () => void): void {
    this.#onMistaken = listener;
  }

  /** A file is not what was known of it. Nothing counts as known any more, at the next opening neither. */
  reportMistake(): void {
    if (this.isMistaken) return;
    this.isMistaken = true;
    this.#isWritable = false;
    void this.#disk.remove(path.join(this.#folder, knownFilesName)).catch(() => undefined);
    this.#onMistaken();
  }

  /** Of a paper's annotations.json; null where there is none, undefined where it must be read. */
  summaryOf(paper: string): PaperSummary | null | undefined {
    return this.#now.get(paper)?.summary;
  }

  /** annotations.json has been read and is whole, or (null) there is none. */
  noteSummary(paper: string, summary: PaperSummary | null): void {
    const row = this.#now.get(paper);
    if (row === undefined || (summary === null) !== (row.annotations === null)) return;
    this.#now.set(paper, { ...row, summary });
    this.#isStale = true;
  }

  /** Whether all that a paper needs is there, its source in the size it must have, and nothing that a crash left. */
  isComplete(paper: string, bytes: number): boolean {
    return this.#now.get(paper)?.source?.stamp[0] === bytes;
  }

  /** That this is so. `source` is the name of that file. */
  noteComplete(paper: string, source: string): void {
    const row = this.#now.get(paper);
    const [stamp = null] = this.#disk.stamps([path.join(this.#folder, "papers", paper, source)]);
    if (row === undefined || stamp === null) return;
    this.#now.set(paper, { ...row, source: { name: source, stamp } });
    this.#isStale = true;
  }

  /** Whether library.json with this checksum has passed its schema. */
  isMain(sha256: string): boolean {
    return this.#main?.sha256 === sha256;
  }

  /** That it has, and nothing had to be filled in. */
  noteMain(sha256: string): void {
    if (this.#mainStamp === null) return;
    this.#main = { stamp: this.#mainStamp, sha256 };
    this.#isStale = true;
  }

  /**
   * Write what is known, where the file says something else and there are at least so many papers. A failure means that
   * there is no such file.
   */
  async save(least: number): Promise<void> {
    if (!this.#isWritable || !this.#isStale || this.#now.size < least) return;
    const file = path.join(this.#folder, knownFilesName);
    const temporary = temporaryFor(file);
    this.#isStale = false;
    try {
      const handle = await this.#disk.open(temporary, "replace");
      try {
        await handle.write(Buffer.from(printRows({ main: this.#main, papers: this.#now })));
      } finally {
        await handle.close();
      }
      await this.#disk.rename(temporary, file);
    } catch {
      await this.#disk.remove(temporary).catch(() => undefined);
    }
  }
}

function sameStamp(a: FileStamp | null, b: FileStamp | null): boolean {
  if (a === null || b === null) return a === b;
  return a.every((number, index) => number === b[index]);
}

/** Magic, the checksum of what follows it, and rows as JSON, in one line. */
function printRows({ main, papers }: Rows): string {
  const json = JSON.stringify({ main, papers: [...papers] });
  return `${magic} ${digest(json)} ${json}\n`;
}

/** What `printRows` wrote; null when that was something else. */
function parseRows(bytes: Buffer): Rows | null {
  const start = magic.length + 66;
  const [head, end] = [bytes.toString("latin1", 0, start), bytes.length - 1];
  if (!head.startsWith(`${magic} `) || bytes[end] !== 0x0a) return null;
  const json = bytes.subarray(start, end);
  if (head.slice(magic.length + 1, -1) !== digest(json)) return null;
  try {
    const { main, papers } = JSON.parse(json.toString()) as { main: KnownMain | null; papers: [string, Row][] };
    // A checksum can be made by anybody who writes to the folder.
    return papers.every(([, row]) => isRow(row)) ? { main, papers: new Map(papers) } : null;
  } catch {
    return null;
  }
}

function isRow({ folder, source, annotations, summary }: Row): boolean {
  const isKnown =
    summary == null || (summary.head.through >= 0 && summary.bytes > 0 && /^[0-9a-f]{64}$/.test(summary.stamp));
  const isNamed = source === null || (/^source\.\w{1,20}$/.test(source.name) && isStamp(source.stamp));
  return isKnown && isNamed && [folder, annotations].every((stamp) => stamp === null || isStamp(stamp));
}

function isStamp(stamp: FileStamp): boolean {
  return stamp.length === 4 && stamp.every((number) => typeof number === "number");
}
