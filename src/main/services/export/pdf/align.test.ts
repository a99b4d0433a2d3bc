import { expect, test } from "vitest";
import type { Block, PaperContent } from "../../../../shared/model/content.ts";
import { openGeometry, placeAt } from "../../geometry/geometry.ts";
import { onePage } from "../../pdfium/page.cases.ts";
import { noteSize } from "../../typst/typeset.ts";
import { align } from "./align.ts";

const common = { page: 0, continues: false, direction: "ltr" as const, marks: [] };
const paragraph = (start: number, end: number): Block => ({ ...common, kind: "paragraph", start, end });
const shown = (text: string, y: number, size = 12): string => `BT /F ${size} Tf 50 ${y} Td (${text}) Tj ET`;

/** The y of each unit of a text, as it was found on a page of these operators; null for nowhere. */
async function placed(content: Pick<PaperContent, "text" | "blocks">, drawn: string): Promise<(number | null)[]> {
  const geometry = openGeometry(await align(content, onePage({ drawn })));
  expect(geometry.length).toBe(content.text.length);
  return [...content.text].map((_, unit) => placeAt(geometry, unit)?.box[1] ?? null);
}
const rounded = (places: readonly (number | null)[]): (number | null)[] =>
  places.map((y) => (y === null ? null : Math.round(y / 50) * 50));

test("each letter is where it is printed, white space is nowhere", async () => {
  const text = "One two\nthree";
  const places = await placed(
    { text, blocks: [paragraph(0, 7), paragraph(8, 13)] },
    `${shown("One two", 400)} ${shown("three", 300)}`,
  );
  expect(rounded(places)).toEqual([400, 400, 400, null, 400, 400, 400, null, 300, 300, 300, 300, 300]);
});

test("letters are from left to right on their line", async () => {
  const geometry = openGeometry(
    await align({ text: "water", blocks: [paragraph(0, 5)] }, onePage({ drawn: shown("water", 400) })),
  );
  const lefts = [0, 1, 2, 3, 4].map((unit) => placeAt(geometry, unit)?.box[0] ?? 0);
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  expect(lefts[0]).toBeCloseTo(50, 0);
});

test("what is on the page alone, such as a list mark, takes no letter's place", async () => {
  const places = await placed(
    { text: "item one", blocks: [paragraph(0, 8)] },
    `${shown("1.", 400)} BT /F 12 Tf 70 400 Td (item one) Tj ET`,
  );
  expect(places.filter((y) => y !== null)).toHaveLength(7);
});

test("what was not printed is nowhere", async () => {
  const places = await placed({ text: "one", blocks: [paragraph(0, 3)] }, shown("xyz", 400));
  expect(places).toEqual([null, null, null]);
});

test("notes are found in print of their own size, wherever their text comes", async () => {
  const size = (noteSize.from + noteSize.to) / 2;
  const note: Block = { ...common, kind: "footnote", label: "1", start: 4, end: 8 };
  const content = { text: "One\nnote\ntwo", blocks: [paragraph(0, 3), note, paragraph(9, 12)] };
  const places = await placed(content, `${shown("One", 400)} ${shown("two", 300)} ${shown("note", 100, size)}`);
  expect(rounded(places)).toEqual([400, 400, 400, null, 100, 100, 100, 100, null, 300, 300, 300]);
});
