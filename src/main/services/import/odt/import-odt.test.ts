import { expect, test } from "vitest";
import { printPaper } from "../office/print-paper.cases.ts";
import { importOdt } from "./import-odt.ts";
import { fodt, h, list, listStyle, type OdtParts, odt, p, style, textProperties } from "./odt.cases.ts";

const read = (parts: OdtParts, isBefore = false) => importOdt("a.odt", odt(parts), { isBefore });
const printed = async (parts: OdtParts): Promise<string> => printPaper((await read(parts)).content);
const span = (name: string, words: string): string => `<text:span text:style-name="${name}">${words}</text:span>`;
const note = (kind: string, label: string, words: string): string =>
  `<text:note text:note-class="${kind}"><text:note-citation>${label}</text:note-citation><text:note-body>${words}</text:note-body></text:note>`;
const table = (rows: string): string => `<table:table>${rows}</table:table>`;
const row = (...cells: string[]): string =>
  `<table:table-row>${cells.map((cell) => (cell.startsWith("<table:") ? cell : `<table:table-cell>${cell}</table:table-cell>`)).join("")}</table:table-row>`;
const box = (words: string): string => `<draw:frame><draw:text-box>${p(words)}</draw:text-box></draw:frame>`;

const looks =
  style("text", "B", textProperties('fo:font-weight="bold"')) +
  style("text", "I", textProperties('fo:font-style="italic"')) +
  style("text", "S", textProperties('style:text-line-through-style="solid"')) +
  style("text", "U", textProperties('style:text-position="super 58%"')) +
  style("text", "N", textProperties('fo:font-weight="normal"')) +
  style("text", "H", textProperties('text:display="none"')) +
  style("paragraph", "P1", "", 'style:parent-style-name="Quotations"') +
  style("paragraph", "R", '<style:paragraph-properties style:writing-mode="rl-tb"/>') +
  style("paragraph", "Secret", textProperties('text:display="none"'));

test.each<[string, OdtParts, string]>([
  [
    "headings by outline level, a title by its style, quotations by what a style is based on",
    {
      automatic: looks,
      body:
        p("The title", "Title") + h("One", 1) + h("Seven", 7) + p("Words", "P1") + p("code", "Preformatted_20_Text"),
    },
    "(§1)\n# The title\n# One\n###### Seven\n> Words\n``` code",
  ],
  [
    "looks of spans, one in another",
    {
      automatic: looks,
      body: p(`a ${span("B", `b ${span("I", "c")} ${span("N", "d")}`)} ${span("S", "e")} m${span("U", "2")}`),
    },
    "(§1)\na **b _c_** d ~~e~~ m^2^",
  ],
  [
    "white space: elements count, line ends of the file do not",
    { body: p('a\n   b<text:s text:c="4"/>c<text:tab/>d<text:line-break/> e') },
    "(§1)\na b c d⏎e",
  ],
  [
    "links, and what fields show",
    {
      body: p(
        '<text:a xlink:href="https://example.org/">one</text:a> <text:a xlink:href="file:///x">two</text:a> <text:bookmark-ref>3.2</text:bookmark-ref> <text:date>2021</text:date><text:script>no</text:script>',
      ),
    },
    "(§1)\n[one](https://example.org/) two 3.2 2021",
  ],
  [
    "footnotes after their paragraph, endnotes at the end",
    {
      body:
        p(`One${note("footnote", "1", p("First.") + p("More."))} two${note("endnote", "i", p("Last."))}`) + p("three"),
    },
    "(§1)\nOn[e](#note-1) tw[o](#note-i)\n[^1] First.\n[^1] More.\nthree\n[^i] Last.",
  ],
  [
    "tables: heads, merged cells, and what a repeated cell stands for",
    {
      body: table(
        `<table:table-header-rows>${row(p("A"), p("B"), p("C"))}</table:table-header-rows>${row(`<table:table-cell table:number-columns-spanned="2">${p("one")}${p("two")}</table:table-cell>`, "<table:covered-table-cell/>", p("c"))}${row(p("d"), '<table:table-cell table:number-columns-repeated="2"/>')}`,
      ),
    },
    "(§1)\n|= A |= B |= C\n| one two |  | c\n| d |  |",
  ],
  [
    "a box of one cell, and a table in a table",
    {
      body:
        table(row(p("box"))) +
        table(row(p("left"), `<table:table-cell>${table(row(p("a"), p("b")))}</table:table-cell>`)),
    },
    "(§1)\nbox\nleft\n| a | b",
  ],
  [
    "text boxes and shapes with words, after their paragraph",
    {
      body:
        p(`Words${box("In the box")} go on`) + p(`<draw:rect><text:p>Shape</text:p></draw:rect>`) + box("On the page"),
    },
    "(§1)\nWords go on\nIn the box\nShape\nOn the page",
  ],
  [
    "sections and ruby",
    {
      body: `<text:section>${p("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>")}</text:section>`,
    },
    "(§1)\n漢(かん)",
  ],
  [
    "directions are the file's",
    { automatic: looks, body: p("English", "R") + p("پانی") },
    "(§1)\n<rtl> English\n<rtl> پانی",
  ],
])("%s", async (_, parts, expected) => {
  expect(await printed(parts)).toBe(expected);
  // The same document in one XML file is the same paper.
  expect(printPaper((await importOdt("a.fodt", fodt(parts))).content)).toBe(expected);
});

