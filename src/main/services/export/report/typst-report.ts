import type { FactCell } from "../../../../shared/analysis/facts.ts";
import { palettes, printed, svgOf } from "../../../../shared/chart/svg.ts";
import { message } from "../../../../shared/messages/message.ts";
import {
  cellText,
  isNumeric,
  paintOf,
  type ReportBlock,
  type ReportQuote,
  type ReportRun,
  type ReportTree,
  stemsOf,
  type TableBlock,
} from "../../../../shared/report/tree.ts";
import { ownDirection, type ReportWords } from "../../../../shared/report/words.ts";
import type { TextDirection } from "../../../../shared/text/isolate.ts";
import { faces, shown, typst } from "../../typst/typst.ts";

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
#set table(stroke: (x, y) => (bottom: if y == 0 { 0.8pt + luma(120) } else { 0.5pt + luma(220) }), inset: (x: 4pt, y: 4.5pt))
#show table: set text(8.5pt)
#show table: set par(leading: 0.5em)
#show outline.entry.where(level: 1): set block(above: 0.9em)
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

type Column = Readonly<{ head: string; isNumeric: boolean; texts: readonly string[] }>;

/** The room of a table and of one of its letters, about, in the size of its text. */
const [page, letter] = [52, 0.58];

/**
 * Widths as Typst has them: short columns as wide as they are, the others by their length, but none narrower than its
 * longest word.
 */
function widthsOf(columns: readonly Column[]): readonly string[] {
  const shares = columns.map(({ head, isNumeric, texts }): number | string => {
    // Heads of numbers are broken rather than the words beside them pressed.
    if (isNumeric) return head.length > 10 ? "2.1cm" : "auto";
    const length = longest(texts);
    return length < 14 ? "auto" : Math.round(Math.min(4, Math.sqrt(length / 8)) * 10) / 10;
  });
  const flexible = shares.filter((share) => typeof share === "number");
  if (flexible.length === 0) return shares.map((share, index) => (index === 0 ? "1fr" : String(share)));
  // One alone has all the room that is left.
  if (flexible.length === 1) return shares.map((share) => (typeof share === "number" ? "1fr" : share));
  const all = flexible.reduce((sum, share) => sum + share, 0);
  const fixed = columns.map(({ head, texts }, index) =>
    typeof shares[index] === "number" ? 0 : longest([head, ...texts]) * letter + 1.2,
  );
  const room = page - fixed.reduce((sum, width) => sum + width, 0);
  return shares.map((share, index) => {
    if (typeof share === "string") return share;
    const { head = "", texts = [] } = columns[index] ?? {};
    const least = Math.min(14, longest([head, ...texts].flatMap((text) => text.split(/\s+/))) * letter + 1.2);
    return (share / all) * room < least ? `${least.toFixed(1)}em` : `${share}fr`;
  });
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 1);
}

function tableTypst(block: TableBlock, { direction }: ReportWords): string {
  const { caption, heads, lines, foot } = block;
  const numbers = heads.map((_, index) => isNumeric(block, index));
  const stems = stemsOf(block);
  const isTree = stems.some(({ depth }) => depth > 0);
  const columns = widthsOf(
    heads.map((head, index) => ({
      head,
      isNumeric: numbers[index] === true,
      texts: index === 0 ? stems.map(({ name }) => name) : lines.map((line) => cellText(line[index] ?? null)),
    })),
  );
  const align = numbers.map((number) => (number ? "end" : "start")).join(", ");
  const row = (line: readonly FactCell[], strong: boolean): string =>
    heads.map((_, index) => cellTypst(line[index] ?? null, strong, direction)).join(", ");
  const stemmed = (line: readonly FactCell[], index: number): string => {
    const { depth, name } = stems[index] ?? { depth: 0, name: "" };
    const [, ...rest] = heads.map((_, index) => cellTypst(line[index] ?? null, false, direction));
    const stem = cellTypst(name, isTree && depth === 0, direction);
    const side = direction === "rtl" ? "right" : "left";
    return [depth === 0 ? stem : `pad(${side}: ${depth}em, ${stem})`, ...rest].join(", ");
  };
  const end = foot === null ? "" : `, table.footer(repeat: false, ${row(foot, true)})`;
  const figure = `#figure(kind: table, supplement: [Table], caption: [${words(caption, direction)}], table(columns: (${columns.join(", ")},), align: (${align},), table.header(${row(heads, true)})${lines.map((line, index) => `, ${stemmed(line, index)}`).join("")}${end}))`;
  // A table that a page holds stays whole; a long one goes on under its repeated head.
  const low = lines.every((line, index) =>
    line.every((cell, column) => (column === 0 ? (stems[index]?.name ?? "") : cellText(cell)).length <= 30),
  );
  return lines.length > (low ? 34 : 8) ? figure : `#block(breakable: false, width: 100%)[${figure}]`;
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

/** Words in the direction of their own script, where that is not the one around them. */
function words(text: string, around: TextDirection): string {
  const way = ownDirection(text, { direction: around });
  return way === around ? shown(text) : `#text(dir: ${way})[${shown(text)}]`;
}

/** A text as a string of Typst's code. */
function quoted(text: string): string {
  return shown(text).slice(1);
}

/** Latin words that are longer than a column of a table, with soft hyphens at every twelfth letter. */
function withBreaks(text: string): string {
  return text.replace(/\p{Script=Latin}{25,}/gu, (word) => word.replace(/.{12}(?=.{4})/gu, "$&\u00ad"));
}

/** A cell as cheap as it can be: a string where nothing more is needed. */
function cellTypst(cell: FactCell, strong: boolean, around: TextDirection): string {
  const text = cellText(cell);
  const way = ownDirection(text, { direction: around });
  const breakable = withBreaks(quoted(text));
  const message = way === around ? breakable : `text(dir: ${way}, ${breakable})`;
  return strong ? `strong(${message})` : message;
}
