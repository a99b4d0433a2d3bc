import { expect, test } from "vitest";
import { named } from "../analysis/library.cases.ts";
import type { Picture } from "../chart/picture.ts";
import { escapeHtml, htmlPage, reportHtml } from "./html.ts";
import { plain, type ReportBlock, type ReportQuote, type ReportTree, type TableBlock } from "./tree.ts";
import { englishWords } from "./words.ts";

const treeOf = (blocks: readonly ReportBlock[], title = "Who pays"): ReportTree => ({
  title,
  words: englishWords,
  byline: "2 January 2026 · coded by Ada",
  made: "2026-01-02T03:04:05Z",
  blocks,
  flags: [],
});

/** What a report of these blocks has between its byline and its footnotes. */
function bodyOf(...blocks: readonly ReportBlock[]): string {
  const [, body = ""] = /coded by Ada<\/p>\n([\s\S]*)<\/main>/.exec(reportHtml(treeOf(blocks))) ?? [];
  return body;
}

const quote: ReportQuote = {
  claim: named.claim(0),
  words: "Fares must rise",
  direction: "ltr",
  look: "supports",
  source: "+ supports · Board",
  details: "certainty 4 of 5",
  note: "",
  moved: false,
};
const article = (look: string, words: string, rest = ""): string =>
  `<article class="${look}" data-claim="${named.claim(0)}"><blockquote dir="ltr">“${words}”</blockquote>
<p class="source" dir="auto">+ supports · Board</p><p class="soft" dir="auto">certainty 4 of 5</p>${rest}</article>`;

const blocks: readonly (readonly [string, ReportBlock, string])[] = [
  [
    "a heading is one level below the title",
    { kind: "heading", level: 1, text: "A & B", id: "section-1" },
    '<h2 id="section-1" dir="auto">A &#38; B</h2>',
  ],
  [
    "an appendix begins a page",
    { kind: "heading", level: 2, text: "All", id: "section-2", apart: true },
    '<h3 id="section-2" class="apart" dir="auto">All</h3>',
  ],
  [
    "bold, italics, a link and a warning in a line",
    {
      kind: "paragraph",
      runs: [
        plain("a<"),
        { kind: "text", text: "b", bold: true },
        { kind: "text", text: "c", italic: true },
        { kind: "link", text: "d", href: 'https://x.example/?a=1&b="2"' },
        { kind: "flag", text: "e>" },
      ],
    },
    '<p dir="auto">a&#60;<strong>b</strong><em>c</em>' +
      '<a href="https://x.example/?a=1&#38;b=&#34;2&#34;" rel="noreferrer">d</a>' +
      ' <span class="flag">⚠ e&#62;</span> </p>',
  ],
  ["a soft paragraph", { kind: "paragraph", runs: [plain("x")], soft: true }, '<p class="soft" dir="auto">x</p>'],
  [
    "a list",
    { kind: "list", items: [[plain("one")], [plain("two")]] },
    '<ul><li dir="auto">one</li><li dir="auto">two</li></ul>',
  ],
  [
    "the papers cited",
    { kind: "references", entries: [[plain("Ann. "), { kind: "text", text: "Weir", italic: true }]] },
    '<ul class="references"><li dir="auto">Ann. <em>Weir</em></li></ul>',
  ],
  ["a quote", { kind: "quote", quote }, article("supports", "Fares must rise")],
  [
    "a quote with a note, whose words are gone from their place",
    { kind: "quote", quote: { ...quote, look: "several", words: "<b>", note: "see & check", moved: true } },
    article(
      "several",
      "&#60;b&#62;",
      '<p class="note" dir="auto">see &#38; check</p>' +
        '<p class="flag">⚠ This quote can no longer be found at its place in the paper.</p>',
    ),
  ],
  [
    "two quotes side by side",
    { kind: "pair", title: "W: A against B", sides: [quote, { ...quote, look: "opposes", words: "Never" }] },
    `<section class="pair"><h4 dir="auto">W: A against B</h4>${article("supports", "Fares must rise")}${article("opposes", "Never")}</section>`,
  ],
  ["a warning", { kind: "flag", text: "Look <here>" }, '<p class="flag">⚠ Look &#60;here&#62;</p>'],
];

test.each(blocks)("%s", (_, block, html) => {
  expect(bodyOf(block)).toBe(html);
});

test("blocks follow one another on lines of their own", () => {
  expect(bodyOf({ kind: "flag", text: "a" }, { kind: "flag", text: "b" })).toBe(
    '<p class="flag">⚠ a</p>\n<p class="flag">⚠ b</p>',
  );
});

test("the contents link to every listed heading", () => {
  const contents = bodyOf(
    { kind: "heading", level: 1, text: "Contents", id: "section-1", unlisted: true },
    { kind: "contents" },
    { kind: "heading", level: 1, text: "Issues", id: "section-2" },
    { kind: "heading", level: 2, text: "Water <1>", id: "section-3" },
  );
  expect(contents).toContain(
    '<nav aria-label="Contents"><ul>' +
      '<li class="level-1"><a href="#section-2">Issues</a></li>' +
      '<li class="level-2"><a href="#section-3">Water &#60;1&#62;</a></li></ul></nav>',
  );
});

