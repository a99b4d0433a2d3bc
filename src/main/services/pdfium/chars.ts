import { type Box, hotCalls, memoryOf, narrow, type Pdfium, plainName, withScratch } from "./module.ts";

/** Clockwise rotation of a page or of the letters on it, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A character as it stands on its page; lengths in units of PDF default user space. */
export type PdfChar = Readonly<{
  text: string;
  /** The loose box: as high as the line. */
  box: Box;
  /** Where on its baseline the text began that it is part of. */
  origin: readonly [number, number];
  /** The bottom of the ink, read only for signs that may be a note's mark (digits, stars, daggers); else the box's. */
  foot: number;
  /** In units of user space, as it is seen. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** The font's name without the letters that mark a subset. */
  font: string;
  /** How far, clockwise, the page must be turned for this character to stand upright; null when it stands askew. */
  turn: Turn | null;
  /** The marked content it belongs to (ISO 32000-1, 14.7.4); -1 for none, -2 for an artifact. */
  content: number;
  /** Made by PDFium for a gap or a line end; not in the file. */
  generated: boolean;
  /** A hyphen at a line end that parts a word. */
  hyphen: boolean;
}>;

/** Marked content that is no part of the text: running heads, page numbers, watermarks of tagged files. */
export const artifact = -2;

type Style = Readonly<{ bold: boolean; italic: boolean; font: string }>;
type Run = Style & Readonly<{ size: number; turn: Turn | null; content: number; origin: readonly [number, number] }>;

type Source = Readonly<{ pdfium: Pdfium; hot: ReturnType<typeof hotCalls>; text: number; scratch: number }>;

/** The characters of a page, in the order of PDFium's text. `text` is the handle of the page's text. */
export function readChars(pdfium: Pdfium, text: number): PdfChar[] {
  const styles = new Map<number, Style>();
  const chars: PdfChar[] = [];
  const count = pdfium.FPDFText_CountChars(text);
  const hot = hotCalls(pdfium);
  withScratch(pdfium, 144, (scratch) => {
    const source = { pdfium, hot, text, scratch };
    const at = scratch / 4;
    let object = 0;
    let run: Run = { size: 10, turn: 0, content: -1, bold: false, italic: false, font: "", origin: [0, 0] };
    for (let k = 0; k < count; k++) {
      const code = hot.FPDFText_GetUnicode(text, k) >>> 0;
      // Fonts without a usable map give values outside Unicode, and halves of surrogate pairs.
      if (code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) continue;
      const own = hot.FPDFText_GetTextObject(text, k);
      if (own !== 0 && own !== object) {
        object = own;
        run = readRun(source, k, object, styles);
      }
      hot.FPDFText_GetLooseCharBox(text, k, scratch);
      const heap = memoryOf(pdfium).HEAPF32;
      const bottom = heap[at + 3] ?? 0;
      const isMark = (code >= 48 && code <= 57) || code === 42 || code === 0x2020 || code === 0x2021;
      const box: Box = [heap[at] ?? 0, bottom, heap[at + 2] ?? 0, heap[at + 1] ?? 0];
      chars.push({
        text: code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code),
        foot: isMark ? inkFoot(source, k) : bottom,
        box,
        origin: run.origin,
        size: run.size,
        bold: run.bold,
        italic: run.italic,
        font: run.font,
        turn: run.turn,
        content: run.content,
        generated: own === 0 || (code === 32 && hot.FPDFText_IsGenerated(text, k) === 1),
        hyphen: code === 2 || ((code === 45 || code === 0xad) && hot.FPDFText_IsHyphen(text, k) === 1),
      });
    }
  });
  return chars;
}

function inkFoot({ pdfium, hot, text, scratch }: Source, k: number): number {
  hot.FPDFText_GetCharBox(text, k, scratch, scratch + 8, scratch + 16, scratch + 24);
  return memoryOf(pdfium).HEAPF64[scratch / 8 + 2] ?? 0;
}

/** What is the same for all characters that one text operator shows. */
function readRun(source: Source, k: number, object: number, styles: Map<number, Style>): Run {
  const { pdfium, hot, text, scratch } = source;
  const known = hot.FPDFText_GetMatrix(text, k, scratch) === 1;
  const heap = memoryOf(pdfium).HEAPF32;
  const at = scratch / 4;
  const [a, b, c, d] = known ? [heap[at] ?? 1, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 1] : [1, 0, 0, 1];
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
    turn: turnOf(a, b),
    content: contentOf(source, object),
  };
}

/** From the direction in which text runs; a degree and a half off is still straight, as in scans. */
function turnOf(a: number, b: number): Turn | null {
  if (b === 0 && a > 0) return 0;
  const angle = (Math.atan2(b, a) * 180) / Math.PI;
  const turn = ((Math.round(angle / 90) * 90 + 360) % 360) as Turn;
  return Math.abs(angle - Math.round(angle / 90) * 90) < 1.5 ? turn : null;
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

/** The name of a mark; of a longer one than any we ask for, nothing. */
function markName({ pdfium, hot, scratch }: Source, mark: number): string {
  const length = scratch + 136;
  hot.FPDFPageObjMark_GetName(mark, scratch + 64, 64, length);
  const bytes = memoryOf(pdfium).HEAP32[length / 4] ?? 0;
  return bytes > 64 ? "" : plainName(pdfium, scratch + 64, bytes);
}
