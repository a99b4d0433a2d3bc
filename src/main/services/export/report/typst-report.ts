import { palettes, printed, svgOf } from "../../../../shared/chart/svg.ts";
import { message } from "../../../../shared/messages/message.ts";
import {
  paintOf,
  type ReportBlock,
  type ReportQuote,
  type ReportRun,
  type ReportTree,
} from "../../../../shared/report/tree.ts";
import { ownDirection, type ReportWords } from "../../../../shared/report/words.ts";
import { faces, shown, typst } from "../../typst/typst.ts";
import { tableLook, tableTypst } from "./typst-table.ts";
import { quoted, words } from "./typst-words.ts";

/**
 * A report as a tagged PDF: A4, headings in the outline, contents, running head, page numbers, real footnotes, vector
 * charts.
 */
export function reportPdf(tree: ReportTree): Uint8Array {
  return typst(reportMarkup(tree));
}

/** The same as Typst mark-up. */
export function reportMarkup(tree: ReportTree): string {
  const { words: names } = tree;
  const { direction, language } = names;
  return `#set document(title: ${JSON.stringify(tree.title)}, date: datetime(year: ${Number(tree.made.slice(0, 4))}, month: ${Number(tree.made.slice(5, 7))}, day: ${Number(tree.made.slice(8, 10))}))
#set page(paper: "a4", margin: (x: 2.4cm, top: 2.5cm, bottom: 2.4cm), numbering: "1 / 1",
  footer: context align(center, text(8pt, fill: luma(90), counter(page).display("1 / 1", both: true))),
  header: context if counter(page).get().first() > 1 [#set text(8pt, fill: luma(90)); #grid(columns: (1fr, auto), ${quoted(names.isolate(tree.title))}, ${quoted(tree.made.slice(0, 10))})])
${faces}#set text(size: 10pt, lang: "${language.locale}"${direction === "rtl" ? ", dir: rtl" : ""})
#set par(leading: 0.68em, spacing: 1.05em)
#show heading: set block(above: 1.9em, below: 0.9em)
#show heading.where(level: 1): it => [#v(28pt, weak: true)#set text(15pt); ${room}#block(sticky: true, above: 0pt, width: 100%, stroke: (bottom: 0.6pt + luma(200)), inset: (bottom: 5pt), it)]
#show heading.where(level: 2): set text(11.5pt)
#show link: set text(fill: rgb("${palettes.light.supports}"))
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: set text(8.5pt, fill: luma(70))
#show figure.where(kind: table): it => { show figure.caption: set block(sticky: true); it }
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set align(start)
${tableLook}#show outline.entry.where(level: 1): set block(above: 0.9em)
${quotedLook}#block(below: 0.9em)[#set par(leading: 0.5em); #text(size: 22pt, weight: "bold")[${words(tree.title, direction)}]]
#text(9pt, fill: luma(90))[${shown(tree.byline)}]

${tree.blocks.map((block) => blockTypst(block, names)).join("\n\n")}
`;
}

/**
 * A heading takes the room of some lines with it: Typst leaves one alone on its page when a footnote in the text after
 * it finds no room there.
 */
const room = "#block(height: 4cm, breakable: false, above: 0pt, below: 0pt)#v(-4cm)";

