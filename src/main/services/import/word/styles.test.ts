import { expect, test } from "vitest";
import { parseXml } from "../xml.ts";
import { isOn, wholeNumber, wordNames } from "./names.ts";
import { effectiveRun, paragraphProperties, runProperties, Styles } from "./styles.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const element = (name: string, inside: string) => parseXml(`<w:${name} ${w}>${inside}</w:${name}>`, wordNames, "x.xml");
const stylesOf = (inside: string): Styles => new Styles(element("styles", inside));
const run = (inside: string) => runProperties(element("rPr", inside));

test.each([
  ["<w:b/>", true],
  ['<w:b w:val="1"/>', true],
  ['<w:b w:val="true"/>', true],
  ['<w:b w:val="0"/>', false],
  ['<w:b w:val="false"/>', false],
  ['<w:b w:val="off"/>', false],
  ["<w:i/>", undefined],
])("the switch %s is %s", (xml, expected) => {
  expect(run(xml).bold).toBe(expected);
});

test("a run's properties are what is said there and nothing more", () => {
  expect(runProperties(undefined)).toEqual({
    style: undefined,
    bold: undefined,
    italic: undefined,
    strike: undefined,
    hidden: undefined,
    superscript: undefined,
    font: undefined,
    language: undefined,
  });
  expect(
    run(
      '<w:rStyle w:val="S"/><w:dstrike/><w:specVanish/><w:vertAlign w:val="subscript"/><w:rFonts w:hAnsi="Symbol"/><w:lang w:val="ur-PK"/>',
    ),
  ).toMatchObject({ style: "S", strike: true, hidden: true, superscript: false, font: "Symbol", language: "ur-PK" });
});

test("a paragraph's properties: style, outline, list, direction", () => {
  const own = paragraphProperties(
    element(
      "pPr",
      '<w:pStyle w:val="P"/><w:outlineLvl w:val="3"/><w:numPr><w:ilvl w:val="2"/></w:numPr><w:bidi/><w:rPr><w:b/></w:rPr>',
    ),
  );
  expect(own).toMatchObject({
    style: "P",
    outline: 3,
    place: { list: null, level: 2 },
    rightToLeft: true,
    run: { bold: true },
  });
  expect(paragraphProperties(undefined)).toMatchObject({ style: undefined, outline: null, place: null });
});

const chain = stylesOf(
  [
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/><w:basedOn w:val="Y"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Y"/><w:basedOn w:val="X"/></w:style>',
    '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>',
    "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>",
  ].join(""),
);

test("a style has all that it is based on, the nearest first", () => {
  const style = chain.paragraph("B");
  expect(style.names).toEqual(["b", "a", "normal"]);
  expect(style.paragraph.outline).toBe(1);
  expect(style.paragraph.place).toEqual({ list: "4", level: 1 });
  expect(style.listStyle).toBe("B");
  expect(style.run).toMatchObject({ bold: true, language: "en-GB" });
});

test("styles that are based on each other, or not there, end", () => {
  expect(chain.paragraph("X").names).toEqual(["x", "y"]);
  expect(chain.paragraph("nowhere").names).toEqual(["normal"]);
  expect(chain.paragraph(undefined).names).toEqual(["normal"]);
  expect(chain.character("nowhere").names).toEqual([]);
  expect(chain.character(undefined).names).toEqual([]);
  expect(new Styles(null).paragraph("A").names).toEqual([]);
  expect([chain.listOf("L"), chain.listOf("N")]).toEqual(["9", null]);
  expect(chain.defaults.italic).toBe(true);
});

const on = run("<w:b/>");
const off = run('<w:b w:val="0"/>');
const none = run("");

test.each([
  ["nothing is said", none, none, none, none, false],
  ["the run says so", on, none, none, none, true],
  ["the run says not", off, on, on, on, false],
  ["one style says so", none, on, none, none, true],
  ["the other style says so", none, none, on, none, true],
  ["both styles say so", none, on, on, none, false],
  ["all runs have it", none, none, none, on, true],
])("bold where %s", (_, own, character, paragraph, defaults, expected) => {
  expect(effectiveRun(own, character, paragraph, defaults).bold).toBe(expected);
});

test("what is no switch is said by the nearest", () => {
  const font = (name: string) => run(`<w:rFonts w:ascii="${name}"/><w:lang w:val="${name}"/>`);
  expect(effectiveRun(none, font("b"), font("c"), font("d"))).toMatchObject({ font: "b", language: "b" });
  expect(effectiveRun(font("a"), font("b"), font("c"), font("d")).font).toBe("a");
  expect(effectiveRun(none, none, none, font("d")).font).toBe("d");
});

test.each([
  ["12", 12],
  ["-1", -1],
  [" 3 ", 3],
  ["1.5", null],
  ["99999999999", null],
  ["", null],
  [undefined, null],
])("the number %j is %s", (text, expected) => {
  expect(wholeNumber(text)).toBe(expected);
  expect(isOn(undefined)).toBeUndefined();
});
