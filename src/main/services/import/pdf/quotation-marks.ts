import type { PageChars } from "../../pdfium/page-chars.ts";

/** Single quotation marks that typesetters double instead of using the double one, with that one. */
const doubled: Readonly<Record<number, number>> = { 8216: 0x201c, 8217: 0x201d, 8218: 0x201e };
const closing = 0x2019;

/**
 * Write two single quotation marks that print as a double one as what they print: ‘‘ as “. Two closing ones are a
 * double one only where one is open: else the first may be an apostrophe (‘the workers’’). Returns the places left.
 */
export function joinQuotationMarks(chars: PageChars, order: readonly number[]): readonly number[] {
  let open = 0;
  const dropped = new Set<number>();
  for (let index = 0; index + 1 < order.length; index++) {
    const [first, second] = [order[index] ?? -1, order[index + 1] ?? -1];
    const code = chars.code(first);
    const double = doubled[code];
    if (double === undefined || chars.code(second) !== code || !touches(chars, first, second)) continue;
    // Of three, the first closes a quotation within the quotation.
    if (code === closing && (open === 0 || chars.code(order[index + 2] ?? -1) === closing)) continue;
    open += code === closing ? -1 : 1;
    chars.write(first, double);
    chars.include(first, second);
    dropped.add(second);
    index++;
  }
  return dropped.size === 0 ? order : order.filter((place) => !dropped.has(place));
}

function touches(chars: PageChars, first: number, second: number): boolean {
  const { size, origin } = chars.run(first);
  const gap = chars.left(second) - chars.right(first);
  return Math.abs(gap) < size * 0.1 && Math.abs(chars.run(second).origin[1] - origin[1]) < size * 0.1;
}
