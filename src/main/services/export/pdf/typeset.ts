import type { Block, Mark, PaperContent } from "../../../../shared/model/content.ts";
import type { Paper } from "../../../../shared/model/paper.ts";
import { faces, shown, typst } from "./typst.ts";

/** A paper that was no PDF as one: A4, headings in the outline, lists, tables, links, page numbers. */
export function typeset(paper: Paper, content: PaperContent): Uint8Array {
  const body = content.blocks
    .map((block, index) => blockOf(content, block, content.blocks[index + 1]?.continues ?? false))
    .join("");
  return typst(`#set document(title: ${JSON.stringify(paper.title)})
#set page(paper: "a4", margin: (x: 3cm, top: 2.6cm, bottom: 2.8cm), numbering: "1")
${faces}#set text(size: 10.5pt)
#set par(leading: 0.72em, spacing: 1.2em)
#show heading: set block(above: 1.5em, below: 0.8em)
#show link: set text(fill: rgb("#1f5a86"))
${body}`);
}

function blockOf(content: PaperContent, block: Block, goesOn: boolean): string {
  const inner = (start: number, end: number): string => runs(content.text, block.marks, start, end);
  const words = inner(block.start, block.end);
  const turned = block.direction === "rtl" ? `#text(dir: rtl)[${words}]` : words;
  switch (block.kind) {
    case "heading":
      return `#heading(level: ${block.level})[${turned}]\n\n`;
    case "listItem":
      return `#pad(left: ${block.depth * 1.4 + 0.4}em)[#grid(columns: (1.6em, 1fr), [${shown(block.marker)}], [${turned}])]\n\n`;
    case "quotation":
      return `#quote(block: true)[${turned}]\n\n`;
    case "code":
      return `#block(fill: luma(245), inset: 8pt, width: 100%)[#text(size: 9pt)[${words.replaceAll("\\n", '"#linebreak()#"')}]]\n\n`;
    case "footnote":
      return `#block[#text(size: 8.5pt)[#super[${shown(block.label)}] ${words}]]\n\n`;
    case "caption":
      return `#text(size: 9pt)[${turned}]\n\n`;
    case "table": {
      const columns = Math.max(...block.rows.map((row) => row.length));
      const cells = block.rows.flatMap((row) =>
        Array.from({ length: columns }, (_, index) => {
          const cell = row[index];
          const text = cell === undefined ? "" : inner(cell.start, cell.end);
          return cell?.header ? `[*${text}*]` : `[${text}]`;
        }),
      );
      return `#table(columns: ${columns}, stroke: 0.5pt + luma(200), ${cells.join(", ")})\n\n`;
    }
    case "paragraph":
      return `${turned}${goesOn ? " " : "\n\n"}`;
  }
}

/** Text cut where marks begin and end, each piece inside its marks. */
function runs(text: string, marks: readonly Mark[], start: number, end: number): string {
  const cuts = new Set([start, end]);
  for (const mark of marks) for (const at of [mark.start, mark.end]) if (at > start && at < end) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges
    .slice(0, -1)
    .map((from, index) => {
      const to = edges[index + 1] ?? end;
      const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
      return over.reduce((inner, mark) => wrap(mark, inner), shown(text.slice(from, to)));
    })
    .join("");
}

function wrap(mark: Mark, inner: string): string {
  if (mark.kind === "link") return mark.href.startsWith("#") ? inner : `#link(${JSON.stringify(mark.href)})[${inner}]`;
  const call = { bold: "strong", italic: "emph", strike: "strike", superscript: "super", code: "text" }[mark.kind];
  return `#${call}[${inner}]`;
}
