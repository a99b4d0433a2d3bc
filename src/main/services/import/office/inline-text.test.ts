import fc from "fast-check";
import { expect, test } from "vitest";
import { InlineText, type Look } from "./inline-text.ts";

function written(...pieces: readonly (string | readonly [string, Look])[]) {
  const inline = new InlineText();
  for (const piece of pieces) {
    if (typeof piece === "string") inline.write(piece);
    else inline.write(...piece);
  }
  return inline.finish();
}

test.each<[string, readonly string[], string]>([
  ["runs of one word", ["wa", "ter"], "water"],
  ["spaces at the ends of runs", ["one ", " two"], "one two"],
  ["tabs and line ends", ["one\t\ttwo\r\nthree"], "one two three"],
  ["spaces at both ends", ["  one  "], "one"],
  ["soft hyphens", ["wa\u00adter"], "water"],
  ["spaces that are not layout", ["a\u00a0\u00a0b"], "a\u00a0\u00a0b"],
  ["nothing", ["", " ", "\t"], ""],
])("%s", (_, pieces, expected) => {
  expect(written(...pieces).text).toBe(expected);
});

test("line breaks have no space beside them, and are spaces in a cell", () => {
  for (const [isCell, expected] of [
    [false, "a\nb"],
    [true, "a b"],
  ] as const) {
    const inline = new InlineText(isCell);
    inline.lineBreak();
    inline.write("a ");
    inline.lineBreak();
    inline.write(" b");
    inline.lineBreak();
    expect(inline.finish().text).toBe(expected);
  }
});

test("paragraphs of a cell are parted once", () => {
  const inline = new InlineText(true);
  inline.parted();
  inline.write("a");
  inline.parted();
  inline.parted();
  inline.write("b");
  inline.parted();
  expect(inline.finish().text).toBe("a b");
});

test("marks go on over the space between runs that have them, and end where one has not", () => {
  const { text, marks } = written(
    ["one ", { bold: true }],
    ["two", { bold: true }],
    [" three ", {}],
    ["four", { bold: true }],
  );
  expect(text).toBe("one two three four");
  expect(marks).toEqual([
    { kind: "bold", start: 0, end: 7 },
    { kind: "bold", start: 14, end: 18 },
  ]);
});

test("links are parted by where they lead; those that lead to nothing safe are none", () => {
  const address = "https://example.org/1";
  const { marks } = written(
    ["a", { href: address }],
    ["b", { href: address }],
    ["c", { href: "https://example.org/2" }],
    ["d", { href: "javascript:1" }],
    ["e", { href: "#" }],
  );
  expect(marks).toEqual([
    { kind: "link", start: 0, end: 2, href: address },
    { kind: "link", start: 2, end: 3, href: "https://example.org/2" },
  ]);
});

test("a note links the character before it; a note before any word links nothing", () => {
  const inline = new InlineText();
  inline.note("1");
  inline.write("one ");
  inline.note("2");
  expect(inline.finish().marks).toEqual([{ kind: "link", start: 2, end: 3, href: "#note-2" }]);
});

test("anchors and breaks are at the words beside them", () => {
  const inline = new InlineText();
  inline.anchor("a", false);
  inline.write("one ");
  inline.anchor("a", true);
  inline.anchor("b", false);
  inline.pageBreak(true);
  inline.write("two ");
  inline.anchor("c", false);
  inline.pageBreak(false);
  const { text, anchors, breaks } = inline.finish();
  expect(text).toBe("one two");
  expect(anchors).toEqual([
    { name: "a", end: false, at: 0 },
    { name: "a", end: true, at: 3 },
    { name: "b", end: false, at: 4 },
    { name: "c", end: false, at: 7 },
  ]);
  expect(breaks).toEqual([
    { at: 4, rendered: true },
    { at: 7, rendered: false },
  ]);
});

test("words come out as they went in, and marks cover exactly the words that have them", () => {
  const piece = fc.tuple(fc.stringMatching(/^[ab \t]{0,6}$/), fc.boolean());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text, marks } = written(...pieces.map(([words, bold]) => [words, { bold }] as const));
      expect(text).toBe(
        pieces
          .map(([words]) => words)
          .join("")
          .replace(/[ \t]+/g, " ")
          .trim(),
      );
      const letters = pieces.flatMap(([words, bold]) => [...words.replace(/\s/g, "")].map(() => bold));
      const isBold = (offset: number): boolean => marks.some(({ start, end }) => offset >= start && offset < end);
      const seen = [...text].flatMap((letter, index) => (letter === " " ? [] : [isBold(index)]));
      expect(seen).toEqual(letters);
    }),
  );
});
