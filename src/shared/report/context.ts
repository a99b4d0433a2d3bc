import type { PositionRow } from "../analysis/table.ts";
import type { AnnotationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Citations } from "./cite.ts";
import { type Report, type ReportClaim, strengthName } from "./outline.ts";
import type { ClaimRow } from "./rows.ts";
import { directionOf, type Quote } from "./tree.ts";

/** What the sections of a report are made from. */
export type Context = Readonly<{
  library: Library;
  /** The claims and notes of the report, in the order of papers and text. */
  rows: readonly ClaimRow[];
  positions: readonly PositionRow[];
  outline: Report;
  citations: Citations;
  /** Claims whose words no longer stand where they were marked. */
  moved: ReadonlySet<AnnotationId>;
  /** ISO instant. */
  made: string;
  /** What the reader filtered by, in writing; empty for everything. */
  filter: string;
}>;

/** The short stable name of a claim: the end of its identifier, `#` before it. */
export function nameOfClaim(id: AnnotationId): string {
  return `#${id.slice(-8)}`;
}

/** A claim under one of its issues, as a quote with all that is known of it. */
export function quoteUnder(context: Context, { row, stance, glyph, strength }: ReportClaim): Quote {
  const held = `${glyph} ${stance}${strength === null ? "" : ` (${strengthName(strength)})`}`;
  return { ...quoteOfRow(context, row, [held, row.actor ?? "no actor named"]), stance };
}

/** An annotation as a quote; `first` is what its details begin with. */
export function quoteOfRow(context: Context, row: ClaimRow, first: readonly string[]): Quote {
  const details = [
    ...first,
    context.citations.short(row.paper, row.page),
    ...(row.certainty === null ? [] : [`certainty ${row.certainty} of 5`]),
    ...(row.grade === null ? [] : [`source ${row.grade}`]),
    `${row.coder}, ${row.created.slice(0, 10)}`,
    nameOfClaim(row.id),
    ...row.relations,
  ];
  return {
    claim: row.id,
    words: row.quote,
    direction: directionOf(row.quote),
    stance: "",
    details: details.join(" · "),
    note: row.note,
    moved: context.moved.has(row.id),
  };
}
