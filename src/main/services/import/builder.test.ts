import { expect, test } from "vitest";
import { message } from "../../../shared/messages/message.ts";
import { directionOf } from "../../../shared/text/direction.ts";
import { ContentBuilder } from "./builder.ts";

const run = (text: string) => ({ text, marks: [] });
const page = { label: "§1", width: 0, height: 0, rotation: 0 as const };

test("blocks are one after the other, and marks where their words are", () => {
  const out = new ContentBuilder();
  out.add({ kind: "heading", level: 2 }, run("Water"));
  out.add({ kind: "paragraph" }, { text: "The gate is", marks: [{ kind: "bold", start: 4, end: 8 }] });
  out.page = 1;
  out.add({ kind: "paragraph" }, run("open."), " ");
  out.addTable(
    [
      [run("a"), run("b")],
      [run("c"), { ...run("d"), header: true }],
    ],
    1,
  );
  const { text, blocks } = out.finish([page], [message("pdf.noText")]);
  expect(text).toBe("Water\nThe gate is open.\na\tb\nc\td");
  expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual([
    "Water",
    "The gate is",
    "open.",
    "a\tb\nc\td",
  ]);
  expect(blocks[0]).toMatchObject({ kind: "heading", level: 2, page: 0, continues: false });
  expect(blocks[1]).toMatchObject({ kind: "paragraph", marks: [{ kind: "bold", start: 10, end: 14 }] });
  expect(blocks[2]).toMatchObject({ page: 1, continues: true });
  expect(blocks[3]).toMatchObject({
    rows: [
      [{ header: true }, { header: true }],
      [{ header: false }, { header: true }],
    ],
  });
});

test("the cells of a table have their places and marks in the whole text", () => {
  const out = new ContentBuilder();
  out.add({ kind: "paragraph" }, run("Before"));
  const bold = { text: "two", marks: [{ kind: "bold" as const, start: 1, end: 3 }] };
  out.addTable([[run("one"), bold], [run(""), run("four")], []]);
  out.add({ kind: "caption" }, run("After"));
  const { text, blocks } = out.finish([page], []);
  expect(text).toBe("Before\none\ttwo\n\tfour\n\nAfter");
  const [, table] = blocks;
  if (table?.kind !== "table") throw new Error("there is no table");
  expect(table.rows.map((row) => row.map(({ start, end }) => [start, text.slice(start, end)]))).toEqual([
    [
      [7, "one"],
      [11, "two"],
    ],
    [
      [15, ""],
      [16, "four"],
    ],
    [],
  ]);
  expect(table.marks).toEqual([{ kind: "bold", start: 12, end: 14 }]);
});

test("parts that are taken leave the next blocks where they would have been", () => {
  const out = new ContentBuilder();
  out.add({ kind: "paragraph" }, run("One"));
  const first = out.take();
  expect([out.length, out.count, out.blocks]).toEqual([0, 1, []]);
  out.add({ kind: "paragraph" }, { text: "two", marks: [{ kind: "bold", start: 0, end: 3 }] }, " ");
  out.addTable([[run("a"), run("b")]]);
  const second = out.take();
  expect(first.text + second.text).toBe("One two\na\tb");
  expect(second.blocks.map(({ start, end }) => [start, end])).toEqual([
    [4, 7],
    [8, 11],
  ]);
  expect(second.blocks[0]?.marks).toEqual([{ kind: "bold", start: 4, end: 7 }]);
  expect(out.count).toBe(3);
});

test("marks come in their order, and empty ones are left out", () => {
  const out = new ContentBuilder();
  const marks = [
    { kind: "italic" as const, start: 3, end: 5 },
    { kind: "bold" as const, start: 2, end: 2 },
    { kind: "bold" as const, start: 0, end: 2 },
  ];
  out.add({ kind: "paragraph" }, { text: "words", marks });
  expect(out.blocks[0]?.marks.map(({ start }) => start)).toEqual([0, 3]);
});

test.each([
  ["units", { characters: 20, blocks: 100 }],
  ["blocks", { characters: 1000, blocks: 4 }],
])("a paper of too many %s is refused while it grows", (_what, limits) => {
  const out = new ContentBuilder(limits);
  for (let count = 0; count < 4; count++) out.add({ kind: "paragraph" }, run("words"));
  const refused = expect.objectContaining({ code: "limit", message: expect.stringContaining("too long") });
  expect(() => out.add({ kind: "paragraph" }, run("more"))).toThrow(refused);
  expect(() => out.addTable([[run("more")]])).toThrow(refused);
  expect(out.blocks).toHaveLength(4);
});

test.each([
  ["water", "ltr"],
  ["ماء", "rtl"],
  ["1. ماء water", "rtl"],
  ["(water) ماء", "ltr"],
  ["水", "ltr"],
  ["123", "ltr"],
])("the direction of %j is %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
