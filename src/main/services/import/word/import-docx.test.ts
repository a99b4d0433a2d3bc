import { expect, test } from "vitest";
import { printPaper } from "../office/print-paper.cases.ts";
import { abstractNum, type DocxParts, docx, field, germanStyles, item, num, p, r, tbl } from "./docx.cases.ts";
import { importDocx } from "./import-docx.ts";

const read = (parts: DocxParts, isBefore = false) => importDocx("a.docx", docx(parts), { isBefore });
const printed = async (parts: DocxParts): Promise<string> => printPaper((await read(parts)).content);
const inStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`;

test.each<[string, DocxParts, string]>([
  [
    "headings by names of styles, by what styles are based on, and by outline levels",
    {
      styles: germanStyles,
      body:
        p("Der Titel", inStyle("Titel")) +
        p("Eins", inStyle("berschrift1")) +
        p("Zwei", inStyle("Kapitel")) +
        p("Drei", '<w:outlineLvl w:val="2"/>') +
        p("Kein", `${inStyle("berschrift2")}<w:outlineLvl w:val="9"/>`) +
        p("Text", inStyle("nowhere")),
    },
    "(§1)\n# Der Titel\n# Eins\n# Zwei\n### Drei\nKein\nText",
  ],
  [
    "quotations and captions",
    { styles: germanStyles, body: p("Wort", inStyle("Zitat")) + p("Abbildung 1", inStyle("Beschriftung")) },
    "(§1)\n> Wort\n(caption) Abbildung 1",
  ],
  [
    "looks of runs, joined over the space between them; bold of a heading says nothing",
    {
      styles: germanStyles,
      body:
        p(r("one ", "<w:b/>") + r("two", "<w:b/>") + r(" three", "<w:i/>") + r(" four", '<w:rStyle w:val="Fett"/>')) +
        p(r("Head"), inStyle("berschrift1")) +
        p(r("x") + r("2", '<w:vertAlign w:val="superscript"/>') + r(" gone", "<w:strike/>")),
    },
    "(§1)\n**one two** _three_ **four**\n# Head\nx^2^ ~~gone~~",
  ],
  [
    "a switch that is on in both styles is off, and the run's own word counts most",
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:name w:val="s"/><w:rPr><w:b/></w:rPr></w:style>',
      body: p(r("one ") + r("two ", '<w:rStyle w:val="S"/>') + r("three", '<w:b w:val="0"/>'), inStyle("B")),
    },
    "(§1)\n**one** two three",
  ],
  [
    "tabs, breaks, hyphens and signs",
    {
      body: p(
        `<w:r><w:tab/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t xml:space="preserve"> c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00adf</w:t><w:cr/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`,
      ),
    },
    "(§1)\na b⏎c\u2011def⏎α✓",
  ],
  [
    "links of relationships and of fields; an instruction is never text, a result is",
    {
      links: { r1: "https://example.org/" },
      body:
        p(
          `<w:hyperlink r:id="r1">${r("one")}</w:hyperlink>${r(" ")}<w:hyperlink w:anchor="x">${r("two")}</w:hyperlink>`,
        ) +
        p(
          r("see ") +
            field('HYPERLINK "https://example.org/b"', r("three")) +
            r(" and ") +
            field("REF _x \\h", r("3.2")),
        ) +
        p(field("IF", r("b"), field("DATE", r("2020")))) +
        p(`<w:fldSimple w:instr=" PAGEREF x ">${r("7")}</w:fldSimple>`) +
        p(field('HYPERLINK "javascript:alert(1)"', r("four"))),
    },
    "(§1)\n[one](https://example.org/) two\nsee [three](https://example.org/b) and 3.2\nb\n7\nfour",
  ],
  [
    "the instruction of a field goes on over paragraphs, and so does a link",
    {
      body:
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://a.org/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("one")}`,
        ) + p(`${r("two")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r(" three")}`),
    },
    "(§1)\n[one](https://a.org/)\n[two](https://a.org/) three",
  ],
  [
    "form fields show what was chosen",
    {
      body: p(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r(" yes ")}<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    },
    "(§1)\n☒ yes b",
  ],
  [
    "footnotes after their paragraph, endnotes at the end, separators nowhere",
    {
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p("----")}</w:footnote><w:footnote w:id="2">${p("First.")}${p("More of it.")}</w:footnote><w:footnote w:id="3">${p("Second.")}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p("The end.")}</w:endnote>`,
      body:
        p(
          `${r("One")}<w:r><w:footnoteReference w:id="2"/></w:r>${r(" and")}<w:r><w:endnoteReference w:id="1"/></w:r>`,
        ) +
        tbl([["a", `<w:p>${r("b")}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>`]]) +
        p("Last"),
    },
    "(§1)\nOn[e](#note-1) an[d](#note-i)\n[^1] First.\n[^1] More of it.\n| a | [b](#note-2)\n[^2] Second.\nLast\n[^i] The end.",
  ],
  [
    "numbers of notes in the format of the section",
    {
      footnotes: `<w:footnote w:id="2">${p("N.")}</w:footnote>`,
      body: `${p(`${r("One")}<w:r><w:footnoteReference w:id="2"/></w:r>`)}<w:sectPr><w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr></w:sectPr>`,
    },
    "(§1)\nOn[e](#note-C)\n[^C] N.",
  ],
  [
    "tables: merged cells leave empty ones, heads are heads, paragraphs of a cell are parted by a space",
    {
      body: `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("Wide")}</w:tc><w:tc>${p("C")}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p("one")}${p("two")}</w:tc><w:tc>${p("")}</w:tc></w:tr></w:tbl>`,
    },
    "(§1)\n|= Wide |=  |= C\n|  | one two |",
  ],
  [
    "a box of one cell, and a table that holds tables, are what is in them",
    {
      body: `${tbl([[p("In a box") + p("of one cell")]])}${p("between")}${tbl([["left", tbl([["a", "b"]]) + p("")]])}`,
    },
    "(§1)\nIn a box\nof one cell\nbetween\nleft\n| a | b",
  ],
  [
    "text boxes once, after the paragraph they hang on",
    {
      body: p(
        `${r("Words")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("In the box")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("In the box")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(" go on")}`,
      ),
    },
    "(§1)\nWords go on\nIn the box",
  ],
  [
    "the fallback where only it has words",
    {
      body: p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="z"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("Old box")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    },
    "(§1)\nOld box",
  ],
  [
    "content controls, smart tags and custom XML are read through",
    {
      body: `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${p(`<w:smartTag w:element="x"><w:smartTagPr/>${r("one ")}</w:smartTag><w:sdt><w:sdtContent>${r("two")}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt><w:customXml w:element="x">${p("three")}</w:customXml>`,
    },
    "(§1)\none two\nthree",
  ],
  [
    "formulas and ruby",
    {
      body: p(
        `${r("if ")}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:ruby><w:rt>${r("かん")}</w:rt><w:rubyBase>${r("漢")}</w:rubyBase></w:ruby></w:r>`,
      ),
    },
    "(§1)\nif x=1漢(かん)",
  ],
  [
    "directions are the file's",
    { body: p("English in an Urdu paper", "<w:bidi/>") + p("پانی کی قلت") + p("words") },
    "(§1)\n<rtl> English in an Urdu paper\n<rtl> پانی کی قلت\nwords",
  ],
  ["drop capitals belong to their word", { body: p("D", '<w:framePr w:dropCap="drop"/>') + p("rop") }, "(§1)\nDrop"],
  ["empty paragraphs are none", { body: p("") + p("one") + p(" \u00a0 ") + p("two") }, "(§1)\none\ntwo"],
])("%s", async (_, parts, expected) => {
  expect(await printed(parts)).toBe(expected);
});

