import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import type { HighlightColours } from "../../../../shared/contract/workbench.ts";
import { message } from "../../../../shared/messages/message.ts";
import type { Library } from "../../../../shared/model/library.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import {
  codedAs,
  pageName,
  printPositions,
  type Report,
  type ReportClaim,
  readByOcr,
} from "../../../../shared/report/outline.ts";
import { ownDirection, type ReportWords } from "../../../../shared/report/words.ts";
import type { TextDirection } from "../../../../shared/text/isolate.ts";
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
  words: ReportWords;
}>;

/**
 * The pages added to an annotated paper: title and counts, the issue × stance chart, the legend, the index of claims,
 * the notes.
 */
export function summaryPages(summary: Summary): Uint8Array {
  return typst(summaryMarkup(summary));
}

/** The same as Typst mark-up. */
export function summaryMarkup({ library, paper, report, rows, colours, size, words }: Summary): string {
  const { say, direction, language } = words;
  const inks = coloursBy(library, report, colours);
  const unit = Math.min(1.25, Math.max(0.72, size.width / 595));
  // A page that is wide and low has room for two columns, and for the chart beside the title.
  const isWide = size.width > size.height * 1.15 && size.width > 420;
  const labels = Math.max(3, ...rows.map((row) => pageName(row.page, words).length));
  const index = report.issues.map(({ issue, claims }) => {
    const bar: StanceBar = { name: issue, swatch: inks.issue.get(issue) ?? null };
    return `${issueHeading(bar, claims.length)}\n${claims.map((claim) => entry(claim, inks, words)).join("")}`;
  });
  // A paper that has notes alone has nothing to count by issue.
  const hasClaims = report.table.length > 0;
  const title = `${titleMarkup(paper, report, rows, words)}${hasClaims ? legend(inks, colours, words) : ""}`;
  const table = hasClaims ? `= ${shown(say(message("report.section.matrix")))}\n${chart(report, inks, words)}` : "";
  const front =
    isWide && hasClaims
      ? `#grid(columns: (1fr, 1.25fr), column-gutter: 3.2em, [${title}], [#show heading: set block(above: 0em)\n${table}])`
      : `${title}${table}`;
  return `#set document(title: ${JSON.stringify(paper.title)})
#set page(width: ${size.width}pt, height: ${size.height}pt, margin: (x: ${size.width * (isWide ? 0.07 : 0.115)}pt, top: ${size.height * 0.1}pt, bottom: ${size.height * 0.105}pt), footer: ${footer(report, words)})
${faces}#set text(size: ${(isWide ? 7.6 : 9.2) * unit}pt, fill: rgb("${ink}")${direction === "rtl" ? `, lang: "${language.locale}", dir: rtl` : ""})
${settings(Math.min(9, labels * 0.62), direction)}
${front}
#v(1fr)
${sourceOf(paper, rows, words)}
${isWide ? "#set page(columns: 2)\n#set columns(gutter: 3.2em)" : "#pagebreak(weak: true)"}
${hasClaims ? `= ${shown(say(message("report.claimsByIssue")))}\n${index.join("\n")}` : ""}
${report.notes.length === 0 ? "" : `= ${shown(say(message("report.section.notes")))}\n${report.notes.map((row) => noteEntry(row, words)).join("")}`}`;
}

const ink = "#1d1f23";
const softInk = "#5d626b";
const rule = "#dedad1";
const accent = "#0072b2";

/** Faces of headings, and what every entry of the index is made with; `label` is the width of the printed pages, em. */
function settings(label: number, direction: TextDirection): string {
  const [before, after, sign, turn] =
    direction === "rtl" ? ["right", "left", "", "ltr"] : ["left", "right", "-", "rtl"];
  const back = direction === "rtl" ? "-" : "";
  return `#set par(leading: 0.62em)
#show heading: set text(weight: "semibold")
#show heading.where(level: 1): set text(size: 1.4em)
#show heading.where(level: 1): set block(above: 2em, below: 1em)
#show heading.where(level: 2): set text(size: 1.08em)
#show heading.where(level: 2): set block(above: 2.2em, below: 0.9em, sticky: true)
#let soft(body) = text(fill: rgb("${softInk}"), size: 0.88em, body)
#let turned(body) = block(width: 100%, { set text(dir: ${turn}); align(${after}, body) })
#let topic(swatch, parents, name, count) = heading(level: 2, block(width: 100%, stroke: (bottom: 0.5pt + rgb("${rule}")), inset: (bottom: 0.45em), grid(columns: (1fr, auto), column-gutter: 1em, align: (start, end + bottom), [#if swatch != none [#box(width: 0.7em, height: 0.7em, radius: 1.5pt, fill: swatch) ]#text(weight: "regular", fill: rgb("${softInk}"), parents)#name], text(weight: "regular", size: 0.85em, fill: rgb("${softInk}"), count))))
#let item(fill, glyph, target, page, breakable, quote, details, note) = block(breakable: breakable, width: 100%, above: 1.3em, below: 1.3em, link(target, block(width: 100%, inset: (${before}: 1.8em, ${after}: ${label + 0.6}em), { place(dx: ${sign}1.8em, text(fill: fill, weight: "bold", glyph)); set par(spacing: 0.7em); quote; parbreak(); soft(details); if note != none { parbreak(); note }; place(top + ${after}, dx: ${back}${label + 0.6}em, text(fill: rgb("${accent}"), page)) })))`;
}

