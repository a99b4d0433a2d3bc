import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { PaperFormat } from "../../../shared/model/paper-format.ts";
import { labelled } from "../../../shared/papers/page-labels.ts";
import type { LibraryStore, PaperParts, PaperSources } from "../store/library-store.ts";

/** Papers that are kept in memory only. A worker gets copies of them in a temporary folder. */
export class MemoryPapers implements PaperSources {
  readonly #store: Pick<LibraryStore, "library">;
  readonly #kept = new Map<PaperId, PaperParts>();

  constructor(store: Pick<LibraryStore, "library">) {
    this.#store = store;
  }

  async content(id: PaperId): Promise<PaperContent> {
    return labelled(this.#need(id).content, this.#store.library.papers[id]?.labels ?? []);
  }

  async storedContent(id: PaperId): Promise<PaperContent> {
    return this.#need(id).content;
  }

  async source(id: PaperId): Promise<Uint8Array> {
    return this.#need(id).source;
  }

  async geometry(id: PaperId): Promise<Uint8Array | null> {
    return this.#need(id).geometry;
  }

  async has(id: PaperId): Promise<boolean> {
    return this.#kept.has(id);
  }

  async all(): Promise<[string, Uint8Array][]> {
    throw new WorkbenchError("invalid", "Papers in memory are not put into a bundle.");
  }

  async localFiles(id: PaperId): Promise<{ source: string; geometry: string }> {
    const folder = await mkdtemp(path.join(tmpdir(), "stancemark-"));
    const files = { source: path.join(folder, "source"), geometry: path.join(folder, "geometry") };
    const { source, geometry } = this.#need(id);
    await writeFile(files.source, source);
    if (geometry !== null) await writeFile(files.geometry, geometry);
    return files;
  }

  async write(id: PaperId, _format: PaperFormat, parts: PaperParts): Promise<void> {
    this.#kept.set(id, parts);
  }

  async remove(id: PaperId): Promise<void> {
    this.#kept.delete(id);
  }

  async replaceSource(id: PaperId, _format: PaperFormat, source: Uint8Array): Promise<void> {
    this.#kept.set(id, { ...this.#need(id), source });
  }

  async replaceWords(id: PaperId, words: Omit<PaperParts, "source">): Promise<void> {
    this.#kept.set(id, { ...this.#need(id), ...words });
  }

  #need(id: PaperId): PaperParts {
    const parts = this.#kept.get(id);
    if (parts === undefined) throw new WorkbenchError("missing", "This paper is not in memory.");
    return parts;
  }
}
