import { expect, test } from "vitest";
import { openGeometry, placeAt } from "../../geometry/geometry.ts";
import { onePage, reading } from "../../pdfium/page.cases.ts";
import { wholePdf } from "../whole.cases.ts";
import { askewLines, straightened } from "./askew.ts";
import { frameOf } from "./frame.ts";

const shown = (text: string, x: number, y: number): string => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET`;
/** Text that runs at an angle, anticlockwise from left to right, in degrees. */
function slanted(text: string, x: number, y: number, angle = 45, size = 10): string {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians).toFixed(5), Math.sin(radians).toFixed(5)];
  return `BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm (${text}) Tj ET`;
}
const prose = [
  "The panel met in the old hall and heard the ministry on charges",
  "for water in the villages of the north.",
];
const page = [...prose.map((text, n) => shown(text, 50, 400 - n * 12)), shown("Source: the ministry.", 50, 100)];
const own = [prose.join(" "), "Source: the ministry."];

async function read(...drawn: readonly string[]): Promise<{ texts: string[]; warnings: string[] }> {
  const { content } = await wholePdf(onePage({ drawn: drawn.join("\n") }));
  return {
    texts: content.blocks.map(({ start, end }) => content.text.slice(start, end)),
    warnings: content.warnings.map(({ key }) => key),
  };
}

test.each([20, 45, 60, -45, -60, 135, 170])(
  "labels at an angle of %i degrees are read each for itself",
  async (angle) => {
    const labels = ["Punjab and north", "Sindh", "Khyber (total)"];
    const { texts, warnings } = await read(
      ...page,
      ...labels.map((text, n) => slanted(text, 110 + n * 40, angle < 0 ? 300 : 210, angle)),
    );
    expect(texts.slice(0, 2)).toEqual(own);
    expect(texts.slice(2).sort()).toEqual([...labels].sort());
    expect(warnings).toEqual([]);
  },
);

test("labels below a chart are read from left to right", async () => {
  const labels = ["2019", "2020", "2021", "2022"];
  const { texts } = await read(...page, ...labels.map((text, n) => slanted(text, 110 + n * 20, 210)));
  expect(texts.slice(2)).toEqual(labels);
});

test("prose that is askew is read as prose, wherever it is", async () => {
  const lines = ["These words of the ministry stand aslant on", "the page, two lines one under the other."];
  const drawn = lines.map((text, n) => slanted(text, 40 + n * 2, 450 - n * 12, 10));
  expect(await read(...page, ...drawn)).toEqual({ texts: [...own, lines.join(" ")], warnings: [] });
});

test("what is askew outside of the page's text is left out and said to be there", async () => {
  const { texts, warnings } = await read(...page, slanted("Received", 360, 440));
  expect(texts).toEqual(own);
  expect(warnings).toEqual(["pdf.textAskew"]);
});

test.each([
  ["large", slanted("DRAFT", 120, 150, 45, 60)],
  ["through the middle of the page", slanted("Confidential", 150, 200, 45, 20)],
  ["an artifact", `/Artifact BMC ${slanted("Draft", 120, 200)} EMC`],
])("a watermark that is %s is no text and needs no word", async (_, drawn) => {
  expect(await read(...page, drawn)).toEqual({ texts: own, warnings: [] });
});

test("words stamped across the text are no text, labels beside it are", async () => {
  const full = Array.from({ length: 30 }, (_, n) => shown(prose[0] ?? "", 50, 460 - n * 12));
  const wanted = Array.from({ length: 30 }, () => prose[0]).join(" ");
  const stamped = await read(...full, slanted("Draft for discussion", 60, 180));
  expect(stamped).toEqual({ texts: [wanted], warnings: [] });
  const { texts } = await read(
    ...full.slice(0, 15),
    shown("Source", 50, 100),
    slanted("Draft for discussion", 60, 130),
  );
  expect(texts).toContain("Draft for discussion");
});

test("a label has its place on the page", async () => {
  const { content, geometry } = await wholePdf(onePage({ drawn: [...page, slanted("Share", 150, 200)].join("\n") }));
  const start = content.text.indexOf("Share");
  const open = openGeometry(geometry ?? new Uint8Array());
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = placeAt(open, start + 4)?.box ?? [];
  // Helvetica's S, h, a and r are 2112 thousandths wide (Adobe Font Metrics), along a line at 45 degrees.
  const [x, y] = [150 + 21.12 * Math.SQRT1_2, 200 + 21.12 * Math.SQRT1_2];
  expect([x0 > x - 6, x1 < x + 12, y0 > y - 6, y1 < y + 14]).toEqual([true, true, true, true]);
});

test("a page all askew, as a scan that was not straight, is read in the order of its lines", async () => {
  for (const angle of [2, -3, 8, 92]) {
    const radians = (angle * Math.PI) / 180;
    const at = (n: number): [number, number] =>
      angle > 45 ? [150 + n * 12, 40] : [50 + n * 12 * Math.sin(radians), 300 - n * 12 * Math.cos(radians)];
    const { texts, warnings } = await read(...prose.map((text, n) => slanted(text, ...at(n), angle)));
    expect(texts).toEqual([prose.join(" ")]);
    expect(warnings).toEqual([]);
  }
});

test("other words on a page that is all askew are said to be left out", async () => {
  const { texts, warnings } = await read(
    ...prose.map((text, n) => slanted(text, 50, 300 - n * 12, 3)),
    shown("Page", 20, 480),
  );
  expect(texts).toEqual([prose.join(" ")]);
  expect(warnings).toEqual(["pdf.textAskew"]);
});

test("a page without anything askew costs nothing and is as it was", async () => {
  await reading(onePage({ drawn: page.join("\n") }), (reader) => {
    const { chars, visible } = reader.page(0);
    expect(straightened(chars, visible, 0)).toBeNull();
    expect(askewLines(chars, frameOf(visible, { 0: 1, 90: 0, 180: 0, 270: 0 }))).toEqual({ lines: [], isMore: false });
  });
});
