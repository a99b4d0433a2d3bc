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
  expect(blocks.map((one) => text.slice(one.start, one.end))).toEqual(["Water", "The gate is", "open.", "a\tb\nc\td"]);
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
