import { type Coded, codedIn } from "../../../../shared/claims/claims.ts";
import { type ClaimRow, claimRows } from "../../../../shared/claims/rows.ts";
import type { HighlightColours } from "../../../../shared/contract/workbench.ts";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { hasPages } from "../../../../shared/model/paper-format.ts";
import { shownLibrary } from "../../../../shared/model/shown-library.ts";
import { withShownDetails, withShownNames } from "../../../../shared/papers/shown-names.ts";
import type { Withhold } from "../../../../shared/record/record.ts";
import { reportOf } from "../../../../shared/report/outline.ts";
import { englishWords, type ReportWords } from "../../../../shared/report/words.ts";
import type { Progress } from "../../files/progress.ts";
import { openGeometry } from "../../geometry/geometry.ts";
import { nameValue, type PdfObject } from "../../pdf/objects.ts";
import { visibleBox } from "../../pdf/pages.ts";
import { PdfSource } from "../../pdf/source.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { fontWarnings } from "../../typst/fonts.ts";
import { typeset } from "../../typst/typeset.ts";
import { align } from "./align.ts";
import { appendPages } from "./append.ts";
import { attach } from "./attach.ts";
import { Highlighter } from "./highlight.ts";
import { type ClaimPlace, placeClaims } from "./highlights.ts";
import { addOutline, claimsBranch } from "./outline.ts";
import { attachmentsOf } from "./record.ts";
import { foundIn, repaired } from "./repair.ts";
import { cautionsOf } from "./signed.ts";
import { linkScheme, summaryPages } from "./summary.ts";
import { Tags } from "./tags.ts";

/** What an annotated PDF is made of: the paper, its claims, and what of them goes in. */
export type PdfExport = Readonly<{
  library: Library;
  paper: Paper;
  content: PaperContent;
  /** The PDF of its pages where it has pages, else its own bytes. */
  source: Uint8Array;
  /** The paper's own bytes where `source` was made of them, as of a picture. */
  original?: Uint8Array | undefined;
  /** Recognised words as a library keeps them, where there are any. */
  recognised?: Uint8Array | undefined;
  geometry: Uint8Array | null;
  password: string | null;
  colours: HighlightColours;
  /** Whether pages with counts, legend and index are appended. */
  summary: boolean;
  withheld: Withhold;
}>;
/** The file, and in words what could not be done as asked. */
export type AnnotatedPdf = Readonly<{ bytes: Uint8Array; annotations: number; warnings: readonly Message[] }>;

/** What is annotated: the paper itself, its repaired copy, or its words typeset. */
type Base = Readonly<{ bytes: Uint8Array; geometry: Uint8Array | null; own: boolean; warnings: readonly Message[] }>;

/**
 * The paper as a PDF with every claim a standard highlight. A PDF keeps its bytes as an exact prefix of the result and
 * its encryption; a damaged one is repaired first, which is said; other papers are typeset. Throws `password` when one
 * is needed or wrong, `unreadable` when the source cannot be repaired so that what is written on it is seen.
 */
export async function annotatedPdf(
  input: PdfExport,
  onProgress: Progress,
  words: ReportWords = englishWords,
): Promise<AnnotatedPdf> {
  onProgress(message("progress.steps"), 0, 3);
  const { source: bytes, geometry } = input;
  if (!hasPages(input.paper.format)) {
    const made = typeset(withShownDetails(input.paper), input.content);
    const base = { bytes: made.bytes, own: false, warnings: made.warnings };
    return write(input, { ...base, geometry: await align(input.content, made.bytes) }, onProgress, words);
  }
  try {
    return write(input, { bytes, geometry, own: input.original === undefined, warnings: [] }, onProgress, words);
  } catch (error) {
    if (!(error instanceof WorkbenchError) || error.code !== "unreadable") throw error;
    const copy = await repaired(bytes, input.password).catch(() => null);
    if (copy === null) throw error;
    const warnings = [message("export.repaired")];
    const made = write(input, { bytes: copy, geometry, own: false, warnings }, onProgress, words);
    const coded = codedIn(input.library, input.paper.id);
    const annotations = new Set<string>(coded.map((claim) => claim.annotation.id));
    // Of a damaged page tree each program makes pages of its own: what PDFium does not find, a reader may not see.
    if ((await foundIn(made.bytes, input.password, annotations)) === made.annotations) return made;
    throw new WorkbenchError("unreadable", message("export.highlightsHidden"));
  }
}

