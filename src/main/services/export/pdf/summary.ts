import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import { noStance } from "../../../../shared/codebook/stance-scale.ts";
import type { HighlightColours } from "../../../../shared/contract/workbench.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { pageName, type Report, type ReportClaim, strengths } from "../../../../shared/report/outline.ts";
import { apart } from "../../../../shared/report/tree.ts";
import { directionOf } from "../../../../shared/text/direction.ts";
import { faces, inner, shown, typst } from "../../typst/typst.ts";
import { type ColourOf, chart, coloursBy, pathParts, type StanceBar, unstated } from "./chart.ts";
import { hex } from "./colour.ts";

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

/**
 * The pages added to an annotated paper: title and counts, the issue × stance chart, the legend, the index of claims,
 * the notes.
 */
export function summaryPages(summary: Summary): Uint8Array {
  return typst(summaryMarkup(summary));
}

/** The same as Typst mark-up. */
export function summaryMarkup({ library, paper, report, rows, colours, size }: Summary): string {
  const inks = coloursBy(library, report, colours);
  const unit = Math.min(1.25, Math.max(0.72, size.width / 595));
  // A page that is wide and low has room for two columns, and for the chart beside the title.
  const isWide = size.width > size.height * 1.15 && size.width > 420;
  const labels = Math.max(3, ...rows.map((row) => pageName(row.page).length));
  const index = report.issues.map(({ issue, claims }) => {
    const bar: StanceBar = { name: issue, swatch: inks.issue.get(issue) ?? null };
    return `${issueHeading(bar, claims.length)}\n${claims.map((claim) => entry(claim, inks)).join("")}`;
  });
  // A paper that has notes alone has nothing to count by issue.
  const hasClaims = report.table.length > 0;
  const title = `${titleMarkup(paper, report, rows)}${hasClaims ? legend(inks, colours) : ""}`;
  const table = hasClaims ? `= ${shown("Issues and stances")}\n${chart(report, inks)}` : "";
  const front =
    isWide && hasClaims
      ? `#grid(columns: (1fr, 1.25fr), column-gutter: 3.2em, [${title}], [#show heading: set block(above: 0em)\n${table}])`
      : `${title}${table}`;
  return `#set document(title: ${JSON.stringify(paper.title)})
#set page(width: ${size.width}pt, height: ${size.height}pt, margin: (x: ${size.width * (isWide ? 0.07 : 0.115)}pt, top: ${size.height * 0.1}pt, bottom: ${size.height * 0.105}pt), footer: ${footer(report)})
${faces}#set text(size: ${(isWide ? 7.6 : 9.2) * unit}pt, fill: rgb("${ink}"))
${settings(Math.min(9, labels * 0.62))}
${front}
#v(1fr)
${sourceOf(paper, rows)}
${isWide ? "#set page(columns: 2)\n#set columns(gutter: 3.2em)" : "#pagebreak(weak: true)"}
${hasClaims ? `= ${shown("Claims by issue")}\n${index.join("\n")}` : ""}
${report.notes.length === 0 ? "" : `= ${shown("Notes")}\n${report.notes.map(noteEntry).join("")}`}`;
}

const ink = "#1d1f23";
const softInk = "#5d626b";
const rule = "#dedad1";
const accent = "#0072b2";

/** Faces of headings, and what every entry of the index is made with; `label` is the width of the printed pages, em. */
function settings(label: number): string {
  return `#set par(leading: 0.62em)
#show heading: set text(weight: "semibold")
#show heading.where(level: 1): set text(size: 1.4em)
#show heading.where(level: 1): set block(above: 2em, below: 1em)
#show heading.where(level: 2): set text(size: 1.08em)
#show heading.where(level: 2): set block(above: 2.2em, below: 0.9em, sticky: true)
#let soft(body) = text(fill: rgb("${softInk}"), size: 0.88em, body)
#let turned(body) = block(width: 100%, { set text(dir: rtl); align(right, body) })
#let topic(swatch, parents, name, count) = heading(level: 2, block(width: 100%, stroke: (bottom: 0.5pt + rgb("${rule}")), inset: (bottom: 0.45em), grid(columns: (1fr, auto), column-gutter: 1em, align: (left, right + bottom), [#if swatch != none [#box(width: 0.7em, height: 0.7em, radius: 1.5pt, fill: swatch) ]#text(weight: "regular", fill: rgb("${softInk}"), parents)#name], text(weight: "regular", size: 0.85em, fill: rgb("${softInk}"), count))))
#let item(fill, glyph, target, page, breakable, quote, details, note) = block(breakable: breakable, width: 100%, above: 1.3em, below: 1.3em, link(target, block(width: 100%, inset: (left: 1.8em, right: ${label + 0.6}em), { place(dx: -1.8em, text(fill: fill, weight: "bold", glyph)); set par(spacing: 0.7em); quote; parbreak(); soft(details); if note != none { parbreak(); note }; place(top + right, dx: ${label + 0.6}em, text(fill: rgb("${accent}"), page)) })))`;
}

