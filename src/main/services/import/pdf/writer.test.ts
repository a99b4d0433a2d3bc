import { expect, test } from "vitest";
import { openGeometry, placeAt } from "../../geometry/geometry.ts";
import { ContentBuilder } from "../builder.ts";
import type { Piece } from "./blocks.ts";
import { linesFrom, type Print } from "./fixtures/lines.ts";
import { downFrom } from "./fixtures/read-pages.ts";
import { frameOf } from "./frame.ts";
import { Writer } from "./writer.ts";

const frame = frameOf([0, 0, 600, 800], { 0: 1, 90: 0, 180: 0, 270: 0 });
const words = new Map<string, number>();
const at = (page: number) => ({ page, frame, links: [], words });
const piece = (text: string, part: Partial<Piece> = {}, print: Partial<Print> = {}): Piece => ({
  kind: "paragraph",
  lines: linesFrom(downFrom(400, text.split("\n"), print)),
  size: 10,
  bold: false,
  skip: 0,
  marker: "",
  level: null,
  rows: [],
  room: 100,
  need: 30,
  ...part,
});

/** What is written of pieces and notes, each with its page. */
function written(steps: readonly (readonly [page: number, piece: Piece, note?: true])[]) {
  const out = new ContentBuilder();
  const writer = new Writer(out, words);
  for (const [page, block, note] of steps)
    if (note) writer.note(block, at(page));
    else writer.add(block, at(page));
  const end = writer.end();
  const content = out.finish([], []);
  const blocks = content.blocks.map((block) => {
    const text = content.text.slice(block.start, block.end);
    const name =
      block.kind === "footnote"
        ? `note ${block.label}`
        : block.kind === "listItem"
          ? `${block.depth} ${block.marker}`
          : block.kind;
    return `${block.page} ${name}${block.continues ? " …" : ""}: ${text}`;
  });
  return { blocks, content, ...end };
}

test("pieces are blocks in their order, each with its page", () => {
  const { blocks } = written([
    [0, piece("Fares", { kind: "heading" })],
    [0, piece("The council says so.")],
    [1, piece("Table 1", { kind: "caption" })],
    [1, piece("x = 1", { kind: "code" })],
  ]);
  expect(blocks).toEqual([
    "0 heading: Fares",
    "0 paragraph: The council says so.",
    "1 caption: Table 1",
    "1 code: x = 1",
  ]);
});

test.each<[string, Piece, Piece, boolean]>([
  ["in mid-sentence", piece("The council of the"), piece("islands says so."), true],
  ["after its end", piece("The council says so."), piece("The islands do not."), false],
  ["in another size", piece("The council of the"), piece("islands say so.", { size: 14 }), false],
  ["in another direction", piece("The council of the"), piece("قارب"), false],
  ["as a heading", piece("The council of the"), piece("Islands", { kind: "heading" }), false],
  ["of an item", piece("The council of the", { kind: "listItem", marker: "•" }), piece("islands says so."), true],
  ["of a heading", piece("The council of the", { kind: "heading" }), piece("islands says so."), false],
])("a sentence %s goes on over a page's end: %s", (_, before, after, goes) => {
  const { content } = written([
    [0, before],
    [1, after],
  ]);
  expect(content.blocks.map(({ continues }) => continues)).toEqual([false, goes]);
  expect(content.blocks.map(({ page }) => page)).toEqual([0, 1]);
});

test("the rest of a numbered item is part of it over two pages, though the file has it as items", () => {
  const item = (text: string, skip: number): Piece =>
    piece(text, { kind: "listItem", skip, marker: skip > 0 ? "3." : "•" });
  const { blocks } = written([
    [0, item("3. The council paid, for the", 3)],
    [1, item("first time in many years, for the", 0)],
    [2, item("New ferries.", 0)],
    [2, item("4. Nobody", 3)],
  ]);
  expect(blocks.slice(0, 3)).toEqual([
    "0 0 3.: The council paid, for the",
    "1 paragraph …: first time in many years, for the",
    "2 paragraph …: New ferries.",
  ]);
  expect(blocks).toHaveLength(4);
});

test("on one page nothing goes on: pieces of one column are joined before", () => {
  const { content } = written([
    [0, piece("The council of the")],
    [0, piece("islands says so.")],
  ]);
  expect(content.blocks.map(({ continues }) => continues)).toEqual([false, false]);
});

const noted = (text: string, label: string): Piece => {
  const block = piece(text);
  return { ...block, lines: block.lines.map((line) => ({ ...line, notes: [{ label, at: 3 }] })) };
};
const note = (text: string, marker: string): Piece => piece(text, { kind: "footnote", marker });

test("a note follows the paragraph with its mark, those without one the page", () => {
  const { blocks } = written([
    [0, note("See the letter.", "1"), true],
    [0, note("See the answer.", "2"), true],
    [0, noted("The council says so.", "1")],
    [0, piece("The islands do not.")],
    [1, piece("A page later.")],
  ]);
  expect(blocks).toEqual([
    "0 paragraph: The council says so.",
    "0 note 1: See the letter.",
    "0 paragraph: The islands do not.",
    "0 note 2: See the answer.",
    "1 paragraph: A page later.",
  ]);
});

