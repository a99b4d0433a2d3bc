/**
 * Characters of fonts that have signs in place of letters. The Symbol font as Adobe publishes its encoding, from 0x20;
 * of Wingdings the signs that papers use.
 */
const symbol = " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const symbolFrom0xA1 =
  "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

const wingdings: ReadonlyMap<number, string> = new Map([
  [0x22, "✂"],
  [0x28, "☎"],
  [0x2a, "✉"],
  [0x36, "⌛"],
  [0x45, "☜"],
  [0x46, "☞"],
  [0x4a, "☺"],
  [0x4c, "☹"],
  [0x6c, "●"],
  [0x6d, "❍"],
  [0x6e, "■"],
  [0x6f, "□"],
  [0x71, "❑"],
  [0x72, "❒"],
  [0x73, "⬧"],
  [0x74, "⧫"],
  [0x75, "◆"],
  [0x76, "❖"],
  [0x9f, "•"],
  [0xa1, "○"],
  [0xa7, "▪"],
  [0xa8, "◻"],
  [0xab, "★"],
  [0xd8, "➢"],
  [0xdf, "←"],
  [0xe0, "→"],
  [0xe1, "↑"],
  [0xe2, "↓"],
  [0xe8, "➔"],
  [0xef, "⇦"],
  [0xf0, "⇨"],
  [0xf3, "⬄"],
  [0xfb, "✗"],
  [0xfc, "✓"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

/**
 * What a character of a symbol font is in Unicode: `code` is its number in the font, with or without the 0xF000 of
 * private use. A sign that has none there is U+FFFD.
 */
export function symbolOf(font: string, code: number): string {
  const index = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (index > 0xff) return String.fromCodePoint(Math.min(index, 0x10ffff));
  if (/^symbol/i.test(font)) return (index >= 0xa1 ? symbolFrom0xA1[index - 0xa1] : symbol[index - 0x20]) ?? "\ufffd";
  if (/^(wingdings|webdings)/i.test(font)) return wingdings.get(index) ?? "\ufffd";
  return index < 0x20 ? "\ufffd" : String.fromCharCode(index);
}

/** Text with characters of private use that a symbol font shows as signs. */
export function withSymbols(text: string, font: string | undefined): string {
  if (font === undefined || !/[\uf000-\uf0ff]/.test(text)) return text;
  return text.replace(/[\uf000-\uf0ff]/g, (sign) => symbolOf(font, sign.charCodeAt(0)));
}
