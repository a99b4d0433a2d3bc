import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { type Rect, type Sheet, sheetOf } from "../../../shared/page-view/sheet.ts";
import type { Tile } from "../../../shared/page-view/tiles.ts";
import { openDocument } from "../pdfium/document.ts";
import { floats, memoryOf, type Pdfium, withScratch } from "../pdfium/module.ts";
import { imagesOf } from "./images.ts";
import { isPhotograph, turnDark } from "./night.ts";
import { png, type Raster } from "./png.ts";

/** A PDF open for drawing. Pages count from 0. */
export interface PageDrawing {
  sheet(page: number): Sheet;
  readonly pageCount: number;
  /**
   * A tile of a page's picture, whose whole size in device pixels is given, as a PNG file; `dark`: light on dark,
   * photographs as they are.
   */
  picture(page: number, whole: Size, tile: Tile, dark?: boolean): Uint8Array;
  close(): void;
}

type Size = Readonly<{ width: number; height: number }>;

/**
 * Open a PDF for drawing. Throws `password` when one is needed or wrong, `unreadable` when PDFium cannot make sense of
 * it.
 */
export async function openDrawing(bytes: Uint8Array, password: string | null): Promise<PageDrawing> {
  const { pdfium, document, close } = await openDocument(bytes, password);
  const photographs = new Map<number, readonly Rect[]>();
  return {
    pageCount: pdfium.FPDF_GetPageCount(document),
    sheet: (page) => withPage(pdfium, document, page, (handle) => readSheet(pdfium, handle)),
    picture: (page, whole, tile, dark) =>
      withPage(pdfium, document, page, (handle) => {
        const drawn = draw(pdfium, handle, whole, tile);
        if (!dark) return png(drawn);
        const sheet = readSheet(pdfium, handle);
        const kept = photographs.get(page) ?? photographsOn(pdfium, handle, sheet);
        photographs.set(page, kept);
        turnDark(
          drawn,
          kept.map((area) => inPixels(area, sheet, whole, tile)),
        );
        return png(drawn);
      }),
    close,
  };
}

function withPage<Value>(pdfium: Pdfium, document: number, index: number, use: (page: number) => Value): Value {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new WorkbenchError("unreadable", message("paper.pageNotDrawn", { page: index + 1 }));
  try {
    return use(page);
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function readSheet(pdfium: Pdfium, page: number): Sheet {
  const [left = 0, top = 0, right = 0, bottom = 0] = withScratch(pdfium, 16, (address) => {
    pdfium.FPDF_GetPageBoundingBox(page, address);
    return floats(pdfium, address, 4);
  });
  const rotation = ([0, 90, 180, 270] as const)[pdfium.FPDFPage_GetRotation(page)] ?? 0;
  const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  return sheetOf([left, bottom, right, top], rotation, size);
}

/** Three bytes a pixel: half the time of four, and half the time again to pack them. */
const rgb = 2;
/** Draw the file's own annotations too, red first (fpdfview.h: FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER). */
const flags = 0x01 | 0x10;

function draw(pdfium: Pdfium, page: number, whole: Size, tile: Tile): Raster {
  const bitmap = pdfium.FPDFBitmap_CreateEx(tile.width, tile.height, rgb, 0, 0);
  if (bitmap === 0) throw new WorkbenchError("limit", message("paper.pageTooLarge"));
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, tile.width, tile.height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, -tile.x, -tile.y, whole.width, whole.height, 0, flags);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const rows = memoryOf(pdfium).HEAPU8.slice(start, start + stride * tile.height);
    return { width: tile.width, height: tile.height, stride, rows };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

/** Photographs are told from drawings and scans by a small picture of the page, so that all its tiles agree. */
function photographsOn(pdfium: Pdfium, page: number, sheet: Sheet): Rect[] {
  const images = imagesOf(pdfium, page, sheet);
  if (images.length === 0) return [];
  const scale = Math.min(0.5, 600 / Math.max(sheet.width, sheet.height));
  const small = {
    width: Math.max(1, Math.round(sheet.width * scale)),
    height: Math.max(1, Math.round(sheet.height * scale)),
  };
  const whole = { x: 0, y: 0, ...small };
  const drawn = draw(pdfium, page, small, whole);
  return images.filter((area) => isPhotograph(drawn, inPixels(area, sheet, small, whole)));
}

/** An area of the sheet in the pixels of a tile. */
function inPixels(area: Rect, sheet: Sheet, whole: Size, tile: Tile): Rect {
  const [across, down] = [whole.width / sheet.width, whole.height / sheet.height];
  return {
    x0: Math.round(area.x0 * across) - tile.x,
    y0: Math.round(area.y0 * down) - tile.y,
    x1: Math.round(area.x1 * across) - tile.x,
    y1: Math.round(area.y1 * down) - tile.y,
  };
}
