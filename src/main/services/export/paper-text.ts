import type { Coded } from "../../../shared/claims.ts";
import type { Block, PaperContent } from "../../../shared/model/content.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { escapeHtml, htmlPage, stanceClass } from "../../../shared/report/html.ts";
import { escapeMarkdown } from "../../../shared/report/markdown.ts";
import { detailsOf } from "../../../shared/report/outline.ts";
import type { ClaimRow } from "../../../shared/report/rows.ts";

export type PaperText = Readonly<{
  library: Library;
  paper: Paper;
  content: PaperContent;
  coded: readonly Coded[];
  rows: readonly ClaimRow[];
}>;

/** The paper as one HTML page: its text with every claim marked and numbered, then the list of claims. */
export function paperHtml(input: PaperText): string {
  const { paper, content, rows } = input;
  const body = content.blocks.map((block) => blockHtml(input, block)).join("\n");
  const claims = rows
    .map(
      (row, index) =>
        `<li id="claim-${index + 1}"><blockquote dir="auto">${escapeHtml(row.quote)}</blockquote>${detailLines(row)}</li>`,
    )
    .join("\n");
  return htmlPage(paper.title, `<main>${body}<section><h2>Claims</h2><ol>${claims}</ol></section></main>`);
}

function detailLines(row: ClaimRow): string {
  const lines = row.positions.map(
    (one) => `<p class="soft">${escapeHtml(`${one.issue} · ${detailsOf({ row, ...one })}`)}</p>`,
  );
  return `${lines.join("")}${row.note === "" ? "" : `<p class="note" dir="auto">${escapeHtml(row.note)}</p>`}`;
}

function blockHtml(input: PaperText, block: Block): string {
  const inner = (start: number, end: number): string => markedHtml(input, start, end);
  const dir = block.direction === "rtl" ? ' dir="rtl"' : "";
  switch (block.kind) {
    case "heading":
      return `<h${block.level}${dir}>${inner(block.start, block.end)}</h${block.level}>`;
    case "table": {
      const cell = (one: { start: number; end: number; header: boolean }): string =>
        `<${one.header ? "th" : "td"}>${inner(one.start, one.end)}</${one.header ? "th" : "td"}>`;
      return `<table>${block.rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
    }
    case "quotation":
      return `<blockquote${dir}>${inner(block.start, block.end)}</blockquote>`;
    case "code":
      return `<pre>${inner(block.start, block.end)}</pre>`;
    case "listItem":
      return `<p${dir} style="margin-inline-start:${block.depth + 1}.5rem">${escapeHtml(block.marker)} ${inner(block.start, block.end)}</p>`;
    case "footnote":
      return `<p class="soft"${dir}>${escapeHtml(block.label)} ${inner(block.start, block.end)}</p>`;
    default:
      return `<p${dir}>${inner(block.start, block.end)}</p>`;
  }
}

function markedHtml({ library, content, coded }: PaperText, start: number, end: number): string {
  const here = coded
    .flatMap((one, index) => one.annotation.passage.ranges.map((range) => ({ range, one, number: index + 1 })))
    .filter(({ range }) => range.start < end && range.end > start);
  const cuts = [
    ...new Set([start, end, ...here.flatMap(({ range }) => [Math.max(start, range.start), Math.min(end, range.end)])]),
  ].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((from, index) => {
      const to = cuts[index + 1] ?? end;
      const over = here.filter(({ range }) => range.start <= from && range.end >= to);
      const top = over.at(-1);
      const text = escapeHtml(content.text.slice(from, to));
      if (top === undefined) return text;
      const stance = library.stances[top.one.positions[0]?.stance ?? ""]?.name ?? "";
      const ends = over
        .filter(({ range }) => range.end === to)
        .map(({ number }) => `<sup class="ref"><a href="#claim-${number}">${number}</a></sup>`);
      return `<mark class="${stanceClass(stance)}">${text}</mark>${ends.join("")}`;
    })
    .join("");
}

/** The paper's claims as one Markdown note: front matter, then each claim with quote, page, issue and stance. */
export function paperMarkdown({ paper, rows }: PaperText): string {
  const front = [
    "---",
    `title: ${JSON.stringify(paper.title)}`,
    ...(paper.authors.length > 0 ? [`author: ${JSON.stringify(paper.authors.join(", "))}`] : []),
    ...(paper.date === null ? [] : [`date: ${paper.date}`]),
    `sha256: ${paper.sha256}`,
    "---",
  ].join("\n");
  const claims = rows.map((row) => {
    const lines = row.positions.map((one) => `  ${escapeMarkdown(`${one.issue} · ${detailsOf({ row, ...one })}`)}`);
    const note = row.note === "" ? [] : [`  *${escapeMarkdown(row.note)}*`];
    return [`- “${escapeMarkdown(row.quote)}”`, ...lines, ...note].join("  \n");
  });
  return `${front}\n\n# ${escapeMarkdown(paper.title)}\n\n${claims.join("\n\n")}\n`;
}
