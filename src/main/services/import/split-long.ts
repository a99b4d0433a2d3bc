import type { Block } from "../../../shared/model/content.ts";

/** UTF-16 units of a block above which it is divided, and of its parts. */
const maxUnits = 8_000;
const partUnits = 4_000;

/**
 * A very long block as parts that carry each other on: the text stays as it is, and a window lays out only the parts it
 * shows. One paragraph of two million characters takes a browser seconds to lay out, at each change of its highlights.
 */
export function splitLong(block: Block, text: string): Block[] {
  if (block.end - block.start <= maxUnits || block.kind === "table" || block.kind === "heading") return [block];
  const parts: Block[] = [];
  for (let start = block.start; start < block.end; ) {
    const end = block.end - start <= partUnits * 1.5 ? block.end : cutAt(text, start + partUnits);
    const marks = block.marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({ ...mark, start: Math.max(start, mark.start), end: Math.min(end, mark.end) }));
    const first = parts.length === 0;
    // A marker or label is before the first part only.
    const kind = block.kind === "code" || block.kind === "quotation" ? block.kind : "paragraph";
    const { page, direction } = block;
    parts.push(first ? { ...block, end, marks } : { kind, start, end, page, direction, continues: true, marks });
    start = end;
  }
  return parts;
}

/** After the last sentence before an offset, else after the last white space, else between two whole characters. */
function cutAt(text: string, offset: number): number {
  const from = offset - partUnits / 2;
  const near = text.slice(from, offset);
  const sentence = near.search(/(?:[.!?…]["”’»)]*\s+|[。！？؟۔।\n])(?=[^.!?…。！？؟۔।\n]*$)/u);
  if (sentence > 0) {
    const [ending = ""] = /^(?:[.!?…]["”’»)]*\s+|.|\n)/u.exec(near.slice(sentence)) ?? [];
    return from + sentence + ending.length;
  }
  const space = near.search(/\s\S*$/);
  if (space >= 0) return from + space + 1;
  return /[\udc00-\udfff\p{M}\u200d]/u.test(text.charAt(offset)) ? offset - 1 : offset;
}