const numbers = listStyle("L", [
  'style:num-format="1" style:num-suffix="."',
  'style:num-format="a" style:num-suffix=")"',
  'style:num-format="1" text:display-levels="3"',
]);
const lists =
  numbers +
  listStyle("B", ['text:bullet-char="\uf0b7"']) +
  listStyle("N", ['style:num-format="" loext:num-list-format="%1%-"']) +
  listStyle("E", ['style:num-format="A" style:num-prefix="Exhibit "']);

test.each<[string, string, string]>([
  [
    "levels",
    list("L", [p("a"), p("b") + list("", [p("c"), p("d") + list("", [p("e")])]), p("f") + list("", [p("g")])]),
    "(§1)\n1. a\n2. b\n  a) c\n  b) d\n    2.b.1 e\n3. f\n  a) g",
  ],
  [
    "a number with a word is a line of its own where nothing follows it; a figure is not",
    `${list("E", [p(""), p("Fares")])}${list("L", [p(""), p("b")])}`,
    "(§1)\nExhibit A\nExhibit B Fares\n2. b",
  ],
  ["a later paragraph of an item has no number", list("L", [p("a") + p("more"), p("b")]), "(§1)\n1. a\nmore\n2. b"],
  [
    "each list begins again, unless it goes on",
    list("L", [p("a")], 'xml:id="x"') +
      list("L", [p("b")]) +
      list("L", [p("c")], 'text:continue-list="x"') +
      list("L", [p("d")], 'text:continue-numbering="true"'),
    "(§1)\n1. a\n1. b\n2. c\n3. d",
  ],
  [
    "an item may say its number, a head has none",
    list("L", [
      `<text:list-header>${p("head")}</text:list-header>`,
      `<text:list-item text:start-value="7">${p("a")}</text:list-item>`,
      p("b"),
    ]),
    "(§1)\nhead\n7. a\n8. b",
  ],
  [
    "bullets of symbol fonts, and formats of newer programs",
    list("B", [p("a")]) + list("N", [p("b")]),
    "(§1)\n-• a\nb",
  ],
  ["items in cells", table(row(list("L", [p("a"), p("b")]), p("c"))), "(§1)\n| 1. a 2. b | c"],
  ["headings in lists", list("L", [h("Scope", 1)]), "(§1)\n# 1. Scope"],
  ["a list without a style", list("nowhere", [p("a")]), "(§1)\na"],
  [
    "paragraphs that name their list",
    `<text:numbered-paragraph text:list-id="x" text:style-name="L" text:level="1">${p("a")}</text:numbered-paragraph><text:numbered-paragraph text:list-id="x" text:style-name="L" text:level="1">${p("b")}</text:numbered-paragraph>`,
    "(§1)\n1. a\n2. b",
  ],
])("lists: %s", async (_, body, expected) => {
  expect(await printed({ automatic: lists, body })).toBe(expected);
});

