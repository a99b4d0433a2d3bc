import type { PageChars } from "../../pdfium/page-chars.ts";
import { hasOperators, operatorOf } from "./operators.ts";

/** Letters and signs of Adobe's Symbol font by their code (ISO 32000-1, D.6), from 0x41 and from 0x61 on. */
const capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const smalls = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const symbol: Readonly<Record<number, string>> = {
  45: "−",
  163: "≤",
  165: "∞",
  171: "↔",
  172: "←",
  173: "↑",
  174: "→",
  175: "↓",
  176: "°",
  177: "±",
  178: "″",
  179: "≥",
  180: "×",
  182: "∂",
  183: "•",
  184: "÷",
  185: "≠",
  186: "≡",
  187: "≈",
  197: "⊕",
  206: "∈",
  209: "∇",
  213: "∏",
  214: "√",
  215: "⋅",
  217: "∧",
  218: "∨",
  222: "⇒",
  229: "∑",
  242: "∫",
};
/** Signs of Wingdings that occur in papers, by their code. */
const wingdings: Readonly<Record<number, string>> = {
  40: "☎",
  42: "✉",
  70: "☞",
  74: "☺",
  108: "●",
  110: "■",
  111: "□",
  112: "❐",
  113: "❑",
  114: "❒",
  117: "◆",
  118: "❖",
  119: "◆",
  158: "·",
  159: "•",
  161: "○",
  167: "▪",
  168: "◻",
  216: "➢",
  223: "←",
  224: "→",
  232: "➔",
  240: "➢",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/**
 * Write the signs of symbol fonts, which such fonts have at U+F000 to U+F0FF or at the codes of letters, as what they
 * show.
 */
export function nameSymbols(chars: PageChars): void {
  nameLeaders(chars);
  let last = -1;
  let font = "";
  let [isOfSigns, isOfTypewriter, isOfOperators] = [false, false, false];
  for (let k = 0; k < chars.length; k++) {
    const code = chars.code(k);
    if (code <= 32) continue;
    if (last < 0 || !chars.together(last, k)) {
      last = k;
      const next = chars.run(k).font;
      if (next !== font)
        [isOfSigns, isOfTypewriter, isOfOperators] = [
          /wingdings/i.test(next),
          /courier|mono/i.test(next),
          hasOperators(next),
        ];
      font = next;
    }
    if (code === 0x6f && isOfTypewriter && isRing(chars, k)) chars.write(k, 0x25e6);
    if (isOfOperators && code < 0x100) {
      const operator = operatorOf(code, font, widthOf(chars, k));
      if (operator !== null) chars.write(k, operator.codePointAt(0) ?? code);
    }
    const isPrivate = code >= 0xf020 && code <= 0xf0ff;
    if (!isPrivate && (code > 0xff || !isOfSigns)) continue;
    const known = nameOf(isPrivate ? code - 0xf000 : code, font, isPrivate);
    if (known !== undefined) chars.write(k, known.codePointAt(0) ?? code);
  }
}

/** The width of a character in ems, along its line. */
function widthOf(chars: PageChars, k: number): number {
  const { size, turn } = chars.run(k);
  const isTurned = turn === 90 || turn === 270;
  return (isTurned ? chars.top(k) - chars.bottom(k) : chars.right(k) - chars.left(k)) / size;
}

/** As many narrow signs side by side lead the eye to a figure. */
const leader = 5;

/** Write dots for a row of one narrow sign that its font does not name. */
function nameLeaders(chars: PageChars): void {
  const isDot = (k: number): boolean =>
    isUnnamed(chars.code(k)) && chars.right(k) - chars.left(k) < chars.run(k).size * 0.4;
  for (let from = 0; from < chars.length; from++) {
    if (!isDot(from)) continue;
    let end = from + 1;
    while (end < chars.length && chars.code(end) === chars.code(from) && isDot(end) && isNext(chars, end - 1, end))
      end++;
    if (end - from >= leader) for (let k = from; k < end; k++) chars.write(k, 0x2e);
    from = end - 1;
  }
}

function isUnnamed(code: number): boolean {
  return code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code < 0x20 && code > 13);
}

/** Beside the one before, and as wide. */
function isNext(chars: PageChars, last: number, k: number): boolean {
  const [first, two] = [chars.right(last) - chars.left(last), chars.right(k) - chars.left(k)];
  return Math.abs(first - two) < first * 0.05 && Math.abs(chars.left(k) - chars.right(last)) < first * 0.5;
}

/**
 * The bullet of Word's second level: an “o” of Courier New, or of what stands in for it, at a line's beginning, before
 * words in another font.
 */
function isRing(chars: PageChars, k: number): boolean {
  const { font, size } = chars.run(k);
  if (chars.together(k - 1, k)) return false;
  const isOnLine = (other: number): boolean => Math.abs(chars.run(other).origin[1] - chars.run(k).origin[1]) < size;
  const next = [1, 2, 3, 4].map((step) => k + step).find((other) => other < chars.length && !chars.isBlank(other));
  const before = [1, 2, 3, 4].map((step) => k - step).find((other) => other >= 0 && !chars.isBlank(other));
  if (next === undefined || !isOnLine(next) || chars.run(next).font === font) return false;
  if (chars.left(next) - chars.right(k) < size * 0.2) return false;
  return before === undefined || !isOnLine(before) || chars.right(before) > chars.left(k);
}

function nameOf(code: number, font: string, isPrivate: boolean): string | undefined {
  if (/wingdings/i.test(font)) return wingdings[code];
  if (!isPrivate) return undefined;
  if (/symbol/i.test(font)) {
    if (code >= 0x41 && code <= 0x5a) return [...capitals][code - 0x41];
    if (code >= 0x61 && code <= 0x7a) return [...smalls][code - 0x61];
    return symbol[code] ?? (code < 0x40 ? String.fromCodePoint(code) : undefined);
  }
  // Other names: subsets of the two under a name of their own. What both have for a bullet is one.
  return code === 0xb7 || code === 0xa7 ? "•" : undefined;
}
