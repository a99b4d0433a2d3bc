import path from "node:path";
import { message } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { LabelRange } from "../../../shared/model/label-range.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import { hasPages, keptSuffix, type PaperFormat } from "../../../shared/model/paper-format.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import { labelled } from "../../../shared/papers/page-labels.ts";
import { type Disk, realDisk } from "../files/disk.ts";
import { readIfThere, writeDurably } from "../files/durable.ts";
import { parseWords, parseWordsSlowly, printWords } from "../files/paper-words.ts";
import type { Pause } from "../files/pause.ts";
import { parseRecognised, printRecognised } from "../files/recognised-words.ts";
import type { PaperPart, PaperParts, PaperSources, PaperWords } from "./library-store.ts";
import { listPaper, manifestName, manifestOf, printManifest, unlistedFiles, writeListed } from "./paper-manifest.ts";

const sourceName = (format: PaperFormat): string => `source.${keptSuffix(format)}`;
const pagesName = "pages.pdf";

/**
 * What the library says of how a paper is read: the labels of its pages, and the encoding, lines and extent of a text.
 */
type ReadOf = (
  paper: PaperId,
) => Readonly<{ labels: readonly LabelRange[]; reading?: Reading | undefined }> | undefined;

/**
 * The files of the papers in a library's folder: source bytes, words, geometry. Written once, whole, before the paper
 * is announced.
 */
export class PaperFiles implements PaperSources {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #contents = new Map<string, PaperContent>();
  readonly #readOf: ReadOf;

  /** `readOf` says which page labels and which reading a paper has; its record does. */
  constructor(libraryFolder: string, disk: Disk = realDisk, readOf: ReadOf = () => undefined) {
    this.#disk = disk;
    this.#readOf = readOf;
    this.#folder = path.join(libraryFolder, "papers");
  }