function write(input: PdfExport, base: Base, onProgress: Progress, words: ReportWords): AnnotatedPdf {
  const { content, colours } = input;
  const library = withShownNames(input.library);
  const paper = withShownDetails(input.paper);
  const update = new PdfUpdate(new PdfSource(base.bytes, input.password));
  const coded = codedIn(library, paper.id);
  const contents = new Map([[paper.id, content]]);
  const shown = shownLibrary(library, words.language);
  const rows = claimRows(shown, coded, contents, words.language);
  onProgress(message("progress.steps"), 1, 3);
  const tags = Tags.of(update);
  const highlighter = new Highlighter(update, tags);
  const geometry = lazy(() => openGeometry(base.geometry ?? new Uint8Array([3, 0])));
  // Sections are what a paper without pages is cited by; typeset, it has pages of its own.
  const labelOf = (page: number): string =>
    hasPages(paper.format) ? (content.pages[page]?.label ?? "") : String(page + 1);
  const { places, warnings } = placeClaims(highlighter, { library, labelOf, coded, rows, geometry, colours, words });
  highlighter.finish();
  onProgress(message("progress.steps"), 2, 3);
  const printed = rows.map((row) => ({ ...row, page: labelOf(places.get(row.id)?.page ?? 0) }));
  const printedRows = hasPages(paper.format) ? rows : printed;
  // What programs read has the stored names, whatever the language.
  const stored = claimRows(library, coded, contents).map((row, index) => ({
    ...row,
    page: printedRows[index]?.page ?? row.page,
  }));
  finish(update, input, { tags, base, coded, rows: printedRows, stored, places, words });
  onProgress(message("progress.steps"), 3, 3);
  return {
    bytes: update.finish(),
    annotations: places.size,
    warnings: [...base.warnings, ...indexWarnings(input, rows), ...cautionsOf(update.source), ...warnings],
  };
}

/** A PDF's own words bring their fonts along, those in the index need ours. */
function indexWarnings({ paper, summary }: PdfExport, rows: readonly ClaimRow[]): Message[] {
  if (!summary || !hasPages(paper.format)) return [];
  return fontWarnings(rows.map((row) => `${row.quote} ${row.actor ?? ""} ${row.note}`).join(" "));
}

type Written = Readonly<{
  tags: Tags | null;
  base: Base;
  coded: readonly Coded[];
  /** The claims as people read them, and as programs do. */
  rows: readonly ClaimRow[];
  stored: readonly ClaimRow[];
  words: ReportWords;
  places: ReadonlyMap<string, ClaimPlace>;
}>;

function finish(update: PdfUpdate, input: PdfExport, written: Written): void {
  const { tags, base, coded, rows, stored, places, words } = written;
  const library = shownLibrary(withShownNames(input.library), words.language);
  const paper = withShownDetails(input.paper);
  const made = new Date().toISOString();
  const { ref, dict: catalog } = update.source.catalog();
  const files = attachmentsOf(
    { ...input, source: input.original ?? input.source, prefix: base.own },
    coded,
    stored,
    made,
  );
  const entries = new Map<string, PdfObject>([...catalog, ...attach(update, files, catalog, made)]);
  const destinationOf = (id: string): PdfObject => {
    const place = places.get(id);
    const page = place === undefined ? null : update.pages.at(place.page);
    return place === undefined || page === null
      ? null
      : [page.ref, nameValue("XYZ"), null, Math.round(place.top), null];
  };
  if (input.summary && places.size > 0) {
    const report = reportOf(library, rows, made, words);
    const pages = summaryPages({ library, paper, report, rows, colours: input.colours, size: pageSize(update), words });
    const linked = (address: string): PdfObject =>
      address.startsWith(linkScheme) ? destinationOf(address.slice(linkScheme.length)) : null;
    const added = appendPages(update, pages, linked, tags);
    for (const [key, value] of added.entries) entries.set(key, value);
    const front = added.front === null ? null : [added.front, nameValue("XYZ"), null, null, null];
    const branch = claimsBranch(report, front, destinationOf, words);
    entries.set("Outlines", addOutline(update, branch, catalog.get("Outlines") ?? null));
  }
  tags?.finish();
  update.set(ref, entries);
}

/** The size of the paper's first page as it is shown, in points; A4 where that is too small to write on. */
function pageSize(update: PdfUpdate): { width: number; height: number } {
  const page = update.pages.at(0)?.dict ?? new Map();
  const [x0, y0, x1, y1] = visibleBox(update.source, page);
  const turned = Number(update.source.resolve(page.get("Rotate")) ?? 0) % 180 !== 0;
  const unit = Number(update.source.resolve(page.get("UserUnit")) ?? 1);
  const [width, height] = turned ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0];
  const fits = width * unit > 250 && height * unit > 250 && width * unit < 3000 && height * unit < 3000;
  return fits ? { width: width * unit, height: height * unit } : { width: 595, height: 842 };
}

function lazy<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
