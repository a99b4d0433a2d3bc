import type { PaperId } from "../../../shared/model/ids.ts";
import { type PageMap, pageMapOf } from "../../../shared/model/page-map.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import type { LibraryStore, PaperSources } from "../store/library-store.ts";

/** A paper's canonical text, and where its pages begin. */
export type PaperText = Readonly<{ text: string; pages: PageMap }>;

/** Units of texts in memory, at most two bytes each. */
const room = 20_000_000;

type Known = PaperText & Readonly<{ labels: Paper["labels"]; reading: Paper["reading"] }>;

/** The texts that hits are shown of, kept in memory while letter after letter finds the same papers. */
export class SearchTexts {
  readonly #store: Pick<LibraryStore, "library">;
  readonly #papers: PaperSources;
  /** Those asked for last at the end. */
  readonly #known = new Map<PaperId, Known>();
  #kept = 0;

  constructor(store: Pick<LibraryStore, "library">, papers: PaperSources) {
    this.#store = store;
    this.#papers = papers;
  }

  /** Throws `missing` or `damaged` as `PaperSources` does. */
  async text(id: PaperId): Promise<PaperText> {
    const { labels = [], reading } = this.#store.library.papers[id] ?? {};
    const known = this.#known.get(id);
    const isNew = known === undefined || known.labels !== labels || known.reading !== reading;
    const text = isNew ? await this.#read(id, { labels, reading }) : known;
    this.forget(id);
    this.#known.set(id, text);
    this.#kept += text.text.length;
    for (const other of this.#known.keys()) {
      if (this.#kept <= room || other === id) break;
      this.forget(other);
    }
    return text;
  }

  forget(id: PaperId): void {
    this.#kept -= this.#known.get(id)?.text.length ?? 0;
    this.#known.delete(id);
  }

  async #read(id: PaperId, of: Pick<Known, "labels" | "reading">): Promise<Known> {
    const content = await this.#papers.content(id);
    return { ...of, text: content.text, pages: pageMapOf(content) };
  }
}
