import { type Coded, codedIn } from "../../../../shared/claims.ts";
import type { Area } from "../../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../../shared/model/content.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { recordName, recordOf, type Withhold } from "../../../../shared/record.ts";
import { type Report, reportOf } from "../../../../shared/report/outline.ts";
import { type ClaimRow, rowsOf } from "../../../../shared/report/rows.ts";
import { webAnnotations, webAnnotationsName } from "../../../../shared/web-annotation.ts";
import type { HighlightColours } from "../../../../shared/workbench.ts";
import { areasOf, openGeometry } from "../../geometry.ts";
import type { Progress } from "../../jobs.ts";
import { digest } from "../../snapshot.ts";
import { align } from "./align.ts";
import { appendPages } from "./append.ts";
import { type Attachment, attach } from "./attach.ts";
import { addHighlight } from "./highlight.ts";
import { isArray, isRef, nameOf, type PdfObject, type PdfRef } from "./objects.ts";
import { addOutline, type Branch } from "./outline.ts";
import { PdfSource } from "./source.ts";
import { linkScheme, noteText, summaryPages } from "./summary.ts";
import { typeset } from "./typeset.ts";
import { PdfUpdate } from "./update.ts";

export type PdfExport = Readonly<{
  library: Library;
  paper: Paper;
  content: PaperContent;
  source: Uint8Array;
  geometry: Uint8Array | null;
  password: string | null;
  colours: HighlightColours;
  /** Whether pages with counts, legend and index are appended. */
  summary: boolean;
  withheld: Withhold;
}>;
export type AnnotatedPdf = Readonly<{ bytes: Uint8Array; annotations: number; warnings: readonly string[] }>;

type Placed = { page: PdfRef; top: number };

/**
 * The paper as a PDF with every claim a standard highlight. A PDF keeps its bytes as an exact prefix of the result; other
 * papers are typeset first. Throws `unreadable` when the source's structure is damaged or encrypted.
 */
export async function annotatedPdf(input: PdfExport, onProgress: Progress): Promise<AnnotatedPdf> {
  const { library, paper, content } = input;
  onProgress("steps", 0, 3);
  const source = paper.format === "pdf" ? input.source : typeset(paper, content);
  const geometry =
    paper.format === "pdf" && input.geometry !== null ? input.geometry : await align(content.text, source);
  const update = new PdfUpdate(new PdfSource(source));
  const coded = codedIn(library, paper.id);
  const rows = rowsOf(library, coded, new Map([[paper.id, content]]));
  onProgress("steps", 1, 3);
  const { placed, warnings } = addHighlights(update, library, coded, rows, openGeometry(geometry));
  onProgress("steps", 2, 3);
  const made = new Date().toISOString();
  finish(update, input, attachmentsOf(input, coded, rows, made), reportOf(library, rows, made), placed);
  onProgress("steps", 3, 3);
  return { bytes: update.finish(), annotations: placed.size, warnings };
}

function addHighlights(
  update: PdfUpdate,
  library: Library,
  coded: readonly Coded[],
  rows: readonly ClaimRow[],
  geometry: ReturnType<typeof openGeometry>,
): { placed: Map<string, Placed>; warnings: string[] } {
  const pages = update.source.pages();
  const added = new Map<number, PdfRef[]>();
  const placed = new Map<string, Placed>();
  const warnings: string[] = [];
  for (const [index, one] of coded.entries()) {
    const row = rows[index];
    const stored = one.annotation.passage.areas;
    const areas = stored.length > 0 ? stored : areasOf(geometry, one.annotation.passage.ranges);
    const here = areas.filter((area) => pages[area.page] !== undefined && area.quads.length > 0);
    if (row === undefined || here.length === 0)
      warnings.push(`“${row?.quote.slice(0, 60) ?? ""}” has no place on the pages and was left out.`);
    else placed.set(row.id, highlight(update, library, { one, row, areas: here, pages, added }));
  }
  for (const [page, refs] of added) {
    const target = pages[page];
    if (target === undefined) continue;
    const own = update.source.dict(target.ref);
    const before = update.source.resolve(own.get("Annots"));
    update.set(
      target.ref,
      new Map<string, PdfObject>([...own, ["Annots", [...(isArray(before) ? before : []), ...refs]]]),
    );
  }
  return { placed, warnings };
}

type Claim = Readonly<{
  one: Coded;
  row: ClaimRow;
  areas: readonly Area[];
  pages: readonly { ref: PdfRef }[];
  added: Map<number, PdfRef[]>;
}>;

