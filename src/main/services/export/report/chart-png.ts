import type { Picture } from "../../../../shared/chart/picture.ts";
import { printed, svgOf } from "../../../../shared/chart/svg.ts";
import { openDrawing } from "../../page-images/drawing.ts";
import { typst } from "../../typst/typst.ts";

/**
 * A picture as PNG at twice its size, drawn by the libraries that are here anyway: Typst reads the SVG, PDFium draws
 * the page.
 */
export async function chartPng(picture: Picture): Promise<Uint8Array> {
  const { width, height } = picture;
  const svg = JSON.stringify(svgOf(picture, printed).replace(/\p{Cc}/gu, " "));
  const page = typst(
    `#set page(width: ${width}pt, height: ${height}pt, margin: 0pt)\n#image(bytes(${svg}), format: "svg", width: 100%)`,
  );
  const drawing = await openDrawing(page, null);
  try {
    const whole = { width: Math.round(width * 2), height: Math.round(height * 2) };
    return drawing.picture(0, whole, { x: 0, y: 0, ...whole });
  } finally {
    drawing.close();
  }
}
