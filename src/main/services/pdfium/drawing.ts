import { type Box, hotCalls, memoryOf, type Pdfium, withScratch } from "./module.ts";

/**
 * What is drawn on a page beside its text: small shapes and pictures about as wide as high, among which bullets may be,
 * and rules, which are boxes without a height or without a width.
 */
export type Drawing = Readonly<{ shapes: readonly Box[]; rules: readonly Box[] }>;

/** FPDF_PAGEOBJ_* of fpdf_edit.h. */
const [textObject, pathObject] = [1, 2];
/** FPDF_SEGMENT_* of fpdf_edit.h. */
const [lineTo, moveTo] = [0, 2];
/** Sides of a shape that may be a bullet, in points. */
const [leastSide, mostSide] = [1, 12];
/** How thick a rule is at most, and how long at least, in points. */
const [mostThick, leastLong] = [2.2, 5];
/** A page with more of them is a drawing; one with more objects is not looked at. */
const [mostShapes, mostRules, mostObjects, mostSegments] = [400, 4000, 50_000, 2000];

type Source = Readonly<{ pdfium: Pdfium; hot: ReturnType<typeof hotCalls>; scratch: number }>;
type Point = readonly [x: number, y: number];

export function readDrawing(pdfium: Pdfium, page: number): Drawing {
  const hot = hotCalls(pdfium);
  const count = pdfium.FPDFPage_CountObjects(page);
  const shapes: Box[] = [];
  const rules: Box[] = [];
  if (count > mostObjects) return { shapes, rules };
  withScratch(pdfium, 48, (scratch) => {
    const source = { pdfium, hot, scratch };
    for (let n = 0; n < count; n++) {
      const object = hot.FPDFPage_GetObject(page, n);
      const type = object === 0 ? textObject : hot.FPDFPageObj_GetType(object);
      if (type === textObject) continue;
      const box = boundsOf(source, object);
      if (box === null) continue;
      if (isSmall(box)) shapes.push(box);
      else if (type === pathObject && rules.length <= mostRules) rules.push(...rulesOf(source, object, box));
    }
  });
  return {
    shapes: shapes.length > mostShapes ? [] : shapes,
    rules: rules.length > mostRules ? [] : rules,
  };
}

function boundsOf({ pdfium, hot, scratch }: Source, object: number): Box | null {
  if (hot.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 1) return null;
  const heap = memoryOf(pdfium).HEAPF32;
  const at = scratch / 4;
  return [heap[at] ?? 0, heap[at + 1] ?? 0, heap[at + 2] ?? 0, heap[at + 3] ?? 0];
}

function isSmall([x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) < leastSide || Math.max(width, height) > mostSide) return false;
  return width >= height * 0.5 && height >= width * 0.5;
}

/** The rules that a path draws: itself, where it is thin; the straight lines of a larger path, as a box's sides. */
function rulesOf(source: Source, path: number, box: Box): Box[] {
  const [x0, y0, x1, y1] = box;
  const rule = ruleIn(box);
  if (rule !== null) return [rule];
  const count = source.hot.FPDFPath_CountSegments(path);
  if (count < 2 || count > mostSegments) return [];
  // PDFium's box around a single stroke is twice as thick as the stroke.
  if (count === 2 && Math.min(x1 - x0, y1 - y0) > mostThick * 2) return [];
  return linesOf(source, path, count);
}

/** The middle line of a thin box; null where it is none. */
function ruleIn([x0, y0, x1, y1]: Box): Box | null {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (y1 - y0 <= mostThick && x1 - x0 >= leastLong) return [x0, y, x1, y];
  return x1 - x0 <= mostThick && y1 - y0 >= leastLong ? [x, y0, x, y1] : null;
}

function isCurved({ hot }: Source, path: number, count: number): boolean {
  for (let n = 0; n < count; n++) {
    const type = hot.FPDFPathSegment_GetType(hot.FPDFPath_GetPathSegment(path, n));
    if (type !== lineTo && type !== moveTo) return true;
  }
  return false;
}

function linesOf(source: Source, path: number, count: number): Box[] {
  const { hot, pdfium, scratch } = source;
  if (isCurved(source, path, count)) return [];
  if (hot.FPDFPageObj_GetMatrix(path, scratch + 16) !== 1) return [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = memoryOf(pdfium).HEAPF32.slice(scratch / 4 + 4, scratch / 4 + 10);
  const rules: Box[] = [];
  let figure: Point[] = [];
  // The last side of a box that is filled may be left out.
  const close = (): void => {
    if (figure.length === 4) rules.push(...ruleBetween(figure[3], figure[0]));
  };
  for (let n = 0; n < count; n++) {
    const segment = hot.FPDFPath_GetPathSegment(path, n);
    if (hot.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) !== 1) return rules;
    const heap = memoryOf(pdfium).HEAPF32;
    const [x, y] = [heap[scratch / 4] ?? 0, heap[scratch / 4 + 1] ?? 0];
    const point: Point = [a * x + c * y + e, b * x + d * y + f];
    if (hot.FPDFPathSegment_GetType(segment) === lineTo) rules.push(...ruleBetween(figure.at(-1), point));
    else {
      close();
      figure = [];
    }
    figure.push(point);
  }
  close();
  return rules;
}

function ruleBetween(from: Point | undefined, to: Point | undefined): Box[] {
  if (from === undefined || to === undefined) return [];
  const rule = ruleIn([
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ]);
  return rule === null ? [] : [rule];
}