function highlight(update: PdfUpdate, library: Library, { one, row, areas, pages, added }: Claim): Placed {
  let first: PdfRef | null = null;
  let placed: Placed | null = null;
  const stance = library.stances[one.positions[0]?.stance ?? ""];
  for (const [index, area] of areas.entries()) {
    const page = pages[area.page]?.ref;
    if (page === undefined) continue;
    const { ref, popup }: { ref: PdfRef; popup: PdfRef } = addHighlight(update, {
      name: index === 0 ? row.id : `${row.id}-p${index + 1}`,
      page,
      quads: area.quads,
      colour: tint(stance?.colour ?? "#d9c46a"),
      author: row.coder,
      subject: row.positions.length === 0 ? "Note" : "Claim",
      contents: noteText(row),
      created: row.created,
      modified: one.annotation.modified,
      first,
    });
    first ??= ref;
    placed ??= { page, top: area.quads[0]?.[1] ?? 0 };
    added.set(area.page, [...(added.get(area.page) ?? []), ref, popup]);
  }
  return placed ?? { page: pages[0]?.ref ?? { kind: "ref", number: 0, generation: 0 }, top: 0 };
}

/** A stance's colour as light as a highlighter's, 0 to 1. */
function tint(colour: string): [number, number, number] {
  const part = (at: number): number => 1 - (1 - Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 0.42;
  return [part(1), part(3), part(5)];
}

function finish(
  update: PdfUpdate,
  input: PdfExport,
  attachments: readonly Attachment[],
  report: Report,
  placed: ReadonlyMap<string, Placed>,
): void {
  const { library, paper } = input;
  const rootRef = update.source.trailer.get("Root");
  if (!isRef(rootRef)) return;
  const root = update.source.dict(rootRef);
  const entries = new Map<string, PdfObject>([...root, ...attach(update, attachments, root, report.made)]);
  if (input.summary && placed.size > 0) {
    const hex = (value: number): string =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, "0");
    const colours = new Map(
      Object.values(library.stances).map((stance) => [stance.name, `#${tint(stance.colour).map(hex).join("")}`]),
    );
    appendPages(update, summaryPages(report, paper.title, colours, pageSize(update)), (address) => {
      const place = address.startsWith(linkScheme) ? placed.get(address.slice(linkScheme.length)) : undefined;
      return place === undefined ? null : [place.page, nameOf("XYZ"), null, place.top, null];
    });
    entries.set("Outlines", addOutline(update, branchOf(report, placed), root.get("Outlines") ?? null));
  }
  update.set(rootRef, entries);
}

function pageSize(update: PdfUpdate): { width: number; height: number } {
  const page = update.source.pages()[0]?.dict;
  const box = update.source.resolve(page?.get("CropBox") ?? page?.get("MediaBox"));
  const [x0 = 0, y0 = 0, x1 = 595, y1 = 842] = isArray(box)
    ? box.map((value) => Number(update.source.resolve(value)))
    : [];
  const size = { width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
  return size.width > 250 && size.height > 250 ? size : { width: 595, height: 842 };
}

function branchOf(report: Report, placed: ReadonlyMap<string, Placed>): Branch {
  const issues = report.issues.map(({ issue, claims }): Branch => {
    const children = claims.map(({ row, glyph }): Branch => {
      const place = placed.get(row.id);
      const title = `${glyph} ${row.actor ?? ""}: ${row.quote.slice(0, 70)}`;
      return { title, page: place?.page ?? null, top: place?.top ?? 0, children: [] };
    });
    return { title: issue, page: children[0]?.page ?? null, top: children[0]?.top ?? 0, children };
  });
  return { title: "Claims", page: issues[0]?.page ?? null, top: issues[0]?.top ?? 0, children: issues };
}

/** What the file carries for programs: the record, the W3C annotations and, where it does not begin with them, the paper's own bytes. */
function attachmentsOf(
  input: PdfExport,
  coded: readonly Coded[],
  rows: readonly ClaimRow[],
  made: string,
): Attachment[] {
  const { library, paper, content, withheld } = input;
  const own = paper.format === "pdf";
  const record = recordOf(library, {
    paper,
    source: own ? { kind: "prefix" } : { kind: "attachment", name: paper.fileName },
    textSha256: digest(content.text),
    made,
    withheld,
  });
  const both = coded.flatMap(({ annotation }, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ annotation, row }];
  });
  const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
  return [
    {
      name: recordName,
      type: "application/json",
      description: "Claims, codebook and coders of this paper, as Stancemark keeps them",
      relationship: "Data",
      bytes: json(record),
    },
    {
      name: webAnnotationsName,
      type: "application/ld+json",
      description: "Claims and notes as W3C Web Annotations",
      relationship: "Data",
      bytes: json(webAnnotations(paper, content, both)),
    },
    ...(own
      ? []
      : [
          {
            name: paper.fileName,
            type: paper.format === "markdown" ? "text/markdown" : "text/plain",
            description: "The paper as it was imported",
            relationship: "Source" as const,
            bytes: input.source,
          },
        ]),
  ];
}
