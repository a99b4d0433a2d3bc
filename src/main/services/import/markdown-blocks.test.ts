import fc from "fast-check";
import { expect, test } from "vitest";
import type { Imported } from "./imported.ts";
import { importMarkdown } from "./markdown.ts";

const read = (source: string, bareHeadings = false): Imported => importMarkdown(source, { bareHeadings, warnings: [] });
/** Each block as its kind, its mark and its words. */
const blocks = (source: string, bareHeadings = false): string[] => {
  const { content } = read(source, bareHeadings);
  return content.blocks.map((block) => {
    const words = content.text.slice(block.start, block.end).replaceAll("\t", " | ");
    if (block.kind === "heading") return `h${block.level} ${words}`;
    if (block.kind === "listItem") return `${block.depth} ${block.marker} ${words}`;
    return block.kind === "footnote" ? `note ${block.label} ${words}` : `${block.kind} ${words}`;
  });
};

// CommonMark 0.31, sections 4 and 5.
test.each<[string, string, readonly string[]]>([
  ["paragraphs", "One\n\nTwo\n\n\n\nThree", ["paragraph One", "paragraph Two", "paragraph Three"]],
  ["a paragraph of several lines", "One\ntwo\n   three", ["paragraph One two three"]],
  ["headings with hashes", "# A\n## B ##\n###### C\n####### D", ["h1 A", "h2 B", "h6 C", "paragraph ####### D"]],
  ["underlined headings", "A\n===\n\nB\n---", ["h1 A", "h2 B"]],
  ["a heading between two lines", "=====\n*Fares*\n=====", ["h1 Fares"]],
  ["an empty heading", "#\n\nOne", ["paragraph One"]],
  ["rules", "One\n\n***\n\nTwo\n\n- - -", ["paragraph One", "paragraph Two"]],
  ["fenced code", "```js\na  b\n\n c\n```", ["code a  b\n\n c"]],
  ["a fence with tildes around one with ticks", "~~~\n```\na\n```\n~~~", ["code ```\na\n```"]],
  ["a fence that is never closed", "```\na\nb", ["code a\nb"]],
  ["an empty fence", "```\n```\n\nOne", ["paragraph One"]],
  ["indented code", "One\n\n    a\n     b", ["paragraph One", "code a\n b"]],
  ["quotations", "> One\n> two\n>\n> Three", ["quotation One two", "quotation Three"]],
  ["quotations in quotations", "> One\n>> Two", ["quotation One", "quotation Two"]],
  ["a paragraph after a quotation", "> One\n\nTwo", ["quotation One", "paragraph Two"]],
  ["a quotation that goes on lazily", "> One\ntwo", ["quotation One two"]],
  ["a heading in a quotation", "> # A\n> One", ["h1 A", "quotation One"]],
  ["HTML", "<div>\nOne <b>two</b>\n</div>", ["paragraph One two"]],
  ["HTML of scripts, which is left out", "<script>\nx()\n</script>\n\nOne", ["paragraph One"]],
])("%s", (_, source, wanted) => {
  expect(blocks(source)).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["bullets", "- One\n- Two", ["0 • One", "0 • Two"]],
  ["other bullets", "* One\n\n+ Two", ["0 • One", "0 • Two"]],
  ["numbers", "1. One\n2. Two", ["0 1. One", "0 2. Two"]],
  ["numbers from another", "7. One\n9. Two", ["0 7. One", "0 9. Two"]],
  ["brackets", "1) One\n2) Two", ["0 1. One", "0 2. Two"]],
  ["lists in lists", "- One\n  - Two\n    1. Three\n- Four", ["0 • One", "1 • Two", "2 1. Three", "0 • Four"]],
  ["more paragraphs of an item", "- One\n\n  more\n- Two", ["0 • One", "paragraph more", "0 • Two"]],
  ["code in an item", "- One\n\n      a", ["0 • One", "code a"]],
  ["a quotation in an item", "- One\n  > two", ["0 • One", "quotation two"]],
  ["tasks", "- [ ] One\n- [x] Two\n- [X] Three\n- [-] Four", ["0 ☐ One", "0 ☑ Two", "0 ☑ Three", "0 • [-] Four"]],
  ["an empty item", "-\n- Two", ["0 • Two"]],
  ["an item that begins with a heading", "- # A\n- Two", ["h1 A", "0 • Two"]],
])("a list with %s", (_, source, wanted) => {
  expect(blocks(source)).toEqual(wanted);
});

