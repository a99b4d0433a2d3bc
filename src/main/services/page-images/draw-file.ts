import type { DrawnPages } from "../../../shared/contract/page-calls.ts";
import { openDrawing } from "./drawing.ts";

/** Some pages of a PDF are asked for as pictures: from which page, counted from 0, how many, and how wide in pixels. */
export type DrawWork = Readonly<{ bytes: Uint8Array; from: number; count: number; width: number; dark: boolean }>;

/** The tallest picture, in pixels: a page of a report is no roll of paper. */
const tallest = 8192;

/** Draw pages of a PDF that is in no library. Throws `password` and `unreadable`. */
export async function drawPages({ bytes, from, count, width, dark }: DrawWork): Promise<DrawnPages> {
  const drawing = await openDrawing(bytes, null);
  try {
    const pages = drawing.pageCount;
    const wanted = Array.from({ length: Math.max(0, Math.min(count, pages - from)) }, (_, index) => from + index);
    return {
      pages,
      pictures: wanted.map((page) => {
        const sheet = drawing.sheet(page);
        const height = Math.min(tallest, Math.max(1, Math.round((width * sheet.height) / Math.max(1, sheet.width))));
        const whole = { width, height };
        return { ...whole, bytes: drawing.picture(page, whole, { x: 0, y: 0, ...whole }, dark) };
      }),
    };
  } finally {
    drawing.close();
  }
}
