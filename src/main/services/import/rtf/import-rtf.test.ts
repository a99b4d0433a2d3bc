import fc from "fast-check";
import { expect, test } from "vitest";
import { printPaper } from "../office/print-paper.cases.ts";
import { encodingOfPage, languageOf } from "./code-pages.ts";
import { dateOf } from "./dates.ts";
import { importRtf } from "./import-rtf.ts";
import { rtf } from "./rtf.cases.ts";
import { tokensOf } from "./tokens.ts";

const raw = String.raw;
const printed = (body: string, head = ""): string => printPaper(importRtf(rtf(body, head)).content);

test.each<[string, string, string]>([
  ["paragraphs", raw`One\par Two\par\par Three`, "(§1)\nOne\nTwo\nThree"],
  ["line ends of the file are none", "One\n two\r\nthree\\\nfour", "(§1)\nOne twothree\nfour"],
  ["braces and backslashes", raw`a \{b\} \\c`, "(§1)\na {b} \\c"],
  ["signs", raw`a\~b\_c\-d\tab e\line f\emdash\lquote g\rquote\bullet`, "(§1)\na\u00a0b‑cd e⏎f—‘g’•"],
  [
    "looks, within each other and undone",
    raw`a {\b b {\i c}} d {\strike e} m{\super 2} \b f\b0  g \i h\plain  i`,
    "(§1)\na **b _c_** d ~~e~~ m^2^ **f** g _h_ i",
  ],
  [
    "characters of the code page and of fonts",
    raw`\'e9 {\f1 \'cf\'ee} {\f2 a\'b7} {\f3 \'83\'5c\'83\'8b}`,
    "(§1)\né По α• ソル",
  ],
  [
    "Unicode, with what stands for it",
    raw`\u8364?5 \uc2\u1087ab\u1086\'d0\'be \uc0\u1086 x {\u-10187\u-8988}`,
    "(§1)\n€5 по оx 𝓤",
  ],
  ["half a character is none", raw`a \u-10187? b`, "(§1)\na \ufffd b"],
  ["Unicode in place of older text", raw`{\upr{old}{\*\ud{new}}}`, "(§1)\nnew"],
  [
    "headings by outline level, by style and by what a style is based on",
    raw`\pard\s3 T\par\pard\s1 A\par\pard\s2 B\par\pard\s5 C\par\pard\outlinelevel1 D\par\pard\s1\outlinelevel9 E\par`,
    "(§1)\n# T\n# A\n# B\n### C\n## D\nE",
  ],
  ["bold of a heading says nothing", raw`\pard\s1\b A\par`, "(§1)\n# A"],
  ["captions", raw`\pard\s4 Figure 1\par`, "(§1)\n(caption) Figure 1"],
  [
    "lists with the number that is printed",
    raw`{\listtext\pard\plain 3.\tab}\pard\ls1\ilvl0 a\par{\listtext b)\tab}\ls1\ilvl1 b\par\pard{\pntext\f2\'b7\tab}c\par\pard d`,
    "(§1)\n3. a\n  b) b\n-• c\nd",
  ],
  [
    "a number with a word is a line of its own where nothing follows it; a figure is not",
    raw`{\listtext Exhibit A\tab}\ls1\par\pard Fares\par{\listtext 1.\tab}\ls1\par\pard b`,
    "(§1)\nExhibit A\nFares\nb",
  ],
  ["the number of a heading is part of its words", raw`\pard\s1{\listtext 1.2\tab}Scope\par`, "(§1)\n# 1.2 Scope"],
  [
    "tables, with heads; paragraphs of a cell are parted by a space",
    raw`\trowd\trhdr\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\cellx1\cellx2\pard\intbl a\par b\cell {\listtext 1.\tab}c\cell\row\pard after`,
    "(§1)\n|= A |= B\n| a b | 1. c\nafter",
  ],
  ["a box of one cell", raw`\trowd\cellx1\pard\intbl box\cell\row\pard after`, "(§1)\nbox\nafter"],
  [
    "a table in a table is part of its cell",
    raw`\trowd\cellx1\cellx2\pard\intbl a\par\itap2 b\nestcell c\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap1 d\cell e\cell\row`,
    "(§1)\n| a b c d | e",
  ],
  [
    "footnotes after their paragraph, endnotes at the end",
    raw`One{\super\chftn}{\footnote\pard\plain {\super\chftn} First.\par More.} two{\footnote\ftnalt Last.}\par three`,
    "(§1)\nOn[e](#note-1) tw[o](#note-i)\n[^1] First.\n[^1] More.\nthree\n[^i] Last.",
  ],
  [
    "links of fields; an instruction is never text, a result is",
    raw`{\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt{\ul one}}} {\field\fldedit{\*\fldinst REF x}{\fldrslt 3.2}} {\field{\*\fldinst HYPERLINK "javascript:1"}{\fldrslt two}}`,
    "(§1)\n[one](https://example.org/) 3.2 two",
  ],
  [
    "text boxes once, after their paragraph",
    raw`Words{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In the box\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext In the box\par}}}} go on\par`,
    "(§1)\nWords go on\nIn the box",
  ],
  ["directions are the file's", raw`\pard\rtlpar English\par\pard\u1662?\u1575?`, "(§1)\n<rtl> English\n<rtl> پا"],
  ["pages that the writer asked for", raw`a\page b\par\pard c\sect d`, "(§1)\na\n(§2)\n…b\nc\n(§3)\nd"],
  [
    "groups that are not known are skipped",
    raw`{\*\unknown no}{\*\generator no;}{\header no\par}a{\xe no}{\*\bkmkstart x}b`,
    "(§1)\nab",
  ],
])("%s", (_, body, expected) => {
  expect(printed(body)).toBe(expected);
});

