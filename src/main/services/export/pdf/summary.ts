import { parsePath, showPath } from "../../../../shared/issue-path.ts";
import { detailsOf, type Report, type ReportClaim } from "../../../../shared/report/outline.ts";
import { faces, shown, typst } from "./typst.ts";

/** What an index entry's link says before the claim's identifier; the file that gets the pages makes a place of it. */
export const linkScheme = "stancemark-claim:";

/** The pages behind an annotated paper: counts, the issue × stance table, the legend, the index of claims. Size in points. */
export function summaryPages(
  report: Report,
  title: string,
  colours: ReadonlyMap<string, string>,
  size: { width: number; height: number },
): Uint8Array {
  const stances = report.stances.map((stance) => `[*${shown(`${stance.glyph} ${stance.name}`)}*]`);
  const lines = report.table.map((line) =>
    [
      shown(line.issue),
      ...line.counts.map((count) => (count === 0 ? "" : shown(String(count)))),
      shown(String(line.total)),
    ]
      .map((cell) => `[${cell}]`)
      .join(", "),
  );
  const legend = report.stances.map(
    (stance) =>
      `#box(fill: rgb("${colours.get(stance.name) ?? "#dddddd"}"), inset: (x: 5pt), outset: (y: 3pt))[${shown(`${stance.glyph} ${stance.name}`)}]`,
  );
  const index = report.issues.map(
    ({ issue, claims }) => `== ${shown(issue)}\n${claims.map((claim) => entry(claim, colours)).join("")}`,
  );
  const total = report.totals.reduce((a, b) => a + b, 0);
  return typst(`#set page(width: ${size.width}pt, height: ${size.height}pt, margin: (x: 12%, y: 10%))
${faces}#set text(size: 9.5pt)
#show heading: set block(above: 1.5em, below: 0.8em)
#text(size: 18pt, weight: "bold")[${shown("Claims in this paper")}]

${shown(title)}

#text(fill: luma(90))[${shown(`${total} positions on ${report.issues.length} issues · appended by Stancemark ${report.made.slice(0, 10)}; the pages before are the paper's own`)}]

== ${shown("Issues and stances")}
#table(columns: (1fr, ${report.stances.map(() => "auto").join(", ")}, auto), align: (left, ${report.stances.map(() => "right").join(", ")}, right), stroke: (x, y) => (bottom: 0.5pt + luma(210)), [*Issue*], ${stances.join(", ")}, [*all*], ${lines.join(", ")})

== ${shown("Legend")}
${legend.join(" #h(6pt) ")}

${index.join("\n")}
${report.notes.length === 0 ? "" : `== ${shown("Notes")}\n${report.notes.map(noteEntry).join("")}`}`);
}

function entry(claim: ReportClaim, colours: ReadonlyMap<string, string>): string {
  const bar = `(left: 2.5pt + rgb("${colours.get(claim.stance) ?? "#999999"}"))`;
  const note = claim.row.note === "" ? "" : `#linebreak()#emph[${shown(claim.row.note)}]`;
  return `#block(stroke: ${bar}, inset: (left: 8pt, y: 2pt), breakable: false)[${linked(claim.row)}#linebreak()#text(size: 8.5pt, fill: luma(80))[${shown(detailsOf(claim))}]${note}]\n`;
}

function noteEntry(row: ReportClaim["row"]): string {
  const details = `${row.page} · ${row.coder}, ${row.created.slice(0, 10)}`;
  return `#block(stroke: (left: 2.5pt + luma(190)), inset: (left: 8pt, y: 2pt), breakable: false)[${linked(row)}#linebreak()#text(size: 8.5pt, fill: luma(80))[${shown(details)}]#linebreak()#emph[${shown(row.note)}]]\n`;
}

function linked(row: ReportClaim["row"]): string {
  return `#link(${JSON.stringify(linkScheme + row.id)})[${shown(`“${row.quote}”`)}]`;
}

/** What the note of a highlight says: everything a stranger needs to understand the colour. */
export function noteText(row: ReportClaim["row"]): string {
  const positions = row.positions.map(
    (one) =>
      `${showPath(parsePath(one.issue))}: ${one.glyph} ${one.stance}${one.strength === null ? "" : ` (strength ${one.strength} of 3)`}`,
  );
  return [
    ...positions,
    ...(row.actor === null ? [] : [`Held by: ${row.actor}`]),
    ...(row.certainty === null ? [] : [`Certainty: ${row.certainty} of 5`]),
    ...(row.grade === null ? [] : [`Source grade: ${row.grade}`]),
    ...(row.note === "" ? [] : ["", row.note]),
  ].join("\n");
}
