import type { Block, PaperContent } from "./model/content.ts";

/** The last block that begins at or before an offset of the canonical text (UTF-16 units); null before the first. */
export function blockAt(content: PaperContent, offset: number): Block | null {
  let low = 0;
  let high = content.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((content.blocks[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return content.blocks[low - 1] ?? null;
}

/** The index of the physical page, or section, on which the block at an offset begins. */
export function pageIndexAt(content: PaperContent, offset: number): number {
  return blockAt(content, offset)?.page ?? 0;
}

/** The printed label of that page. */
export function pageLabelAt(content: PaperContent, offset: number): string {
  return content.pages[pageIndexAt(content, offset)]?.label ?? "";
}

/** Blocks as page nodes hold them, in reading order: a new group begins when a block stands on a later page than all before. */
export function pageGroups(content: PaperContent): { page: number; blocks: Block[] }[] {
  const groups: { page: number; blocks: Block[] }[] = [];
  for (const block of content.blocks) {
    const last = groups.at(-1);
    if (last === undefined || block.page > last.page) groups.push({ page: block.page, blocks: [block] });
    else last.blocks.push(block);
  }
  return groups;
}
