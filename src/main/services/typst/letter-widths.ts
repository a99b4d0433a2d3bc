import { readFileSync } from "node:fs";
import path from "node:path";
import { latinFolder } from "./fonts.ts";

/**
 * The room of a text on one line, in ems: between `least` and `most`, and the height of its capitals; null where more
 * must be known than its letters, for other scripts and for marks that combine.
 */
export type LineSize = Readonly<{ least: number; most: number; capital: number | null }>;

/** Widths of a font's letters by code point, and the height of its capitals; both in ems. */
export type LettersOfFont = Readonly<{ widths: ReadonlyMap<number, number>; capital: number }>;

const read = new Map<boolean, LettersOfFont>();

/** Letters that stand one after the other, without marks on others and in one direction. */
const plain = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{P}\p{S} \u00a0]*$/u;
const marked = /[\p{M}\p{Cf}]/u;
/** Numbers and identifiers, in which nothing is kerned or joined. */
const even = /^[\d.%−\- ]*$|^#?(?:[\da-e]|f(?!f))*$/;
/** Wider than any letter that is not in the font, in ems. */
const widest = 1.5;

/** How much room a text takes by the table of widths (OpenType, `hmtx`) of the first of our fonts. */
export function lineSize(text: string, bold: boolean): LineSize {
  const { widths, capital } = lettersOf(bold);
  let [width, isKnown] = [0, plain.test(text) && !marked.test(text)];
  for (const char of text) {
    const own = widths.get(char.codePointAt(0) ?? 0);
    if (own === undefined) isKnown = false;
    width += own ?? widest;
  }
  if (isKnown && even.test(text)) return { least: width, most: width, capital };
  // Kerning and ligatures move letters by some hundredths of an em; a test asks the typesetter.
  const most = width * 1.03 + 0.05;
  return isKnown ? { least: width * 0.92 - 0.05, most, capital } : { least: 0, most, capital: null };
}

function lettersOf(bold: boolean): LettersOfFont {
  const found = read.get(bold) ?? readLetters(path.join(latinFolder(), fileOf(bold)));
  read.set(bold, found);
  return found;
}

/** The letters of a font's file; none where it can't be read: the typesetter says which fonts are missing. */
export function readLetters(file: string): LettersOfFont {
  let font: Buffer;
  try {
    font = readFileSync(file);
  } catch {
    return { widths: new Map(), capital: 0 };
  }
  return parseFont(font);
}

function fileOf(bold: boolean): string {
  return `NotoSans-${bold ? "Bold" : "Regular"}.ttf`;
}

/** Tables of a TrueType file by their names (OpenType, "Table Directory"). */
function tablesOf(font: Buffer): (name: string) => Buffer {
  const tables = new Map<string, Buffer>();
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    const start = font.readUInt32BE(entry + 8);
    tables.set(font.toString("latin1", entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12)));
  }
  return (name) => {
    const table = tables.get(name);
    if (table === undefined) throw new RangeError(`A font has no table ${name}.`);
    return table;
  };
}

/** Reads a font's letters of the basic plane, which are in a table of segments (`cmap` format 4). */
function parseFont(font: Buffer): LettersOfFont {
  const table = tablesOf(font);
  const em = table("head").readUInt16BE(18);
  const [metrics, count] = [table("hmtx"), table("hhea").readUInt16BE(34)];
  const widths = new Map<number, number>();
  for (const [char, glyph] of glyphsOf(table("cmap")))
    widths.set(char, metrics.readUInt16BE(4 * Math.min(glyph, count - 1)) / em);
  return { widths, capital: table("OS/2").readInt16BE(88) / em };
}

/** Code points of the basic plane with their glyphs (OpenType, `cmap`, format 4). */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + 8 * index + 4));
  const start = starts.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new RangeError("A font has no characters of the basic plane.");
  const length = cmap.readUInt16BE(start + 6);
  const [ends, begins] = [start + 14, start + 16 + length];
  for (let segment = 0; segment < length; segment += 2) {
    const [first, last] = [cmap.readUInt16BE(begins + segment), cmap.readUInt16BE(ends + segment)];
    const [delta, rangeAt] = [cmap.readUInt16BE(begins + length + segment), begins + 2 * length + segment];
    const range = cmap.readUInt16BE(rangeAt);
    for (let char = first; char <= last && char < 0xffff; char++) {
      const glyph = range === 0 ? char : cmap.readUInt16BE(rangeAt + range + 2 * (char - first));
      if (glyph !== 0) glyphs.set(char, (glyph + delta) & 0xffff);
    }
  }
  return glyphs;
}
