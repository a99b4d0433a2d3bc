import { expect, test } from "vitest";
import { bookOf, chapterOf } from "./book.cases.ts";
import { importEpub, opened } from "./import-epub.ts";

type Parts = Parameters<typeof bookOf>[0];
const read = (parts: Parts) => importEpub("a.epub", bookOf(parts));
const shape = async (parts: Parts): Promise<string[]> => {
  const { content } = await read(parts);
  return content.blocks.map((block) => {
    const words = content.text.slice(block.start, block.end);
    const kind = block.kind === "footnote" ? `note ${block.label}` : block.kind;
    return `${content.pages[block.page]?.label}${block.continues ? "~" : ""} ${kind} ${words}`;
  });
};

test("chapters come in the order of the spine, those out of line last, and without tables of contents", async () => {
  const nav = chapterOf('<nav epub:type="toc"><ol><li><a href="b.xhtml">Two</a></li></ol></nav>');
  const files = {
    "n.xhtml": nav,
    "z 1.xhtml": chapterOf("<h1>One</h1><p>a</p>"),
    "x.xhtml": chapterOf("<p>aside</p>"),
    "b.xhtml": chapterOf("<h1>Two</h1>"),
  };
  expect(
    await shape({ files, item: { "n.xhtml": 'properties="nav"' }, itemref: { "x.xhtml": 'linear="no"' } }),
  ).toEqual(["§1 heading One", "§1 paragraph a", "§2 heading Two", "§3 paragraph aside"]);
});

test("printed pages are the labels, and a paragraph goes on over their end", async () => {
  const body = `<p>front</p><span epub:type="pagebreak" id="p1" title="1"/><p>one <span role="doc-pagebreak" id="p2" aria-label="2"/>two</p><div epub:type="pagebreak">iii</div><p>three</p>`;
  expect(await shape({ files: { "a.xhtml": chapterOf(body) } })).toEqual([
    "§1 paragraph front",
    "1 paragraph one",
    "2~ paragraph two",
    "iii paragraph three",
  ]);
});

test("words that a page break is put around are text", async () => {
  const body = `<p><span epub:type="pagebreak" title="2">This page begins with these words.</span> More.</p>`;
  expect(await shape({ files: { "a.xhtml": chapterOf(body) } })).toEqual([
    "2 paragraph This page begins with these words. More.",
  ]);
});

test("a chapter that is no text is read from what may be read in its place", async () => {
  const files = { "a.xhtml": chapterOf("<p>a</p>"), "p.json": "{}", "b.html": chapterOf("<p>b</p>") };
  const book = { files, item: { "p.json": 'fallback=" i2 "' }, spine: 'toc="none"' };
  const bytes = bookOf({ ...book, itemref: { "a.xhtml": '/><itemref idref="i1"' } });
  expect((await importEpub("a.epub", bytes)).content.text).toBe("a\nb");
});

test("a file is found by its name in the other form of Unicode", async () => {
  expect(await shape({ files: { "e\u0301.xhtml": chapterOf("<p>a</p>") }, item: {} })).toEqual(["§1 paragraph a"]);
});

test("a book that begins with a printed page has no page before it", async () => {
  const { content } = await read({
    files: { "a.xhtml": chapterOf('<h1><a epub:type="pagebreak" title="5"/>One</h1><p>a</p>') },
  });
  expect([content.pages.map(({ label }) => label), content.blocks.map(({ page }) => page)]).toEqual([["5"], [0, 0]]);
});

test.each<[string, Parts]>([
  [
    "the navigation of EPUB 3",
    {
      files: {
        "a.xhtml": chapterOf('<p id="x">one</p><p id="y">two</p>'),
        "n.xhtml": chapterOf(
          '<nav epub:type="page-list"><ol><li><a href="a.xhtml#x">7</a></li><li><a href="a.xhtml#y">8</a></li></ol></nav>',
        ),
      },
      item: { "n.xhtml": 'properties="nav"' },
    },
  ],
  [
    "the NCX of EPUB 2",
    {
      files: {
        "a.xhtml": chapterOf('<a id="x"/><p>one</p><a id="y"/><p>two</p>'),
        "t.ncx": `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><pageList><pageTarget><navLabel><text>7</text></navLabel><content src="a.xhtml#x"/></pageTarget><pageTarget><navLabel><text>8</text></navLabel><content src="a.xhtml#y"/></pageTarget></pageList></ncx>`,
      },
      spine: 'toc="i1"',
    },
  ],
])("printed pages are found in %s", async (_, parts) => {
  const labels = (await read(parts)).content.pages.map(({ label }) => label);
  expect(labels).toEqual(["7", "8"]);
  // An element that is listed as a page but has words of its own keeps them.
  expect((await read(parts)).content.text).toBe("one\ntwo");
});

