import path from "node:path";
import { message } from "../../../shared/messages/message.ts";
import { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { LabelRange } from "../../../shared/model/label-range.ts";
import { labelled } from "../../../shared/papers/page-labels.ts";
import { digest } from "../files/digest.ts";
import { type Disk, realDisk } from "./disk.ts";
import { readIfThere, writeDurably } from "./files.ts";

const extensions = { pdf: "pdf", markdown: "md", text: "txt" } as const;
type Format = keyof typeof extensions;

/** What a paper's files are made of. */
type Words = Readonly<{ source: Uint8Array; content: PaperContent; geometry: Uint8Array | null }>;

type LabelsOf = (paper: PaperId) => readonly LabelRange[];

/** The files of the papers in a library's folder: source bytes, words, geometry. Written once, whole, before the paper is announced. */
export class PaperFiles {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #contents = new Map<string, PaperContent>();
  readonly #labelsOf: LabelsOf;

  /** `labelsOf` tells which page labels the reader has given to a paper. */
  constructor(libraryFolder: string, disk: Disk = realDisk, labelsOf: LabelsOf = () => []) {
    this.#disk = disk;
    this.#labelsOf = labelsOf;
    this.#folder = path.join(libraryFolder, "papers");
  }

  async write(id: PaperId, format: Format, files: Words) {
    const temporary = path.join(this.#folder, `.${id}.tmp`);
    await this.#disk.remove(temporary);
    await this.#disk.makeFolder(temporary);
    await writeDurably(path.join(temporary, `source.${extensions[format]}`), files.source, this.#disk);
    await writeDurably(path.join(temporary, "paper.json"), printWords(files.content), this.#disk);
    if (files.geometry !== null) await writeDurably(path.join(temporary, "geometry.bin"), files.geometry, this.#disk);
    await this.#disk.rename(temporary, this.path(id));
    await this.#disk.flushFolder(this.#folder);
  }

  /** Take back a `write` whose change could not be made. */
  async remove(id: PaperId): Promise<void> {
    await this.#disk.remove(this.path(id));
  }

  /** Put the source's bytes in the place of damaged ones. */
  async replaceSource(id: PaperId, format: Format, source: Uint8Array): Promise<void> {
    await writeDurably(path.join(this.path(id), `source.${extensions[format]}`), source, this.#disk);
  }

  /** Put words and geometry in the place of damaged ones; the words last, for they tell that all is there. */
  async replaceWords(id: PaperId, { content, geometry }: Omit<Words, "source">): Promise<void> {
    this.#contents.delete(id);
    if (geometry !== null) await writeDurably(path.join(this.path(id), "geometry.bin"), geometry, this.#disk);
    await writeDurably(path.join(this.path(id), "paper.json"), printWords(content), this.#disk);
  }

  async source(id: PaperId, format: Format): Promise<Buffer> {
    return this.#need(id, `source.${extensions[format]}`);
  }

  async geometry(id: PaperId): Promise<Buffer | null> {
    return readIfThere(path.join(this.path(id), "geometry.bin"), this.#disk);
  }

  /** The paper's words with the page labels its reader has given, kept in memory for the last few papers asked for. Throws `damaged` when the file fails its check. */
  async content(id: PaperId): Promise<PaperContent> {
    const known = this.#contents.get(id) ?? (await this.contentOnDisk(id));
    const content = labelled(known, this.#labelsOf(id));
    if (this.#contents.size >= 8 && !this.#contents.has(id))
      this.#contents.delete(this.#contents.keys().next().value ?? "");
    this.#contents.set(id, content);
    return content;
  }

  /** The words as the file has them now. Throws `damaged` when it fails its check. */
  async contentOnDisk(id: PaperId): Promise<PaperContent> {
    return parseWords(await this.#need(id, "paper.json"));
  }

  async has(id: PaperId): Promise<boolean> {
    return (await readIfThere(path.join(this.path(id), "paper.json"), this.#disk)) !== null;
  }

  /** All files of a paper by name. Where they are not needed and not there, none. */
  async all(id: PaperId, format: Format, needed: boolean): Promise<[string, Uint8Array][]> {
    if (!needed && !(await this.has(id))) return [];
    const geometry = await this.geometry(id);
    const source: [string, Uint8Array] = [`source.${extensions[format]}`, await this.source(id, format)];
    const words: [string, Uint8Array] = ["paper.json", await this.#need(id, "paper.json")];
    return geometry === null ? [source, words] : [source, words, ["geometry.bin", geometry]];
  }

  path(id: PaperId): string {
    return path.join(this.#folder, id);
  }

  async #need(id: PaperId, name: string): Promise<Buffer> {
    const bytes = await readIfThere(path.join(this.path(id), name), this.#disk);
    if (bytes === null) throw new WorkbenchError("missing", message("paper.filesMissing"));
    return bytes;
  }
}

function printWords(content: PaperContent): string {
  const body = JSON.stringify(content);
  return `{"sha256":"${digest(body)}","content":${body}}\n`;
}

/** The content of a paper.json. Throws `damaged` when it fails its check. */
export function parseWords(bytes: Uint8Array): PaperContent {
  const text = new TextDecoder().decode(bytes);
  const [, sha256, body] = /^\{"sha256":"([0-9a-f]{64})","content":(.*)\}\n$/s.exec(text) ?? [];
  if (body === undefined || digest(body) !== sha256) throw new WorkbenchError("damaged", message("paper.wordsDamaged"));
  return PaperContent.parse(JSON.parse(body));
}
