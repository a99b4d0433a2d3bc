import { hotCalls, memoryOf, narrow, type Pdfium, plainName, withScratch } from "./module.ts";
import { artifact, type CharRun, PageChars, type TextTurn } from "./page-chars.ts";

/** “ActualText” as a C string, and where the scratch has it. */
const actualTextKey = new TextEncoder().encode("ActualText\0");
const keyOffset = 144;

type Style = Pick<CharRun, "bold" | "italic" | "font">;
type Source = Readonly<{ pdfium: Pdfium; hot: ReturnType<typeof hotCalls>; text: number; scratch: number }>;

/** For marks, the text object whose place the letters of its `ActualText` have. */
type Chosen = ReadonlyMap<number, number>;
/** A glyph is the base of others from so many times their width on. */
const wider = 1.3;

/**
 * The characters of a page, in the order of PDFium's text, with room for some more. `text` is the handle of the page's
 * text.
 */
export function readChars(pdfium: Pdfium, text: number, more = 0): PageChars {
  const bases = new Map<number, number>();
  const chars = charsWith(new Map(), bases, { pdfium, text, more });
  // Where a sign comes before the letter that it is over, all is read again with the letters at the latter's place.
  return bases.size === 0 ? chars : charsWith(bases, new Map(), { pdfium, text, more });
}

type Asked = Readonly<{ pdfium: Pdfium; text: number; more: number }>;

/**
 * PDFium repeats the letters of an `ActualText` for each stretch of text operators within its mark. They are read at
 * the object that is `chosen`, else at the first; wider ones after it are put in `bases`.
 */
function charsWith(chosen: Chosen, bases: Map<number, number>, { pdfium, text, more }: Asked): PageChars {
  const styles = new Map<number, Style>();
  const count = pdfium.FPDFText_CountChars(text);
  const chars = new PageChars(Math.max(0, count) + more);
  const hot = hotCalls(pdfium);
  // Looked up once: the table that has them is long.
  const unicodeAt = hot.FPDFText_GetUnicode;
  const objectAt = hot.FPDFText_GetTextObject;
  const writeBox = hot.FPDFText_GetLooseCharBox;
  withScratch(pdfium, 160, (scratch) => {
    const source = { pdfium, hot, text, scratch };
    memoryOf(pdfium).HEAPU8.set(actualTextKey, scratch + keyOffset);
    const index = scratch / 4;
    let object = 0;
    const widths = new Map<number, number>();
    let isSaid = false;
    for (let k = 0; k < count; k++) {
      const given = unicodeAt(text, k) >>> 0;
      // Where a font's map has a pair of surrogates, PDFium has a character for each half, at one place.
      const code = isHigh(given) && k + 1 < count ? paired(given, unicodeAt(text, k + 1) >>> 0) : given;
      if (code !== given) {
        k++;
        // Word’s maps have the pairs of some glyphs twice.
        if (isSecond(source, k - 1)) continue;
      }
      // Fonts without a usable map give values outside Unicode, and halves of pairs.
      if (code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        chars.lost++;
        continue;
      }
      const own = objectAt(text, k);
      if (own !== 0 && own !== object) {
        object = own;
        const mark = actualTextMark(source, object);
        const width = mark === 0 ? 0 : widthOf(source, object);
        const known = widths.get(mark);
        isSaid = mark !== 0 && (chosen.get(mark) ?? (known === undefined ? object : 0)) !== object;
        if (known !== undefined && width > known * wider) bases.set(mark, object);
        if (mark !== 0) widths.set(mark, Math.max(width, known ?? 0));
        if (!isSaid) chars.begin({ ...readRun(source, k, object, styles), ...(mark === 0 ? {} : { isActual: true }) });
      }
      if (isSaid && own === object) continue;
      const n = chars.add(code, {
        generated: own === 0 || (code === 32 && hot.FPDFText_IsGenerated(text, k) === 1),
        hyphen: code === 2 || ((code === 45 || code === 0xad) && hot.FPDFText_IsHyphen(text, k) === 1),
      });
      writeBox(text, k, scratch);
      chars.placeAsRead(n, memoryOf(pdfium).HEAPF32, index);
      if (mayBeMark(code)) chars.setFoot(n, inkFoot(source, k));
    }
  });
  return chars;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** True when the two characters before one are the same pair at the same place: they are of one glyph. */
function isSecond({ pdfium, hot, text, scratch }: Source, k: number): boolean {
  if (k < 2) return false;
  const codeAt = (at: number): number => hot.FPDFText_GetUnicode(text, at) >>> 0;
  if (codeAt(k) !== codeAt(k - 2) || codeAt(k + 1) !== codeAt(k - 1)) return false;
  const leftOf = (at: number): number => {
    hot.FPDFText_GetLooseCharBox(text, at, scratch);
    return memoryOf(pdfium).HEAPF32[scratch / 4] ?? 0;
  };
  return leftOf(k) === leftOf(k - 2);
}

/** The character of two halves, a letter or a figure of formulas (U+1D400 to U+1D7FF) as others are; else the first. */
function paired(high: number, low: number): number {
  if (low < 0xdc00 || low > 0xdfff) return high;
  const code = 0x10000 + (high - 0xd800) * 0x400 + (low - 0xdc00);
  if (code < 0x1d400 || code > 0x1d7ff) return code;
  return String.fromCodePoint(code).normalize("NFKC").codePointAt(0) ?? code;
}

/** Digits, stars and daggers: what the mark of a note is made of. */
export function mayBeMark(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 42 || code === 0x2020 || code === 0x2021;
}

function inkFoot({ pdfium, hot, text, scratch }: Source, k: number): number {
  hot.FPDFText_GetCharBox(text, k, scratch, scratch + 8, scratch + 16, scratch + 24);
  return memoryOf(pdfium).HEAPF64[scratch / 8 + 2] ?? 0;
}

/** What is the same for all characters that one text operator shows. */
function readRun(source: Source, k: number, object: number, styles: Map<number, Style>): CharRun {
  const { pdfium, hot, text, scratch } = source;
  const known = hot.FPDFText_GetMatrix(text, k, scratch) === 1;
  const heap = memoryOf(pdfium).HEAPF32;
  const index = scratch / 4;
  const [a, b, c, d] = known
    ? [heap[index] ?? 1, heap[index + 1] ?? 0, heap[index + 2] ?? 0, heap[index + 3] ?? 1]
    : [1, 0, 0, 1];
  const size = Math.abs(hot.FPDFText_GetFontSize(text, k)) * (Math.hypot(c, d) || 1);
  const font = hot.FPDFTextObj_GetFont(object);
  let style = styles.get(font);
  if (style === undefined) {
    style = readStyle(pdfium, font);
    styles.set(font, style);
  }
  hot.FPDFText_GetCharOrigin(text, k, scratch, scratch + 8);
  const doubles = memoryOf(pdfium).HEAPF64;
  return {
    bold: style.bold,
    italic: style.italic,
    font: style.font,
    origin: [doubles[scratch / 8] ?? 0, doubles[scratch / 8 + 1] ?? 0],
    size: Math.max(1, Math.min(size, 2000)),
    ...directionOf(a, b),
    content: contentOf(source, object),
  };
}

/** From the direction in which text runs; a degree and a half off is still straight, as in scans. */
function directionOf(a: number, b: number): Pick<CharRun, "turn" | "angle"> {
  if (b === 0 && a > 0) return { turn: 0 };
  const angle = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) < 1.5 ? { turn: ((quarter + 360) % 360) as TextTurn } : { turn: null, angle };
}

