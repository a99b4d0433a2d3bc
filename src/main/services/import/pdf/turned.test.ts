import { expect, test } from "vitest";
import { openGeometry, placeAt } from "../../geometry/geometry.ts";
import { onePage } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";

const shown = (text: string, x: number, y: number): string => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET`;
/** Text that runs up the page, or down it. */
const up = (text: string, x: number, y: number): string => `BT /F 10 Tf 0 1 -1 0 ${x} ${y} Tm (${text}) Tj ET`;
const down = (text: string, x: number, y: number): string => `BT /F 10 Tf 0 -1 1 0 ${x} ${y} Tm (${text}) Tj ET`;
const prose = [
  "The panel met in the old hall and heard the ministry on charges",
  "for water in the villages of the north.",
];
const page = [...prose.map((text, n) => shown(text, 50, 400 - n * 12)), shown("Source: the ministry.", 50, 200)];

async function read(...more: readonly string[]): Promise<string[]> {
  const { content } = await wholePdf(onePage({ drawn: [...page, ...more].join("\n") }));
  return content.blocks.map(({ start, end }) => content.text.slice(start, end));
}

test("words that run up or down within a page are after its other text", async () => {
  const wanted = [prose.join(" "), "Source: the ministry."];
  expect(await read(up("Share of villages", 70, 250))).toEqual([...wanted, "Share of villages"]);
  expect(await read(down("Share of villages", 70, 350))).toEqual([...wanted, "Share of villages"]);
  expect(await read(up("Share of", 70, 250), up("villages", 82, 250))).toEqual([...wanted, "Share of villages"]);
});

test("words that run up a margin are furniture", async () => {
  expect(await read(up("archive:0801.1234 1 Mar 2008", 30, 250))).toEqual([prose.join(" "), "Source: the ministry."]);
});

test("a claim on words that run up has its place there", async () => {
  const { content, geometry } = await wholePdf(onePage({ drawn: [...page, up("Share", 70, 250)].join("\n") }));
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] =
    placeAt(openGeometry(geometry ?? new Uint8Array()), content.text.indexOf("Share"))?.box ?? [];
  expect([x0 > 58, y0 > 248, x1 < 75, y1 < 260]).toEqual([true, true, true, true]);
});
