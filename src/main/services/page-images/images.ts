import { pointOn, type Rect, type Sheet } from "../../../shared/page-view/sheet.ts";
import { floats, type Pdfium, withScratch } from "../pdfium/module.ts";

/** a, b, c, d, e, f of x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
type Matrix = readonly number[];

/** Kinds of page objects (fpdf_edit.h). */
const image = 3;
const form = 5;
/** Smaller pictures are bullets and rules, points. */
const least = 16;
/** Enough for any page a person can look at; a page of ten thousand strips is a scan. */
const most = 200;

/** Where the images of a page are on its sheet, those inside form objects too. */
export function imagesOf(pdfium: Pdfium, page: number, sheet: Sheet): Rect[] {
  const found: Rect[] = [];
  const visit = (object: number, outer: Matrix, depth: number): void => {
    const kind = pdfium.FPDFPageObj_GetType(object);
    if (found.length >= most || (kind !== image && kind !== form)) return;
    const matrix = product(matrixOf(pdfium, object), outer);
    if (kind === image) found.push(boxOf(matrix, sheet));
    else if (depth < 8)
      for (let index = 0; index < pdfium.FPDFFormObj_CountObjects(object); index++)
        visit(pdfium.FPDFFormObj_GetObject(object, index), matrix, depth + 1);
  };
  for (let index = 0; index < pdfium.FPDFPage_CountObjects(page); index++)
    visit(pdfium.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0);
  return found.filter(({ x0, y0, x1, y1 }) => x1 - x0 >= least && y1 - y0 >= least);
}

function matrixOf(pdfium: Pdfium, object: number): Matrix {
  return withScratch(pdfium, 24, (address) =>
    pdfium.FPDFPageObj_GetMatrix(object, address) ? floats(pdfium, address, 6) : [1, 0, 0, 1, 0, 0],
  );
}

/** First one, then the other. */
function product(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: Matrix,
) {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The box around an image: its corners are those of the unit square. */
function boxOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, sheet: Sheet): Rect {
  const corners = [
    [e, f],
    [a + e, b + f],
    [c + e, d + f],
    [a + c + e, b + d + f],
  ].map(([x = 0, y = 0]) => pointOn(sheet, x, y));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