function footer(report: Report, { say }: ReportWords): string {
  const made = say(message("summary.appended", { day: report.made.slice(0, 10) }));
  return `context text(size: 0.8em, fill: rgb("${softInk}"))[${shown(made)} #h(1fr) ${shown(`${say(message("report.claims"))} `)}#counter(page).display()]`;
}

function titleMarkup(paper: Paper, report: Report, rows: readonly ClaimRow[], words: ReportWords): string {
  const { say } = words;
  const actors = new Set(rows.flatMap((row) => row.actor ?? []));
  const counts = [
    [rows.length - report.notes.length, "claims"],
    [report.issues.length, "issues"],
    [actors.size, "actors"],
    ...(report.notes.length === 0 ? [] : [[report.notes.length, "notes"] as const]),
  ] as const;
  const cells = counts.map(
    ([count, what]) =>
      `[#text(size: 2.2em, weight: "light")[${shown(String(count))}] #linebreak() #soft[${shown(say(message(`summary.${what}`, { count })))}]]`,
  );
  const about = [paper.authors.join(", "), paper.date ?? ""].filter((part) => part !== "").join(" · ");
  return `#text(size: 0.85em, weight: "semibold", ${words.direction === "rtl" ? "" : "tracking: 0.12em, "}fill: rgb("${accent}"))[${shown(say(message("summary.title")))}]
#v(0.5em)
${turned(paper.title, words, `#text(size: 2em, weight: "semibold")[#set par(leading: 0.45em)\n${shown(paper.title)}]`)}
${about === "" ? "" : `\n${turned(about, words, `#text(size: 1.05em, fill: rgb("${softInk}"))[${shown(about)}]`)}\n`}
#v(0.9em)
#block(width: 100%, stroke: (y: 0.6pt + rgb("${rule}")), inset: (y: 0.9em), grid(columns: (1fr,) * 4, ${cells.join(", ")}))
`;
}

/** What the pages were made from, in small letters at the foot of the first. */
function sourceOf(paper: Paper, rows: readonly ClaimRow[], { say }: ReportWords): string {
  const coders = [...new Set(rows.map((row) => row.coder))].join(", ");
  return `#soft[${shown(say(message("summary.coders", { coders })))} #linebreak() ${shown(say(message("summary.source", { sha256: paper.sha256 })))}]`;
}

function legend(inks: ColourOf, colours: HighlightColours, { say }: ReportWords): string {
  const swatches = (colours === "issue" ? inks.issueSwatches : inks.stanceSwatches).map(
    ({ name, swatch }) =>
      `#box(fill: rgb("${hex(swatch ?? [1, 1, 1])}"), inset: (x: 4pt), outset: (y: 3pt), radius: 1.5pt)[${shown(name)}]`,
  );
  const stances =
    colours === "stance" ? "" : `#v(0.1em)\n${inks.stanceSwatches.map(({ name }) => shown(name)).join(" #h(8pt) ")}\n`;
  const label = say(message(`summary.legend.${colours}`));
  return `#v(0.8em)
#block(breakable: false)[#par(leading: 1.15em)[${swatches.join(" #h(5pt) ")}]
${stances}#v(0.1em)
#soft[${shown(label)}]]
`;
}

function issueHeading({ name, swatch }: StanceBar, count: number): string {
  const { parents, leaf } = pathParts(name);
  const fill = swatch === null ? "none" : `rgb("${hex(swatch)}")`;
  return `#topic(${fill}, ${inner(parents)}, ${inner(leaf)}, ${inner(String(count))})`;
}

function entry(claim: ReportClaim, inks: ColourOf, words: ReportWords): string {
  const { row, stanceId, stance, glyph, strength } = claim;
  const { say, isolate } = words;
  const held = printPositions({ stance, glyph: "", strength }, words);
  const details = [
    held,
    row.actor === null ? say(message("report.noActor")) : isolate(row.actor),
    ...codedAs(row, words, false),
  ].join(" · ");
  return item(row, details, inks.stance.get(stanceId) ?? unstated, glyph, words);
}

function noteEntry(row: ClaimRow, words: ReportWords): string {
  const made = words.say(message("report.codedWhen", { coder: row.coder, day: row.created.slice(0, 10) }));
  return item(row, [...readByOcr(row, words), made].join(" · "), "#a08300", "✎", words);
}

/** A quote that leads to its passage, what is recorded about it, and the printed page. */
function item(row: ClaimRow, details: string, colour: string, glyph: string, words: ReportWords): string {
  const quote = turnedInner(row.quote, words, inner(words.quoted(row.quote)));
  const note = row.note === "" ? "none" : turnedInner(row.note, words, `emph(${inner(row.note)})`);
  const target = JSON.stringify(linkScheme + row.id);
  return `#item(rgb("${colour}"), ${inner(glyph)}, ${target}, ${inner(pageName(row.page, words))}, ${row.quote.length > 900}, ${quote}, ${inner(details)}, ${note})\n`;
}

/** Words in the direction of their script. */
function turned(words: string, around: ReportWords, markup: string): string {
  return ownDirection(words, around) === around.direction ? markup : `#turned[${markup}]`;
}

/** The same inside a call. */
function turnedInner(words: string, around: ReportWords, code: string): string {
  return ownDirection(words, around) === around.direction ? code : `turned(${code})`;
}
