import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";

/** Typesets resources/sample/sample.md to sample.pdf: title page and summary in roman numbers, the body from page 1. */
const folder = path.resolve(import.meta.dirname, "../../resources/sample");
const fonts = path.resolve(import.meta.dirname, "../../node_modules/@embedpdf/fonts-latin/fonts");

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

const quoted = (text: string): string => `#${JSON.stringify(text)}`;

function inline(tokens: readonly Token[], notes: ReadonlyMap<number, string>): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case "text":
          return quoted(token.content);
        case "softbreak":
          return quoted(" ");
        case "strong_open":
          return "#strong[";
        case "em_open":
          return "#emph[";
        case "link_open":
          return `#link(${JSON.stringify(token.attrGet("href"))})[`;
        case "strong_close":
        case "em_close":
        case "link_close":
          return "]";
        case "footnote_ref":
          return `#footnote[${notes.get((token.meta as { id: number }).id) ?? ""}]`;
        default:
          return "";
      }
    })
    .join("");
}

function notesOf(tokens: readonly Token[]): Map<number, string> {
  const notes = new Map<number, string>();
  let open = -1;
  for (const token of tokens) {
    if (token.type === "footnote_open") open = (token.meta as { id: number }).id;
    if (token.type === "footnote_close") open = -1;
    if (open >= 0 && token.type === "inline") notes.set(open, inline(token.children ?? [], new Map()));
  }
  return notes;
}

function table(tokens: readonly Token[], notes: ReadonlyMap<number, string>): string {
  const cells = tokens
    .filter((token) => token.type === "inline")
    .map((token) => `[${inline(token.children ?? [], notes)}]`);
  const columns = tokens.filter((token) => token.type === "th_open").length;
  const head = cells.slice(0, columns).map((cell) => `strong${cell}`);
  return `#block(breakable: false, table(columns: ${columns}, align: (left, right, right, right, right), stroke: none, table.hline(), table.header(${head.join(", ")}), table.hline(), ${cells
    .slice(columns)
    .join(", ")}, table.hline()))`;
}

function body(tokens: readonly Token[], notes: ReadonlyMap<number, string>): string {
  const out: string[] = [];
  let listMark = "- ";
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.type === "footnote_block_open") break;
    const next = tokens[i + 1];
    if (token.type === "bullet_list_open") listMark = "- ";
    if (token.type === "ordered_list_open") listMark = "+ ";
    if (token.type === "list_item_open") out.push(listMark);
    if (token.type === "blockquote_open") out.push("#quote(block: true)[");
    if (token.type === "blockquote_close") out.push("]\n\n");
    if (token.type === "table_open") {
      const end = tokens.findIndex((token, index) => index > i && token.type === "table_close");
      out.push(`${table(tokens.slice(i, end), notes)}\n\n`);
      i = end;
    } else if (token.type === "heading_open" && next?.type === "inline") {
      const level = Number(token.tag.slice(1)) - 1;
      const text = inline(next.children ?? [], notes);
      if (next.content.startsWith("1 "))
        out.push('#pagebreak()\n#set page(numbering: "1")\n#counter(page).update(1)\n');
      if (next.content === "Summary") out.push("#pagebreak()\n#outline()\n#pagebreak()\n");
      out.push(
        level === 0
          ? `#v(4cm)\n#align(center, par(justify: false, text(24pt, weight: "bold")[${text}]))\n#v(1cm)\n\n`
          : `${"=".repeat(level)} ${text}\n\n`,
      );
      i += 2;
    } else if (token.type === "inline") out.push(`${inline(token.children ?? [], notes)}\n\n`);
  }
  return out.join("");
}

const source = readFileSync(path.join(folder, "sample.md"), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
const tokens = new MarkdownIt({ html: false }).use(footnotes).parse(source, {});
const document = `#set document(title: "The Strait Crossing: Who Pays, Who Sails, Who Decides", author: "Marta Ilves", date: datetime(year: 2026, month: 5, day: 4))
#set page(paper: "a4", margin: (x: 3.4cm, y: 3.4cm), numbering: "i", header: context if counter(page).get().first() > 1 [#align(right, text(9pt)[The Strait Crossing])])
#set text(font: "Noto Sans", size: 12pt, lang: "en", hyphenate: true)
#set par(justify: true, leading: 0.75em, spacing: 1.25em)
#show heading: set block(above: 1.6em, below: 0.9em)
#show link: underline
${body(tokens, notesOf(tokens))}`;

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(path.join(folder, "sample.pdf"), compiler.pdf({ mainFileContent: document }));
