import type { Coded } from "../../../shared/claims/claims.ts";
import type { ClaimRow } from "../../../shared/claims/rows.ts";
import { claimLooks, noStance, stanceOf } from "../../../shared/codebook/stance-scale.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Block, Mark, PaperContent } from "../../../shared/model/content.ts";
import { parsePath, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { escapeHtml, htmlPage } from "../../../shared/report/html.ts";
import { escapeMarkdown } from "../../../shared/report/markdown.ts";
import { claimPlace, detailsOf } from "../../../shared/report/outline.ts";
import { type ReportLook, reportLook } from "../../../shared/report/tree.ts";
import type { ReportWords } from "../../../shared/report/words.ts";

type Placed = Readonly<{ start: number; end: number; number: number; look: ReportLook; glyphs: string }>;

/** A paper with everything recorded about it; `rows` are in the order of `coded`. */
export type ExportedText = Readonly<{
  library: Library;
  paper: Paper;
  content: PaperContent;
  coded: readonly Coded[];
  rows: readonly ClaimRow[];
  /** The words of the file, in its language; names in library and rows are as that shows them. */
  words: ReportWords;
}>;

/** The paper as one HTML page: its text with every claim marked and numbered, then the list of claims. */
export function paperHtml(input: ExportedText): string {
  const { paper, content, rows, words } = input;
  const places = placesOf(input);
  const body = content.blocks.map((block) => blockHtml(content.text, placesIn(places, block), block)).join("\n");
  const claims = rows
    .map(
      (row, index) =>
        `<li id="claim-${index + 1}"><blockquote dir="auto">${escapeHtml(row.quote)}</blockquote>${detailLines(row, words)}</li>`,
    )
    .join("\n");
  const heading = escapeHtml(words.say(message("report.claims")));
  return htmlPage(paper.title, `<main>${body}<section><h2>${heading}</h2><ol>${claims}</ol></section></main>`, words);
}

function detailLines(row: ClaimRow, words: ReportWords): string {
  const lines = row.positions.map(
    (position) =>
      `<p class="soft">${escapeHtml(`${showPath(parsePath(position.issue))} · ${detailsOf({ row, ...position }, words)}`)}</p>`,
  );
  if (lines.length === 0) lines.push(`<p class="soft">${escapeHtml(claimPlace(row, words))}</p>`);
  return `${lines.join("")}${row.note === "" ? "" : `<p class="note" dir="auto">${escapeHtml(row.note)}</p>`}`;
}

function placesIn(places: readonly Placed[], { start, end }: Block): Placed[] {
  return places.filter((place) => place.start < end && place.end > start);
}

function blockHtml(text: string, places: readonly Placed[], block: Block): string {
  const inner = (start: number, end: number): string => markedHtml(text, places, block.marks, start, end);
  const dir = block.direction === "rtl" ? ' dir="rtl"' : "";
  switch (block.kind) {
    case "heading":
      return `<h${block.level}${dir}>${inner(block.start, block.end)}</h${block.level}>`;
    case "table": {
      const cell = (cell: { start: number; end: number; header: boolean }): string =>
        `<${cell.header ? "th" : "td"}>${inner(cell.start, cell.end)}</${cell.header ? "th" : "td"}>`;
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

/** Ranges of all claims in the order of the text, with the number their claim has in the list. */
function placesOf({ library, coded }: ExportedText): Placed[] {
  return coded
    .flatMap(({ annotation, positions }, index) => {
      const look = reportLook(claimLooks(library, positions));
      const glyphs = [...new Set(positions.map((position) => (stanceOf(library, position) ?? noStance).glyph))].join(
        "",
      );
      return annotation.passage.ranges.map(({ start, end }) => ({ start, end, number: index + 1, look, glyphs }));
    })
    .sort((a, b) => a.start - b.start);
}

/** A stretch of a block cut wherever a mark or a claim begins or ends. */
function markedHtml(
  text: string,
  places: readonly Placed[],
  marks: readonly Mark[],
  start: number,
  end: number,
): string {
  const over = places.filter((place) => place.start < end && place.end > start);
  const styled = marks.filter((mark) => mark.start < end && mark.end > start);
  const inside = [...over, ...styled].flatMap((style) => [Math.max(start, style.start), Math.min(end, style.end)]);
  const cuts = [...new Set([start, end, ...inside])].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((from, index) => {
      const to = cuts[index + 1] ?? end;
      const covers = (range: { start: number; end: number }): boolean => range.start <= from && range.end >= to;
      const plain = escapeHtml(text.slice(from, to));
      const dressed = styled.filter(covers).reduce((inner, mark) => dress(inner, mark), plain);
      const top = over.filter(covers).at(-1);
      if (top === undefined) return dressed;
      const ends = over
        .filter((place) => place.end === to)
        .map(
          ({ number, glyphs }) =>
            `<sup class="ref"><a href="#claim-${number}">${escapeHtml(`${glyphs}${number}`)}</a></sup>`,
        );
      return `<mark class="${top.look}">${dressed}</mark>${ends.join("")}`;
    })
    .join("");
}

const tags = { bold: "strong", italic: "em", code: "code", strike: "s", superscript: "sup", doubtful: "u" } as const;

function dress(inner: string, mark: Mark): string {
  if (mark.kind !== "link") return `<${tags[mark.kind]}>${inner}</${tags[mark.kind]}>`;
  return mark.href.startsWith("#") ? inner : `<a href="${escapeHtml(mark.href)}" rel="noreferrer">${inner}</a>`;
}

/** The paper's claims as one Markdown note: front matter, then each claim with quote, page, issue and stance. */
export function paperMarkdown({ paper, rows, words }: ExportedText): string {
  const front = [
    "---",
    `title: ${JSON.stringify(paper.title)}`,
    ...(paper.authors.length > 0 ? [`author: ${JSON.stringify(paper.authors.join(", "))}`] : []),
    ...(paper.date === null ? [] : [`date: ${paper.date}`]),
    `sha256: ${paper.sha256}`,
    "---",
  ].join("\n");
  const claims = rows.map((row) => {
    const lines = row.positions.map(
      (position) =>
        `  ${escapeMarkdown(`${showPath(parsePath(position.issue))} · ${detailsOf({ row, ...position }, words)}`)}`,
    );
    if (lines.length === 0) lines.push(`  ${escapeMarkdown(claimPlace(row, words))}`);
    const note = row.note === "" ? [] : [`  *${escapeMarkdown(row.note)}*`];
    return [`- ${escapeMarkdown(words.quoted(row.quote))}`, ...lines, ...note].join("  \n");
  });
  return `${front}\n\n# ${escapeMarkdown(paper.title)}\n\n${claims.join("\n\n")}\n`;
}
