import { expect, test } from "vitest";
import { parseXml } from "../xml.ts";
import { ListCounter, numberFormat } from "./lists.ts";
import { openNames } from "./names.ts";

const oasis = "urn:oasis:names:tc:opendocument:xmlns";
const names = `xmlns:text="${oasis}:text:1.0" xmlns:style="${oasis}:style:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`;

/** A counter of levels, each with its attributes. */
function counter(...levels: readonly string[]): ListCounter {
  const all = levels.map((attributes, index) => {
    const kind = attributes.includes("bullet") ? "bullet" : "number";
    return `<text:list-level-style-${kind} text:level="${index + 1}" ${attributes}/>`;
  });
  return new ListCounter(parseXml(`<text:list-style ${names}>${all.join("")}</text:list-style>`, openNames, "x.xml"));
}

const decimal = 'style:num-format="1"';

test.each<[string, readonly string[], readonly (readonly [number, number | null])[], readonly (string | null)[]]>([
  [
    "one level",
    [decimal],
    [
      [0, null],
      [0, null],
    ],
    ["1", "2"],
  ],
  [
    "what is before and after a number",
    ['style:num-format="a" style:num-prefix="(" style:num-suffix=")"'],
    [[0, null]],
    ["(a)"],
  ],
  [
    "numbers of higher levels",
    [decimal, `${decimal} text:display-levels="2" style:num-suffix="."`],
    [
      [0, null],
      [1, null],
      [1, null],
      [0, null],
      [1, null],
    ],
    ["1", "1.1.", "1.2.", "2", "2.1."],
  ],
  [
    "a higher level that has no number",
    ['style:num-format=""', `${decimal} text:display-levels="2"`],
    [
      [0, null],
      [1, null],
    ],
    [null, "1"],
  ],
  [
    "a level's own start",
    [`${decimal} text:start-value="4"`],
    [
      [0, null],
      [0, null],
    ],
    ["4", "5"],
  ],
  [
    "an item's own number",
    [decimal],
    [
      [0, null],
      [0, 9],
      [0, null],
    ],
    ["1", "9", "10"],
  ],
  [
    "signs",
    ['text:bullet-char="–"', 'text:bullet-char="\ue000"', 'text:bullet-char=""'],
    [
      [0, null],
      [1, null],
      [2, null],
    ],
    ["–", "•", "•"],
  ],
  [
    "a pattern of a newer program",
    [decimal, `${decimal} loext:num-list-format="§ %1%-%2%"`],
    [
      [0, null],
      [1, null],
    ],
    ["1", "§ 1-1"],
  ],
  [
    "levels that are not there",
    [decimal],
    [
      [3, null],
      [99, null],
      [-1, null],
    ],
    [null, null, "1"],
  ],
])("lists: %s", (_, levels, items, expected) => {
  const list = counter(...levels);
  expect(items.map(([depth, start]) => list.next(depth, start)?.text ?? null)).toEqual(expected);
});

test("a list starts again where the file says so, and one without a style shows nothing", () => {
  const list = counter(decimal, decimal);
  list.next(0, null);
  list.next(1, null);
  list.restart(1);
  expect([list.next(1, null)?.text, list.next(0, null)?.text]).toEqual(["1", "2"]);
  list.restart(0);
  expect(list.next(0, null)?.text).toBe("1");
  expect(new ListCounter(null).next(0, null)).toBeNull();
});

test.each([
  ["1", "decimal"],
  ["i", "lowerRoman"],
  ["A", "upperLetter"],
  ["", "none"],
  ["toString", "decimal"],
])("the format %j is %s", (sample, format) => {
  expect(numberFormat(sample)).toBe(format);
});