test("headings have the numbers of the outline, and a title has none", async () => {
  const levels = ['style:num-format="1"', 'style:num-format="1" text:display-levels="2" style:num-suffix="."'];
  const outline = levels.map((all, index) => `<text:outline-level-style text:level="${index + 1}" ${all}/>`).join("");
  const parts = {
    styles: `<text:outline-style>${outline}</text:outline-style>`,
    body:
      h("One", 1) +
      h("Two", 2) +
      h("Three", 2) +
      h("Free", 1, 'text:is-list-header="true"') +
      h("Four", 1) +
      h("<text:number>IX</text:number>Nine", 3),
  };
  expect(await printed(parts)).toBe("(§1)\n# 1 One\n## 1.1. Two\n## 1.2. Three\n# Free\n# 2 Four\n### IX Nine");
  expect((await read(parts)).title).toBe("One");
});

const region = (id: string, kind: string, words: string, author: string): string =>
  `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>${author}</dc:creator><dc:date>2021-03-0${id}T10:00:00</dc:date></office:change-info>${words}</text:${kind}></text:changed-region>`;
const start = (id: string): string => `<text:change-start text:change-id="${id}"/>`;
const end = (id: string): string => `<text:change-end text:change-id="${id}"/>`;
const tracked: OdtParts = {
  body: `<text:tracked-changes>${region("1", "insertion", "", "Ada")}${region("2", "deletion", p("may "), "Ben")}${region("3", "deletion", p("") + p("Gone.") + p(""), "Ben")}${region("4", "insertion", "", "Ada")}</text:tracked-changes>${p(`We ${start("1")}will ${end("1")}<text:change text:change-id="2"/>act.<text:change text:change-id="3"/>`)}${p(`One${start("4")}`)}${p(`New${end("4")} two`)}`,
};

test("tracked changes are accepted, counted and said; the text before them can be read", async () => {
  const { content } = await read(tracked);
  expect(printPaper(content)).toBe("(§1)\nWe will act.\nOne\nNew two");
  expect(content.warnings).toMatchObject([
    {
      key: "import.changesAccepted",
      values: {
        counts: [
          { key: "import.changes.insertions", values: { count: 2 } },
          { key: "import.changes.deletions", values: { count: 2 } },
        ],
      },
    },
    { key: "import.changesBy", values: { authors: ["Ada", "Ben"] } },
    { key: "import.changesBetween", values: { first: "2021-03-01", last: "2021-03-04" } },
  ]);
  const before = await read(tracked, true);
  expect(printPaper(before.content)).toBe("(§1)\nWe may act.\nGone.\nOne two");
  expect(before.content.warnings[0]?.key).toBe("import.changesRejected");
});

test("hidden text, contents, pictures and furniture are left out and counted", async () => {
  const { content } = await read({
    automatic: looks,
    master: "<style:master-page><style:header><text:p>Head</text:p></style:header></style:master-page>",
    body:
      p(`a ${span("H", "secret")}${span("H", " more")}b`) +
      p("all hidden", "Secret") +
      p('<text:hidden-paragraph text:is-hidden="true"/>not shown') +
      `<text:section text:display="none">${p("hidden section")}</text:section>` +
      `<text:table-of-content><text:index-body>${p("Contents")}</text:index-body></text:table-of-content>` +
      p("<draw:frame><draw:image/></draw:frame>"),
  });
  expect(printPaper(content)).toBe("(§1)\na b");
  expect(content.warnings.map(({ key, values }) => [key, values.count])).toEqual([
    ["import.hiddenLeftOut", 4],
    ["import.contentsLeftOut", 1],
    ["import.picturesLeftOut", 1],
    ["import.furnitureLeftOut", undefined],
  ]);
});

