import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { pageName, type Report, type ReportClaim, strengths } from "../../../../shared/report/outline.ts";
import type { ClaimRow } from "../../../../shared/report/rows.ts";
import type { HighlightColours } from "../../../../shared/workbench.ts";
import { directionOf } from "../../import/builder.ts";
import { type Bar, chart, type Inks, inksOf } from "./chart.ts";
import { hex } from "./colour.ts";
import { faces, shown, typst } from "./typst.ts";

/** What an index entry's link says before the claim's identifier; the file that gets the pages makes a place of it. */
export const linkScheme = "stancemark-claim:";

type Summary = Readonly<{
  library: Library;
  paper: Paper;
  report: Report;
  rows: readonly ClaimRow[];
  colours: HighlightColours;
  /** Of a page, in points. */
  size: Readonly<{ width: number; height: number }>;
}>;

/** The pages behind an annotated paper: title and counts, the issue × stance chart, the legend, the index of claims, the notes. */
export function summaryPages(summary: Summary): Uint8Array {
  return typst(summaryMarkup(summary));
}

/** The same as Typst mark-up. */
export function summaryMarkup({ library, paper, report, rows, colours, size }: Summary): string {
  const inks = inksOf(library, report, colours);
  const unit = Math.min(1.25, Math.max(0.72, size.width / 595));
  const index = report.issues.map(({ issue, claims }) => {
    const bar: Bar = { name: issue, swatch: inks.issue.get(issue) ?? null };
    return `${issueHeading(bar, claims.length)}\n${claims.map((claim) => entry(claim, inks)).join("")}`;
  });
  return `#set document(title: ${JSON.stringify(paper.title)})
#set page(width: ${size.width}pt, height: ${size.height}pt, margin: (x: ${size.width * 0.115}pt, top: ${size.height * 0.1}pt, bottom: ${size.height * 0.105}pt), footer: ${footer(report)})
${faces}#set text(size: ${9.2 * unit}pt, fill: rgb("#1d1f23"))
#set par(leading: 0.62em)
#show heading: set text(weight: "semibold")
#show heading.where(level: 1): set text(size: 1.35em)
#show heading.where(level: 1): set block(above: 2.2em, below: 1em)
#show heading.where(level: 2): set text(size: 1.1em)
#show heading.where(level: 2): set block(above: 2em, below: 0.9em, sticky: true)
#let soft(body) = text(fill: rgb("#5d626b"), size: 0.88em, body)
${titlePage(paper, report, rows)}
${
  index.length === 0
    ? ""
    : `= ${shown("Issues and stances")}
${chart(report, inks)}
${legend(inks, colours)}
#pagebreak(weak: true)
= ${shown("Claims by issue")}
${index.join("\n")}`
}
${report.notes.length === 0 ? "" : `= ${shown("Notes")}\n${report.notes.map(noteEntry).join("")}`}`;
}

function footer(report: Report): string {
  const made = `Appended by Stancemark, ${report.made.slice(0, 10)}. The pages before these are the paper’s own.`;
  return `context text(size: 0.8em, fill: rgb("#5d626b"))[${shown(made)} #h(1fr) ${shown("Claims ")}#counter(page).display()]`;
}

