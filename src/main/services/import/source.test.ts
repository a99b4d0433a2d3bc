import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { wholeSource } from "./whole.cases.ts";
import { docx, p } from "./word/docx.cases.ts";

const page = `<!DOCTYPE html><html><head><title>Water brief</title><meta name="author" content="Ada Lind">
<meta name="date" content="2021-03-09"><style>p { color: red }</style><script>var hidden = 1;</script></head>
<body><h1>Fares</h1><p>A <b>low</b> fare &amp; a<br>high one. See <a href="https://example.org">this</a>.</p><!-- secret -->
<ul><li>Trade<ol><li>Ports</ol><li>Health</ul><blockquote><p>They said no.</p></blockquote>
<table><caption>Prices</caption><tr><th>Year<th>Price<tr><td>2020<td>4 <i>crowns</i></table>
<pre>one
  two</pre><p>Last <img alt="ferry" src="x.png"> words.</p></body></html>`;

async function blocks(name: string, bytes: Uint8Array): Promise<string[]> {
  const { content } = await wholeSource({ name, bytes });
  return content.blocks.map((block) => {
    const kind =
      block.kind === "heading"
        ? `h${block.level}`
        : block.kind === "listItem"
          ? `${block.depth}${block.marker}`
          : block.kind;
    return `${kind}: ${content.text.slice(block.start, block.end)}`;
  });
}

test.each(["page.html", "page.txt", "page.md", "page.pdf", "page"])("HTML named %s is read as HTML", async (name) => {
  expect(await blocks(name, Buffer.from(page))).toEqual([
    "h1: Fares",
    "paragraph: A low fare & a\nhigh one. See this.",
    "0•: Trade",
    "11.: Ports",
    "0•: Health",
    "quotation: They said no.",
    "caption: Prices",
    "table: Year\tPrice\n2020\t4 crowns",
    "code: one\n  two",
    "paragraph: Last ferry words.",
  ]);
  const { title, authors, date, content } = await wholeSource({ name, bytes: Buffer.from(page) });
  expect({ title, authors, date }).toEqual({ title: "Water brief", authors: ["Ada Lind"], date: "2021-03-09" });
  expect(content.warnings.filter(({ key }) => key !== "import.otherFormat")).toEqual([
    message("import.commentsSkipped", { count: 1 }),
  ]);
});

test.each<[string, string | Uint8Array, string | null]>([
  ["fake.pdf", "Fares will rise.", "TXT"],
  ["fake.docx", "# Fares\n\nThey **will** rise.", "Markdown"],
  ["page.txt", page, "HTML"],
  ["page.PDF", page, "HTML"],
  ["page.md", page, null],
  ["page.html", page, null],
  ["notes.txt", "# Fares\n\nThey **will** rise.", null],
  ["notes.md", "Fares will rise.", null],
  ["notes", "Fares will rise.", null],
  ["notes.doc", "Fares will rise.", null],
])("%s says by its name what it is, or a warning names its format", async (name, words, found) => {
  const { content } = await wholeSource({ name, bytes: Buffer.from(words) });
  const said = content.warnings.flatMap((warning) => (warning.key === "import.otherFormat" ? [warning] : []));
  expect(said.map(({ values }) => values.format)).toEqual(found === null ? [] : [found]);
});

test.each([
  ["prog.exe", "import.unknownFormat"],
  ["prog", "import.unknownFormat"],
  ["paper.docx", "import.notAsNamed"],
  ["paper.txt", "import.binary"],
  ["paper.md", "import.binary"],
])("%s with bytes that are no text is refused in one sentence", async (name, key) => {
  await expect(wholeSource({ name, bytes: Buffer.from([0, 1, 2, 250, 0, 7]) })).rejects.toMatchObject({
    reason: { key },
  });
});

test("a page is read in the encoding it names", async () => {
  const head = `<html><head><meta charset="windows-1250"></head><body><p>`;
  const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0x9c, 0x61, 0xb9]), Buffer.from("</p></body></html>")]);
  expect(await blocks("x.html", bytes)).toEqual(["paragraph: śaą"]);
});

test.each([
  ["text named .pdf", "a.pdf", "Only words.\n\nMore of them.", ["paragraph: Only words.", "paragraph: More of them."]],
  ["Markdown named .txt", "a.txt", "# Fares\n\nWords.", ["h1: Fares", "paragraph: Words."]],
  ["Markdown named .pdf", "a.pdf", "# Fares\n\nWords.", ["h1: Fares", "paragraph: Words."]],
  [
    "a text that speaks of PDF",
    "a.txt",
    "A file begins with %PDF-1.7 and a number.",
    ["paragraph: A file begins with %PDF-1.7 and a number."],
  ],
  ["a text about HTML", "a.txt", "The tag <html> begins a page.", ["paragraph: The tag <html> begins a page."]],
])("%s is read as what it is", async (_what, name, text, expected) => {
  expect(await blocks(name, Buffer.from(text))).toEqual(expected);
});

test.each([
  ["a spreadsheet (XLSX)", zipSync({ "xl/workbook.xml": strToU8("<w/>") })],
  [
    "an OpenDocument file",
    zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }] }),
  ],
  ["a zip archive", zipSync({ "a.bin": strToU8("x") })],
  ["a picture (GIF)", strToU8("GIF89a")],
  ["a document of an old Microsoft Office program", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)],
])("%s named .txt is refused as what it is", async (what, bytes) => {
  await expect(wholeSource({ name: "x.txt", bytes })).rejects.toThrow(`x.txt is ${what}. Stancemark reads`);
});

const stream = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(500), Buffer.from(name, "utf16le")]);

test.each([
  ["a document with a password", stream("EncryptedPackage"), "import.encryptedDocument"],
  ["an old Word document", stream("WordDocument"), "import.oldWord"],
])("%s is refused with what to do", async (_, bytes, key) => {
  const expected = expect.objectContaining({ key });
  for (const name of ["x.docx", "x.doc", "x.pdf"])
    await expect(wholeSource({ name, bytes })).rejects.toThrow(
      expect.objectContaining({ code: "unreadable", reason: expected }),
    );
});

test.each(["a.docx", "a.txt", "a.pdf", "a"])("a Word document is read as one under the name %s", async (name) => {
  expect(await wholeSource({ name, bytes: docx({ body: p("Words") }) })).toMatchObject({
    format: "docx",
    content: { text: "Words" },
  });
});

test("an archive of which the end is missing is refused as a damaged one", async () => {
  const whole = docx({ body: p("Words") });
  await expect(wholeSource({ name: "a.docx", bytes: whole.subarray(0, whole.length - 30) })).rejects.toThrow(/archive/);
});

test("HTML nested without end is refused or read, and breaks nothing", async () => {
  const deep = `<html><body>${"<div>".repeat(50_000)}words${"</div>".repeat(50_000)}`;
  const read = await blocks("a.html", Buffer.from(deep)).catch((error: Error) => [error.message]);
  expect(read.join()).toMatch(/words|nested too deeply/);
});
