import type { Box, PdfChar, PdfPage } from "../../pdfium.ts";

/** How far, clockwise, a page must be turned for its text to run from left to right. */
export type Turn = 0 | 90 | 180 | 270;

/** The turn most of a page's text asks for, by the way from each character to the next; right-to-left letters have no say. */
export function turnOf(chars: readonly PdfChar[]): Turn {
  const votes = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const [index, char] of chars.entries()) {
    const next = chars[index + 1];
    if (next === undefined || !/[\p{Script=Latin}\p{Nd}]/u.test(char.text) || next.generated) continue;
    const [dx, dy] = [next.box[0] - char.box[0], next.box[1] - char.box[1]];
    if (Math.abs(dx) > Math.abs(dy)) votes[dx > 0 ? 0 : 180]++;
    else votes[dy > 0 ? 90 : 270]++;
  }
  const best = Math.max(...Object.values(votes));
  return ([0, 90, 180, 270] as const).find((turn) => votes[turn] === best) ?? 0;
}

/** A page with all its boxes turned; `foot` goes with them. The page's own width and height change places on their side. */
export function turned(page: PdfPage, turn: Turn): PdfPage {
  if (turn === 0) return page;
  const box = (one: Box): Box => turnBox(one, page, turn);
  const onSide = turn !== 180;
  return {
    ...page,
    width: onSide ? page.height : page.width,
    height: onSide ? page.width : page.height,
    chars: page.chars.map((char) => {
      const own = box(char.box);
      return { ...char, box: own, foot: own[1], size: Math.max(1, (own[3] - own[1]) / 1.362) };
    }),
    links: page.links.map((link) => ({ ...link, box: box(link.box) })),
  };
}

/** Turn a box clockwise with its page, whose size is given as it is before. */
export function turnBox([x0, y0, x1, y1]: Box, { width, height }: { width: number; height: number }, turn: Turn): Box {
  if (turn === 90) return [y0, width - x1, y1, width - x0];
  if (turn === 180) return [width - x1, height - y1, width - x0, height - y0];
  if (turn === 270) return [height - y1, x0, height - y0, x1];
  return [x0, y0, x1, y1];
}