test("notes are linked over files, with their labels and without the way back", async () => {
  const files = {
    "a.xhtml": chapterOf('<p>Claim.<a epub:type="noteref" id="r" href="n.xhtml#n1">1</a></p>'),
    "n.xhtml": chapterOf(
      '<aside epub:type="footnote" id="n1" hidden="hidden"><p><a href="a.xhtml#r">1</a> Note.</p></aside>',
    ),
  };
  expect(await shape({ files })).toEqual(["§1 paragraph Claim.", "§2 note 1 Note."]);
  const { content } = await read({ files });
  expect(content.blocks[0]?.marks).toEqual([{ kind: "link", start: 5, end: 6, href: "#note-1" }]);
});

test("a book that goes from right to left does so, but not for words of another script", async () => {
  const files = { "a.xhtml": chapterOf("<p>EU قانون</p><p>law</p>") };
  const directions = async (spine: string): Promise<string[]> =>
    (await read({ files, spine })).content.blocks.map(({ direction }) => direction);
  expect(await directions('page-progression-direction="rtl"')).toEqual(["rtl", "ltr"]);
  expect(await directions("")).toEqual(["ltr", "ltr"]);
});

test("title, authors, date, publisher, language and identifiers come from the package", async () => {
  const metadata = `<dc:title id="s">A report</dc:title><meta refines="#s" property="title-type">subtitle</meta><dc:creator opf:role="aut">Ada Lind</dc:creator><dc:creator id="c">Ben Roy</dc:creator><meta refines="#c" property="role">ill</meta><dc:date>2021-03-09T00:00:00Z</dc:date><dc:publisher>Harbour Press</dc:publisher><dc:language>en</dc:language><dc:identifier>urn:isbn:9780141036144</dc:identifier><dc:identifier>urn:uuid:1</dc:identifier>`;
  expect(await read({ files: { "a.xhtml": chapterOf("<p>a</p>") }, metadata })).toMatchObject({
    format: "epub",
    title: "Ferries: A report",
    authors: ["Ada Lind"],
    date: "2021-03-09",
    details: { publisher: "Harbour Press", language: "en", identifiers: ["isbn:9780141036144"] },
  });
});

const encryption = (algorithm: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
const files = { "a.xhtml": chapterOf("<p>a</p>") };

test("a book whose fonts alone are obfuscated is read", async () => {
  const extra = { "META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding") };
  expect(await shape({ files, extra })).toEqual(["§1 paragraph a"]);
});

test.each<[string, string, Parts]>([
  [
    "is protected",
    "import.bookProtected",
    { files, extra: { "META-INF/encryption.xml": encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc") } },
  ],
  ["has no container", "import.xmlDamaged", { files, extra: { "META-INF/container.xml": "x" } }],
  [
    "has no package",
    "import.bookIncomplete",
    {
      files,
      extra: {
        "META-INF/container.xml":
          '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="x.opf"/></rootfiles></container>',
      },
    },
  ],
  ["defines entities", "import.xmlDeclares", { files, extra: { "OEBPS/a.opf": '<!DOCTYPE p [<!ENTITY a "b">]><p/>' } }],
  ["has no text", "import.bookWithoutText", { files: { "a.xhtml": chapterOf("<img src='a.png'/>") } }],
  ["is nested too deeply", "import.htmlTooDeep", { files: { "a.xhtml": chapterOf("<div>".repeat(3000)) } }],
])("a book that %s is refused in a sentence", async (_, key, parts) => {
  await expect(read(parts)).rejects.toMatchObject({ reason: { key } });
});

test.each([
  ["<title/><p>a</p>", "<title></title><p>a</p>"],
  ['<a id="x"/>b', '<a id="x"></a>b'],
  ["<a id='x/y' />b", "<a id='x/y'></a>b"],
  ["<br/>a<hr />", "<br/>a<hr />"],
  ["<epub:switch/>", "<epub:switch></epub:switch>"],
  ["a < b />", "a < b />"],
  ['<?xml version="1.0"?><p>a</p>', "<p>a</p>"],
])("%j is opened as %j", (xhtml, html) => {
  expect(opened(xhtml)).toBe(html);
});
