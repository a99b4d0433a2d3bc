import { expect, test } from "vitest";
import { parseXml } from "../xml.ts";
import { abstractNum, num } from "./docx.cases.ts";
import { wordNames } from "./names.ts";
import { Numbering } from "./numbering.ts";
import { Styles } from "./styles.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const root = (name: string, inside: string) => parseXml(`<w:${name} ${w}>${inside}</w:${name}>`, wordNames, "x.xml");
const styles = new Styles(
  root(
    "styles",
    '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  ),
);

/** The labels of some paragraphs, each in a list at a level. */
function labels(inside: string, ...places: readonly (readonly [list: string, level: number | null])[]) {
  const numbering = new Numbering(root("numbering", inside), styles);
  const style = styles.paragraph(undefined);
  return places.map(([list, level]) => numbering.next(list, level, style)?.text ?? null);
}

const decimals = abstractNum(0, [
  ["decimal", "%1."],
  ["decimal", "%1.%2."],
  ["lowerRoman", "%3)"],
]);

test.each<[string, string, readonly (readonly [string, number | null])[], readonly (string | null)[]]>([
  [
    "one level",
    decimals + num(1, 0),
    [
      ["1", 0],
      ["1", 0],
      ["1", null],
    ],
    ["1.", "2.", "3."],
  ],
  [
    "a lower level begins again",
    decimals + num(1, 0),
    [
      ["1", 0],
      ["1", 1],
      ["1", 1],
      ["1", 0],
      ["1", 1],
    ],
    ["1.", "1.1.", "1.2.", "2.", "2.1."],
  ],
  [
    "a level that is left out counts as begun",
    decimals + num(1, 0),
    [
      ["1", 1],
      ["1", 1],
      ["1", 0],
    ],
    ["1.1.", "1.2.", "2."],
  ],
  [
    "two lists of one definition count together",
    decimals + num(1, 0) + num(2, 0),
    [
      ["1", 0],
      ["2", 0],
      ["1", 0],
    ],
    ["1.", "2.", "3."],
  ],
  [
    "a list that restarts does so the first time only",
    decimals + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    [
      ["1", 0],
      ["2", 0],
      ["2", 0],
    ],
    ["1.", "5.", "6."],
  ],
  [
    "a list may have levels of its own",
    decimals +
      num(
        1,
        0,
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride>',
      ),
    [
      ["1", 0],
      ["1", 0],
    ],
    ["(C)", "(D)"],
  ],
  [
    "a level that never restarts",
    abstractNum(0, [
      ["decimal", "%1."],
      ["decimal", "%2.", '<w:lvlRestart w:val="0"/>'],
    ]) + num(1, 0),
    [
      ["1", 0],
      ["1", 1],
      ["1", 0],
      ["1", 1],
    ],
    ["1.", "1.", "2.", "2."],
  ],
  [
    "a level that only the first restarts",
    abstractNum(0, [
      ["decimal", "%1."],
      ["decimal", "%2."],
      ["decimal", "%3.", '<w:lvlRestart w:val="1"/>'],
    ]) + num(1, 0),
    [
      ["1", 2],
      ["1", 1],
      ["1", 2],
      ["1", 0],
      ["1", 2],
    ],
    ["1.", "1.", "2.", "1.", "1."],
  ],
  [
    "a list by the name of a style",
    `${decimals}<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>${num(1, 0)}${num(2, 7)}`,
    [
      ["2", 0],
      ["2", 0],
    ],
    ["1.", "2."],
  ],
  [
    "levels beyond the last",
    decimals + num(1, 0),
    [
      ["1", 7],
      ["1", 99],
      ["1", -4],
    ],
    [null, null, "1."],
  ],
  [
    "lists that are not there",
    decimals + num(1, 5),
    [
      ["1", 0],
      ["9", 0],
    ],
    [null, null],
  ],
  [
    "signs",
    abstractNum(0, [
      ["bullet", "\uf0a7"],
      ["bullet", "o"],
      ["bullet", "–"],
      ["bullet", " "],
    ]) + num(1, 0),
    [
      ["1", 0],
      ["1", 1],
      ["1", 2],
      ["1", 3],
    ],
    ["•", "◦", "–", "•"],
  ],
  [
    "numbers that show nothing",
    abstractNum(0, [
      ["none", "%1"],
      ["decimal", ""],
    ]) + num(1, 0),
    [
      ["1", 0],
      ["1", 1],
    ],
    [null, null],
  ],
])("numbering: %s", (_, inside, places, expected) => {
  expect(labels(inside, ...places)).toEqual(expected);
});

test("a list that leads to itself by styles ends", () => {
  const loop = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>${num(1, 0)}`;
  expect(labels(loop, ["1", 0])).toEqual([null]);
  expect(new Numbering(null, styles).next("1", 0, styles.paragraph(undefined))).toBeNull();
});
