import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Grey } from "./grey.ts";
import { jpegImage } from "./jpeg.ts";
import { exif, frame, jfif, jpeg, pngOf, segment, tiffOf } from "./picture.cases.ts";
import { pdfOfPicture } from "./picture.ts";
import { pictureKind } from "./picture-kind.ts";
import { pngImage } from "./png-image.ts";
import { drawnPage } from "./scan.cases.ts";
import { tiffPages } from "./tiff.ts";

/** A dark square in the upper left quarter of a light page. */
function square(width = 60, height = 80): Grey {
  const pixels = Uint8Array.from({ length: width * height }, (_, n) =>
    n % width < width / 2 && n < (width * height) / 2 ? 40 : 220,
  );
  return { width, height, pixels };
}

/** Shades in the middle of the four quarters of a PDF's page: upper left, upper right, lower left, lower right. */
async function quarters(pdf: Uint8Array, page = 0): Promise<number[]> {
  const { width, height, pixels } = await drawnPage(pdf, page, 72);
  const at = (x: number, y: number): number => pixels[Math.floor(y * height) * width + Math.floor(x * width)] ?? -1;
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}
const expectSquare = (shades: readonly number[]): void => {
  for (const [n, shade] of [40, 220, 220, 220].entries()) expect(Math.abs((shades[n] ?? 0) - shade)).toBeLessThan(4);
};

test.each([
  ["ffd8ffe0", "jpeg"],
  ["89504e470d0a1a0a", "png"],
  ["49492a00", "tiff"],
  ["4d4d002a", "tiff"],
  ["524946460000000057454250", "webp"],
  ["524946460000000041564920", null],
  ["255044462d312e", null],
  ["", null],
])("bytes %s are %s", (bytes, kind) => {
  expect(pictureKind(Buffer.from(bytes, "hex"))).toBe(kind);
});

test.each([
  ["grey", 0],
  ["colour", 2],
  ["a palette", 3],
  ["grey with opacity", 4],
  ["colour with opacity", 6],
] as const)("a PNG in %s is a page of a PDF", async (_name, colours) => {
  expectSquare(await quarters(await pdfOfPicture(pngOf(square(), colours))));
});

test("what is transparent is white", async () => {
  const shades = await quarters(await pdfOfPicture(pngOf(square(), 6, 0)));
  expect(shades).toEqual([255, 255, 255, 255]);
});

test("rows of a PNG are read whatever they were filtered with", async () => {
  for (const filter of [0, 1, 2, 3, 4])
    expectSquare(await quarters(await pdfOfPicture(pngOf(square(), 6, 255, filter))));
});

test("each page of a TIFF is a page, turned as it says, without its thumbnails", async () => {
  const pages = [
    { picture: square() },
    { picture: square(), orientation: 6 },
    { picture: square(6, 8), isThumbnail: true },
  ];
  for (const isLittle of [true, false]) {
    const file = tiffOf(pages, isLittle);
    expect(tiffPages(file).map(({ width, dpi }) => [width, dpi])).toEqual([
      [60, 20],
      [60, 20],
    ]);
  }
  const pdf = await pdfOfPicture(tiffOf(pages, true));
  expectSquare(await quarters(pdf, 0));
  // Turned clockwise, as Leptonica does while it unpacks.
  const [left = 0, right = 0] = await quarters(pdf, 1);
  expect([left > 200, right < 60]).toEqual([true, true]);
});

test("a TIFF whose directories go round is read once, and one that is cut off has no pages", () => {
  const file = Buffer.from(tiffOf([{ picture: square() }], true));
  const start = file.readUInt32LE(4);
  file.writeUInt32LE(start, start + 2 + file.readUInt16LE(start) * 12);
  expect(tiffPages(file)).toHaveLength(1);
  expect(tiffPages(file.subarray(0, 7))).toEqual([]);
  expect(tiffPages(Buffer.from("II*\0\xff\xff\xff\x7f", "latin1"))).toEqual([]);
});

test("a JPEG is taken over as it is, with its resolution and turn", () => {
  expect(jpegImage(jpeg(jfif, exif(6), frame(3)))).toMatchObject({ width: 30, height: 20, dpi: 150, rotate: 90 });
  expect(jpegImage(jpeg(exif(3), frame(1)))).toMatchObject({ dpi: 0, rotate: 180 });
  expect(jpegImage(jpeg(frame(3)))?.entries).toContain("DeviceRGB");
  expect(jpegImage(jpeg(segment(0xee, ...Buffer.from("Adobe")), frame(4)))?.entries).toContain("/Decode[1 0 1 0");
});

test.each([
  ["no frame", jpeg(jfif)],
  ["a lossless frame", jpeg(segment(0xc3, 8, 0, 20, 0, 30, 3))],
  ["no picture", jpeg(segment(0xc0, 8, 0, 0, 0, 0, 3))],
  ["rubbish", Uint8Array.from([0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])],
])("a JPEG with %s is not taken over", (_name, bytes) => {
  expect(jpegImage(bytes)).toBeNull();
});

test("what is damaged is refused in one sentence", async () => {
  for (const bytes of [
    jpeg(jfif),
    pngOf(square(), 6).subarray(0, 60),
    Buffer.from("II*\0\0\0\0\0"),
    Buffer.from("RIFF\0\0\0\0WEBP"),
  ])
    await expect(pdfOfPicture(bytes)).rejects.toThrow("This picture is damaged or in an unsupported format.");
  const huge = Buffer.from(pngOf(square(), 0));
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  await expect(pdfOfPicture(huge)).rejects.toThrow();
  expect(pngImage(Buffer.concat([pngOf(square(), 6).subarray(0, 33), deflateSync("")]))).toBeNull();
});
