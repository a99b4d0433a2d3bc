import { describe } from "../../../shared/anchor/describe.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation, Passage } from "../../../shared/model/annotation.ts";
import { ofPaper, recordOf } from "../../../shared/model/by-paper.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { AnnotationId, derivedId } from "../../../shared/model/ids.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { clipRegion, regionBetween } from "../../../shared/page-view/region.ts";
import { regionAnchor, wordAnchor } from "../../../shared/page-view/region-anchor.ts";
import { rectOn, sheetOf } from "../../../shared/page-view/sheet.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { areasOf, type Geometry } from "../geometry/geometry.ts";
import { TextLocator } from "../geometry/text-locator.ts";
import type { MarkKind } from "../pdfium/annotations.ts";
import { ownName, type PageMark } from "../pdfium/marks.ts";
import type { Box } from "../pdfium/module.ts";
import { answer, Coders, plain } from "./coders.ts";

/** A paper that something is said of; `geometry` is null where it has no pages. */
export type Target = Readonly<{ paper: Paper; content: PaperContent; geometry: Geometry | null }>;
/** Edits that bring something in, and what the reader should know about it, one sentence each. */
export type ImportedAnnotations = Readonly<{ edits: readonly Edit[]; warnings: readonly Message[] }>;

/** The coder of mark-up that names nobody. */
const nobody = "Unnamed in the PDF";
const mostRanges = 100;

/**
 * Mark-up of a PDF as notes of its paper: the words under it, its text, author, dates and colour. A sticky note and
 * text set beside the words go to the nearest sentence, an answer to the words of what it answers. A frame, and a
 * drawing with a text, is an area of its page. The same mark has
 * the same identifier wherever it is brought in; one that the library has, or that `seen` says it had, is skipped.
 */
export function markEdits(
  library: Library,
  { paper, content, geometry }: Target,
  marks: readonly PageMark[],
  { at, seen }: Readonly<{ at: string; seen: (id: string) => boolean }>,
): ImportedAnnotations {
  if (geometry === null || marks.length === 0) return { edits: [], warnings: [] };
  const under = new TextLocator(content, geometry);
  const made = new Map<string, Annotation>();
  const relations: Edit[] = [];
  const coders = new Coders(library, nobody);
  let lost = 0;
  for (const mark of marks.filter((mark) => !mark.hidden).toSorted((a, b) => a.page - b.page)) {
    const id = freshId(paper, mark, made);
    if (recordOf(library.annotations, paper.id, id) !== undefined || seen(id)) continue;
    const parent = answered(library, paper, mark, made);
    const passage = parent?.passage ?? passageOf(under, { content, geometry }, mark);
    if (passage === null) {
      lost++;
      continue;
    }
    const created = instantOf(mark.created) ?? instantOf(mark.modified) ?? at;
    made.set(id, {
      id,
      paper: paper.id,
      passage,
      actor: null,
      certainty: null,
      grade: null,
      note: cutText(plain(mark.contents), 20_000),
      origin: { tool: "pdf", kind: mark.subtype, colour: mark.colour, foreignId: mark.name || null },
      coder: coders.of(mark.author),
      created,
      modified: instantOf(mark.modified) ?? created,
    });
    if (parent !== null) relations.push(answer(paper, id, parent, coders.of(mark.author), created));
  }
  const annotations = [...made.values()].map((to): Edit => ({ table: "annotations", from: null, to }));
  return {
    edits: annotations.length === 0 ? [] : [...coders.edits, ...annotations, ...relations],
    warnings: lost === 0 ? [] : [message("import.marksWithoutText", { count: lost })],
  };
}

/** Mark-up that surrounds something: a figure, a table, a paragraph. */
const frames: readonly MarkKind[] = ["square", "circle", "polygon"];
/** What is drawn by hand or stamped is a decoration unless its writer says something with it. */
const drawings: readonly MarkKind[] = ["line", "polyLine", "ink", "stamp"];
/** Stands beside words or between them. */
const beside: readonly MarkKind[] = ["text", "freeText", "caret"];