function footer(report: Report): string {
  const made = `Appended by Stancemark, ${report.made.slice(0, 10)}. The pages before these are the paper’s own.`;
  return `context text(size: 0.8em, fill: rgb("${softInk}"))[${shown(made)} #h(1fr) ${shown("Claims ")}#counter(page).display()]`;
}

function titleMarkup(paper: Paper, report: Report, rows: readonly ClaimRow[]): string {
  const actors = new Set(rows.flatMap((row) => row.actor ?? []));
  const counts: [number, string, string][] = [
    [rows.length - report.notes.length, "claim", "claims"],
    [report.issues.length, "issue", "issues"],
    [actors.size, "actor", "actors"],
    ...(report.notes.length === 0 ? [] : [[report.notes.length, "note", "notes"] as [number, string, string]]),
  ];
  const cells = counts.map(
    ([count, one, many]) =>
      `[#text(size: 2.2em, weight: "light")[${shown(String(count))}] #linebreak() #soft[${shown(count === 1 ? one : many)}]]`,
  );
  const about = [paper.authors.join(", "), paper.date ?? ""].filter((part) => part !== "").join(" · ");
  return `#text(size: 0.85em, weight: "semibold", tracking: 0.12em, fill: rgb("${accent}"))[${shown("CLAIMS IN THIS PAPER")}]
#v(0.5em)
${turned(paper.title, `#text(size: 2em, weight: "semibold")[#set par(leading: 0.45em)\n${shown(paper.title)}]`)}
${about === "" ? "" : `\n${turned(about, `#text(size: 1.05em, fill: rgb("${softInk}"))[${shown(about)}]`)}\n`}
#v(0.9em)
#block(width: 100%, stroke: (y: 0.6pt + rgb("${rule}")), inset: (y: 0.9em), grid(columns: (1fr,) * 4, ${cells.join(", ")}))
`;
}

/** What the pages were made from, in small letters at the foot of the first. */
function sourceOf(paper: Paper, rows: readonly ClaimRow[]): string {
  const coders = [...new Set(rows.map((row) => row.coder))].join(", ");
  return `#soft[${shown(`Coded by ${coders}.`)} #linebreak() ${shown(`Source SHA-256 ${paper.sha256}`)}]`;
}

function legend(inks: ColourOf, colours: HighlightColours): string {
  const swatches = (colours === "issue" ? inks.issueSwatches : inks.stanceSwatches).map(
    ({ name, swatch }) =>
      `#box(fill: rgb("${hex(swatch ?? [1, 1, 1])}"), inset: (x: 4pt), outset: (y: 3pt), radius: 1.5pt)[${shown(name)}]`,
  );
  const stances =
    colours === "stance" ? "" : `#v(0.1em)\n${inks.stanceSwatches.map(({ name }) => shown(name)).join(" #h(8pt) ")}\n`;
  const words = `Highlights in the paper are coloured by ${colours}; the note of each says issue, stance, actor, certainty and coder.`;
  return `#v(0.8em)
#block(breakable: false)[#par(leading: 1.15em)[${swatches.join(" #h(5pt) ")}]
${stances}#v(0.1em)
#soft[${shown(words)}]]
`;
}

function issueHeading({ name, swatch }: StanceBar, count: number): string {
  const { parents, leaf } = pathParts(name);
  const fill = swatch === null ? "none" : `rgb("${hex(swatch)}")`;
  return `#topic(${fill}, ${inner(parents)}, ${inner(leaf)}, ${inner(String(count))})`;
}

function entry(claim: ReportClaim, inks: ColourOf): string {
  const { row, stanceId, stance, glyph, strength } = claim;
  const details = [
    `${stance ?? noStance.name}${strength === null ? "" : ` (${strengths[strength] ?? ""})`}`,
    row.actor === null ? "no actor named" : apart(row.actor),
    ...(row.certainty === null ? [] : [`certainty ${row.certainty} of 5`]),
    ...(row.grade === null ? [] : [`source ${row.grade}`]),
    `${apart(row.coder)}, ${row.created.slice(0, 10)}`,
    ...row.relations,
  ].join(" · ");
  return item(row, details, inks.stance.get(stanceId) ?? unstated, glyph);
}

function noteEntry(row: ClaimRow): string {
  return item(row, `${apart(row.coder)}, ${row.created.slice(0, 10)}`, "#a08300", "✎");
}

/** A quote that leads to its passage, what is recorded about it, and the printed page. */
function item(row: ClaimRow, details: string, colour: string, glyph: string): string {
  const quote = turnedInner(row.quote, inner(`“${row.quote}”`));
  const note = row.note === "" ? "none" : turnedInner(row.note, `emph(${inner(row.note)})`);
  const target = JSON.stringify(linkScheme + row.id);
  return `#item(rgb("${colour}"), ${inner(glyph)}, ${target}, ${inner(pageName(row.page))}, ${row.quote.length > 900}, ${quote}, ${inner(details)}, ${note})\n`;
}

/** Words in the direction of their script. */
function turned(words: string, markup: string): string {
  return directionOf(words) === "rtl" ? `#turned[${markup}]` : markup;
}

/** The same inside a call. */
function turnedInner(words: string, code: string): string {
  return directionOf(words) === "rtl" ? `turned(${code})` : code;
}
