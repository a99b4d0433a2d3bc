import type { Block, Page, PaperContent } from "../../../shared/model/content.ts";

/** Blocks of a section where a format has no pages; the size at which a reader's page node stays quick (ARCHITECTURE, decision 6). */
const wanted = 28;

/** Divide the blocks of a paper without pages into sections, before a heading where one is near. Labels are §1, §2 … */
export function intoSections(content: PaperContent): PaperContent {
  let page = 0;
  let held = 0;
  const blocks = content.blocks.map((block, index): Block => {
    if (block.page > page || endsSection(block, held, content.blocks[index + 1])) {
      page = Math.max(page + 1, block.page);
      held = 0;
    }
    held++;
    return { ...block, page };
  });
  const pages = Array.from(
    { length: page + 1 },
    (_, index): Page => ({ label: `§${index + 1}`, width: 0, height: 0, rotation: 0 }),
  );
  return { ...content, blocks, pages };
}

function endsSection(block: Block, held: number, next: Block | undefined): boolean {
  if (block.continues || held === 0) return false;
  if (block.kind === "heading") return held >= wanted / 2;
  return held >= wanted && next?.kind !== "heading";
}
