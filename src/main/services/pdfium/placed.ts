import { type Box, type hotCalls, memoryOf, type Pdfium } from "./module.ts";

/** What maps x and y to `ax + cy + e` and `bx + dy + f` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `scratch` is the address of 48 bytes. */
export type ObjectSource = Readonly<{ pdfium: Pdfium; hot: ReturnType<typeof hotCalls>; scratch: number }>;

/** The box of an object on its page; null where PDFium has none. */
export function boundsOf({ pdfium, hot, scratch }: ObjectSource, object: number, matrix: Matrix): Box | null {
  if (hot.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 1) return null;
  const heap = memoryOf(pdfium).HEAPF32;
  const at = scratch / 4;
  const box = [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0] as const;
  if (matrix === identity) return box;
  const [x0, y0] = moved(matrix, box[0], box[1]);
  const [x1, y1] = moved(matrix, box[2], box[3]);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/** An object's own matrix; null where it has none. */
export function matrixOf({ hot, pdfium, scratch }: ObjectSource, object: number): Matrix | null {
  if (hot.FPDFPageObj_GetMatrix(object, scratch + 16) !== 1) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = memoryOf(pdfium).HEAPF32.slice(scratch / 4 + 4, scratch / 4 + 10);
  return [a, b, c, d, e, f];
}

/** First the one, then the other. */
export function product([a, b, c, d, e, f]: Matrix, then: Matrix): Matrix {
  if (then === identity) return [a, b, c, d, e, f];
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
