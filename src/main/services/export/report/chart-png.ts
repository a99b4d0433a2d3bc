import type { Picture } from "../../../../shared/chart/picture.ts";
import { printed, svgOf } from "../../../../shared/chart/svg.ts";
import { openDrawing } from "../../page-images/drawing.ts";
import { typst } from "../../typst/typst.ts";

/** Pixels for one of CSS (1/96 inch): 220 an inch, as Word stores pictures by default. */
const density = 220 / 96;

/** A picture and its width and height on the page, in pixels of CSS. */
export type ShownChart = Readonly<{ picture: Picture; width: number; height: number }>;

/**
 * Pictures as PNG in the size that they are shown in, drawn by the libraries that are here anyway: Typst reads the SVG,
 * PDFium draws the page. All of them are one document, because both take a while to start.
 */
export async function chartPngs(charts: readonly ShownChart[]): Promise<Uint8Array[]> {
  if (charts.length === 0) return [];
  const pages = charts.map(({ picture }) => {
    const svg = JSON.stringify(svgOf(picture, printed).replace(/\p{Cc}/gu, " "));
    const size = `width: ${picture.width}pt, height: ${picture.height}pt`;
    return `#page(${size}, margin: 0pt, image(bytes(${svg}), format: "svg", width: 100%))`;
  });
  const drawing = await openDrawing(typst(pages.join("\n")), null);
  try {
    return charts.map(({ width, height }, index) => {
      const whole = { width: Math.round(width * density), height: Math.round(height * density) };
      return drawing.picture(index, whole, { x: 0, y: 0, ...whole });
    });
  } finally {
    drawing.close();
  }
}