test("a note waits until the sentence over its page's end is whole", () => {
  const { blocks } = written([
    [0, note("See the letter.", "1"), true],
    [0, noted("The council of the", "1")],
    [1, piece("islands says so.")],
    [1, piece("More of it.")],
  ]);
  expect(blocks).toEqual([
    "0 paragraph: The council of the",
    "1 paragraph …: islands says so.",
    "1 note 1: See the letter.",
    "1 paragraph: More of it.",
  ]);
});

test("a note without a mark goes on with the one before it, or stands as a star", () => {
  expect(
    written([
      [0, note("See the", "1"), true],
      [1, note("letter.", ""), true],
    ]).blocks,
  ).toEqual(["0 note 1: See the letter."]);
  expect(written([[0, note("See the letter.", ""), true]]).blocks).toEqual(["0 note *: See the letter."]);
});

test("items are as deep as they are indented, or as the file says", () => {
  const item = (text: string, x: number, level: number | null = null): Piece =>
    piece(text, { kind: "listItem", marker: "•", level }, { x });
  const { blocks } = written([
    [0, item("one", 50)],
    [0, item("two", 70)],
    [0, item("three", 90)],
    [0, item("four", 72)],
    [0, item("five", 50)],
    [0, item("six", 50, 3)],
    [0, piece("Between.")],
    [0, item("seven", 90)],
  ]);
  expect(blocks.map((block) => block.split(":")[0])).toEqual([
    "0 0 •",
    "0 1 •",
    "0 2 •",
    "0 1 •",
    "0 0 •",
    "0 3 •",
    "0 paragraph",
    "0 0 •",
  ]);
});

test("levels of headings are told at the end, by their place among the blocks", () => {
  const { levels, title } = written([
    [0, piece("The Port", { kind: "heading", size: 20 })],
    [0, piece("Words.")],
    [0, piece("Fares", { kind: "heading", size: 14 })],
    [1, piece("Given", { kind: "heading", size: 14, level: 5 })],
  ]);
  expect(levels).toEqual([
    [0, 1],
    [2, 5],
    [3, 5],
  ]);
  expect(title).toBe("The Port");
});

test("a table's cells have their words and places, with nothing between them on the page", () => {
  const cell = (text: string, header = false) => ({ lines: linesFrom([{ text, x: 50, y: 400 }]), header });
  const rows = [
    [cell("a", true), cell("bb", true)],
    [cell("c"), { lines: [], header: false }],
  ];
  const { content, geometry } = written([
    [0, piece("Before.")],
    [2, { ...piece("a"), kind: "table", rows }],
  ]);
  expect(content.text).toBe("Before.\na\tbb\nc\t");
  const open = openGeometry(geometry ?? new Uint8Array());
  expect(open.length).toBe(content.text.length);
  const places = [...content.text].map((_, unit) => placeAt(open, unit)?.page ?? null);
  expect(places.slice(7)).toEqual([null, 2, null, 2, 2, null, 2, null]);
});

test("places and text are as long as each other, whatever is written", () => {
  const { content, geometry } = written([
    [0, note("See the letter.", "1"), true],
    [0, piece("Fares", { kind: "heading" })],
    [0, noted("The council of the", "1")],
    [1, piece("islands\nsays so.")],
    [2, piece("• item", { kind: "listItem", marker: "•", skip: 2 })],
    [2, piece("   ")],
  ]);
  const open = openGeometry(geometry ?? new Uint8Array());
  expect(open.length).toBe(content.text.length);
  for (let unit = 0; unit < content.text.length; unit++)
    expect(placeAt(open, unit) === null).toBe(/\s/.test(content.text.charAt(unit)));
});

test("a title or authors are not taken from a page whose letters have other names", () => {
  const writer = new Writer(new ContentBuilder(), words);
  writer.add(piece("Kwfjxr fsi htxyxrb", { kind: "heading", size: 20 }), at(0));
  writer.add(piece("By Ada Lind"), at(0));
  writer.add(piece("Fares", { kind: "heading", size: 14 }), at(1));
  const { title, suggestedAuthors } = writer.end("Fares and costs", new Set([0]));
  expect({ title, suggestedAuthors }).toEqual({ title: "Fares and costs", suggestedAuthors: [] });
});

test("a title that reads as words is one, whatever else the page has", () => {
  const writer = new Writer(new ContentBuilder(), words);
  writer.add(piece("Fares and costs", { kind: "heading", size: 20 }), at(0));
  writer.add(piece("Xqfjx fsi htxyx"), at(0));
  expect(writer.end("", new Set([0])).title).toBe("Fares and costs");
});

test("a page with garbled letters further on changes nothing about the title", () => {
  const writer = new Writer(new ContentBuilder(), words);
  writer.add(piece("Fares and costs", { kind: "heading", size: 20 }), at(0));
  writer.add(piece("Xqfjx", { kind: "heading", size: 24 }), at(1));
  expect(writer.end("", new Set([1])).title).toBe("Fares and costs");
});
