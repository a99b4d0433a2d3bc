import type { FactCell } from "../analysis/facts.ts";
import { message } from "../messages/message.ts";
import {
  cellText,
  headingsOf,
  notesOf,
  type ReportBlock,
  type ReportQuote,
  type ReportRun,
  type ReportTree,
  type TableBlock,
} from "./tree.ts";
import type { ReportWords } from "./words.ts";

/**
 * A report as Markdown (CommonMark with tables and footnotes). Every value is escaped; a chart is reduced to its
 * caption; its numbers are in the table after it.
 */
export function reportMarkdown(tree: ReportTree): string {
  let note = 0;
  const runs = (list: readonly ReportRun[]): string =>
    list.map((run) => (run.kind === "note" ? `[^${++note}]` : runMarkdown(run))).join("");
  const body = tree.blocks.map((block) => blockMarkdown(tree, block, runs)).filter((text) => text !== "");
  const notes = notesOf(tree).map((text, index) => `[^${index + 1}]: ${text.map(runMarkdown).join("")}`);
  return [`# ${escapeMarkdown(tree.title)}`, escapeMarkdown(tree.byline), ...body, ...notes, ""].join("\n\n");
}

function blockMarkdown(tree: ReportTree, block: ReportBlock, runs: (list: readonly ReportRun[]) => string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return withoutMarker(runs(block.runs));
    case "list":
      return block.items.map((item) => `- ${withoutMarker(runs(item))}`).join("\n");
    case "references":
      return block.entries.map((entry) => `- ${withoutMarker(runs(entry))}`).join("\n");
    case "quote":
      return quoteBlock(block.quote, tree.words);
    case "pair":
      return [`**${escapeMarkdown(block.title)}**`, ...block.sides.map((side) => quoteBlock(side, tree.words))].join(
        "\n\n",
      );
    case "chart":
      return "";
    case "flag":
      return `⚠ ${escapeMarkdown(block.text)}`;
    case "contents":
      return headingsOf(tree)
        .map((heading) => `${"  ".repeat(heading.level - 1)}- ${escapeMarkdown(heading.text)}`)
        .join("\n");
    case "table":
      return tableMarkdown(block);
  }
}

function runMarkdown(run: Exclude<ReportRun, { kind: "note" }>): string {
  const text = inlineMarkdown(run.text);
  if (run.kind === "flag") return ` **⚠ ${text.trim()}** `;
  if (run.kind === "link") return `<${run.href.replace(/[<>\s]/g, encodeURIComponent)}>`;
  return run.bold ? `**${text}**` : run.italic ? `*${text}*` : text;
}

function tableMarkdown({ caption, heads, lines, foot }: TableBlock): string {
  const row = (cells: readonly FactCell[]): string =>
    `| ${heads.map((_, index) => escapeMarkdown(cellText(cells[index] ?? null))).join(" | ")} |`;
  const end = foot === null ? [] : [foot.map((cell) => (cell === null ? null : cellText(cell)))];
  return [
    `*${escapeMarkdown(caption)}*`,
    "",
    row(heads),
    `|${" --- |".repeat(heads.length)}`,
    ...[...lines, ...end].map(row),
  ].join("\n");
}

/** What would begin a list, or be a rule across the page. */
const leadingMarker = /^(\s*\d*)([-+.)])(?=\s|$|[-\s]+$)/;

/** A line whose first words are not read as the marker of a list or as a rule. */
function withoutMarker(line: string): string {
  return line.replace(leadingMarker, "$1\\$2");
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return withoutMarker(inlineMarkdown(text.trim()));
}

function quoteBlock({ words, source, details, note, moved }: ReportQuote, { say, quoted }: ReportWords): string {
  const lines = [
    escapeMarkdown(quoted(words)),
    `${escapeMarkdown(source)}  \n> ${escapeMarkdown(details)}`,
    ...(note === "" ? [] : [`*${escapeMarkdown(note)}*`]),
    ...(moved ? [`⚠ ${say(message("report.lost"))}`] : []),
  ];
  return `> ${lines.join("\n>\n> ")}`;
}

/** The same inside a line, where white space at its ends counts and no list can begin. */
function inlineMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&#|~]/g, "\\$&");
}