// GFM 0.29, 4.10.
test.each<[string, string, readonly string[]]>([
  ["a head and rows", "| a | b |\n|---|---|\n| 1 | 2 |", ["table a | b\n1 | 2"]],
  ["no bars at its ends", "a | b\n--- | ---\n1 | 2", ["table a | b\n1 | 2"]],
  ["a cell too few", "| a | b |\n|---|---|\n| 1 |", ["table a | b\n1 | "]],
  ["a cell too many, which is kept", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["table a | b\n1 | 2 | 3"]],
  ["a bar in a cell", "| a | b |\n|---|---|\n| 1\\|2 | 3 |", ["table a | b\n1|2 | 3"]],
  ["nothing in it", "| | |\n|---|---|\n| | |", []],
  ["text after it", "| a |\n|---|\n| 1 |\n\nOne", ["table a\n1", "paragraph One"]],
])("a table with %s", (_, source, wanted) => {
  expect(blocks(source)).toEqual(wanted);
});

test("the cells of a head are known", () => {
  const { content } = read("| a | b |\n|---|---|\n| 1 | 2 |");
  const [table] = content.blocks;
  expect(table?.kind === "table" && table.rows.map((row) => row.map((cell) => cell.header))).toEqual([
    [true, true],
    [false, false],
  ]);
});

test.each<[string, string, readonly string[]]>([
  ["after its paragraph", "One[^a]\n\nTwo\n\n[^a]: Note", ["paragraph One", "note 1 Note", "paragraph Two"]],
  ["once, however often it is named", "One[^a] two[^a]\n\n[^a]: Note", ["paragraph One two", "note 1 Note"]],
  ["in the line", "One^[Note] two", ["paragraph One two", "note 1 Note"]],
  ["of a heading", "# A[^a]\n\n[^a]: Note", ["h1 A", "note 1 Note"]],
  ["that nothing names, at the end", "One\n\n[^a]: Note\n\nTwo", ["paragraph One", "paragraph Two", "note a Note"]],
  ["with more paragraphs", "One[^a]\n\n[^a]: Note\n\n    more", ["paragraph One", "note 1 Note", "note 1 more"]],
  ["that is not there", "One[^b]", ["paragraph One[^b]"]],
])("a note %s", (_, source, wanted) => {
  expect(blocks(source)).toEqual(wanted);
});

test("the letter before a note's mark leads to it", () => {
  const { content } = read("One[^a]\n\n[^a]: Note");
  expect(content.blocks[0]?.marks).toEqual([{ kind: "link", start: 2, end: 3, href: "#note-1" }]);
});

test.each([
  ["Introduction\n\nResidents oppose the tariff.", ["h1 Introduction", "paragraph Residents oppose the tariff."]],
  ["# A\n\nFares\n\nResidents oppose it.", ["h1 A", "h2 Fares", "paragraph Residents oppose it."]],
  ["- Introduction\n\nResidents oppose it.", ["0 • Introduction", "paragraph Residents oppose it."]],
])("in pasted text %j short lines are headings; in a Markdown file they are not", (source, wanted) => {
  expect(blocks(source, true)).toEqual(wanted);
  expect(blocks(source).filter((block) => /^h\d/.test(block))).toHaveLength(source.startsWith("#") ? 1 : 0);
});

test.each([
  ["its field", "---\ntitle: Fares\n---\n# Ports", "Fares"],
  ["its first heading, of any level", "One\n\n## Ports\n\n# Fares", "Ports"],
  ["nothing", "One", null],
])("a file is called by %s", (_, source, title) => {
  expect(read(source).title).toBe(title);
});

