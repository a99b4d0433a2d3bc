import { expect, test } from "vitest";
import type { Picture } from "../../../../shared/chart/picture.ts";
import { chartPngs } from "./chart-png.ts";

const picture = (width: number, height: number): Picture => ({
  title: "A chart",
  width,
  height,
  shapes: [
    { kind: "rect", x: 0, y: 0, width: width / 2, height, paint: "ink", patterned: false },
    { kind: "text", x: 10, y: 20, text: "پانی Water", size: 12, anchor: "start", paint: "ink" },
  ],
});

/** Width and height as a PNG has them in its first chunk (ISO/IEC 15948, 11.2.2). */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test("each chart is a picture of its own, with 220 pixels for each inch that it takes on the page", async () => {
  const pngs = await chartPngs([
    { picture: picture(720, 360), width: 192, height: 96 },
    { picture: picture(300, 600), width: 96, height: 192 },
  ]);
  expect(pngs.map(sizeOf)).toEqual([
    [440, 220],
    [220, 440],
  ]);
});

test("no chart, no picture", async () => {
  expect(await chartPngs([])).toEqual([]);
});
