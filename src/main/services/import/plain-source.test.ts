import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { foreignFormat } from "./foreign-format.ts";
import { importWords, readWords } from "./plain-source.ts";
import { textPreview } from "./text-preview.ts";

const formOf = (name: string, text: string): string => readWords(name, Buffer.from(text), null).form;

test.each([
  ["a page by its beginning", "a.txt", "<!doctype html><p>x", "html"],
  ["a piece of a page by its name", "a.html", "<p>x</p>", "html"],
  ["a piece of a page by another of its names", "a.xhtml", "<div>x</div>", "html"],
  ["a text named like a page", "a.html", "Only words", "text"],
  ["a piece of a page that is named a text", "a.txt", "<p>x</p>", "text"],
  ["pieces of a page that are named a text", "a.txt", "<div><h1>Tea</h1>\n<p>One</p></div>", "html"],
  ["pieces of a page in Markdown", "a.md", "<div><h1>Tea</h1>\n<p>One</p></div>", "markdown"],
  ["Markdown by its name", "a.md", "Only words", "markdown"],
  ["Markdown by its name in capitals", "A.MD", "Only words", "markdown"],
  ["Markdown by a heading", "a.txt", "# Fares\n\nwords", "marked"],
  ["Markdown by two marks", "a.txt", "**Fares** are [here](x)", "marked"],
  ["R Markdown by its name", "a.Rmd", "Only words", "markdown"],
  ["comments of a program", "a.txt", "# A list of things\n# for the council\nfares\nports\n", "text"],
  ["a heading after comments", "a.txt", "# One\n\nwords\n\n# Two\n\nwords\n\n## Three\n## Four\n", "marked"],
  ["a text with one mark", "a.txt", "**Fares** are here", "text"],
  ["a text with stars", "a.txt", "5 * 3 ** 2", "text"],
  ["a text with a hash", "a.txt", "#1 is here\n####### x", "text"],
  ["a quotation and a table", "a.txt", "> words\n\n| a | b |\n", "marked"],
  ["an escape and an address", "a.txt", "5 \\$ at <https://example.org/>", "marked"],
  ["a text without an ending", "README", "words", "text"],
  ["a text whose name ends in a dot", "a.", "words", "text"],
])("%s", (_, name, text, form) => {
  expect(formOf(name, text)).toBe(form);
});

test("form feeds part paragraphs of marked text and sections of plain text", () => {
  const marked = importWords("a.txt", Buffer.from("# One\n\nwords\fmore"));
  expect(marked.content.blocks).toHaveLength(3);
  const plain = importWords("a.txt", Buffer.from("One and more.\fTwo and more."));
  expect(plain.content.blocks.map(({ page }) => page)).toEqual([0, 1]);
});

test.each([
  ["GIF", "GIF89a", "format.gif"],
  ["an old Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "format.oldOffice"],
  ["PostScript", "%!PS-Adobe", "format.postscript"],
  ["gzip", "\x1f\x8b\x08", "format.gzip"],
  ["7-Zip", "7z\xbc\xaf\x27\x1c", "format.sevenZip"],
  ["RAR", "Rar!\x1a\x07", "format.rar"],
  ["DjVu", "AT&TFORM", "format.djvu"],
  ["SQLite", "SQLite format 3\0", "format.sqlite"],
  ["MP3", "ID3\x03", "format.sound"],
  ["Ogg", "OggS\0", "format.sound"],
])("%s is named as what it is", (_, bytes, key) => {
  expect(foreignFormat(Buffer.from(bytes, "latin1"))?.key).toBe(key);
});

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name === "mimetype" ? "" : "x")])));
const typed = (type: string): Uint8Array => zipSync({ mimetype: [strToU8(type), { level: 0 }] });

test.each([
  ["Word", zip("[Content_Types].xml", "word/document.xml"), "format.docx"],
  ["Excel", zip("[Content_Types].xml", "xl/workbook.xml"), "format.xlsx"],
  ["PowerPoint", zip("[Content_Types].xml", "ppt/presentation.xml"), "format.pptx"],
  ["EPUB", typed("application/epub+zip"), "format.epub"],
  ["OpenDocument text", typed("application/vnd.oasis.opendocument.text"), "format.odt"],
  ["an OpenDocument table", typed("application/vnd.oasis.opendocument.spreadsheet"), "format.openDocument"],
  ["any other archive", zip("a.txt"), "format.zip"],
])("%s is named by what is in its archive", (_, bytes, key) => {
  expect(foreignFormat(bytes)?.key).toBe(key);
});

test.each(["words", "PK is a name", "GIF is a format", "II*", "", "%PDF-1.7", "ID4"])("%j is nothing known", (text) => {
  expect(foreignFormat(Buffer.from(text, "latin1"))).toBeNull();
});

