import type { ClaimRow } from "../claims/rows.ts";
import { noStance, stanceScale } from "../codebook/stance-scale.ts";
import { message } from "../messages/message.ts";
import type { AnnotationId, IssueId, StanceId } from "../model/ids.ts";
import { issueNames, parsePath, printPath, showPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import { shortId } from "../model/short-id.ts";
import { stanceLabel } from "../model/stance-name.ts";
import { englishWords, type ReportWords } from "./words.ts";

type ReportPosition = Pick<ClaimRow["positions"][number], "stanceId" | "stance" | "glyph" | "look" | "strength">;

/** A claim under an issue, with the stance it takes there. */
export type ReportClaim = ReportPosition & Readonly<{ row: ClaimRow }>;

/** A report before it has a form: a table of counts, then the claims under their issues, then the notes. */
export type Report = Readonly<{
  title: string;
  made: string;
  papers: readonly Readonly<{ title: string; authors: readonly string[]; date: string | null; claims: number }>[];
  /** The scale and, where a claim has none, no stance, whose identifier is null. */
  stances: readonly Readonly<{ id: StanceId | null; name: string; glyph: string }>[];
  table: readonly Readonly<{ issue: string; counts: readonly number[]; total: number }>[];
  totals: readonly number[];
  issues: readonly Readonly<{ issue: string; claims: readonly ReportClaim[] }>[];
  notes: readonly ClaimRow[];
}>;

/**
 * Claims grouped by issue, with an issue × stance table. A claim with two positions is under both issues and counts in
 * both.
 */
export function reportOf(
  library: Library,
  rows: readonly ClaimRow[],
  made: string,
  { say }: ReportWords = englishWords,
): Report {
  const positions = rows.flatMap((row) => row.positions.map((position) => ({ row, ...position })));
  const stances = [
    ...stanceScale(library.stances).map(({ id, name, glyph }) => ({ id, name, glyph })),
    ...(positions.some(({ stanceId }) => stanceId === null)
      ? [{ id: null, glyph: noStance.glyph, name: say(stanceLabel(null)) }]
      : []),
  ];
  const order = issueOrder(library);
  const issues = [...Map.groupBy(positions, (position) => position.issue)].sort(
    ([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  const table = issues.map(([issue, claims]) => ({
    issue: showPath(parsePath(issue)),
    counts: stances.map((stance) => claims.filter((claim) => claim.stanceId === stance.id).length),
    total: claims.length,
  }));
  const papers = [...Map.groupBy(rows, (row) => row.paper)].flatMap(([id, paperRows]) => {
    const paper = library.papers[id];
    return paper === undefined
      ? []
      : [{ title: paper.title, authors: paper.authors, date: paper.date, claims: paperRows.length }];
  });
  return {
    title: say(
      papers.length === 1
        ? message("report.claimsIn", { title: papers[0]?.title ?? "" })
        : message("report.claimsByIssue"),
    ),
    made,
    papers,
    stances,
    table,
    totals: stances.map((_, index) => table.reduce((sum, line) => sum + (line.counts[index] ?? 0), 0)),
    issues: issues.map(([issue, claims]) => ({
      issue: showPath(parsePath(issue)),
      claims: claims.map(({ row, stanceId, stance, glyph, look, strength }) => ({
        row,
        stanceId,
        stance,
        glyph,
        look,
        strength,
      })),
    })),
    notes: rows.filter((row) => row.positions.length === 0),
  };
}

/**
 * The place of each written issue path in the codebook's tree: parents before children, siblings by rank, then name.
 */
export function issueOrder(library: Library): Map<string, number> {
  const children = Map.groupBy(Object.values(library.issues), (issue) => issue.parent);
  const order = new Map<string, number>();
  const visit = (parent: IssueId | null): void => {
    const siblings = (children.get(parent) ?? []).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
    for (const issue of siblings) {
      order.set(printPath(issueNames(library.issues, issue.id)), order.size);
      visit(issue.id);
    }
  };
  visit(null);
  return order;
}

/** Where a note is and who made it. */
export function claimPlace(row: ClaimRow, words: ReportWords = englishWords): string {
  return [placeOf(row, words), ...codedAs(row, words)].join(" · ");
}

function placeOf({ paperTitle, page }: ClaimRow, words: ReportWords): string {
  return words.say(message("report.place", { paper: paperTitle, page: pageName(page, words) }));
}

/** A page label as people cite it: `p. 12`, or `§3` of a paper without pages. */
export function pageName(label: string, { say }: Pick<ReportWords, "say"> = englishWords): string {
  return label.startsWith("§") ? label : say(message("report.page", { page: label }));
}

/** A strength, 1 to 3, in a word. */
export function strengthName(strength: number, { say }: ReportWords = englishWords): string {
  const known = ([1, 2, 3] as const).find((known) => known === strength);
  return known === undefined ? "" : say(message(`report.strength.${known}`));
}

/** The short stable name of a claim: the end of its identifier, `#` before it. */
export function nameOfClaim(id: AnnotationId): string {
  return `#${shortId(id)}`;
}

/** A stance with glyph and strength: `+ supports (strong)`. */
export function printPositions(
  { stance, glyph, strength }: Pick<ReportPosition, "stance" | "glyph" | "strength">,
  words: ReportWords = englishWords,
): string {
  const name = stance === null ? words.say(stanceLabel(null)) : words.isolate(stance);
  // The sign stays on the line of its stance.
  return `${glyph}\u00a0${name}${strength === null ? "" : ` (${strengthName(strength, words)})`}`.trim();
}

/** Says of a quote that it was read with OCR; nothing of one from the paper's own text. */
export function readByOcr({ text }: Pick<ClaimRow, "text">, { say }: Pick<ReportWords, "say">): readonly string[] {
  return text === "ocr" ? [say(message("report.readByOcr"))] : [];
}

/**
 * How a claim was read and coded: whether with OCR, certainty, source grade, coder and date, stable name if wanted,
 * links to other claims.
 */
export function codedAs(
  row: ClaimRow,
  { say, isolate }: ReportWords = englishWords,
  isNamed = true,
): readonly string[] {
  const coder = row.coder === "" ? message("report.unnamedCoder") : row.coder;
  return [
    ...readByOcr(row, { say }),
    ...(row.certainty === null ? [] : [say(message("report.certainty", { certainty: row.certainty }))]),
    ...(row.grade === null ? [] : [say(message("report.grade", { grade: row.grade }))]),
    say(message("report.codedWhen", { coder, day: row.created.slice(0, 10) })),
    ...(isNamed ? [isolate(nameOfClaim(row.id))] : []),
    ...row.relations,
  ];
}

/** What is under a quote: stance and strength, actor, place, certainty, coder and date, stable name. */
export function detailsOf({ row, ...held }: ReportClaim, words: ReportWords = englishWords): string {
  return [
    printPositions(held, words),
    row.actor === null ? words.say(message("report.noActor")) : words.isolate(row.actor),
    placeOf(row, words),
    ...codedAs(row, words),
  ].join(" · ");
}