const lists = [
  abstractNum(0, [
    ["decimal", "%1."],
    ["lowerLetter", "%2)"],
    ["lowerRoman", "(%3)"],
  ]),
  abstractNum(1, [
    ["upperRoman", "Part %1"],
    ["decimal", "%1.%2", "<w:isLgl/>"],
  ]),
  abstractNum(2, [["bullet", "\uf0b7"]]),
  abstractNum(3, [["none", ""]]),
].join("");
const numbering = `${lists}${num(1, 0)}${num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')}${num(3, 1)}${num(4, 2)}${num(5, 3)}`;

test.each<[string, string, string]>([
  [
    "levels count on their own and begin again below the next number",
    p("a", item(1)) +
      p("b", item(1, 1)) +
      p("c", item(1, 1)) +
      p("d", item(1, 2)) +
      p("e", item(1)) +
      p("f", item(1, 1)),
    "(§1)\n1. a\n  a) b\n  b) c\n    (i) d\n2. e\n  a) f",
  ],
  [
    "a list goes on after other paragraphs; one that restarts does so once",
    p("a", item(1)) + p("words") + p("b", item(1)) + p("c", item(2)) + p("d", item(2)),
    "(§1)\n1. a\nwords\n2. b\n7. c\n8. d",
  ],
  ["signs of symbol fonts are bullets", p("a", item(4)), "(§1)\n-• a"],
  ["a number that shows nothing makes no item", p("a", item(5)) + p("b", item(99)) + p("c", item(0)), "(§1)\na\nb\nc"],
  ["an empty item counts", p("a", item(1)) + p("", item(1)) + p("c", item(1)), "(§1)\n1. a\n3. c"],
  [
    "the number of a heading is part of its words; a legal level has figures",
    p("Scope", `<w:outlineLvl w:val="0"/>${item(3)}`) + p("Aims", `<w:outlineLvl w:val="1"/>${item(3, 1)}`),
    "(§1)\n# Part I Scope\n## 1.1 Aims",
  ],
  [
    "a number with a word is a line of its own where nothing follows it; a figure is not",
    p("", `<w:outlineLvl w:val="0"/>${item(3)}`) + p("Scope") + p("", item(3)) + p("", item(1)),
    "(§1)\n# Part I\nScope\nPart II",
  ],
  [
    "items in cells have their marks in the text",
    tbl([[p("a", item(1)) + p("b", item(4)), "c"]]),
    "(§1)\n| 1. a • b | c",
  ],
])("lists: %s", async (_, body, expected) => {
  expect(await printed({ numbering, body })).toBe(expected);
});

test("a list may be that of a style, and its level is the one that names the style", async () => {
  const parts = {
    numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:start w:val="1"/><w:pStyle w:val="H1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>${num(1, 0)}`,
    styles: `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
    body:
      p("One", inStyle("H1")) +
      p("Two", inStyle("H2")) +
      p("No number", `${inStyle("H2")}<w:numPr><w:numId w:val="0"/></w:numPr>`),
  };
  expect(await printed(parts)).toBe("(§1)\n# 1 One\n## 1.1 Two\n## No number");
  expect((await read(parts)).title).toBe("One");
});
