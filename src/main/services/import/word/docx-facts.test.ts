import { expect, test } from "vitest";
import { printPaper } from "../office/print-paper.cases.ts";
import { type DocxParts, docx, docxFiles, germanStyles, p, r, tbl } from "./docx.cases.ts";
import { importDocx } from "./import-docx.ts";

const read = (parts: DocxParts, isBefore = false) => importDocx("a.docx", docx(parts), { isBefore });
const printed = async (parts: DocxParts): Promise<string> => printPaper((await read(parts)).content);
const keys = async (parts: DocxParts): Promise<string[]> => (await read(parts)).content.warnings.map(({ key }) => key);
const inStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const change = (name: string, content: string, author = "Ada"): string =>
  `<w:${name} w:id="1" w:author="${author}" w:date="2021-03-0${author.length}T10:00:00Z">${content}</w:${name}>`;

const tracked: DocxParts = {
  body:
    p(
      r("We ") +
        change("ins", r("will ")) +
        change("del", '<w:r><w:delText xml:space="preserve">may </w:delText></w:r>', "Ben") +
        r("act."),
    ) +
    p(change("moveFrom", r("Moved."))) +
    p(r("Joined "), `<w:rPr>${change("del", "")}</w:rPr>`) +
    p(r("here.")) +
    p(change("moveTo", r("Moved."))) +
    `<w:tbl><w:tr><w:tc>${p("a")}</w:tc><w:tc>${p("b")}</w:tc></w:tr><w:tr><w:trPr>${change("del", "")}</w:trPr><w:tc>${p("c")}</w:tc><w:tc>${p("d")}</w:tc></w:tr></w:tbl>`,
};

test("tracked changes are accepted, counted and said, with who made them and when", async () => {
  const { content } = await read(tracked);
  expect(printPaper(content)).toBe("(§1)\nWe will act.\nJoined here.\nMoved.\n| a | b");
  expect(content.warnings).toMatchObject([
    {
      key: "import.changesAccepted",
      values: {
        counts: [
          { key: "import.changes.insertions", values: { count: 1 } },
          { key: "import.changes.deletions", values: { count: 3 } },
          { key: "import.changes.moves", values: { count: 1 } },
        ],
      },
    },
    { key: "import.changesBy", values: { authors: ["Ada", "Ben"] } },
    { key: "import.changesOn", values: { day: "2021-03-03" } },
  ]);
});

test("the text before tracked changes can be read", async () => {
  const { content } = await read(tracked, true);
  expect(printPaper(content)).toBe("(§1)\nWe may act.\nMoved.\nJoined\nhere.\n| a | b\n| c | d");
  expect(content.warnings[0]?.key).toBe("import.changesRejected");
});

test("hidden text is left out, by its own word or by its styles, and counted", async () => {
  const parts = {
    styles: germanStyles,
    body:
      p(
        r("one ") +
          r("secret ", "<w:vanish/>") +
          r("more ", "<w:vanish/>") +
          r("two ") +
          r("hush", '<w:rStyle w:val="Geheim"/>'),
      ) +
      p("all hidden", inStyle("Notiz")) +
      p(r("shown", '<w:vanish w:val="0"/>'), inStyle("Notiz")),
  };
  const { content } = await read(parts);
  expect(printPaper(content)).toBe("(§1)\none two\nshown");
  expect(content.warnings).toMatchObject([{ key: "import.hiddenLeftOut", values: { count: 2 } }]);
});

const toc = (end: string): DocxParts => ({
  body:
    p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("One 1")}`,
    ) +
    p(`${r("Two 2")}${end}`) +
    p("Words"),
});

test("a table of contents is left out; one without an end takes nothing with it", async () => {
  const whole = toc('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
  expect(await printed(whole)).toBe("(§1)\nWords");
  expect(await keys(whole)).toEqual(["import.contentsLeftOut"]);
  expect(await printed(toc(""))).toBe("(§1)\nOne 1\nTwo 2\nWords");
  const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("Contents")}</w:sdtContent></w:sdt>`;
  expect(await printed({ body: control + p("Words") })).toBe("(§1)\nWords");
});

test("headers, pictures and embedded documents are left out and said", async () => {
  const body = `${p("<w:r><w:drawing/></w:r><w:r><w:object/></w:r>")}${p("Words")}<w:altChunk r:id="x"/>`;
  expect(await keys({ body, header: p("Head") })).toEqual([
    "import.picturesLeftOut",
    "import.furnitureLeftOut",
    "import.documentsLeftOut",
  ]);
  expect(await keys({ body: "" })).toEqual(["import.noWords"]);
});

const rendered = "<w:r><w:lastRenderedPageBreak/></w:r>";
const asked = '<w:r><w:br w:type="page"/></w:r>';
const section = (inside: string): string => `<w:sectPr>${inside}</w:sectPr>`;

