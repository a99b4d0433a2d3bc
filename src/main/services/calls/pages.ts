import type { Arguments } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Block } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import type { PageText } from "../../../shared/page-view/page-text.ts";
import type { PageSource } from "../page-images/page-task.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";

type PageArguments = Readonly<{ paper: PaperId; page: number; password?: string | undefined }>;
/**
 * Where in the canonical text to look for a page's units: among the blocks that begin on it or within three pages of
 * it. A paragraph runs over a page break, a footnote follows its paragraph; neither goes further.
 */
function around(blocks: readonly Block[], page: number): { start: number; end: number } {
  const near = blocks.filter((block) => Math.abs(block.page - page) <= 3);
  return {
    start: near.reduce((least, block) => Math.min(least, block.start), Number.MAX_SAFE_INTEGER),
    end: near.reduce((most, block) => Math.max(most, block.end), 0),
  };
}

/** The text of a page with the place of each unit. Throws `missing` for papers that have no pages of their own. */
export async function pageText(context: Context, { paper, page, password }: Arguments<"pageText">): Promise<PageText> {
  const { blocks } = await context.papers.content(needPaper(context.store, paper).id);
  const near = around(blocks, page);
  return onPage(context, { paper, page, password }, (source) =>
    context.pagePool.run("pageText", { source, page, near }, unwatched()),
  );
}

/** A tile of a page's picture as a PNG file. */
export async function pagePicture(
  context: Context,
  { paper, page, password, whole, tile, dark = false }: Arguments<"pagePicture">,
): Promise<Uint8Array> {
  if (tile.x + tile.width > whole.width || tile.y + tile.height > whole.height)
    throw new WorkbenchError("invalid", message("paper.tileOutside"));
  return onPage(context, { paper, page, password }, (source) =>
    context.pagePool.run("pagePicture", { source, page, whole, tile, dark }, unwatched()),
  );
}

async function onPage<Value>(
  { store, papers, passwords }: Context,
  { paper, page, password }: PageArguments,
  run: (source: PageSource) => Promise<Value>,
): Promise<Value> {
  const record = needPaper(store, paper);
  if (!hasPages(record.format)) throw new WorkbenchError("missing", message("paper.noPages"));
  if (page >= record.pages) throw new WorkbenchError("missing", message("paper.pageCount", { count: record.pages }));
  const { pdf, geometry } = await papers.localFiles(paper, record.format);
  const value = await run({ pdf, geometry, password: password ?? passwords.of(paper) });
  passwords.keep(paper, password);
  return value;
}

/** A page is not worth a progress bar, and nobody stops one. */
const unwatched = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
