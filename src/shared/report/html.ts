import type { FactCell } from "../analysis/facts.ts";
import type { Picture } from "../chart/picture.ts";
import { palettes, svgOf } from "../chart/svg.ts";
import { message } from "../messages/message.ts";
import { pageStyle } from "./page-style.ts";
import {
  cellText,
  headingsOf,
  isNumeric,
  lettersOf,
  notesOf,
  type ReportBlock,
  type ReportQuote,
  type ReportRun,
  type ReportTree,
  stemsOf,
  type TableBlock,
} from "./tree.ts";
import { englishWords, ownDirection, type ReportWords } from "./words.ts";

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * A whole page in a language: no script, nothing loaded from anywhere, and a policy that says so to the browser.
 */
export function htmlPage(title: string, body: string, { language, direction }: ReportWords = englishWords): string {
  return `<!doctype html>
<html lang="${language.locale}"${direction === "rtl" ? ' dir="rtl"' : ""}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A report as one HTML page: charts inside it as SVG, footnotes at its end, nothing loaded, no script. */
export function reportHtml(tree: ReportTree): string {
  const { words } = tree;
  const { say } = words;
  const notes = notesOf(tree);
  let note = 0;
  const runs = (list: readonly ReportRun[]): string =>
    list.map((run) => (run.kind === "note" ? noteMark(++note) : runHtml(run))).join("");
  const body = tree.blocks.map((block) => blockHtml(tree, block, runs)).join("\n");
  const foot = notes
    .map(
      (text, index) =>
        `<li id="note-${index + 1}" dir="${ownDir(words)}">${text.map(runHtml).join("")} <a href="#ref-${index + 1}" aria-label="${escapeHtml(say(message("report.backToText")))}">↩</a></li>`,
    )
    .join("\n");
  return htmlPage(
    tree.title,
    `<main><h1 dir="auto">${escapeHtml(tree.title)}</h1>
<p class="soft byline">${escapeHtml(tree.byline)}</p>
${body}${notes.length === 0 ? "" : `\n<section><h2>${escapeHtml(say(message("report.footnotes")))}</h2><ol class="notes">${foot}</ol></section>`}</main>`,
    words,
  );
}

/** How a line of our own gives its direction: that of the report, where that is not the one a browser takes anyway. */
function ownDir({ direction }: ReportWords): "auto" | "rtl" {
  return direction === "rtl" ? "rtl" : "auto";
}

/** The direction of a line that may hold words of the report or the reader's own. */
function dirOfRuns(list: readonly ReportRun[], words: ReportWords): "auto" | "rtl" {
  return words.direction === "rtl" && ownDirection(lettersOf(list), words) === "rtl" ? "rtl" : "auto";
}

function blockHtml(tree: ReportTree, block: ReportBlock, runs: (list: readonly ReportRun[]) => string): string {
  const { words } = tree;
  switch (block.kind) {
    case "heading":
      return `<h${block.level + 1} id="${block.id}"${block.apart ? ' class="apart"' : ""} dir="auto">${escapeHtml(block.text)}</h${block.level + 1}>`;
    case "paragraph":
      return `<p${block.soft ? ' class="soft"' : ""} dir="${dirOfRuns(block.runs, words)}">${runs(block.runs)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li dir="${dirOfRuns(item, words)}">${runs(item)}</li>`).join("")}</ul>`;
    case "references":
      return `<ul class="references">${block.entries.map((entry) => `<li dir="auto">${runs(entry)}</li>`).join("")}</ul>`;
    case "quote":
      return quoteHtml(block.quote, words);
    case "pair":
      return `<section class="pair"><h4 dir="${ownDir(words)}">${escapeHtml(block.title)}</h4>${block.sides.map((side) => quoteHtml(side, words)).join("")}</section>`;
    case "chart":
      return `<figure>${inlineSvg(block.picture)}<figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
    case "flag":
      return `<p class="flag">⚠ ${escapeHtml(block.text)}</p>`;
    case "contents":
      return `<nav aria-label="${escapeHtml(words.say(message("report.section.contents")))}"><ul>${headingsOf(tree)
        .map(
          (heading) =>
            `<li class="level-${heading.level}"><a href="#${heading.id}">${escapeHtml(heading.text)}</a></li>`,
        )
        .join("")}</ul></nav>`;
    case "table":
      return tableHtml(block);
  }
}

function noteMark(number: number): string {
  return `<sup class="ref"><a id="ref-${number}" href="#note-${number}">${number}</a></sup>`;
}

function runHtml(run: Exclude<ReportRun, { kind: "note" }>): string {
  const text = escapeHtml(run.text);
  switch (run.kind) {
    case "flag":
      return ` <span class="flag">⚠ ${text}</span> `;
    case "link":
      return `<a href="${escapeHtml(run.href)}" rel="noreferrer">${text}</a>`;
    case "text":
      return run.bold ? `<strong>${text}</strong>` : run.italic ? `<em>${text}</em>` : text;
  }
}

function tableHtml(block: TableBlock): string {
  const { caption, heads, lines, foot } = block;
  const numbers = heads.map((_, index) => isNumeric(block, index));
  const stems = stemsOf(block);
  const cells = (line: readonly FactCell[], head: boolean, stem?: (typeof stems)[number]): string =>
    line
      .map((cell, index) => {
        if (index === 0 && head && stem !== undefined)
          return `<th scope="row" dir="auto"${stem.depth === 0 ? "" : ` style="padding-inline-start:${0.5 + stem.depth}rem"`}>${escapeHtml(stem.name)}</th>`;
        const text = escapeHtml(cellText(cell));
        const kind = numbers[index] ? ' class="number"' : /^\d{4}(-\d\d){1,2}$/.test(text) ? ' class="date"' : "";
        return index === 0 && head ? `<th scope="row" dir="auto">${text}</th>` : `<td${kind} dir="auto">${text}</td>`;
      })
      .join("");
  const named = lines.every((line) => typeof line[0] === "string" && line[0].length < 80);
  const head = heads
    .map((name, index) => `<th scope="col"${numbers[index] ? ' class="number"' : ""}>${escapeHtml(name)}</th>`)
    .join("");
  const end = foot === null ? "" : `<tfoot><tr>${cells(foot, true)}</tr></tfoot>`;
  return `<div class="table"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>
<tbody>${lines.map((line, index) => `<tr>${cells(line, named, stems[index])}</tr>`).join("\n")}</tbody>${end}</table></div>`;
}

function quoteHtml(quote: ReportQuote, names: ReportWords): string {
  const { words, direction, look, source, details, note, moved, claim } = quote;
  const dir = ownDir(names);
  const lost = moved ? `<p class="flag">⚠ ${escapeHtml(names.say(message("report.lost")))}</p>` : "";
  const noteHtml = note === "" ? "" : `<p class="note" dir="auto">${escapeHtml(note)}</p>`;
  return `<article class="${look}" data-claim="${claim}"><blockquote dir="${direction}">${escapeHtml(names.quoted(words))}</blockquote>
<p class="source" dir="${dir}">${escapeHtml(source)}</p><p class="soft" dir="${dir}">${escapeHtml(details)}</p>${noteHtml}${lost}</article>`;
}

/** A picture inside the page: its colours follow the page's theme, its patterns bear its own name. */
function inlineSvg(picture: Picture): string {
  const variables = Object.fromEntries(Object.keys(palettes.light).map((paint) => [paint, `var(--${paint})`]));
  const name = `c${[...picture.title].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 99_991, 7)}`;
  return svgOf(picture, { ...palettes.light, ...variables })
    .replaceAll('id="p-', `id="${name}-p-`)
    .replaceAll("url(#p-", `url(#${name}-p-`)
    .trim();
}