test.each([
  ["a document of another code page", raw`{\rtf1\ansi\ansicpg1251 \'cf\'ee}`, "По"],
  ["one of a Macintosh", raw`{\rtf1\mac \'8e}`, "é"],
  ["one of an old PC", raw`{\rtf1\pc \'82}`, "é"],
  ["bytes that are written as they are", "{\\rtf1\\ansi \xe9}", "é"],
  ["binary data", "{\\rtf1 a{\\pict\\bin3 }}}}b}", "ab"],
  ["an end that is missing", raw`{\rtf1 {\b a`, "a"],
  ["ends that are too many", raw`{\rtf1 a}}} `, "a"],
  ["a file that is cut within a sign", "{\\rtf1 a\\'e", "a"],
])("%s", (_, text, expected) => {
  expect(importRtf(Buffer.from(text, "latin1")).content.text).toBe(expected);
});

test("tracked changes are accepted, counted and said; the text before them can be read", () => {
  // 9 March 2021, 10:11, as Word packs it.
  const packed = 11 | (10 << 6) | (9 << 11) | (3 << 16) | (121 << 20);
  const file = rtf(
    raw`We {\revised\revauth1\revdttm${packed} will }{\deleted\revauthdel2\revdttmdel${packed} may }act.\par One{\deleted\par}{\deleted\i  two}{\revised\par}three`,
    raw`{\*\revtbl{Unknown;}{Ada;}{Ben;}}`,
  );
  const { content } = importRtf(file);
  expect(printPaper(content)).toBe("(§1)\nWe will act.\nOne\nthree");
  expect(content.warnings).toMatchObject([
    {
      key: "import.changesAccepted",
      values: {
        counts: [
          { key: "import.changes.insertions", values: { count: 1 } },
          { key: "import.changes.deletions", values: { count: 2 } },
        ],
      },
    },
    { key: "import.changesBy", values: { authors: ["Ada", "Ben"] } },
    { key: "import.changesOn", values: { day: "2021-03-09" } },
  ]);
  const before = importRtf(file, { isBefore: true });
  expect(printPaper(before.content)).toBe("(§1)\nWe may act.\nOne\n_two_three");
  expect(before.content.warnings[0]?.key).toBe("import.changesRejected");
});

test("hidden text, contents, pictures, headers and footers are left out and counted", () => {
  const { content } = importRtf(
    rtf(
      raw`{\header Head}{\footerf Foot}a {\v secret}{\v\b  more} b{\pict\pngblip 89504e47}{\object{\*\objdata 00}{\result r}}\par{\field{\*\fldinst TOC \\o}{\fldrslt One 1\par Two 2}}\par`,
    ),
  );
  expect(printPaper(content)).toBe("(§1)\na br");
  expect(content.warnings.map(({ key }) => key)).toEqual([
    "import.hiddenLeftOut",
    "import.contentsLeftOut",
    "import.picturesLeftOut",
    "import.furnitureLeftOut",
  ]);
});