function titlePage(paper: Paper, report: Report, rows: readonly ClaimRow[]): string {
  const actors = new Set(rows.flatMap((row) => row.actor ?? []));
  const counts: [number, string, string][] = [
    [rows.length - report.notes.length, "claim", "claims"],
    [report.issues.length, "issue", "issues"],
    [actors.size, "actor", "actors"],
    [report.notes.length, "note", "notes"],
  ];
  const cells = counts.map(
    ([count, one, many]) =>
      `[#text(size: 2em, weight: "light")[${shown(String(count))}] #linebreak() #soft[${shown(count === 1 ? one : many)}]]`,
  );
  const about = [paper.authors.join(", "), paper.date ?? ""].filter((part) => part !== "").join(" · ");
  const coders = [...new Set(rows.map((row) => row.coder))].join(", ");
  return `#text(size: 0.85em, weight: "semibold", tracking: 0.12em, fill: rgb("#0072b2"))[${shown("CLAIMS IN THIS PAPER")}]
#v(0.5em)
${turned(paper.title, `#text(size: 1.9em, weight: "semibold")[#set par(leading: 0.45em)\n${shown(paper.title)}]`)}
${about === "" ? "" : `\n${turned(about, `#text(size: 1.05em, fill: rgb("#5d626b"))[${shown(about)}]`)}\n`}
#v(0.8em)
#line(length: 100%, stroke: 0.6pt + rgb("#cfcbc1"))
#v(0.3em)
#grid(columns: (1fr,) * 4, ${cells.join(", ")})
#v(0.2em)
#line(length: 100%, stroke: 0.6pt + rgb("#cfcbc1"))
#soft[${shown(`Coded by ${coders}. Source SHA-256 ${paper.sha256}`)}]
`;
}

function legend(inks: Inks, colours: HighlightColours): string {
  const swatches = (colours === "issue" ? inks.issueSwatches : inks.stanceSwatches).map(
    ({ name, swatch }) =>
      `#box(fill: rgb("${hex(swatch ?? [1, 1, 1])}"), inset: (x: 4pt), outset: (y: 3pt), radius: 1.5pt)[${shown(name)}]`,
  );
  const stances =
    colours === "stance" ? "" : `#v(0.1em)\n${inks.stanceSwatches.map(({ name }) => shown(name)).join(" #h(8pt) ")}\n`;
  const words = `Highlights in the paper are coloured by ${colours}; the note of each says issue, stance, actor, certainty and coder.`;
  return `#v(0.8em)
#block(breakable: false)[#soft[${shown(words)}]
#v(0.1em)
#par(leading: 1.15em)[${swatches.join(" #h(5pt) ")}]
${stances}]
`;
}

function issueHeading({ name, swatch }: Bar, count: number): string {
  const mark = swatch === null ? "" : `#box(width: 0.7em, height: 0.7em, radius: 1.5pt, fill: rgb("${hex(swatch)}")) `;
  return `== ${mark}${shown(name)} #h(1fr) #text(weight: "regular", size: 0.85em, fill: rgb("#5d626b"))[${shown(String(count))}]`;
}

function entry(claim: ReportClaim, inks: Inks): string {
  const { row, stance, glyph, strength } = claim;
  const details = [
    `${stance}${strength === null ? "" : ` (${strengths[strength] ?? ""})`}`,
    row.actor === null ? "no actor named" : apart(row.actor),
    ...(row.certainty === null ? [] : [`certainty ${row.certainty} of 5`]),
    ...(row.grade === null ? [] : [`source ${row.grade}`]),
    `${apart(row.coder)}, ${row.created.slice(0, 10)}`,
    ...row.relations,
  ].join(" · ");
  return item(row, details, `rgb("${inks.stance.get(stance) ?? "#6f747c"}")`, glyph);
}

function noteEntry(row: ClaimRow): string {
  return item(row, `${apart(row.coder)}, ${row.created.slice(0, 10)}`, `rgb("#a08300")`, "✎");
}

/** A quote that leads to its passage, what is said of it, and the printed page, on a grid of three. */
function item(row: ClaimRow, details: string, ink: string, glyph: string): string {
  const target = JSON.stringify(linkScheme + row.id);
  const note = row.note === "" ? "" : `#block(above: 0.55em)[${turned(row.note, `#emph[${shown(row.note)}]`)}]`;
  return `#block(breakable: ${row.quote.length > 900}, above: 0.9em, below: 0.9em)[#grid(columns: (1.5em, 1fr, auto), column-gutter: 0.5em,
  text(fill: ${ink}, weight: "bold")[${shown(glyph)}],
  [#link(${target})[${turned(row.quote, shown(`“${row.quote}”`))}]#block(above: 0.55em)[#soft[${shown(details)}]]${note}],
  link(${target})[#text(fill: rgb("#0072b2"))[${shown(pageName(row.page))}]])]
`;
}

/** A name between isolates (Unicode Bidirectional Algorithm, X5c), so that it does not turn the date beside it. */
function apart(name: string): string {
  return directionOf(name) === "rtl" ? `\u2068${name}\u2069` : name;
}

/** Words in the direction of their script. */
function turned(words: string, markup: string): string {
  return directionOf(words) === "rtl" ? `#block(width: 100%)[#set text(dir: rtl)\n#align(right)[${markup}]]` : markup;
}
