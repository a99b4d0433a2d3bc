import { readChars } from "./chars.ts";
import type { Forms } from "./forms.ts";
import { type Box, boxAt, type Pdfium, wide, withScratch } from "./module.ts";
import { PageChars } from "./page-chars.ts";

/**
 * What a page's annotations print on it, which is no part of the page's own text: the values of form fields, ticks and
 * signatures (`fields`), and boxes of text that somebody has put on it (`boxes`).
 */
export type PrintedAnnotations = Readonly<{ fields: PageChars; boxes: PageChars }>;

/** FPDF_ANNOT_* of fpdf_annot.h. */
const [freeText, widget] = [3, 20];
/** Bits 2, 6 of an annotation's flags are Hidden and NoView (ISO 32000-1, table 165). */
const unseen = 0b100010;
/** As many annotations of one page are looked at, and as many characters are taken from them. */
const [mostAnnotations, mostChars] = [20_000, 100_000];
/** Lines of a value. */
const mostLines = 500;
/** FPDF_ANNOT_APPEARANCEMODE_NORMAL. */
const normal = 0;
/** A ticked box. */
const tick = 0x2611;

type Print = Readonly<{ chars: PageChars; kind: keyof PrintedAnnotations }>;

/** The characters that annotations of a page print on it, in its user space. */
export function readPrinted(pdfium: Pdfium, page: number, forms: Forms): PrintedAnnotations {
  const prints: Print[] = [];
  let room = mostChars;
  const count = Math.min(mostAnnotations, pdfium.FPDFPage_GetAnnotCount(page));
  for (let n = 0; n < count && room > 0; n++) {
    const handle = pdfium.FPDFPage_GetAnnot(page, n);
    if (handle === 0) continue;
    const print = printOf(pdfium, handle, forms);
    if (print !== null && print.chars.length > 0) {
      prints.push(print);
      room -= print.chars.length;
    }
    pdfium.FPDFPage_CloseAnnot(handle);
  }
  return { fields: gathered(prints, "fields"), boxes: gathered(prints, "boxes") };
}

function gathered(prints: readonly Print[], kind: Print["kind"]): PageChars {
  const own = prints.filter((print) => print.kind === kind);
  const all = new PageChars(own.reduce((sum, { chars }) => sum + chars.length, 0));
  for (const { chars } of own) all.append(chars);
  return all;
}

function printOf(pdfium: Pdfium, handle: number, forms: Forms): Print | null {
  const subtype = pdfium.FPDFAnnot_GetSubtype(handle);
  if (subtype !== freeText && subtype !== widget) return null;
  if ((pdfium.FPDFAnnot_GetFlags(handle) & unseen) !== 0) return null;
  const box = rectOf(pdfium, handle);
  if (subtype === freeText) {
    const isDrawn = pdfium.EPDFAnnot_HasAppearanceStream(handle, normal);
    return {
      kind: "boxes",
      chars: isDrawn ? appearanceOf(pdfium, handle, box) : written(contentsOf(pdfium, handle), box),
    };
  }
  const field = forms.fieldOf(handle);
  if (field === null) return null;
  if (field === "tick") return { kind: "fields", chars: written(String.fromCodePoint(tick), box) };
  let printed = appearanceOf(pdfium, handle, box);
  // Programs that fill in a field often leave it to viewers to draw the value.
  if (printed.length === 0 && field.value !== "" && pdfium.EPDFAnnot_GenerateFormFieldAP(handle))
    printed = appearanceOf(pdfium, handle, box);
  if (field.isComb) closeUp(printed);
  return { kind: "fields", chars: printed.length > 0 ? printed : written(field.value, box) };
}

function contentsOf(pdfium: Pdfium, handle: number): string {
  return wide(pdfium, (buffer, size) => pdfium.FPDFAnnot_GetStringValue(handle, "Contents", buffer, size)).trim();
}

function rectOf(pdfium: Pdfium, handle: number): Box {
  return withScratch(pdfium, 16, (scratch) =>
    pdfium.FPDFAnnot_GetRect(handle, scratch) ? boxAt(pdfium, scratch) : [0, 0, 0, 0],
  );
}

/** The characters that an annotation's appearance prints; PDFium hands it out as a page of the annotation's size. */
function appearanceOf(pdfium: Pdfium, handle: number, box: Box): PageChars {
  const document = pdfium.EPDFAnnot_ExportAppearanceAsDocument(handle);
  if (document === 0) return new PageChars(0);
  try {
    const page = pdfium.FPDF_LoadPage(document, 0);
    if (page === 0) return new PageChars(0);
    const text = pdfium.FPDFText_LoadPage(page);
    try {
      if (text === 0) return new PageChars(0);
      const chars = readChars(pdfium, text);
      moveInto(chars, sizeOf(pdfium, page), box);
      return chars;
    } finally {
      if (text !== 0) pdfium.FPDFText_ClosePage(text);
      pdfium.FPDF_ClosePage(page);
    }
  } finally {
    pdfium.FPDF_CloseDocument(document);
  }
}

function sizeOf(pdfium: Pdfium, page: number): Box {
  return withScratch(pdfium, 16, (scratch) =>
    pdfium.FPDF_GetPageBoundingBox(page, scratch) ? boxAt(pdfium, scratch) : [0, 0, 1, 1],
  );
}

function moveInto(chars: PageChars, from: Box, to: Box): void {
  const scale = (side: 0 | 1): number =>
    (to[(side + 2) as 2 | 3] - to[side]) / (from[(side + 2) as 2 | 3] - from[side] || 1);
  const [sx, sy] = [scale(0), scale(1)];
  const x = (value: number): number => to[0] + (value - from[0]) * sx;
  const y = (value: number): number => to[1] + (value - from[1]) * sy;
  for (let k = 0; k < chars.length; k++) {
    chars.setFoot(k, y(chars.foot(k)));
    chars.place(k, x(chars.left(k)), y(chars.bottom(k)), x(chars.right(k)), y(chars.top(k)));
  }
  chars.moveOrigins((left, base) => [x(left), y(base)]);
}

/** Letters in compartments are one word. */
function closeUp(chars: PageChars): void {
  let last = -1;
  for (let k = 0; k < chars.length; k++) {
    if (chars.isBlank(k)) continue;
    const isNext = last >= 0 && Math.abs(chars.bottom(k) - chars.bottom(last)) < 1 && chars.left(k) > chars.left(last);
    if (isNext) chars.place(last, chars.left(last), chars.bottom(last), chars.left(k), chars.top(last));
    last = k;
  }
}

/** Words that no appearance draws, or not in letters: line by line from the top of the box, in a size that fits. */
function written(words: string, [x0, y0, x1, y1]: Box): PageChars {
  const lines = words.split(/\r\n?|\n/).slice(0, mostLines);
  const chars = new PageChars(words.length);
  const height = (y1 - y0) / lines.length;
  const size = Math.max(1, Math.min(12, height * 0.8));
  for (const [n, line] of lines.entries()) {
    const letters = [...line];
    const width = Math.min(size * 0.5, (x1 - x0) / Math.max(1, letters.length));
    const base = y1 - n * height - (height + size * 0.6) / 2;
    chars.begin({ size, bold: false, italic: false, font: "", turn: 0, content: -1, origin: [x0, base] });
    for (const [at, letter] of letters.entries()) {
      const k = chars.add(letter.codePointAt(0) ?? 32, { generated: false, hyphen: false });
      chars.place(k, x0 + at * width, base - size * 0.2, x0 + (at + 1) * width, base + size * 0.8);
      chars.setFoot(k, base);
    }
  }
  return chars;
}
