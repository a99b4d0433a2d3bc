import type { Ach } from "../analysis/ach.ts";
import { positionRows } from "../analysis/table.ts";
import type { Coded } from "../claims/claims.ts";
import type { ClaimRow } from "../claims/rows.ts";
import { message } from "../messages/message.ts";
import { textRanges } from "../model/annotation.ts";
import type { PaperContent } from "../model/content.ts";
import type { AnnotationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { cutText } from "../text/cut.ts";
import { type CitedPapers, citationsOf, dayInWords } from "./cite.ts";
import type { ReportContext } from "./context.ts";
import { nameOfClaim, reportOf } from "./outline.ts";
import { sectionBlocks, sectionName } from "./sections.ts";
import type { ReportTemplate, SectionKind } from "./template.ts";
import type { ReportBlock, ReportTree } from "./tree.ts";
import { englishWords, type ReportWords } from "./words.ts";

/** All that a report is made from; nothing else is read. */
export type ReportInput = Readonly<{
  library: Library;
  coded: readonly Coded[];
  /** The same annotations with names instead of identifiers, in the same order. */
  rows: readonly ClaimRow[];
  /** The library's analyses of competing hypotheses, filled in from its claims. */
  hypotheses: readonly Ach[];
  template: ReportTemplate;
  /** The papers as the template's style cites them. */
  cited: CitedPapers;
  moved: ReadonlySet<AnnotationId>;
  /** ISO instant. */
  made: string;
  filter: string;
}>;

/**
 * A report as a tree, in a language. Sections that have nothing to say are left out, heading and all. The library and
 * the rows have names as that language shows them (`shownLibrary`).
 */
export function reportTree({ template, ...input }: ReportInput, words: ReportWords = englishWords): ReportTree {
  const { library, rows } = input;
  const context: ReportContext = {
    ...input,
    words,
    positions: positionRows(library, input.coded),
    outline: reportOf(library, rows, input.made, words),
    citations: citationsOf(input.cited, words),
    noted: new Set(),
  };
  const flags = rows
    .filter((row) => input.moved.has(row.id))
    .map((row) => message("report.moved", { claim: nameOfClaim(row.id), quote: cutText(row.quote, 60) }));
  const blocks: ReportBlock[] = [];
  for (const section of template.sections) {
    const built = sectionBlocks(context, section);
    flags.push(...built.flags);
    if (built.blocks.length === 0) continue;
    const heading = section.heading ?? sectionName(section.kind, words);
    if (heading !== "")
      blocks.push({
        kind: "heading",
        level: 1,
        text: heading,
        id: "",
        unlisted: section.kind === "contents",
        apart: appendices.includes(section.kind),
      });
    blocks.push(...built.blocks);
  }
  return {
    title: template.title || context.outline.title,
    byline: bylineOf(input.made, rows, words),
    made: input.made,
    blocks: numbered(blocks),
    flags,
    words,
  };
}

/** The day in words and the coders, at most four by name. */
export function bylineOf(made: string, rows: readonly ClaimRow[], words: ReportWords = englishWords): string {
  const { say, isolate, language } = words;
  const coders = [...new Set(rows.map((row) => row.coder).filter((name) => name !== ""))].sort();
  const named = (coders.length > 4 ? coders.slice(0, 3) : coders).map(isolate);
  const others = coders.length > 4 ? [say(message("report.others", { count: coders.length - 3 }))] : [];
  const names = [...named, ...others].join(language.locale === "ur" ? "، " : ", ");
  return [
    dayInWords(made.slice(0, 10), words),
    ...(coders.length === 0 ? [] : [`${say(message("report.codedBy"))} ${names}`]),
    say(message("report.madeWith")),
  ].join(" · ");
}

/** Claims whose words are no longer what the text says at their place. */
export function movedClaims(coded: readonly Coded[], contents: ReadonlyMap<string, PaperContent>): Set<AnnotationId> {
  const moved = coded.filter(({ annotation }) => {
    const text = contents.get(annotation.paper)?.text;
    return (
      text !== undefined &&
      textRanges(annotation.passage).some(({ start, end, quote }) => text.slice(start, end) !== quote)
    );
  });
  return new Set(moved.map(({ annotation }) => annotation.id));
}

/** Long tables after the report, which begin a page of their own. */
const appendices: readonly SectionKind[] = ["claims", "codebook"];

/** Headings get identifiers that are the same in every format. */
function numbered(blocks: readonly ReportBlock[]): ReportBlock[] {
  let count = 0;
  return blocks.map((block) => (block.kind === "heading" ? { ...block, id: `section-${++count}` } : block));
}