  async write(id: PaperId, format: PaperFormat, files: PaperParts): Promise<void> {
    const temporary = path.join(this.#folder, `.${id}.tmp`);
    await this.#disk.remove(temporary);
    await this.#disk.makeFolder(temporary);
    const pages = files.pages === undefined ? {} : { [pagesName]: files.pages };
    const parts = { [sourceName(format)]: files.source, ...pages, ...wordParts(files.reading, files) };
    for (const [name, bytes] of Object.entries(parts))
      await writeDurably(path.join(temporary, name), bytes, this.#disk);
    await writeDurably(path.join(temporary, manifestName), printManifest(manifestOf(id, parts)), this.#disk);
    await this.#disk.rename(temporary, this.#path(id));
    await this.#disk.flushFolder(this.#folder);
  }

  /** Take back a `write` whose change could not be made. */
  async remove(id: PaperId): Promise<void> {
    await this.#disk.remove(this.#path(id));
  }

  /** Put the source's bytes in the place of damaged ones. */
  async replaceSource(id: PaperId, format: PaperFormat, source: Uint8Array): Promise<void> {
    await writeListed(this.#path(id), id, [sourceName(format), source], this.#disk);
  }

  /** Replace damaged words, geometry and pages. */
  async replaceWords(id: PaperId, words: PaperWords): Promise<void> {
    this.#contents.clear();
    if (words.pages !== undefined) await writeListed(this.#path(id), id, [pagesName, words.pages], this.#disk);
    await this.writeWords(id, this.#readOf(id)?.reading, words);
  }

  /** Put the words of another reading beside those that are there, which an undo goes back to. */
  async writeWords(id: PaperId, reading: Reading | undefined, words: PaperWords): Promise<void> {
    for (const part of Object.entries(wordParts(reading, words)))
      await writeListed(this.#path(id), id, part, this.#disk);
  }

  async damage(id: PaperId): Promise<readonly PaperPart[]> {
    const names = await unlistedFiles(this.#path(id), id, this.#disk);
    return names.map((name) => this.partOf(id, name));
  }

  /** The part of a paper that a file in its folder is; files of another reading count as part of the list. */
  partOf(id: PaperId, name: string): PaperPart {
    if (name === geometryName(this.#readOf(id)?.reading) || name === pagesName) return "geometry";
    return name.startsWith("source.") ? "source" : name === this.#wordsOf(id) ? "words" : "list";
  }

  async list(id: PaperId): Promise<void> {
    await listPaper(this.#path(id), id, this.#disk);
  }

  async source(id: PaperId, format: PaperFormat): Promise<Buffer> {
    return this.#need(id, sourceName(format));
  }

  async pdf(id: PaperId, format: PaperFormat): Promise<Buffer | null> {
    return hasPages(format) ? this.#need(id, pdfName(format)) : null;
  }

  async geometry(id: PaperId): Promise<Buffer | null> {
    return readIfThere(path.join(this.#path(id), geometryName(this.#readOf(id)?.reading)), this.#disk);
  }

  async recognised(id: PaperId): Promise<Recognised | null> {
    const reading = this.#readOf(id)?.reading;
    if (reading?.ocr === undefined) return null;
    const bytes = await readIfThere(path.join(this.#path(id), recognisedName(reading)), this.#disk);
    return bytes === null ? null : parseRecognised(bytes);
  }

  /**
   * The paper's words with the page labels its reader has given, kept in memory for the last few papers asked for.
   * Throws `damaged` when the file fails its check.
   */
  async content(id: PaperId): Promise<PaperContent> {
    const { labels = [], reading } = this.#readOf(id) ?? {};
    const key = `${id} ${wordsName(reading)}`;
    const known = this.#contents.get(key) ?? (await this.storedContent(id));
    const content = labelled(known, labels);
    if (this.#contents.size >= 8 && !this.#contents.has(key))
      this.#contents.delete(this.#contents.keys().next().value ?? "");
    this.#contents.set(key, content);
    return content;
  }

  /** The words as the file has them now. Throws `damaged` when it fails its check. */
  async storedContent(id: PaperId): Promise<PaperContent> {
    return parseWords(await this.#need(id, this.#wordsOf(id)));
  }

  /** As `storedContent`, with pauses. */
  async storedContentSlowly(id: PaperId, pause: Pause): Promise<PaperContent> {
    return parseWordsSlowly(await this.#need(id, this.#wordsOf(id)), pause);
  }

  async has(id: PaperId): Promise<boolean> {
    return (await readIfThere(path.join(this.#path(id), this.#wordsOf(id)), this.#disk)) !== null;
  }

  /** All files of a paper by name, its words as they are read now. Where they are not needed and not there, none. */
  async all(id: PaperId, format: PaperFormat, needed: boolean): Promise<[string, Uint8Array][]> {
    if (!needed && !(await this.has(id))) return [];
    const geometry = await this.geometry(id);
    const source: [string, Uint8Array] = [sourceName(format), await this.source(id, format)];
    const words: [string, Uint8Array] = ["paper.json", await this.#need(id, this.#wordsOf(id))];
    const recognised = await this.recognised(id);
    return [
      source,
      words,
      ...(format === "image" ? [[pagesName, await this.#need(id, pagesName)] satisfies [string, Uint8Array]] : []),
      ...(geometry === null ? [] : [["geometry.bin", geometry] satisfies [string, Uint8Array]]),
      ...(recognised === null ? [] : [["recognised.bin", printRecognised(recognised)] satisfies [string, Uint8Array]]),
    ];
  }

  async localFiles(id: PaperId, format: PaperFormat): Promise<{ pdf: string; geometry: string }> {
    return {
      pdf: path.join(this.#path(id), pdfName(format)),
      geometry: path.join(this.#path(id), geometryName(this.#readOf(id)?.reading)),
    };
  }

  #path(id: PaperId): string {
    return path.join(this.#folder, id);
  }

  #wordsOf(id: PaperId): string {
    return wordsName(this.#readOf(id)?.reading);
  }

  async #need(id: PaperId, name: string): Promise<Buffer> {
    const bytes = await readIfThere(path.join(this.#path(id), name), this.#disk);
    if (bytes === null) throw new WorkbenchError("missing", message("paper.filesMissing"));
    return bytes;
  }
}

/** The files of a paper's words by name; the words last, since their presence means that all is there. */
function wordParts(
  reading: Reading | undefined,
  { content, geometry, recognised }: PaperWords,
): Record<string, Uint8Array | string> {
  return {
    ...(recognised === undefined ? {} : { [recognisedName(reading)]: printRecognised(recognised) }),
    ...(geometry === null ? {} : { [geometryName(reading)]: geometry }),
    [wordsName(reading)]: printWords(content),
  };
}

/** The file of a paper's words, one for each way in which they were read. */
function wordsName(reading: Reading | undefined): string {
  if (reading === undefined) return "paper.json";
  if (reading.ocr !== undefined) return `paper-ocr-${reading.ocr}${readerSuffix(reading)}.json`;
  const extent = reading.extent === undefined ? "" : `-${reading.extent}`;
  const changes = reading.changes === undefined ? "" : `-${reading.changes}`;
  return `paper-${reading.encoding ?? "any"}-${reading.lines ?? "any"}${extent}${changes}${readerSuffix(reading)}.json`;
}

/** Texts that another reader has read again are beside those that it had read first. */
function readerSuffix(reading: Reading | undefined): string {
  return reading?.reader === undefined ? "" : `-reader-${reading.reader}`;
}

/** The PDF that has a paper's pages: its source, or what was made of that. */
function pdfName(format: PaperFormat): string {
  return format === "pdf" ? sourceName(format) : pagesName;
}

/** The places of its units: those of recognised words are other ones. */
function geometryName(reading: Reading | undefined): string {
  const ocr = reading?.ocr === undefined ? "" : `-ocr-${reading.ocr}`;
  return `geometry${ocr}${readerSuffix(reading)}.bin`;
}

function recognisedName(reading: Reading | undefined): string {
  return `recognised-${reading?.ocr ?? "any"}.bin`;
}
