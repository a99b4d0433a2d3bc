import { type Box, boxAt, floats, memoryOf, type Pdfium, wide, withScratch } from "./module.ts";

/** What kind of mark-up an annotation is (ISO 32000-1, table 169). */
export type MarkKind =
  | "text"
  | "freeText"
  | "line"
  | "square"
  | "circle"
  | "polygon"
  | "polyLine"
  | "highlight"
  | "underline"
  | "squiggly"
  | "strikeOut"
  | "stamp"
  | "caret"
  | "ink";

/** A mark-up annotation as a file holds it. Strings as they are; dates in the form of ISO 32000-1, 7.9.4. */
export type PdfAnnotation = Readonly<{
  subtype: MarkKind;
  box: Box;
  /** Eight numbers each, as in the file. */
  quads: readonly (readonly number[])[];
  name: string;
  author: string;
  contents: string;
  subject: string;
  created: string;
  modified: string;
  /** `#rrggbb`, null when it has none. */
  colour: string | null;
  /** The annotation that this one answers, or is grouped with, by its name; empty when there is none. */
  inReplyTo: string;
  hidden: boolean;
}>;

/** FPDF_ANNOT_* of fpdf_annot.h. */
const subtypes = new Map<number, MarkKind>([
  [1, "text"],
  [3, "freeText"],
  [4, "line"],
  [5, "square"],
  [6, "circle"],
  [7, "polygon"],
  [8, "polyLine"],
  [9, "highlight"],
  [10, "underline"],
  [11, "squiggly"],
  [12, "strikeOut"],
  [13, "stamp"],
  [14, "caret"],
  [15, "ink"],
]);

/**
 * Most marks that are taken from one page. Links and fields are not counted: a page may have tens of thousands of them
 * before its first mark.
 */
const maxMarks = 20_000;

/** The mark-up annotations of a page: what readers of it wrote, marked and drew. */
export function readAnnotations(pdfium: Pdfium, page: number): PdfAnnotation[] {
  const found: PdfAnnotation[] = [];
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let n = 0; n < count && found.length < maxMarks; n++) {
    const handle = pdfium.FPDFPage_GetAnnot(page, n);
    if (handle === 0) continue;
    const subtype = subtypes.get(pdfium.FPDFAnnot_GetSubtype(handle));
    if (subtype !== undefined) found.push(readOne(pdfium, handle, subtype));
    pdfium.FPDFPage_CloseAnnot(handle);
  }
  return found;
}

function readOne(pdfium: Pdfium, handle: number, subtype: MarkKind): PdfAnnotation {
  const text = (key: string): string =>
    wide(pdfium, (buffer, size) => pdfium.FPDFAnnot_GetStringValue(handle, key, buffer, size));
  return {
    subtype,
    box: boxOf(pdfium, handle),
    quads: quadsOf(pdfium, handle),
    name: text("NM"),
    author: text("T"),
    contents: text("Contents"),
    subject: text("Subj"),
    created: text("CreationDate"),
    modified: text("M"),
    colour: colourOf(pdfium, handle),
    inReplyTo: answered(pdfium, handle),
    // Bits 2 and 6 of the flags are Hidden and NoView (table 165).
    hidden: (pdfium.FPDFAnnot_GetFlags(handle) & 0b100010) !== 0,
  };
}

function boxOf(pdfium: Pdfium, handle: number): Box {
  return withScratch(pdfium, 16, (scratch) =>
    pdfium.FPDFAnnot_GetRect(handle, scratch) ? boxAt(pdfium, scratch) : [0, 0, 0, 0],
  );
}

function quadsOf(pdfium: Pdfium, handle: number): number[][] {
  const count = Math.min(5000, pdfium.FPDFAnnot_CountAttachmentPoints(handle));
  return withScratch(pdfium, 32, (scratch) =>
    Array.from({ length: count }, (_, n) =>
      pdfium.FPDFAnnot_GetAttachmentPoints(handle, n, scratch) ? floats(pdfium, scratch, 8) : [],
    ).filter((quad) => quad.length === 8),
  );
}

function colourOf(pdfium: Pdfium, handle: number): string | null {
  return withScratch(pdfium, 16, (scratch) => {
    const addresses = [0, 4, 8, 12].map((offset) => scratch + offset);
    const [r = 0, g = 0, b = 0] = addresses;
    if (!pdfium.EPDFAnnot_GetColor(handle, 0, r, g, b)) return null;
    const parts = addresses.slice(0, 3).map((address) => memoryOf(pdfium).HEAP32[address / 4] ?? 0);
    return `#${parts.map((part) => (part & 255).toString(16).padStart(2, "0")).join("")}`;
  });
}

function answered(pdfium: Pdfium, handle: number): string {
  const other = pdfium.FPDFAnnot_GetLinkedAnnot(handle, "IRT");
  if (other === 0) return "";
  const name = wide(pdfium, (buffer, size) => pdfium.FPDFAnnot_GetStringValue(other, "NM", buffer, size));
  pdfium.FPDFPage_CloseAnnot(other);
  return name;
}