test.each<[string, string, string]>([
  [
    "pages of the last layout, within a paragraph too",
    p(`${r("one ")}${rendered}${r("two")}`) + p("three"),
    "(1)\none \n(2)\n…two\nthree",
  ],
  [
    "a break that was asked for is written twice",
    p(`${r("one")}${asked}`) + p(rendered + r("two")),
    "(1)\none\n(2)\ntwo",
  ],
  [
    "breaks that were only asked for begin a section",
    p(`${r("one")}${asked}${r("two")}`) + p("three"),
    "(§1)\none\n(§2)\n…two\nthree",
  ],
  [
    "sections number their pages",
    p(r("preface"), section('<w:pgNumType w:fmt="lowerRoman"/>')) +
      p(rendered + r("one")) +
      p(rendered + r("two")) +
      section('<w:pgNumType w:start="5"/>'),
    "(i)\npreface\n(5)\none\n(6)\ntwo",
  ],
  [
    "breaks in the rows of a table count",
    tbl([
      ["a", "b"],
      [p(rendered + r("c")), p(rendered + r("d"))],
    ]) + p("after"),
    "(1)\n| a | b\n| c | d\n(2)\nafter",
  ],
])("page labels: %s", async (_, body, expected) => {
  expect(await printed({ body })).toBe(expected);
});

test("comments have their words, range, author, date and answers", async () => {
  const comment = (id: number, author: string, words: string, paragraph: string): string =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2021-03-09T10:11:12Z"><w:p w14:paraId="${paragraph}">${r(words)}</w:p></w:comment>`;
  const { content, comments = [] } = await read({
    comments:
      comment(0, "Ada", "Why?", "A0") +
      comment(1, "Ben", "Because.", "A1") +
      comment(2, "", "Where?", "A2") +
      comment(3, "Cy", "Lost", "A3"),
    commentsExtended: '<w15:commentEx w15:paraId="A0"/><w15:commentEx w15:paraId="A1" w15:paraIdParent="A0"/>',
    body:
      p(`${r("One ")}<w:commentRangeStart w:id="0"/>${r("two")}`) +
      p(`${r("three")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r(" four")}`) +
      p(`${r("A sentence. Another one")}<w:r><w:commentReference w:id="2"/></w:r>${r(" here. Last.")}`),
  });
  expect(
    comments.map(({ ranges, ...comment }) => ({
      ...comment,
      on: ranges.map(({ start, end }) => content.text.slice(start, end)),
    })),
  ).toEqual([
    { id: "0", author: "Ada", created: "2021-03-09T10:11:12.000Z", text: "Why?", inReplyTo: null, on: ["two\nthree"] },
    {
      id: "1",
      author: "Ben",
      created: "2021-03-09T10:11:12.000Z",
      text: "Because.",
      inReplyTo: "0",
      on: ["two\nthree"],
    },
    {
      id: "2",
      author: "",
      created: "2021-03-09T10:11:12.000Z",
      text: "Where?",
      inReplyTo: null,
      on: ["Another one here."],
    },
  ]);
  expect(content.warnings).toMatchObject([{ key: "import.commentsWithoutPlace", values: { count: 1 } }]);
});

test("title, authors, date and language come from the file; what a program wrote there does not", async () => {
  const core = (title: string): string =>
    `<dc:title>${title}</dc:title><dc:creator>Ada Lind; Ben Ray</dc:creator><dcterms:created>2021-03-09T10:00:00Z</dcterms:created>`;
  const parts = { styles: germanStyles, body: p("Der Titel", inStyle("Titel")) + p("Wort") };
  expect(await read({ ...parts, core: core("Wasser") })).toMatchObject({
    format: "docx",
    title: "Wasser",
    authors: ["Ada Lind", "Ben Ray"],
    date: "2021-03-09",
    details: { language: "de-DE" },
  });
  expect(await read({ ...parts, core: core("Microsoft Word - Entwurf.doc") })).toMatchObject({ title: "Der Titel" });
  expect(await read(parts)).toMatchObject({ title: "Der Titel", authors: [], date: null });
});

test("the strict form, other prefixes and other names of parts are the same document", async () => {
  const files = docxFiles({ body: p("Words") });
  const strict = Object.entries(files).map(([name, text]) => [
    name.replace("word/document", "word/other"),
    text
      .replaceAll(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      )
      .replaceAll("w:", "ns0:")
      .replaceAll("xmlns:w=", "xmlns:ns0=")
      .replaceAll("word/document.xml", "/word/other.xml"),
  ]);
  const { strToU8, zipSync } = await import("fflate");
  const bytes = zipSync(Object.fromEntries(strict.map(([name = "", text = ""]) => [name, strToU8(text)])));
  expect(printPaper((await importDocx("a.docx", bytes)).content)).toBe("(§1)\nWords");
});

test("a document in one XML file is read like the archive", async () => {
  const parts = Object.entries(docxFiles({ body: p("Words") })).map(
    ([name, text]) => `<pkg:part pkg:name="/${name}"><pkg:xmlData>${text}</pkg:xmlData></pkg:part>`,
  );
  const flat = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join("")}</pkg:package>`;
  expect(printPaper((await importDocx("a.xml", Buffer.from(flat))).content)).toBe("(§1)\nWords");
});

test("what is no Word document is refused in a sentence", async () => {
  const { strToU8, zipSync } = await import("fflate");
  const zip = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const files = docxFiles({ body: p("Words") });
  for (const [bytes, sentence] of [
    [zip({ "word/x.xml": "<a/>" }), /not a Word document/],
    [zip({ ...files, "word/document.xml": "<a/>" }), /not a Word document/],
    [zip({ ...files, "word/document.xml": "<a" }), /“word\/document.xml” in it is damaged/],
    [docx({ body: "<w:sdt><w:sdtContent>".repeat(20_000) }), /too many parts/],
  ] as const)
    await expect(importDocx("a.docx", bytes)).rejects.toThrow(sentence);
});
