import type { Block, Page, PaperContent } from "../../../shared/model/content.ts";
import { splitLong } from "./split-long.ts";

/**
 * Blocks of a section where a format has no pages; the size at which a reader's page node stays quick (ARCHITECTURE,
 * decision 6).
 */
const wantedBlocks = 28;
/** UTF-16 units after which a section ends early, so that a window never lays out much more than it shows. */
const maxUnits = 30_000;
/** The same within one paragraph, which has no better place to end. */
const maxUnitsInside = 8_000;

/**
 * Divide the blocks of a paper without pages into sections, before a heading where one is near. Labels are §1, §2 …
 * Where a file says how its pages were printed, `labels` are those of its pages, and a section never holds parts of
 * two.
 */
export function intoSections(content: PaperContent, labels?: readonly string[]): PaperContent {
  let page = 0;
  let printed = 0;
  const printedOf: number[] = [];
  let held = 0;
  let size = 0;
  const parts = content.blocks.flatMap((block) => splitLong(block, content.text));
  const blocks = parts.map((block, index): Block => {
    const turns = labels === undefined ? block.page > page : block.page > printed;
    if (turns || endsSection(block, { held, size, next: parts[index + 1] })) {
      // A printed page without words has none here.
      if (labels === undefined) page = Math.max(page + 1, block.page);
      else if (index > 0) page++;
      held = 0;
      size = 0;
    }
    printed = block.page;
    printedOf[page] = printed;
    held++;
    size += block.end - block.start;
    return { ...block, page };
  });
  const pages = Array.from(
    { length: page + 1 },
    (_, index): Page => ({
      label: labels?.[printedOf[index] ?? 0] ?? `§${index + 1}`,
      width: 0,
      height: 0,
      rotation: 0,
    }),
  );
  return { ...content, blocks, pages };
}

type Held = Readonly<{ held: number; size: number; next: Block | undefined }>;

function endsSection(block: Block, { held, size, next }: Held): boolean {
  if (held === 0) return false;
  if (block.continues) return size >= maxUnitsInside && block.end - block.start > maxUnitsInside / 4;
  if (block.kind === "heading") return held >= wantedBlocks / 2 || size >= maxUnits;
  return (held >= wantedBlocks || size >= maxUnits) && next?.kind !== "heading";
}