test("pages are those of the last layout, numbered as their styles say", async () => {
  const soft = "<text:soft-page-break/>";
  const pages =
    style("paragraph", "New", '<style:paragraph-properties fo:break-before="page"/>') +
    style(
      "paragraph",
      "Main",
      '<style:paragraph-properties style:page-number="1"/>',
      'style:master-page-name="Arabic"',
    ) +
    style("paragraph", "Front", "", 'style:master-page-name="Roman"');
  const layout = (name: string, format: string): string =>
    `<style:page-layout style:name="${name}"><style:page-layout-properties style:num-format="${format}"/></style:page-layout>`;
  const master =
    '<style:master-page style:name="Roman" style:page-layout-name="r"/><style:master-page style:name="Arabic" style:page-layout-name="a"/>';
  const parts = { automatic: pages, styles: layout("r", "i") + layout("a", "1"), master };
  const body =
    p("preface", "Front") + p(`of two ${soft}pages`) + p("one", "Main") + p("two", "New") + soft + p("three");
  expect(await printed({ ...parts, body })).toBe("(i)\npreface\nof two \n(ii)\n…pages\n(1)\none\n(2)\ntwo\n(3)\nthree");
  // Breaks that the writer asked for are no layout.
  expect(await printed({ ...parts, body: p("a") + p("b", "New") })).toBe("(§1)\na\n(§2)\nb");
});

test("comments have their words, range, author, date and answers", async () => {
  const comment = (name: string, author: string, words: string, more = ""): string =>
    `<office:annotation office:name="${name}" ${more}><dc:creator>${author}</dc:creator><dc:date>2021-03-09T10:11:12.5</dc:date>${p(words)}<text:list><text:list-item>${p("item")}</text:list-item></text:list></office:annotation>`;
  const { content, comments = [] } = await read({
    body:
      p(`One ${comment("a", "Ada", "Why?")}two`) +
      p(
        `three<office:annotation-end office:name="a"/> four ${comment("b", "Ben", "So.", 'loext:parent-name="a"')}five`,
      ),
  });
  expect(content.text).toBe("One two\nthree four five");
  expect(
    comments.map(({ ranges, ...comment }) => ({
      ...comment,
      on: ranges.map(({ start: from, end: to }) => content.text.slice(from, to)),
    })),
  ).toEqual([
    {
      id: "a",
      author: "Ada",
      created: "2021-03-09T10:11:12.500Z",
      text: "Why?\nitem",
      inReplyTo: null,
      on: ["two\nthree"],
    },
    {
      id: "b",
      author: "Ben",
      created: "2021-03-09T10:11:12.500Z",
      text: "So.\nitem",
      inReplyTo: "a",
      on: ["three four five"],
    },
  ]);
});

test("title, authors, date and language come from the file", async () => {
  const parts = {
    automatic: style("paragraph", "D", textProperties('fo:language="ur" fo:country="PK"')),
    meta: "<dc:title>Water</dc:title><meta:initial-creator>Ada Lind</meta:initial-creator><meta:creation-date>2021-03-09T10:00:00</meta:creation-date>",
    body: h("Heading", 1) + p("Words", "D"),
  };
  expect(await read(parts)).toMatchObject({
    format: "odt",
    title: "Water",
    authors: ["Ada Lind"],
    date: "2021-03-09",
    details: { language: "ur-PK" },
  });
  expect(await read({ ...parts, meta: "<dc:title>Untitled 1</dc:title>" })).toMatchObject({
    title: "Heading",
    authors: [],
  });
});

test("what is no OpenDocument text is refused in a sentence", async () => {
  const { strToU8, zipSync } = await import("fflate");
  const encrypted = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
  for (const [bytes, sentence] of [
    [zipSync({ "x.xml": strToU8("<a/>") }), /not an OpenDocument text/],
    [zipSync({ "content.xml": strToU8("<a/>") }), /not an OpenDocument text/],
    [zipSync({ "content.xml": strToU8("<a") }), /“content.xml” in it is damaged/],
    [odt({ body: p("Words"), manifest: encrypted }), /“a.odt” is protected by a password/],
    [odt({ body: "<text:section>".repeat(20_000) }), /too many parts/],
  ] as const)
    await expect(importOdt("a.odt", bytes)).rejects.toThrow(sentence);
});
