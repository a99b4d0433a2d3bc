import { expect, test } from "vitest";
import { typst } from "../typst/typst.ts";
import { drawPages } from "./draw-file.ts";

const pdf = typst("#set page(width: 200pt, height: 100pt)\nOne #pagebreak() Two #pagebreak() Three");

test.each([
  [0, 2, 2],
  [2, 6, 1],
  [9, 6, 0],
])("from page %i on, %i pages of three are %i pictures of the width asked for", async (from, count, drawn) => {
  const { pages, pictures } = await drawPages({ bytes: pdf, from, count, width: 300, dark: false });
  expect(pages).toBe(3);
  expect(pictures.map(({ width, height, bytes }) => [width, height, bytes[1]])).toEqual(
    Array.from({ length: drawn }, () => [300, 150, 0x50]),
  );
});

test("a file that is no PDF is refused", async () => {
  const work = { bytes: Buffer.from("words"), from: 0, count: 1, width: 300, dark: false };
  await expect(drawPages(work)).rejects.toMatchObject({ code: "unreadable" });
});
