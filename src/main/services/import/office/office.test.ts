import { expect, test } from "vitest";
import { type AnchoredComment, instantOfDocument, placedComments } from "./comments.ts";
import { LeftOut, leftOutOf, TrackedChanges } from "./left-out.ts";
import { mainLanguage, metadataOf } from "./metadata.ts";
import { symbolOf, withSymbols } from "./symbol-fonts.ts";

test.each([
  ["Symbol", 0xf061, "α"],
  ["Symbol", 0x44, "Δ"],
  ["Symbol", 0xb3, "≥"],
  ["Symbol", 0xf0b7, "•"],
  ["Symbol", 0xfe, "⎭"],
  ["Symbol", 0x07, "\ufffd"],
  ["Wingdings", 0xf0fc, "✓"],
  ["Wingdings 2", 0xf050, "\ufffd"],
  ["Arial", 0x41, "A"],
  ["Arial", 0x2022, "•"],
  ["Arial", 0x7fffffff, "\u{10ffff}"],
])("the sign of %s at %i is %s", (font, code, sign) => {
  expect(symbolOf(font, code)).toBe(sign);
});

test("signs of private use in a text are those of its font", () => {
  expect(withSymbols("a \uf061", "Symbol")).toBe("a α");
  expect(withSymbols("a \uf061", undefined)).toBe("a \uf061");
  expect(withSymbols("abc", "Symbol")).toBe("abc");
});

test.each([
  ["2021-03-09T10:11:12Z", "2021-03-09T10:11:12.000Z"],
  ["2021-03-09T10:11:12.123456789", "2021-03-09T10:11:12.123Z"],
  ["2021-03-09T10:11", "2021-03-09T10:11:00.000Z"],
  ["2021-03-09T10:11:12+02:00", "2021-03-09T08:11:12.000Z"],
  ["2021-03-09", "2021-03-09T00:00:00.000Z"],
  ["2021-13-09T10:11:12Z", null],
  ["yesterday", null],
  ["", null],
  [undefined, null],
])("the date %s is %s", (text, instant) => {
  expect(instantOfDocument(text)).toBe(instant);
});

const comment = (id: string, inReplyTo: string | null = null): AnchoredComment => ({
  id,
  anchor: `comment ${id}`,
  author: "",
  created: null,
  text: id,
  inReplyTo,
});

test("an answer is where its question is; one that is nowhere is counted", () => {
  const left = new LeftOut();
  const ranges = new Map([["comment a", { start: 1, end: 2 }]]);
  const all = [comment("a"), comment("b", "a"), comment("c", "b"), comment("d"), comment("e", "f"), comment("f", "e")];
  expect(placedComments(all, ranges, left).map(({ id, ranges: on }) => [id, on])).toEqual(
    ["a", "b", "c"].map((id) => [id, [{ start: 1, end: 2 }]]),
  );
  expect(left.comments).toBe(3);
});

test("tracked changes are said with authors and days, as far as they are known", () => {
  const changes = new TrackedChanges();
  expect(changes.warnings(false)).toEqual([]);
  changes.add("moves", " ", "no date");
  expect(changes.warnings(false).map(({ key }) => key)).toEqual(["import.changesAccepted"]);
  for (let count = 0; count < 30; count++) changes.add("insertions", `Coder ${count}`, "2021-03-09T10:00:00Z");
  const [warning, by, when] = changes.warnings(true);
  expect(warning).toMatchObject({
    key: "import.changesRejected",
    values: {
      counts: [
        { key: "import.changes.insertions", values: { count: 30 } },
        { key: "import.changes.moves", values: { count: 1 } },
      ],
    },
  });
  expect(by?.values).toMatchObject({ authors: { length: 20 } });
  expect(when).toMatchObject({ key: "import.changesOn", values: { day: "2021-03-09" } });
});

test("each kind of thing that was left out is one sentence", () => {
  expect(leftOutOf(new LeftOut())).toEqual([]);
  const left = Object.assign(new LeftOut(), {
    hidden: 1,
    pictures: 2,
    contents: 3,
    furniture: 4,
    documents: 5,
    comments: 6,
  });
  expect(leftOutOf(left)).toHaveLength(6);
});

test.each([
  ["Water", "Printed", "Water"],
  ["  Water \n policy ", null, "Water policy"],
  ["Microsoft Word - x.doc", "Printed", "Printed"],
  ["", "Printed", "Printed"],
  ["Document1", null, null],
])("of the stated title %j and the printed %j it is %j", (title, printed, expected) => {
  expect(metadataOf({ title, authors: ["Administrator", "Ada Lind"], date: "2021-03-09T10:00:00Z" }, printed)).toEqual({
    title: expected,
    authors: ["Ada Lind"],
    date: "2021-03-09",
  });
  expect(metadataOf({ title, authors: [], date: "March" }, printed).date).toBeNull();
});

test("a paper's language is the one that most of it is in", () => {
  expect(
    mainLanguage(
      new Map([
        ["en-GB", 10],
        ["ur", 90],
      ]),
    ),
  ).toBe("ur");
  expect(mainLanguage(new Map([["x-none", 10]]))).toBeNull();
  expect(mainLanguage(new Map())).toBeNull();
});