function blockTypst(block: ReportBlock, names: ReportWords): string {
  const { direction } = names;
  const runs = (list: readonly ReportRun[]): string => runsTypst(list, names);
  switch (block.kind) {
    case "heading":
      return `${block.apart ? "#pagebreak(weak: true)\n" : ""}${headingTypst(block, names)}`;
    case "paragraph":
      return block.soft ? `#text(9pt, fill: luma(80))[${runs(block.runs)}]` : runs(block.runs);
    case "list":
      return `#list(${block.items.map((item) => `[${runs(item)}]`).join(", ")})`;
    case "references":
      return `#[#set par(hanging-indent: 1.6em)\n${block.entries.map(runs).join("\n\n")}]`;
    case "quote":
      return quoteTypst(block.quote, names);
    case "pair":
      return `#block(breakable: false, width: 100%, above: 1.5em)[#text(9.5pt, weight: "bold")[${words(block.title, direction)}] #v(-0.3em) #grid(columns: (1fr, 1fr), column-gutter: 12pt, ${block.sides.map((side) => `[${quoteTypst(side, names)}]`).join(", ")})]`;
    case "chart": {
      const { picture } = block;
      const svg = JSON.stringify(svgOf(picture, printed).replace(/\p{Cc}/gu, " "));
      // A picture taller than a page would be cut off at its end.
      const size = picture.height > picture.width * 1.25 ? "height: 20.5cm" : "width: 100%";
      return `#figure(image(bytes(${svg}), format: "svg", ${size}, alt: ${JSON.stringify(block.caption)}), caption: [${words(block.caption, direction)}])`;
    }
    case "flag":
      return `#text(fill: rgb("#8a3300"), weight: "bold")[${shown(names.say(message("report.check", { text: block.text })))}]`;
    case "contents":
      return `#outline(title: none, depth: 2)`;
    case "table":
      return tableTypst(block, names);
  }
}

/**
 * A heading that runs the other way is aligned where it begins; its words are isolated, so that its line in the
 * contents is not turned.
 */
function headingTypst(
  { level, text, unlisted }: Extract<ReportBlock, { kind: "heading" }>,
  names: ReportWords,
): string {
  const heading = `#heading(level: ${level}, outlined: ${unlisted !== true})[${shown(names.isolate(text))}]`;
  const way = ownDirection(text, names);
  return way === names.direction ? heading : `#[#set align(${way === "rtl" ? "right" : "left"})\n${heading}]`;
}

function runsTypst(list: readonly ReportRun[], names: ReportWords): string {
  const { direction } = names;
  return list
    .map((run) => {
      if (run.kind === "note") return `#footnote[${runsTypst(run.words, names)}]`;
      if (run.kind === "flag")
        return ` #text(fill: rgb("#8a3300"), size: 8.5pt)[${shown(`[${names.say(message("report.check", { text: run.text }))}]`)}] `;
      if (run.kind === "link") return `#link(${JSON.stringify(run.href)})[${shown(run.text)}]`;
      const text = words(run.text, direction);
      return run.bold ? `#strong[${text}]` : run.italic ? `#emph[${text}]` : text;
    })
    .join("");
}

/** A call of `quoted`: said once how a quote looks, however many there are. */
function quoteTypst(quote: ReportQuote, names: ReportWords): string {
  const { words: quotation, direction, look, source, details, note, moved } = quote;
  const paint = palettes.light[paintOf(look)];
  const dash = look === "opposes" ? "dashed" : look === "supports" ? "solid" : "dotted";
  const lost = names.say(message("report.check", { text: message("report.lost") }));
  const warning = moved ? lost : "";
  const args = [paint, dash, names.quoted(quotation), source, details, note, warning].map(quoted).join(", ");
  return `#quoted(${direction}, ${ownDirection(note, names)}, ${args})`;
}

const quotedLook = `#let quoted(way, note-way, paint, dash, words, source, details, note, warning) = {
  let side = if way == rtl { "right" } else { "left" }
  block(width: 100%, stroke: ((side): (paint: rgb(paint), thickness: 2.5pt, dash: dash)), inset: ((side): 9pt, y: 1pt), above: 1.15em, below: 1.15em, breakable: false, {
    set par(leading: 0.55em)
    set align(if way == rtl { right } else { left })
    text(10pt, dir: way, words)
    linebreak() + text(8.5pt, fill: luma(40), source)
    linebreak() + text(7.5pt, fill: luma(95), details)
    if note != "" { linebreak() + text(8.5pt, style: "italic", dir: note-way, note) }
    if warning != "" { linebreak() + text(8.5pt, fill: rgb("#8a3300"), warning) }
  })
}
`;