test.each([
  ["---\nauthor: Ada Lind\n---\nOne", ["Ada Lind"]],
  ["---\nauthors: [Ada, Ben]\nauthor: Cleo\n---\nOne", ["Ada", "Ben"]],
  ["Written by Ada Lind\n\nOne", ["Ada Lind"]],
  ["By Ada Lind, for the board", ["Ada Lind"]],
  ["Author: Ada Maria Lind", ["Ada Maria Lind"]],
  ["Nobody wrote by hand", []],
  ["by the board", []],
])("the authors of %j", (source, authors) => {
  expect(read(source).authors).toEqual(authors);
});

test.each([
  ["---\ndate: 2021-03-09\n---\nMay 2020", "2021-03-09"],
  ["# Fares\n\nMay 2020\n\nOne", "2020-05"],
  ["---\ndate: soon\n---\nMay 2020", "2020-05"],
  [`${"One\n\n".repeat(12)}May 2020`, null],
  ["One", null],
])("the date of %j is %s", (source, date) => {
  expect(read(source).date).toBe(date);
});

test("form feeds part paragraphs, and what the head says besides is reported", () => {
  expect(blocks("One\fTwo")).toEqual(["paragraph One", "paragraph Two"]);
  const { content } = read("---\ntitle: A\nkeywords: b\nlang: en\n---\nOne<!-- x -->");
  expect(content.warnings.map(({ key }) => key)).toEqual(["import.commentsSkipped", "import.fieldsSkipped"]);
});

test("every word of a file is in its text, and blocks come one after the other", () => {
  // Words after a fence name its language and are no text, so that no fence is made of pieces.
  const piece = fc.constantFrom(
    "# ",
    "- ",
    "1. ",
    "> ",
    "\n",
    "\n\n",
    "```\n",
    "| ",
    "*",
    "**",
    "_",
    "[",
    "](x)",
    "    ",
    "~~x~~ ",
    "`c` ",
    "<b>",
    "---\n",
  );
  const part = fc.oneof(
    piece,
    fc.nat(99).map((n) => `w${n} `),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const source = `start\n\n${parts.join("")}`;
      const { content } = read(source);
      const words = (text: string): string[] => (text.match(/w\d+/g) ?? []).sort();
      expect(words(content.text)).toEqual(words(source));
      let end = 0;
      for (const block of content.blocks) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        end = block.end;
        for (const mark of block.marks) expect(mark.start >= block.start && mark.end <= block.end).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("lists and paragraphs of HTML in a cell, and pictures beside each other, do not run together", () => {
  const cells = "| a | b |\n| - | - |\n| <ul><li>min: 0.0</li><li>mean: 0.01</li></ul> | <p>One</p><p>two</p> |\n";
  expect(read(cells).content.text).toContain("min: 0.0\nmean: 0.01");
  expect(read(cells).content.text).toContain("One\ntwo");
  expect(blocks("[![Port](a)](b)![Fares](c) x <img alt=Tea><img alt=Rice>")).toEqual([
    "paragraph Port Fares x Tea Rice",
  ]);
  expect(blocks("<p><img alt=Tea><img alt=Rice></p>")).toEqual(["paragraph Tea Rice"]);
});

// Pandoc User's Guide: grid_tables, line_blocks, definition_lists, example_lists.
test.each<[string, string, readonly string[]]>([
  ["a frame with an edge left out", "+----+\n| A  |\n| 12\n+----+", ["paragraph +----+\n| A |\n| 12\n+----+"]],
  ["a line block", "| One\n| two", ["paragraph | One\n| two"]],
  ["a definition", "Term\n:   Words of it", ["paragraph Term\n: Words of it"]],
  ["examples", "(@) One\n(@b) Two", ["paragraph (@) One\n(@b) Two"]],
  ["a sentence with a colon", "Fares\n: who pays", ["paragraph Fares\n: who pays"]],
  ["a sum", "a\n+ b", ["paragraph a", "0 • b"]],
])("Pandoc: %s", (_, source, wanted) => {
  expect(blocks(source).map((block) => block.replace(/ {2,}/g, " "))).toEqual(wanted);
});
