import { isTurned } from "../../../../shared/page-view/turned.ts";
import type { PageChars, TextTurn } from "../../pdfium/page-chars.ts";

/** Fewer letters than this say nothing about a page. */
const enough = 20;

/** Chinese and Japanese set from top to bottom: signs that follow each other are under each other. */
export function runsDown(chars: PageChars, turn: TextTurn): boolean {
  if (turn !== 0) return false;
  const wide: number[] = [];
  let inked = 0;
  for (let k = 0; k < chars.length; k++) {
    if (chars.isBlank(k)) continue;
    inked++;
    if (chars.code(k) >= 0x2e80) wide.push(k);
  }
  if (wide.length < enough || wide.length <= inked * 0.3) return false;
  return isTurned(wide.slice(0, 400).map((k) => chars.box(k)));
}

/** Share of the page's height, at its head and foot, in which lines from left to right are running heads. */
const edge = 0.1;

/**
 * Characters in the order of such columns, which in their frame are lines under each other (`frameOfColumns`); without
 * running heads, which are set from left to right. `width` is that of the frame.
 */
export function downOrder(chars: PageChars, own: readonly number[], width: number): number[] {
  straighten(chars, own);
  const isHead = (k: number): boolean =>
    (chars.right(k) < width * edge || chars.left(k) > width * (1 - edge)) && isAcross(chars, k);
  const columns: { y: number; own: number[] }[] = [];
  for (const k of own.filter((index) => !isHead(index)).sort((a, b) => middle(chars, b) - middle(chars, a))) {
    const column = columns.at(-1);
    if (column !== undefined && column.y - middle(chars, k) < chars.run(k).size * 0.5) column.own.push(k);
    else columns.push({ y: middle(chars, k), own: [k] });
  }
  return columns.flatMap((column) => column.own.sort((a, b) => chars.left(a) - chars.left(b)));
}

function middle(chars: PageChars, k: number): number {
  return (chars.bottom(k) + chars.top(k)) / 2;
}

/** Beside the character before or after it in the file, and not under it. */
function isAcross(chars: PageChars, k: number): boolean {
  return [k - 1, k + 1].some((other) => {
    if (other < 0 || other >= chars.length || chars.isBlank(other)) return false;
    const [along, across] = [
      Math.abs(chars.left(k) - chars.left(other)),
      Math.abs(middle(chars, k) - middle(chars, other)),
    ];
    return along < chars.run(k).size * 0.2 && across > chars.run(k).size * 0.4;
  });
}

/** Points and brackets have boxes beside their column; where the text begins shows which column they are in. */
function straighten(chars: PageChars, own: readonly number[]): void {
  const offsets = own.map((k) => (middle(chars, k) - chars.run(k).origin[1]) / chars.run(k).size);
  const usual = Float64Array.from(offsets).sort()[offsets.length >> 1] ?? 0;
  for (const [n, k] of own.entries()) {
    const shift = (usual - (offsets[n] ?? usual)) * chars.run(k).size;
    const isFar = Math.abs(shift) > chars.run(k).size * 1.5 || isAcross(chars, k);
    if (Math.abs(shift) < chars.run(k).size * 0.1 || isFar) continue;
    chars.place(k, chars.left(k), chars.bottom(k) + shift, chars.right(k), chars.top(k) + shift);
  }
}
