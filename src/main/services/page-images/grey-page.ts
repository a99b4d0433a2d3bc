import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type Box, boxAt, memoryOf, type Pdfium, withScratch } from "../pdfium/module.ts";

/** A page drawn in shades of grey: one byte a pixel, 0 is black, rows from the top without gaps. */
export type GreyPage = Readonly<{
  width: number;
  height: number;
  pixels: Uint8Array;
  /** Pixels an inch, lower than asked for where the page is very large. */
  dpi: number;
  /** The visible part of the page in user space, and how far clockwise a viewer turns it. */
  visible: Box;
  rotation: 0 | 90 | 180 | 270;
}>;

/** A page of A1 at 200 dpi has 31 million. */
const maxPixels = 32_000_000;
/** Bitmaps of one byte a pixel (fpdfview.h: FPDFBitmap_Gray), drawn in shades of grey (FPDF_GRAYSCALE). */
const grey = 1;
const greyscale = 0x08;

/** Draw a page as it lies in the file, without the turn that viewers give it and without the file's annotations. */
export function drawGreyPage(pdfium: Pdfium, document: number, index: number, wanted: number): GreyPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new WorkbenchError("unreadable", message("paper.pageNotDrawn", { page: index + 1 }));
  try {
    const visible: Box = withScratch(pdfium, 16, (scratch) =>
      pdfium.FPDF_GetPageBoundingBox(page, scratch) ? boxAt(pdfium, scratch) : [0, 0, 612, 792],
    );
    const quarter = pdfium.FPDFPage_GetRotation(page);
    const [wide, high] = [visible[2] - visible[0], visible[3] - visible[1]];
    const dpi = Math.min(wanted, 72 * Math.sqrt(maxPixels / Math.max(1, wide * high)));
    const width = Math.max(1, Math.round((wide * dpi) / 72));
    const height = Math.max(1, Math.round((high * dpi) / 72));
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, grey, 0, 0);
    if (bitmap === 0) throw new WorkbenchError("limit", message("paper.pageTooLarge"));
    try {
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, (4 - quarter) % 4, greyscale);
      const stride = pdfium.FPDFBitmap_GetStride(bitmap);
      const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
      const rows = memoryOf(pdfium).HEAPU8;
      const pixels = new Uint8Array(width * height);
      for (let y = 0; y < height; y++)
        pixels.set(rows.subarray(start + y * stride, start + y * stride + width), y * width);
      return { width, height, pixels, dpi, visible, rotation: ([0, 90, 180, 270] as const)[quarter] ?? 0 };
    } finally {
      pdfium.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}
