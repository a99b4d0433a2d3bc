import path from "node:path";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import { WorkbenchError } from "../../../shared/errors.ts";
import type { Block } from "../../../shared/model/content.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { PageText } from "../../../shared/page-view/page-text.ts";
import { valueIn } from "../../../shared/wire.ts";
import type { Arguments } from "../../../shared/workbench.ts";
import { needPaper } from "../papers.ts";
import type { Passwords } from "../passwords.ts";
import type { LibraryStore } from "../store/library.ts";
import type { PaperFiles } from "../store/paper-files.ts";
import type { PageTask } from "./tasks.ts";

/** Limits of one page: twenty seconds and half a gigabyte of heap. */
const limits = { milliseconds: 20_000, megabytes: 512 };

type Wish = PageTask extends infer Task ? (Task extends PageTask ? Omit<Task, "source" | "page"> : never) : never;

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

/** The pages of papers as they look. One worker keeps the papers last looked at open, apart from the workers of imports and exports. */
export class Pages {
  readonly #store: LibraryStore;
  readonly #files: PaperFiles;
  readonly #passwords: Passwords;
  #pool: Tinypool | null = null;

  constructor(store: LibraryStore, files: PaperFiles, passwords: Passwords) {
    this.#store = store;
    this.#files = files;
    this.#passwords = passwords;
  }

  /** The text of a page with the place of each unit. Throws `missing` for papers that have no pages of their own. */
  async text({ paper, page, password }: Arguments<"pageText">): Promise<PageText> {
    const { blocks } = await this.#files.content(needPaper(this.#store, paper).id);
    return (await this.#run({ paper, page, password }, { kind: "text", near: around(blocks, page) })) as PageText;
  }

  /** A tile of a page's picture as a PNG file. */
  async picture({ paper, page, password, whole, tile, dark }: Arguments<"pagePicture">): Promise<Uint8Array> {
    if (tile.x + tile.width > whole.width || tile.y + tile.height > whole.height)
      throw new WorkbenchError("invalid", "A tile must lie within the picture.");
    const wish = { kind: "picture", whole, tile, dark: dark ?? false } as const;
    return (await this.#run({ paper, page, password }, wish)) as Uint8Array;
  }

  async close(): Promise<void> {
    const ending = this.#pool;
    this.#pool = null;
    await ending?.destroy();
  }

  async #run(
    { paper, page, password }: Readonly<{ paper: PaperId; page: number; password: string | undefined }>,
    what: Wish,
  ): Promise<unknown> {
    const record = needPaper(this.#store, paper);
    if (record.format !== "pdf") throw new WorkbenchError("missing", "This paper has no pages of its own.");
    if (page >= record.pages) throw new WorkbenchError("missing", `This paper has ${record.pages} pages.`);
    const folder = this.#files.path(paper);
    const source = {
      pdf: path.join(folder, "source.pdf"),
      geometry: path.join(folder, "geometry.bin"),
      password: password ?? this.#passwords.of(paper),
    };
    const reply: unknown = await this.#workers()
      .run({ source, page, ...what } satisfies PageTask, { signal: AbortSignal.timeout(limits.milliseconds) })
      .catch((error: unknown) => {
        throw new WorkbenchError("limit", "This page takes too much time or memory to draw.", error);
      });
    const value = valueIn(reply);
    this.#passwords.keep(paper, password);
    return value;
  }

  /** The worker's file stands beside this module: as source in a checkout, as `page-worker.js` in the build. */
  #workers(): Tinypool {
    const file = import.meta.url.endsWith(".ts") ? "./page-worker.ts" : "./page-worker.js";
    this.#pool ??= new Tinypool({
      filename: fileURLToPath(new URL(file, import.meta.url)),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 120_000,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    return this.#pool;
  }
}