test("a known format that holds no plain text is refused by its name", () => {
  expect(() => importWords("a.docx", zip("word/document.xml"))).toThrow(
    expect.objectContaining({ code: "unreadable", reason: expect.objectContaining({ key: "import.foreignFormat" }) }),
  );
});

const declared = '<?xml version="1.0"?>\n<!-- a -->\n';
test.each([
  [
    "a document of Word 2003 in XML",
    `${declared}<w:wordDocument xmlns:w="a"><w:p/></w:wordDocument>`,
    "import.oldWord",
  ],
  [
    "a drawing",
    `${declared}<!DOCTYPE svg PUBLIC "a" "b">\n<svg width="1"><text>a</text></svg>`,
    "import.foreignFormat",
  ],
  ["a drawing alone", '<svg width="1"><text>a</text></svg>', "import.foreignFormat"],
])("%s is refused whatever its name is", (_, text, key) => {
  for (const name of ["a.txt", "a.doc", "a.xml"])
    expect(() => importWords(name, Buffer.from(text))).toThrow(
      expect.objectContaining({ code: "unreadable", reason: expect.objectContaining({ key }) }),
    );
});

test("a text that speaks of a drawing is read", () => {
  expect(importWords("a.txt", Buffer.from("The element <svg> is a drawing.")).format).toBe("text");
});

const preview = (text: string | Uint8Array, reading?: Parameters<typeof textPreview>[0]["reading"], name = "a.txt") =>
  textPreview({ name, bytes: Buffer.from(text as Uint8Array), ...(reading === undefined ? {} : { reading }) });

test("a preview is the beginning of the text as it would be read", async () => {
  expect(await preview("One\n\nTwo")).toMatchObject({ text: "One\nTwo", encoding: "utf-8", isEncodingGuessed: false });
  expect((await preview("words ".repeat(2000)))?.text).toHaveLength(4000);
  expect(await preview("%PDF-1.7\n")).toBeNull();
});

test.each([
  ["Bürger lehnen höhere Gebühren ab", undefined, true],
  ["Bürger lehnen höhere Gebühren ab", { encoding: "windows-1252" as const, lines: null }, false],
])("an encoding that was guessed is said to be, unless it was asked for", async (text, reading, guessed) => {
  const seen = await preview(Buffer.from(text, "latin1"), reading);
  expect([seen?.encoding, seen?.isEncodingGuessed, seen?.text]).toEqual(["windows-1252", guessed, text]);
});

test.each([
  ["an address", "Ministry of Water\n12 High Street\nHarbour", "a.txt", true],
  ["prose", "One line only", "a.txt", false],
  ["a list", "- One\n- Two\n- Three", "a.txt", false],
  ["Markdown", "Ministry of Water\n12 High Street\nHarbour", "a.md", false],
])("the lines of %s could be either: %s", async (_, text, name, unsure) => {
  expect((await preview(text, undefined, name))?.areLinesUnsure).toBe(unsure);
});

test("lines are shown as they are asked for", async () => {
  const text = "Ministry of Water\n12 High Street";
  expect((await preview(text, { encoding: null, lines: "join" }))?.text).toBe("Ministry of Water 12 High Street");
  expect((await preview(text, { encoding: null, lines: "keep" }))?.text).toBe(text);
});

const prose = "<p>Ministers agreed on ferry subsidies, on harbour fees, and on a report by autumn.</p>".repeat(12);
const page = `<!doctype html><nav><a href=/>Menu</a></nav><main>${prose}</main>`;

test.each([
  ["the article of a page", page, undefined, "article"],
  ["a whole page, when asked", page, { encoding: null, lines: null, extent: "page" as const }, "page"],
  ["a page without an article", "<!doctype html><p>Short.", undefined, "page"],
  ["a text", "Words.", undefined, null],
])("a preview of %s says so", async (_, text, reading, extent) => {
  const seen = await preview(text, reading, "a.html");
  expect([seen?.extent, seen?.text.includes("Menu")]).toEqual([extent, extent === "page" && text.includes("Menu")]);
});

test("a preview of a saved page is that of the page in it", async () => {
  const bytes = `Snapshot-Content-Location: https://example.org/\r\nContent-Type: text/html\r\n\r\n${page}`;
  expect(await preview(bytes, undefined, "a.mhtml")).toMatchObject({ extent: "article", isEncodingGuessed: false });
});

test("tags that HTML does not have are words in a text that was not named Markdown", () => {
  const source = "# Letter\n\nDear <Name> of <b>Lahore</b><br>and\n\n<Place>\nwords\n";
  const wordsOf = (name: string): string => importWords(name, Buffer.from(source)).content.text.replace(/\s+/g, " ");
  expect(wordsOf("a.txt")).toBe("Letter Dear <Name> of Lahore and <Place> words");
  expect(wordsOf("a.md")).toBe("Letter Dear of Lahore and words");
});
