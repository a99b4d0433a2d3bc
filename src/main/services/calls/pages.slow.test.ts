import { readFile } from "node:fs/promises";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PaperId } from "../../../shared/model/ids.ts";
import { openPageText, rectsOf } from "../../../shared/page-view/page-text.ts";
import { resourcesFolder } from "../files/resources.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { twoColumns } from "../import/pdf/fixtures/papers.ts";
import { onePage } from "../page-images/fixtures/one-page.ts";
import { closePool } from "../tasks/run-task.ts";
import { type OpenWorkbench, openWorkbench } from "../workbench.ts";

afterAll(closePool);

async function fresh(): Promise<OpenWorkbench> {
  const folder = path.join(await temporaryFolder(), "library");
  return openWorkbench({ folder, coder: "Tester", program: "a test", resources: resourcesFolder() });
}

async function given(bytes: Uint8Array): Promise<{ workbench: OpenWorkbench; paper: PaperId }> {
  const workbench = await fresh();
  const { paper } = await workbench.importPaper({ name: "paper.pdf", bytes });
  return { workbench, paper: paper.id };
}

type Pixels = Readonly<{
  width: number;
  height: number;
  dark: (x: number, y: number) => boolean;
  at: (x: number, y: number) => number[];
}>;

/** Rows of an unfiltered RGB PNG file, as `png` writes it. */
function pixelsOf(file: Uint8Array): Pixels {
  const bytes = Buffer.from(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const rows = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const at = (x: number, y: number): number[] => {
    const start = y * (width * 3 + 1) + 1 + x * 3;
    return [...rows.subarray(start, start + 3)];
  };
  return { width, height, dark: (x, y) => (at(x, y)[0] ?? 255) < 128, at };
}

test.each([
  ["upright", ""],
  ["turned by 90 degrees", "/Rotate 90"],
  ["turned by 180 degrees", "/Rotate 180"],
  ["turned by 270 degrees", "/Rotate 270"],
  ["cropped", "/CropBox [40 100 250 380]"],
  ["cropped and turned", "/CropBox [40 100 250 380] /Rotate 90"],
  ["with a media box away from the origin", "/MediaBox [-50 -20 250 380]"],
])("the characters of a page %s are where its picture shows them", async (_name, entries) => {
  const { workbench, paper } = await given(onePage("HXMEB", { x: 80, y: 200 }, entries));
  const page = openPageText(await workbench.pageText({ paper, page: 0 }), [0]);
  const whole = { width: Math.round(page.sheet.width * 2), height: Math.round(page.sheet.height * 2) };
  const picture = pixelsOf(await workbench.pagePicture({ paper, page: 0, whole, tile: { x: 0, y: 0, ...whole } }));
  expect(picture).toMatchObject(whole);
  let [inside, outside] = [0, 0];
  const boxes = Array.from({ length: 5 }, (_, offset) => page.boxOf(offset));
  for (let x = 0; x < whole.width; x++)
    for (let y = 0; y < whole.height; y++) {
      const here = boxes.some(
        (box) =>
          box !== null && x / 2 >= box.x0 - 1 && x / 2 <= box.x1 + 1 && y / 2 >= box.y0 - 1 && y / 2 <= box.y1 + 1,
      );
      if (picture.dark(x, y)) here ? inside++ : outside++;
    }
  expect(outside).toBe(0);
  expect(inside).toBeGreaterThan(500);
  await workbench.close();
});

test("tiles put together are the whole picture", async () => {
  const { workbench, paper } = await given(onePage("HXMEB", { x: 80, y: 200 }, ""));
  const whole = { width: 300, height: 400 };
  const draw = async (x: number, y: number, width: number, height: number) =>
    pixelsOf(await workbench.pagePicture({ paper, page: 0, whole, tile: { x, y, width, height } }));
  const all = await draw(0, 0, 300, 400);
  const parts = [await draw(0, 0, 110, 400), await draw(110, 0, 190, 400)];
  let [wrong, dark] = [0, 0];
  for (let x = 0; x < 300; x++)
    for (let y = 0; y < 400; y++) {
      const own = all.dark(x, y);
      if (own) dark++;
      if (parts[x < 110 ? 0 : 1]?.dark(x < 110 ? x : x - 110, y) !== own) wrong++;
    }
  // At a tile's edge PDFium shades the rim of a letter a little otherwise.
  expect(wrong).toBeLessThan(dark * 0.05);
  const beyond = workbench.pagePicture({ paper, page: 0, whole, tile: { x: 250, y: 0, width: 100, height: 10 } });
  await expect(beyond).rejects.toMatchObject({ code: "invalid" });
  await workbench.close();
});

/** A picture of one colour at a place of user space, 100 by 80 points. */
const image = (x: number, y: number, colour: string): string =>
  `q 100 0 0 80 ${x} ${y} cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID ${colour}> EI Q\n`;

test.each([
  ["", [100, 200], [150, 300]],
  ["/Rotate 90", [200, 100], [100, 150]],
  ["/CropBox [50 0 300 400]", [50, 200], [100, 300]],
])(
  "dark pages are light on black, photographs as they are, drawings on white turned too (%s)",
  async (entries, photo, drawing) => {
    const drawn = `${image(50, 160, "1a3c5e")}${image(100, 60, "fafafa")}`;
    const { workbench, paper } = await given(onePage("HXMEB", { x: 80, y: 300 }, entries, drawn));
    const { width, height } = await workbench.pageText({ paper, page: 0 });
    const whole = { width, height };
    const draw = async (tile: { x: number; y: number; width: number; height: number }) =>
      pixelsOf(await workbench.pagePicture({ paper, page: 0, whole, tile, dark: true }));
    const picture = await draw({ x: 0, y: 0, ...whole });
    const [x = 0, y = 0] = photo;
    expect(picture.at(x, y)).toEqual([0x1a, 0x3c, 0x5e]);
    expect(picture.at(drawing[0] ?? 0, drawing[1] ?? 0)).toEqual([5, 5, 5]);
    expect(picture.at(1, 1)).toEqual([0, 0, 0]);
    const letters = Array.from({ length: width * height }, (_, k) => picture.at(k % width, Math.floor(k / width)));
    expect(letters.filter(([red]) => red === 255).length).toBeGreaterThan(300);
    // Every tile agrees.
    const part = await draw({ x: x - 3, y: y - 3, width: 6, height: 6 });
    expect(part.at(3, 3)).toEqual([0x1a, 0x3c, 0x5e]);
    await workbench.close();
  },
);

test("every word of two columns is on its page, and a passage gives one box for each line", async () => {
  const { workbench, paper } = await given(twoColumns().bytes);
  const content = await workbench.content({ paper });
  const starts = content.blocks.map((block) => block.start);
  const covered = new Set<number>();
  for (const index of content.pages.keys()) {
    const page = openPageText(await workbench.pageText({ paper, page: index }), starts);
    for (let offset = 0; offset < content.text.length; offset++) {
      const box = page.boxOf(offset);
      if (box === null) continue;
      covered.add(offset);
      expect(box.x0).toBeGreaterThanOrEqual(0);
      expect(box.x1).toBeLessThanOrEqual(page.sheet.width);
    }
    const width = page.sheet.width / 2;
    const block = content.blocks.find((block) => block.page === index && block.end - block.start > 200);
    if (block !== undefined) for (const box of rectsOf(page, block)) expect(box.x1 - box.x0).toBeLessThan(width);
  }
  const letters = [...content.text].flatMap((char, index) => (/\S/.test(char) ? [index] : []));
  expect(letters.filter((index) => !covered.has(index))).toEqual([]);
  await workbench.close();
});

test("what has no such page says so", async () => {
  const { workbench, paper } = await given(onePage("HXMEB", { x: 80, y: 200 }, ""));
  const text = await workbench.importPaper({ name: "a.txt", bytes: new TextEncoder().encode("Plain words.") });
  await expect(workbench.pageText({ paper: text.paper.id, page: 0 })).rejects.toMatchObject({ code: "missing" });
  await expect(workbench.pageText({ paper, page: 1 })).rejects.toMatchObject({ code: "missing" });
  await workbench.close();
});

let locked: Uint8Array;
beforeAll(async () => {
  locked = await readFile(path.join(import.meta.dirname, "../page-images/fixtures/locked.pdf"));
});

test("a PDF with a password shows its pages after the password was given once", async () => {
  const folder = path.join(await temporaryFolder(), "library");
  const options = { folder, coder: "Tester", program: "a test", resources: resourcesFolder() };
  const first = await openWorkbench(options);
  const { paper } = await first.importPaper({ name: "locked.pdf", bytes: locked, password: "sesame" });
  expect((await first.pageText({ paper: paper.id, page: 0 })).ranges).not.toHaveLength(0);
  await first.close();
  const again = await openWorkbench(options);
  await expect(again.pageText({ paper: paper.id, page: 0 })).rejects.toMatchObject({ code: "password" });
  await expect(again.pageText({ paper: paper.id, page: 0, password: "no" })).rejects.toMatchObject({
    code: "password",
  });
  await again.pageText({ paper: paper.id, page: 0, password: "sesame" });
  expect((await again.pageText({ paper: paper.id, page: 0 })).ranges).not.toHaveLength(0);
  await again.close();
});