/** What a mark is about: an area of its page, or words; null where it is about neither. */
function passageOf(
  under: TextLocator,
  { content, geometry }: Readonly<{ content: PaperContent; geometry: Geometry }>,
  mark: PageMark,
): Passage | null {
  const isShape = frames.includes(mark.subtype) || (drawings.includes(mark.subtype) && mark.contents.trim() !== "");
  if (isShape) return areaOf(under, content, mark);
  if (drawings.includes(mark.subtype)) return null;
  const ranges = rangesOf(under, mark);
  // On a scan that was not read yet, a mark is where it is.
  if (ranges.length === 0) return under.isBlank(mark.page) ? areaOf(under, content, mark) : null;
  const anchored = describe(content.text, ranges.slice(0, mostRanges));
  return { ranges: anchored, areas: areasOf(geometry, anchored) };
}

/** The rectangle of a mark as an area of its page; null where it is too small, or beside the page. */
function areaOf(under: TextLocator, content: PaperContent, { page: index, box }: PageMark): Passage | null {
  const page = content.pages[index];
  if (page === undefined || page.width === 0) return null;
  const { left = 0, bottom = 0, width, height, rotation } = page;
  const size = rotation % 180 === 0 ? { width, height } : { width: height, height: width };
  const sheet = sheetOf([left, bottom, left + width, bottom + height], rotation, size);
  const { x0, y0, x1, y1 } = rectOn(sheet, box);
  const region = clipRegion(regionBetween(index, { x: x0, y: y0 }, { x: x1, y: y1 }), sheet);
  if (region === null) return null;
  const [first] = under.ranges(index, [box]);
  const near = first ?? under.sentence(index, box);
  const anchor = near === null ? regionAnchor(content, region, null) : wordAnchor(content, near.start);
  return { ranges: [anchor], areas: [], region };
}

/**
 * Highlights and the like have quads, others their box; what is beside words goes to the nearest sentence. The words of
 * a box of text are in the text themselves, unless the paper was here before the box.
 */
function rangesOf(under: TextLocator, mark: PageMark): { start: number; end: number }[] {
  const own = mark.subtype === "freeText" ? under.words(mark.page, mark.box, mark.contents) : [];
  if (own.length > 0) return own;
  const isBeside = beside.includes(mark.subtype);
  const boxes = mark.quads.length > 0 ? mark.quads.map(boxOf) : [mark.box];
  const ranges = isBeside ? [] : under.ranges(mark.page, boxes);
  const saysNothing = mark.contents.trim() === "" && (!isBeside || mark.subtype === "caret");
  if (ranges.length > 0 || saysNothing) return ranges;
  const sentence = under.sentence(mark.page, mark.box);
  return sentence === null ? [] : [sentence];
}

/** Programs give the corners of a quad in different orders; its bounds are the same in all. */
function boxOf(quad: readonly number[]): Box {
  const xs = quad.filter((_, index) => index % 2 === 0);
  const ys = quad.filter((_, index) => index % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function idOf(paper: Paper, mark: Readonly<{ page: number; name: string }>): AnnotationId {
  return derivedId(AnnotationId, `${paper.sha256} ${mark.page} ${mark.name}`);
}

/** By its name on the page; where it has none, or one that is taken, by all that it is. */
function freshId(paper: Paper, mark: PageMark, made: ReadonlyMap<string, Annotation>): AnnotationId {
  const named = idOf(paper, mark);
  if (mark.name !== "" && !made.has(named)) return named;
  const { page, subtype, box, quads, author, contents, created } = mark;
  const all = JSON.stringify([subtype, box.map(Math.round), quads, author, contents, created]);
  return derivedId(AnnotationId, `${paper.sha256} ${page} ${all}`);
}

/** The annotation that a mark answers: one of this file, or one of ours by its name. */
function answered(
  library: Library,
  paper: Paper,
  { page, inReplyTo }: PageMark,
  made: ReadonlyMap<string, Annotation>,
): Annotation | null {
  if (inReplyTo === "") return null;
  const table = ofPaper(library.annotations, paper.id);
  const id = idOf(paper, { page, name: inReplyTo });
  return made.get(id) ?? table[id] ?? table[ownName(inReplyTo)] ?? null;
}

const pdfDate = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/;

/**
 * A date as PDF writes it (ISO 32000-1, 7.9.4) in UTC, with or without the `D:` that some writers forget; null when it
 * is none of the years 0 to 9999.
 */
export function instantOf(text: string): string | null {
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", sign, by = "00", and = "00"] =
    pdfDate.exec(text) ?? [];
  if (year === undefined) return null;
  const zone = sign === undefined ? "Z" : `${sign}${by}:${and}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  const instant = Number.isNaN(date.getTime()) ? "" : date.toISOString();
  return /^\d/.test(instant) ? instant : null;
}
