import { detailsOf, placeOf, type Report } from "./outline.ts";

/** A report as Markdown (CommonMark with tables). Every value is escaped. */
export function reportMarkdown(report: Report): string {
  const head = ["Issue", ...report.stances.map((stance) => `${stance.glyph} ${stance.name}`), "all"];
  const lines = report.table.map((line) => [line.issue, ...line.counts.map(shown), String(line.total)]);
  const sum = ["**All**", ...report.totals.map(shown), String(report.totals.reduce((a, b) => a + b, 0))];
  return [
    `# ${escapeMarkdown(report.title)}`,
    `Made ${report.made.slice(0, 10)} with Stancemark.`,
    report.papers
      .map(
        (paper) =>
          `- ${escapeMarkdown([paper.title, ...paper.authors, ...(paper.date ? [paper.date] : [])].join(", "))} (${paper.claims})`,
      )
      .join("\n"),
    "## Issues and stances",
    [head, head.map(() => "---"), ...lines.map((line) => line.map(escapeMarkdown)), sum]
      .map((cells) => `| ${cells.join(" | ")} |`)
      .join("\n"),
    ...report.issues.flatMap(({ issue, claims }) => [
      `## ${escapeMarkdown(issue)}`,
      ...claims.map((claim) => quoteBlock(claim.row.quote, detailsOf(claim), claim.row.note)),
    ]),
    ...(report.notes.length === 0
      ? []
      : ["## Notes", ...report.notes.map((row) => quoteBlock(row.quote, placeOf(row), row.note))]),
    "",
  ].join("\n\n");
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>&#|~]/g, "\\$&")
    .replace(/^(\d*)([-+.)])(?=\s|$)/, "$1\\$2");
}

function quoteBlock(quote: string, details: string, note: string): string {
  const tail = note === "" ? "" : `\n>\n> *${escapeMarkdown(note)}*`;
  return `> “${escapeMarkdown(quote)}”\n>\n> ${escapeMarkdown(details)}${tail}`;
}

function shown(count: number): string {
  return count === 0 ? "" : String(count);
}
