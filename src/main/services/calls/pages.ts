import path from "node:path";
import type { Arguments } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Block } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { PageText } from "../../../shared/page-view/page-text.ts";
import type { PageSource } from "../page-images/page-task.ts";
import type { FileLibrary } from "../store/library.ts";
import type { PaperFiles } from "../store/paper-files.ts";
import { pagePool } from "../tasks/run-task.ts";
import { WorkerPool } from "../workers/pool.ts";
import { needPaper } from "./papers.ts";
import type { Passwords } from "./passwords.ts";

type PageArguments = Readonly<{ paper: PaperId; page: number; password?: string | undefined }>;
/**
 * Where in the canonical text to look for a page's units: among the blocks that begin on it or within three pages of it. A
 * paragraph runs over a page break, a footnote stands behind its paragraph; neither goes further.
 */
function around(blocks: readonly Block[], page: number): { start: number; end: number } {
  const near = blocks.filter((block) => Math.abs(block.page - page) <= 3);
  return {
    start: near.reduce((least, block) => Math.min(least, block.start), Number.MAX_SAFE_INTEGER),
    end: near.reduce((most, block) => Math.max(most, block.end), 0),
  };
}

/** The pages of papers as they look. */
export class Pages {
  readonly #store: FileLibrary;
  readonly #files: PaperFiles;
  readonly #passwords: Passwords;
  readonly #pool = new WorkerPool(pagePool);

  constructor(store: FileLibrary, files: PaperFiles, passwords: Passwords) {
    this.#store = store;
    this.#files = files;
    this.#passwords = passwords;
  }

  /** The text of a page with the place of each unit. Throws `missing` for papers that have no pages of their own. */
  async text({ paper, page, password }: Arguments<"pageText">): Promise<PageText> {
    const { blocks } = await this.#files.content(needPaper(this.#store, paper).id);
    const near = around(blocks, page);
    return this.#run({ paper, page, password }, (source) =>
      this.#pool.run("pageText", { source, page, near }, unwatched()),
    );
  }

  /** A tile of a page's picture as a PNG file. */
  async picture({ paper, page, password, whole, tile, dark = false }: Arguments<"pagePicture">): Promise<Uint8Array> {
    if (tile.x + tile.width > whole.width || tile.y + tile.height > whole.height)
      throw new WorkbenchError("invalid", message("paper.tileOutside"));
    return this.#run({ paper, page, password }, (source) =>
      this.#pool.run("pagePicture", { source, page, whole, tile, dark }, unwatched()),
    );
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #run<Value>(
    { paper, page, password }: PageArguments,
    run: (source: PageSource) => Promise<Value>,
  ): Promise<Value> {
    const record = needPaper(this.#store, paper);
    if (record.format !== "pdf") throw new WorkbenchError("missing", message("paper.noPages"));
    if (page >= record.pages) throw new WorkbenchError("missing", message("paper.pageCount", { count: record.pages }));
    const folder = this.#files.path(paper);
    const value = await run({
      pdf: path.join(folder, "source.pdf"),
      geometry: path.join(folder, "geometry.bin"),
      password: password ?? this.#passwords.of(paper),
    });
    this.#passwords.keep(paper, password);
    return value;
  }
}

/** A page is not worth a progress bar, and nobody stops one. */
const unwatched = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
