import type { Ach } from "../analysis/ach.ts";
import type { PositionRow } from "../analysis/table.ts";
import type { ClaimRow } from "../claims/rows.ts";
import { message } from "../messages/message.ts";
import type { AnnotationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { directionOfText } from "../text/isolate.ts";
import type { Citations } from "./cite.ts";
import { codedAs, printPositions, type Report, type ReportClaim } from "./outline.ts";
import type { ReportQuote } from "./tree.ts";
import type { ReportWords } from "./words.ts";

/** What the sections of a report are made from. */
export type ReportContext = Readonly<{
  library: Library;
  /** The claims and notes of the report, in the order of papers and text. */
  rows: readonly ClaimRow[];
  positions: readonly PositionRow[];
  outline: Report;
  hypotheses: readonly Ach[];
  citations: Citations;
  /** Papers that a footnote has cited already; it grows while the report is put together. */
  noted: Set<string>;
  /** Claims whose words are no longer where they were marked. */
  moved: ReadonlySet<AnnotationId>;
  /** ISO instant. */
  made: string;
  /** What the reader filtered by, in writing; empty for everything. */
  filter: string;
  words: ReportWords;
}>;

/** A claim under one of its issues, as a quote with all that is known of it. */
export function quoteUnder(context: ReportContext, { row, stance, glyph, look, strength }: ReportClaim): ReportQuote {
  return {
    ...quoteOfRow(context, row, [
      printPositions({ stance, glyph, strength }, context.words),
      row.actor === null ? context.words.say(message("report.noActor")) : context.words.isolate(row.actor),
    ]),
    look,
  };
}

/** An annotation as a quote; `first` is what the line of its source begins with. */
export function quoteOfRow(context: ReportContext, row: ClaimRow, first: readonly string[]): ReportQuote {
  return {
    claim: row.id,
    words: row.quote,
    direction: directionOfText(row.quote),
    look: "note",
    source: [...first, context.words.isolate(context.citations.short(row.paper, row.page))].join(" · "),
    details: codedAs(row, context.words).join(" · "),
    note: row.note,
    moved: context.moved.has(row.id),
  };
}
