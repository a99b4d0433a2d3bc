import { both, clipOf, cutRule, everywhere, isWithin } from "./clip.ts";
import { type Box, hotCalls, memoryOf, type Pdfium, withScratch } from "./module.ts";
import { boundsOf, identity, type Matrix, matrixOf, moved, type ObjectSource, product } from "./placed.ts";

/**
 * What is drawn on a page beside its text: small shapes and pictures about as wide as high, among which bullets may be,
 * and rules, which are boxes without a height or without a width.
 */
export type Drawing = Readonly<{ shapes: readonly Box[]; rules: readonly Box[] }>;

/** FPDF_PAGEOBJ_* of fpdf_edit.h. */
const [textObject, pathObject, formObject] = [1, 2, 5];
/** FPDF_SEGMENT_* of fpdf_edit.h. */
const [lineTo, moveTo] = [0, 2];
/** Sides of a shape that may be a bullet, in points. */
const [leastSide, mostSide] = [1, 12];
/** How thick a rule is at most, and how long at least, in points. */
const [mostThick, leastLong] = [2.2, 5];
/** A page with more of them is a drawing; one with more objects is not looked at. */
const [mostShapes, mostRules, mostObjects, mostSegments] = [400, 4000, 50_000, 2000];
/** So many forms within one another are looked into. */
const mostForms = 4;

/** Objects of a page or a form, one after the other. */
type Objects = Readonly<{ count: number; at: (index: number) => number }>;
type Found = { shapes: Box[]; rules: Box[]; objects: number };

/**
 * What programs that stamp or join files put into a form, a page within the page, is drawn on the page, too. A form
 * with less text than there is around it is an ornament, which may be cut off anywhere.
 */
export function readDrawing(pdfium: Pdfium, page: number): Drawing {
  const hot = hotCalls(pdfium);
  const found: Found = { shapes: [], rules: [], objects: 0 };
  const objects = { count: pdfium.FPDFPage_CountObjects(page), at: (n: number) => hot.FPDFPage_GetObject(page, n) };
  const top = { matrix: identity, clip: everywhere, depth: 0 };
  const isRead = withScratch(pdfium, 48, (scratch) => addDrawn({ pdfium, hot, scratch }, objects, top, found));
  const { shapes, rules } = found;
  return {
    shapes: !isRead || shapes.length > mostShapes ? [] : shapes,
    rules: !isRead || rules.length > mostRules ? [] : rules,
  };
}

/** Add what some objects draw; false where there are too many of them. */
function addDrawn(source: ObjectSource, { count, at }: Objects, { matrix, clip, depth }: Place, found: Found): boolean {
  const { hot } = source;
  found.objects += count;
  if (found.objects > mostObjects) return false;
  const forms: number[] = [];
  let texts = 0;
  for (let n = 0; n < count; n++) {
    const object = at(n);
    const type = object === 0 ? textObject : hot.FPDFPageObj_GetType(object);
    if (type === textObject) texts++;
    if (type === formObject) forms.push(object);
    if (type === textObject || type === formObject) continue;
    const box = boundsOf(source, object, matrix);
    if (box === null) continue;
    const isShape = isSmall(box);
    const rules =
      isShape || type !== pathObject || found.rules.length > mostRules ? [] : rulesOf(source, object, box, matrix);
    if (!isShape && rules.length === 0) continue;
    const seen = both(clip, clipOf(source, object, matrix));
    if (isShape && isWithin(box, seen)) found.shapes.push(box);
    for (const rule of rules) {
      const cut = cutRule(rule, seen);
      if (cut !== null) found.rules.push(cut);
    }
  }
  return depth >= mostForms || forms.every((form) => addForm(source, form, { matrix, clip, depth }, texts, found));
}

/** Where some objects are: what maps their space to the page's, what of the page they may be seen in, how deep. */
type Place = Readonly<{ matrix: Matrix; clip: Box; depth: number }>;

