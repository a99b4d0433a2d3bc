import { type Box, hotCalls, memoryOf, type Pdfium, withScratch } from "./module.ts";

/** FPDF_PAGEOBJ_TEXT of fpdf_edit.h. */
const text = 1;
/** Sides of a shape that may be a bullet, in points. */
const [leastSide, mostSide] = [1, 12];
/** A page with more of them is a drawing; one with more objects is not looked at. */
const [mostShapes, mostObjects] = [400, 50_000];

/** The bounds of small shapes and pictures on a page, about as wide as high: bullets may be among them. */
export function readSmallShapes(pdfium: Pdfium, page: number): Box[] {
  const hot = hotCalls(pdfium);
  const count = pdfium.FPDFPage_CountObjects(page);
  if (count > mostObjects) return [];
  return withScratch(pdfium, 16, (scratch) => {
    const shapes: Box[] = [];
    for (let n = 0; n < count; n++) {
      const object = hot.FPDFPage_GetObject(page, n);
      if (object === 0 || hot.FPDFPageObj_GetType(object) === text) continue;
      if (hot.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 1) continue;
      const heap = memoryOf(pdfium).HEAPF32;
      const at = scratch / 4;
      const box = [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0] as const;
      const [width, height] = [box[2] - box[0], box[3] - box[1]];
      if (Math.min(width, height) < leastSide || Math.max(width, height) > mostSide) continue;
      if (width < height * 0.5 || height < width * 0.5) continue;
      if (shapes.length === mostShapes) return [];
      shapes.push(box);
    }
    return shapes;
  });
}