test("footnotes are numbered through the whole report and lead back to where they were asked for", () => {
  const note = (text: string) => ({ kind: "note" as const, words: [plain(text)] });
  const page = reportHtml(
    treeOf([
      { kind: "paragraph", runs: [plain("One"), note("Ann, p. 1")] },
      { kind: "list", items: [[plain("Two"), note("Bea")], [note("Cid")]] },
    ]),
  );
  const [marks, list] = page.split("<section><h2>Footnotes</h2>");
  expect([...(marks ?? "").matchAll(/<sup class="ref">(.*?)<\/sup>/g)].map(([, mark]) => mark)).toEqual([
    '<a id="ref-1" href="#note-1">1</a>',
    '<a id="ref-2" href="#note-2">2</a>',
    '<a id="ref-3" href="#note-3">3</a>',
  ]);
  expect(list?.split("</ol>")[0]).toBe(
    '<ol class="notes"><li id="note-1" dir="auto">Ann, p. 1 <a href="#ref-1" aria-label="back to the text">↩</a></li>\n' +
      '<li id="note-2" dir="auto">Bea <a href="#ref-2" aria-label="back to the text">↩</a></li>\n' +
      '<li id="note-3" dir="auto">Cid <a href="#ref-3" aria-label="back to the text">↩</a></li>',
  );
});

test("a report without footnotes has no list of them", () => {
  expect(reportHtml(treeOf([]))).not.toContain("Footnotes");
});

const table: TableBlock = {
  kind: "table",
  caption: "Positions & more",
  heads: ["Issue", "All", "Since"],
  lines: [
    ["Water", 3, "2021-03-09"],
    ["Water › Fares", 0, "2020-11"],
    ["Roads", -0.126, null],
  ],
  foot: ["All", 3, null],
};

test("a table: names head their lines, numbers and dates have their classes, 0 is blank, sums are in the foot", () => {
  expect(bodyOf(table)).toBe(`<div class="table"><table><caption>Positions &#38; more</caption><thead><tr>\
<th scope="col">Issue</th><th scope="col" class="number">All</th><th scope="col">Since</th></tr></thead>
<tbody><tr><th scope="row" dir="auto">Water</th><td class="number" dir="auto">3</td><td class="date" dir="auto">2021-03-09</td></tr>
<tr><th scope="row" dir="auto">Water › Fares</th><td class="number" dir="auto"></td><td class="date" dir="auto">2020-11</td></tr>
<tr><th scope="row" dir="auto">Roads</th><td class="number" dir="auto">-0.13</td><td dir="auto"></td></tr></tbody>\
<tfoot><tr><th scope="row" dir="auto">All</th><td class="number" dir="auto">3</td><td dir="auto"></td></tr></tfoot></table></div>`);
});

test("in a table of a tree a child is indented under its parent and says its own name only", () => {
  const lines = bodyOf({
    ...table,
    tree: true,
    lines: [["Water"], ["Water › Fares"], ["Water › Fares › Low"]],
    foot: null,
  });
  expect(
    [...lines.matchAll(/<th scope="row" dir="auto"([^>]*)>([^<]*)</g)].map(([, style, name]) => [name, style]),
  ).toEqual([
    ["Water", ""],
    ["Fares", ' style="padding-inline-start:1.5rem"'],
    ["Low", ' style="padding-inline-start:2.5rem"'],
  ]);
  expect(lines).not.toContain("<tfoot>");
});

test.each([
  ["names", ["Water", "x".repeat(79)], "th"],
  ["a long text among them", ["Water", "x".repeat(80)], "td"],
  ["numbers", [1, 2], "td"],
] as const)("the first column of a table with %s has cells of the kind %s", (_, [a, b], tag) => {
  const body = bodyOf({ ...table, heads: ["Issue"], lines: [[a], [b]], foot: null });
  expect(body.split("<tbody>")[1]?.match(/<t[hd]\b/g)).toEqual([`<${tag}`, `<${tag}`]);
});

const picture = (title: string): Picture => ({
  title,
  width: 10,
  height: 10,
  shapes: [{ kind: "rect", x: 0, y: 0, width: 5, height: 5, paint: "opposes", patterned: true }],
});

test("a chart is drawn in the colours of the page, and two charts do not share the names of their patterns", () => {
  const page = bodyOf(
    { kind: "chart", caption: "First & last", picture: picture("One") },
    { kind: "chart", caption: "Second", picture: picture("Two") },
  );
  expect(page).toContain("<figcaption>First &#38; last</figcaption></figure>");
  expect(page).toContain('fill="var(--opposes)"');
  expect(page).not.toMatch(/#b04c00/);
  const used = [...page.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
  expect(used).toHaveLength(2);
  expect(new Set(used).size).toBe(2);
  for (const id of used) expect(page.split(`id="${id}"`)).toHaveLength(2);
  expect(page).not.toMatch(/"p-|#p-/);
});

test.each([
  [`<a href="x">&'</a>`, "&#60;a href=&#34;x&#34;&#62;&#38;&#39;&#60;/a&#62;"],
  ["پانی & 水", "پانی &#38; 水"],
  ["", ""],
])("%j is shown as it is", (text, html) => {
  expect(escapeHtml(text)).toBe(html);
});

test("a page loads nothing, runs nothing, and escapes its title", () => {
  const page = htmlPage("</title><script>", "<p>body</p>");
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain("<title>&#60;/title&#62;&#60;script&#62;</title>");
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(page).toContain("<body>\n<p>body</p>\n</body>");
  expect(page).not.toMatch(/<script|@import|src=|https?:/);
});
