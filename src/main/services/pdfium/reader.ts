import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type PdfAnnotation, readAnnotations } from "./annotations.ts";
import { type Attachment, readAttachments } from "./attachments.ts";
import { readChars } from "./chars.ts";
import { openDocument } from "./document.ts";
import { type Drawing, readDrawing } from "./drawing.ts";
import { Forms } from "./forms.ts";
import { type PdfLink, readLinks } from "./links.ts";
import { type Box, boxAt, type Pdfium, wide, withScratch } from "./module.ts";
import { type Bookmark, readOutline } from "./outline.ts";
import { PageChars } from "./page-chars.ts";
import { readPrinted } from "./printed-annotations.ts";
import { readStructure, type Tag } from "./structure.ts";

/** What a reader of the text gets of a page. */
export type PdfPage = Readonly<{
  /** The visible part of the page in user space: its crop box within its media box. */
  visible: Box;
  rotation: 0 | 90 | 180 | 270;
  label: string;
  /** The page's own characters, and after them what its form fields show. */
  chars: PageChars;
  /** How many of them are the page's own. */
  ownChars: number;
  /** What boxes of text say that somebody has put on the page. */
  boxes: PageChars;
  /** Shapes and rules. There is room in `chars` for two more characters for each of the shapes. */
  drawing: Drawing;
  links: readonly PdfLink[];
  /** Blocks of a tagged page by marked content; none when they were not asked for. */
  tags: ReadonlyMap<number, Tag>;
  annotations: readonly PdfAnnotation[];
}>;

/** An open PDF. Pages count from 0; calls for one that cannot be read throw `unreadable`. */
export interface PdfReader {
  readonly pageCount: number;
  /**
   * PDFium takes in a file's whole structure tree for one page's `tags`: ask for them only where `PageTags` has none.
   */
  page(index: number, tags?: "tags"): PdfPage;
  /** The mark-up annotations of a page alone; none where the page cannot be read. */
  annotations(index: number): PdfAnnotation[];
  /** An entry of the document information: `Title`, `Author`, `CreationDate`; empty when absent. */
  info(name: string): string;
  outline(): Bookmark[];
  attachments(wanted: (name: string) => boolean): Attachment[];
  close(): void;
}

/** Open a PDF to read its pages; throws as `openDocument` does. */
export async function openPdf(bytes: Uint8Array, password: string | null): Promise<PdfReader> {
  const { pdfium, document, close } = await openDocument(bytes, password);
  const forms = new Forms(pdfium, document);
  return {
    pageCount: pdfium.FPDF_GetPageCount(document),
    page: (index, tags) => readPage({ pdfium, document, forms }, index, tags !== undefined),
    annotations: (index) => annotationsOn(pdfium, document, index),
    info: (name) => wide(pdfium, (buffer, size) => pdfium.FPDF_GetMetaText(document, name, buffer, size)),
    outline: () => readOutline(pdfium, document),
    attachments: (wanted) => readAttachments(pdfium, document, wanted),
    close: () => {
      forms.close();
      close();
    },
  };
}

type Open = Readonly<{ pdfium: Pdfium; document: number; forms: Forms }>;

function readPage({ pdfium, document, forms }: Open, index: number, tags: boolean): PdfPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new WorkbenchError("unreadable", message("paper.pageUnreadable", { page: index + 1 }));
  const text = pdfium.FPDFText_LoadPage(page);
  try {
    const { fields, boxes } = readPrinted(pdfium, page, forms);
    const drawing = readDrawing(pdfium, page);
    const more = fields.length + drawing.shapes.length * 2;
    const chars = text === 0 ? new PageChars(more) : readChars(pdfium, text, more);
    const ownChars = chars.length;
    chars.append(fields);
    return {
      visible: visibleOf(pdfium, page),
      rotation: ([0, 90, 180, 270] as const)[pdfium.FPDFPage_GetRotation(page)] ?? 0,
      label: wide(pdfium, (buffer, size) => pdfium.FPDF_GetPageLabel(document, index, buffer, size)).slice(0, 100),
      chars,
      ownChars,
      boxes,
      drawing,
      links: readLinks(pdfium, document, page),
      tags: tags ? readStructure(pdfium, page) : new Map(),
      annotations: readAnnotations(pdfium, page),
    };
  } finally {
    if (text !== 0) pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
  }
}

function annotationsOn(pdfium: Pdfium, document: number, index: number): PdfAnnotation[] {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return [];
  try {
    return readAnnotations(pdfium, page);
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function visibleOf(pdfium: Pdfium, page: number): Box {
  return withScratch(pdfium, 16, (scratch) =>
    pdfium.FPDF_GetPageBoundingBox(page, scratch) ? boxAt(pdfium, scratch) : [0, 0, 612, 792],
  );
}
