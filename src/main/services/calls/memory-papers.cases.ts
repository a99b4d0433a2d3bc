import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { message } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import type { PaperFormat } from "../../../shared/model/paper-format.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import { labelled } from "../../../shared/papers/page-labels.ts";
import type { LibraryStore, PaperPart, PaperParts, PaperSources, PaperWords } from "../store/library-store.ts";

/** Papers that are kept in memory only. A worker gets copies of them in a temporary folder. */
export class MemoryPapers implements PaperSources {
  readonly #store: Pick<LibraryStore, "library">;
  readonly #kept = new Map<PaperId, Pick<PaperParts, "source" | "pages">>();
  /** The words of each paper in each reading. */
  readonly #words = new Map<string, PaperWords>();

  constructor(store: Pick<LibraryStore, "library">) {
    this.#store = store;
  }

  async content(id: PaperId): Promise<PaperContent> {
    return labelled(await this.storedContent(id), this.#store.library.papers[id]?.labels ?? []);
  }

  async storedContent(id: PaperId): Promise<PaperContent> {
    return found(this.#words.get(keyOf(id, this.#reading(id)))).content;
  }

  async source(id: PaperId): Promise<Uint8Array> {
    return this.#need(id).source;
  }

  async geometry(id: PaperId): Promise<Uint8Array | null> {
    return found(this.#words.get(keyOf(id, this.#reading(id)))).geometry;
  }

  async pdf(id: PaperId, format: PaperFormat): Promise<Uint8Array | null> {
    const { source, pages } = this.#need(id);
    return format === "pdf" ? source : (pages ?? null);
  }

  async recognised(id: PaperId): Promise<Recognised | null> {
    return found(this.#words.get(keyOf(id, this.#reading(id)))).recognised ?? null;
  }

  async has(id: PaperId): Promise<boolean> {
    return this.#words.has(keyOf(id, this.#reading(id)));
  }

  async all(): Promise<[string, Uint8Array][]> {
    throw new WorkbenchError("invalid", message("paper.filesMissing"));
  }

  async localFiles(id: PaperId): Promise<{ pdf: string; geometry: string }> {
    const folder = await mkdtemp(path.join(tmpdir(), "stancemark-"));
    const files = { pdf: path.join(folder, "pdf"), geometry: path.join(folder, "geometry") };
    const geometry = await this.geometry(id);
    const { source, pages } = this.#need(id);
    await writeFile(files.pdf, pages ?? source);
    if (geometry !== null) await writeFile(files.geometry, geometry);
    return files;
  }

  async write(id: PaperId, _format: PaperFormat, parts: PaperParts): Promise<void> {
    this.#kept.set(id, parts);
    this.#words.set(keyOf(id, parts.reading), parts);
  }

  async remove(id: PaperId): Promise<void> {
    this.#kept.delete(id);
  }

  async damage(): Promise<readonly PaperPart[]> {
    return [];
  }

  async list(): Promise<void> {}

  async replaceSource(id: PaperId, _format: PaperFormat, source: Uint8Array): Promise<void> {
    this.#kept.set(id, { ...this.#need(id), source });
  }

  async replaceWords(id: PaperId, words: PaperWords): Promise<void> {
    await this.writeWords(id, this.#reading(id), words);
  }

  async writeWords(id: PaperId, reading: Reading | undefined, words: PaperWords): Promise<void> {
    this.#words.set(keyOf(id, reading), words);
  }

  #reading(id: PaperId): Reading | undefined {
    return this.#store.library.papers[id]?.reading;
  }

  #need(id: PaperId): Pick<PaperParts, "source" | "pages"> {
    return found(this.#kept.get(id));
  }
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new WorkbenchError("missing", message("paper.filesMissing"));
  return value;
}

function keyOf(id: PaperId, reading: Reading | undefined): string {
  return JSON.stringify([id, reading?.encoding, reading?.lines, reading?.ocr, reading?.reader]);
}
