import type { Block, Mark, PaperContent } from "../../../../shared/model/content.ts";

const signs: Readonly<Record<Mark["kind"], readonly [string, string]>> = {
  bold: ["**", "**"],
  italic: ["_", "_"],
  code: ["`", "`"],
  strike: ["~~", "~~"],
  superscript: ["^", "^"],
  link: ["[", "]"],
  doubtful: ["?", "?"],
};

/** A paper as text that a person can read and compare: one line for each block, marks as in Markdown. */
export function printPaper(content: PaperContent): string {
  let page = -1;
  return content.blocks
    .map((block) => {
      const label = block.page === page ? "" : `(${content.pages[block.page]?.label})\n`;
      page = block.page;
      return `${label}${block.continues ? "…" : ""}${printBlock(content.text, block)}`;
    })
    .join("\n");
}

function printBlock(text: string, block: Block): string {
  const words = marked(text, block.start, block.end, block.marks).replaceAll("\n", "⏎");
  const turned = block.direction === "rtl" ? "<rtl> " : "";
  switch (block.kind) {
    case "heading":
      return `${turned}${"#".repeat(block.level)} ${words}`;
    case "listItem":
      return `${turned}${"  ".repeat(block.depth)}${block.ordered ? "" : "-"}${block.marker} ${words}`;
    case "quotation":
      return `${turned}> ${words}`;
    case "code":
      return `${turned}\`\`\` ${words}`;
    case "caption":
      return `${turned}(caption) ${words}`;
    case "footnote":
      return `${turned}[^${block.label}] ${words}`;
    case "table":
      return block.rows
        .map((row) =>
          row
            .map((cell) => `${cell.header ? "|=" : "|"} ${marked(text, cell.start, cell.end, block.marks)} `)
            .join("")
            .trim(),
        )
        .join("\n");
    default:
      return `${turned}${words}`;
  }
}

function marked(text: string, start: number, end: number, marks: readonly Mark[]): string {
  let words = "";
  for (let offset = start; offset <= end; offset++) {
    for (const mark of marks.filter((mark) => mark.end === offset && mark.start >= start).toReversed())
      words += signs[mark.kind][1] + (mark.kind === "link" ? `(${mark.href})` : "");
    for (const mark of marks.filter((mark) => mark.start === offset && mark.end <= end)) words += signs[mark.kind][0];
    if (offset < end) words += text.charAt(offset);
  }
  return words;
}
