import type { Arguments } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Passage } from "../../../shared/model/annotation.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { openPageText } from "../../../shared/page-view/page-text.ts";
import { clipRegion, leastRegion } from "../../../shared/page-view/region.ts";
import { regionAnchor } from "../../../shared/page-view/region-anchor.ts";
import type { Context } from "./context.ts";
import { pageText } from "./pages.ts";
import { needPaper } from "./papers.ts";

/**
 * A rectangle of a page as a passage. It is cut at the edges of its page. Throws `invalid` for a paper without pages, a
 * page that is not there, and a rectangle beside its page or smaller than `leastRegion`.
 */
export async function describeRegion(
  context: Context,
  { paper, region }: Arguments<"describeRegion">,
): Promise<Passage> {
  const record = needPaper(context.store, paper);
  if (!hasPages(record.format)) throw new WorkbenchError("invalid", message("region.noPages", { title: record.title }));
  if (region.page >= record.pages)
    throw new WorkbenchError(
      "invalid",
      message("region.noPage", { title: record.title, page: region.page + 1, count: record.pages }),
    );
  const content = await context.papers.content(paper);
  const page = openPageText(
    await pageText(context, { paper, page: region.page }),
    content.blocks.map(({ start }) => start),
  );
  const cut = clipRegion(region, page.sheet);
  if (cut === null) {
    const { width, height } = page.sheet;
    const sides = { width: Math.round(width), height: Math.round(height) };
    throw new WorkbenchError("invalid", message("region.outside", { least: leastRegion, ...sides }));
  }
  return { ranges: [regionAnchor(content, cut, page)], areas: [], region: cut };
}