const plainStyle = /regular|book|light|roman|normal/i;

function readStyle(pdfium: Pdfium, font: number): Style {
  if (font === 0) return { bold: false, italic: false, font: "" };
  const name = narrow(pdfium, (buffer, size) => pdfium.FPDFFont_GetBaseFontName(font, buffer, size));
  return {
    // PDFium guesses a weight from the width of stems, which some writers make up: the name goes before it.
    bold: /bold|black|heavy/i.test(name) || (pdfium.FPDFFont_GetWeight(font) >= 600 && !plainStyle.test(name)),
    // Bit 7 of a font descriptor's flags is Italic (ISO 32000-1, table 123).
    italic: (pdfium.FPDFFont_GetFlags(font) & 64) !== 0 || /italic|oblique/i.test(name),
    font: name.replace(/^[A-Z]{6}\+/, ""),
  };
}

function contentOf(source: Source, object: number): number {
  const { hot } = source;
  const id = hot.FPDFPageObj_GetMarkedContentID(object);
  if (id >= 0) return id;
  for (let n = Math.min(8, hot.FPDFPageObj_CountMarks(object)) - 1; n >= 0; n--)
    if (markName(source, hot.FPDFPageObj_GetMark(object, n)) === "Artifact") return artifact;
  return -1;
}

/**
 * The innermost mark of a text object that says what its glyphs stand for (ISO 32000-1, 14.9.4), as browsers do for
 * letters that are put together from several; 0 for none.
 */
function actualTextMark({ pdfium, hot, scratch }: Source, object: number): number {
  const [value, length] = [scratch + 64, scratch + 136];
  for (let n = Math.min(8, hot.FPDFPageObj_CountMarks(object)) - 1; n >= 0; n--) {
    const mark = hot.FPDFPageObj_GetMark(object, n);
    if (hot.FPDFPageObjMark_GetParamStringValue(mark, scratch + keyOffset, value, 64, length) !== 1) continue;
    const bytes = memoryOf(pdfium).HEAP32[length / 4] ?? 0;
    return bytes > 64 || hasLetters(plainName(pdfium, value, bytes)) ? mark : 0;
  }
  return 0;
}

/**
 * Whether a value that PDFium does not decode stands for more than white space, in which case it gives the letters of
 * the glyphs. Those of UTF-16 are here by their bytes, without the first two.
 */
function hasLetters(value: string): boolean {
  const isWide = value.length > 0 && value.length % 2 === 0;
  return /[^\s\p{C}]/u.test(value) || (isWide && value.charCodeAt(0) !== 0);
}

function widthOf({ pdfium, hot, scratch }: Source, object: number): number {
  hot.FPDFPageObj_GetBounds(object, scratch + 64, scratch + 68, scratch + 72, scratch + 76);
  const [left = 0, , right = 0] = memoryOf(pdfium).HEAPF32.subarray(scratch / 4 + 16, scratch / 4 + 20);
  return right - left;
}

/** The name of a mark; of a longer one than any we ask for, nothing. */
function markName({ pdfium, hot, scratch }: Source, mark: number): string {
  const length = scratch + 136;
  hot.FPDFPageObjMark_GetName(mark, scratch + 64, 64, length);
  const bytes = memoryOf(pdfium).HEAP32[length / 4] ?? 0;
  return bytes > 64 ? "" : plainName(pdfium, scratch + 64, bytes);
}
