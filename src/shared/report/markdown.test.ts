import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { named } from "../analysis/library.cases.ts";
import { escapeMarkdown, reportMarkdown } from "./markdown.ts";
import { plain, type ReportBlock, type ReportQuote, type ReportTree } from "./tree.ts";
import { englishWords } from "./words.ts";

const treeOf = (blocks: readonly ReportBlock[]): ReportTree => ({
  title: "Who *pays*",
  words: englishWords,
  byline: "2 January 2026 · coded by Ada",
  made: "2026-01-02T03:04:05Z",
  blocks,
  flags: [],
});

/** What a report of these blocks has after its title and byline. */
function bodyOf(...blocks: readonly ReportBlock[]): string {
  return reportMarkdown(treeOf(blocks)).split("\n\n").slice(2).join("\n\n").trimEnd();
}

const quote: ReportQuote = {
  claim: named.claim(0),
  words: "Fares must rise",
  direction: "ltr",
  look: "supports",
  source: "+ supports · Board",
  details: "certainty 4 of 5 · #1a2b3c4d",
  note: "",
  moved: false,
};
const quoted = (words: string): string => `> “${words}”
>
> \\+ supports · Board${"  "}
> certainty 4 of 5 · \\#1a2b3c4d`;

const blocks: readonly (readonly [string, ReportBlock, string])[] = [
  ["a heading is one level below the title", { kind: "heading", level: 1, text: "A_b", id: "" }, "## A\\_b"],
  ["a heading of an issue", { kind: "heading", level: 2, text: "Water", id: "" }, "### Water"],
  [
    "bold, italics, a link and a warning in a line",
    {
      kind: "paragraph",
      runs: [
        plain("a* "),
        { kind: "text", text: "b", bold: true },
        { kind: "text", text: "c", italic: true },
        { kind: "link", text: "d", href: "https://x.example/a b<c>" },
        { kind: "flag", text: " e " },
      ],
    },
    "a\\* **b***c*<https://x.example/a%20b%3Cc%3E> **⚠ e**",
  ],
  ["a paragraph that begins like a list", { kind: "paragraph", runs: [plain("1. one")] }, "1\\. one"],
  [
    "a list, and an item that begins like one",
    { kind: "list", items: [[plain("one")], [plain("2) two")], [plain("- three")]] },
    "- one\n- 2\\) two\n- \\- three",
  ],
  [
    "the papers cited, numbered by their style",
    {
      kind: "references",
      entries: [[plain("[1] Ann. "), { kind: "text", text: "Weir", italic: true }], [plain("2. B")]],
    },
    "- \\[1\\] Ann. *Weir*\n- 2\\. B",
  ],
  ["a quote", { kind: "quote", quote }, quoted("Fares must rise")],
  [
    "a quote with a note, whose words are gone from their place",
    { kind: "quote", quote: { ...quote, words: "<b>", note: "see | check", moved: true } },
    `${quoted("\\<b\\>")}
>
> *see \\| check*
>
> ⚠ This quote can no longer be found at its place in the paper.`,
  ],
  [
    "two quotes that contradict each other",
    { kind: "pair", title: "W: A against B", sides: [quote, { ...quote, words: "Never" }] },
    `**W: A against B**\n\n${quoted("Fares must rise")}\n\n${quoted("Never")}`,
  ],
  ["a warning", { kind: "flag", text: "Look #1" }, "⚠ Look \\#1"],
  [
    "a table with its sums",
    {
      kind: "table",
      caption: "Positions",
      heads: ["Issue", "+ for", "All"],
      lines: [
        ["Water | Sea", 0, 2.126],
        ["Roads", null],
      ],
      foot: ["All", 0, 2.126],
    },
    `*Positions*

| Issue | \\+ for | All |
| --- | --- | --- |
| Water \\| Sea |  | 2.13 |
| Roads |  |  |
| All |  | 2.13 |`,
  ],
];

test.each(blocks)("%s", (_, block, markdown) => {
  expect(bodyOf(block)).toBe(markdown);
});

test("a chart is left out; its numbers are in a table after it", () => {
  const picture = { title: "Chart", width: 1, height: 1, shapes: [] };
  expect(bodyOf({ kind: "chart", caption: "C", picture }, { kind: "flag", text: "after" })).toBe("⚠ after");
});

test("the contents are a list of the listed headings", () => {
  const body = bodyOf(
    { kind: "heading", level: 1, text: "Contents", id: "", unlisted: true },
    { kind: "contents" },
    { kind: "heading", level: 1, text: "Issues", id: "" },
    { kind: "heading", level: 2, text: "Water", id: "" },
  );
  expect(body).toBe("## Contents\n\n- Issues\n  - Water\n\n## Issues\n\n### Water");
});

test("footnotes are numbered through the whole report", () => {
  const note = (text: string) => ({ kind: "note" as const, words: [plain(text)] });
  expect(
    reportMarkdown(
      treeOf([
        { kind: "paragraph", runs: [plain("One"), note("Ann, *p.* 1")] },
        { kind: "list", items: [[plain("Two"), note("Bea")]] },
      ]),
    ),
  ).toBe(`# Who \\*pays\\*

2 January 2026 · coded by Ada

One[^1]

- Two[^2]

[^1]: Ann, \\*p.\\* 1

[^2]: Bea

`);
});

test.each([
  ["  ends  ", "ends"],
  ["a\\b ~ c", "a\\\\b \\~ c"],
  ["---", "\\---"],
  ["- - -", "\\- - -"],
  ["12) twelve", "12\\) twelve"],
  ["12.5", "12.5"],
  ["-3 degrees", "-3 degrees"],
  ["1.", "1\\."],
  ["", ""],
])("%j is written %j", (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

const markdown = new MarkdownIt();
const letters = fc.constantFrom(
  ..."aZ9 .-+)([]*_`#&<>!|~\\/\"'^=:;{}$@\t\n",
  "ä",
  "پ",
  "1. ",
  "- ",
  "&amp;",
  "https://x.example ",
);
const anyText = fc.array(letters, { maxLength: 24 }).map((parts) => parts.join(""));
const decoded = (html: string): string =>
  html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

test("CommonMark shows every text as it was, whatever its letters, in a paragraph and in an item of a list", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = text.trim().replace(/\s+/g, " ");
      const paragraph = markdown.render(bodyOf({ kind: "paragraph", runs: [plain(text.trim())] }));
      expect(decoded(paragraph)).toBe(words === "" ? "" : `<p>${words}</p>\n`);
      const list = markdown.render(bodyOf({ kind: "list", items: [[plain(text.trim())]] }));
      expect(decoded(list)).toBe(words === "" ? "<ul>\n<li></li>\n</ul>\n" : `<ul>\n<li>${words}</li>\n</ul>\n`);
    }),
    { numRuns: 300 },
  );
});

test("a table keeps its columns whatever is in its cells", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const table = markdown.render(
        bodyOf({ kind: "table", caption: "C", heads: ["A", "B"], lines: [[a, b]], foot: null }),
      );
      const cells = [...table.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = ""]) => decoded(cell));
      expect(cells).toEqual([a, b].map((text) => text.trim().replace(/\s+/g, " ")));
    }),
    { numRuns: 200 },
  );
});