test("comments have their words, range, author and date", () => {
  const packed = 11 | (10 << 6) | (9 << 11) | (3 << 16) | (121 << 20);
  const about = raw`{\*\atnid AL}{\*\atnauthor Ada Lind}\chatn`;
  const { content, comments = [] } = importRtf(
    rtf(
      raw`One {\*\atrfstart 7}two\par three{\*\atrfend 7}${about}{\*\annotation{\*\atnref 7}{\*\atndate ${packed}}\pard Why?\par Really?} four.\par Point${about}{\*\annotation So.} here.`,
    ),
  );
  expect(printPaper(content)).toBe("(§1)\nOne two\nthree four.\nPoint here.");
  expect(
    comments.map(({ ranges, ...comment }) => ({
      ...comment,
      on: ranges.map(({ start, end }) => content.text.slice(start, end)),
    })),
  ).toEqual([
    {
      id: "7",
      author: "Ada Lind",
      created: "2021-03-09T10:11:00.000Z",
      text: "Why?\nReally?",
      inReplyTo: null,
      on: ["two\nthree"],
    },
    { id: "#2", author: "Ada Lind", created: null, text: "So.", inReplyTo: null, on: ["Point here."] },
  ]);
});

test("title, authors, date and language come from the file", () => {
  const info = (title: string): string =>
    raw`{\info{\title ${title}}{\author Ada Lind}{\creatim\yr2021\mo3\dy9\hr1}{\company no}}`;
  expect(importRtf(rtf(raw`\lang1056\s1 Heading\par`, info("Wasser f\\'fcr alle")))).toMatchObject({
    format: "rtf",
    title: "Wasser für alle",
    authors: ["Ada Lind"],
    date: "2021-03-09",
    details: { language: "ur-PK" },
  });
  expect(importRtf(rtf(raw`\s1 Heading\par`, info("Document1")))).toMatchObject({ title: "Heading" });
  expect(importRtf(rtf(""))).toMatchObject({ title: null, authors: [], date: null });
});

test("groups that are nested without end are refused in a sentence", () => {
  expect(() => importRtf(Buffer.from(`{\\rtf1 ${"{".repeat(100_000)}`))).toThrow(/nested too deeply/);
});

test.each([
  [0, null],
  [Number.NaN, null],
  [1, null],
  [(1 << 11) | (1 << 16) | (70 << 20), "1970-01-01T00:00:00.000Z"],
])("the packed date %i is %s", (packed, instant) => {
  expect(dateOf(packed)).toBe(instant);
});

test.each([
  [1251, "windows-1251"],
  [932, "shift_jis"],
  [437, "cp437"],
  [65001, "utf-8"],
  [4711, "windows-1252"],
])("code page %i is %s", (page, encoding) => {
  expect(encodingOfPage(page)).toBe(encoding);
});

test("languages are known by their numbers", () => {
  expect([languageOf(1031), languageOf(1056), languageOf(1)]).toEqual(["de-DE", "ur-PK", ""]);
});

test("any bytes have tokens, and all of them are looked at once", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."\\{}'ab1 -\n\r*u") }), (text) => {
      let seen = 0;
      for (const token of tokensOf(text)) {
        expect(["open", "close", "word", "bytes"]).toContain(token.kind);
        seen++;
      }
      expect(seen).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("every word that is seen is in the text once and in order, whatever groups it is in", () => {
  const piece = fc.constantFrom(
    ["@ ", true],
    [raw`{\b @ }`, true],
    [raw`{\v @ }`, false],
    [raw`{\deleted @ }`, false],
    [raw`{\revised @ }`, true],
    [raw`{\*\xyz @ }`, false],
    [raw`{\field{\*\fldinst REF x}{\fldrslt @ }}`, true],
    [raw`\par `, null],
    [raw`\pard\s1 @ \par `, true],
    [raw`\trowd\pard\intbl @ \cell x\cell\row\pard `, true],
  ) as fc.Arbitrary<[string, boolean | null]>;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      let count = 0;
      const body = pieces
        .map(([text]) => text)
        .join("")
        .replaceAll("@", () => `w${count++}w`);
      const shown = pieces
        .filter(([, isSeen]) => isSeen !== null)
        .flatMap(([, isSeen], index) => (isSeen === true ? [`w${index}w`] : []));
      expect(importRtf(rtf(body)).content.text.match(/w\d+w/g) ?? []).toEqual(shown);
    }),
  );
});