/** Add what a form draws, if it has as many pieces of text as there are around it. */
function addForm(
  source: ObjectSource,
  form: number,
  { matrix, clip, depth }: Place,
  texts: number,
  found: Found,
): boolean {
  const objects = objectsOf(source, form);
  const own = matrixOf(source, form);
  if (own === null || (texts > 0 && textsIn(source, objects) < texts)) return true;
  const inner = { matrix: product(own, matrix), clip: both(clip, clipOf(source, form, matrix)), depth: depth + 1 };
  return addDrawn(source, objects, inner, found);
}

function textsIn({ hot }: ObjectSource, { count, at }: Objects): number {
  let texts = 0;
  for (let n = 0; n < Math.min(count, mostObjects); n++) if (hot.FPDFPageObj_GetType(at(n)) === textObject) texts++;
  return texts;
}

function objectsOf({ hot }: ObjectSource, form: number): Objects {
  return { count: hot.FPDFFormObj_CountObjects(form), at: (n) => hot.FPDFFormObj_GetObject(form, n) };
}

function isSmall([x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) < leastSide || Math.max(width, height) > mostSide) return false;
  return width >= height * 0.5 && height >= width * 0.5;
}

/** The rules that a path draws: itself, where it is thin; the straight lines of a larger path, as a box's sides. */
function rulesOf(source: ObjectSource, path: number, box: Box, matrix: Matrix): Box[] {
  const [x0, y0, x1, y1] = box;
  const rule = ruleIn(box);
  if (rule !== null) return [rule];
  const count = source.hot.FPDFPath_CountSegments(path);
  if (count < 2 || count > mostSegments) return [];
  // PDFium's box around a single stroke is twice as thick as the stroke.
  if (count === 2 && Math.min(x1 - x0, y1 - y0) > mostThick * 2) return [];
  return linesOf(source, path, count, matrix);
}

/** The middle line of a thin box; null where it is none. */
function ruleIn([x0, y0, x1, y1]: Box): Box | null {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (y1 - y0 <= mostThick && x1 - x0 >= leastLong) return [x0, y, x1, y];
  return x1 - x0 <= mostThick && y1 - y0 >= leastLong ? [x, y0, x, y1] : null;
}

/** The straight lines of a path; none of one that is curved anywhere. */
function linesOf(source: ObjectSource, path: number, count: number, matrix: Matrix): Box[] {
  const { hot, pdfium, scratch } = source;
  const own = matrixOf(source, path);
  if (own === null) return [];
  const all = product(own, matrix);
  const index = scratch / 4;
  const rules: Box[] = [];
  // Where the figure began, where it is now, and how many corners it has.
  let [x0, y0, x, y, corners] = [0, 0, 0, 0, 0];
  for (let n = 0; n < count; n++) {
    const segment = hot.FPDFPath_GetPathSegment(path, n);
    const type = hot.FPDFPathSegment_GetType(segment);
    if (type !== lineTo && type !== moveTo) return [];
    if (hot.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) !== 1) return rules;
    const heap = memoryOf(pdfium).HEAPF32;
    const [toX, toY] = moved(all, heap[index] ?? 0, heap[index + 1] ?? 0);
    if (type === lineTo && corners > 0) addRule(rules, x, y, toX, toY);
    if (type === moveTo) {
      // The last side of a box that is filled may be left out.
      if (corners === 4) addRule(rules, x, y, x0, y0);
      corners = 0;
    }
    if (corners === 0) [x0, y0] = [toX, toY];
    [x, y] = [toX, toY];
    corners++;
  }
  if (corners === 4) addRule(rules, x, y, x0, y0);
  return rules;
}

/** Add the line between two points, if it is a rule: charts have thousands that are none. */
function addRule(rules: Box[], x0: number, y0: number, x1: number, y1: number): void {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (Math.min(width, height) > mostThick || Math.max(width, height) < leastLong) return;
  const rule = ruleIn([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]);
  if (rule !== null) rules.push(rule);
}
