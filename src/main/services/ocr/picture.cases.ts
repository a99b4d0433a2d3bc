import { crc32, deflateSync } from "node:zlib";
import type { Grey } from "./grey.ts";

/** Samples of one pixel, of each colour type of PNG. */
const pixelOf = {
  0: (shade: number) => [shade],
  2: (shade: number) => [shade, shade, shade],
  3: (shade: number) => [shade],
  4: (shade: number, opacity: number) => [shade, opacity],
  6: (shade: number, opacity: number) => [shade, shade, shade, opacity],
} as const;

/** A picture as a PNG of a colour type, each row filtered in the same way (ISO/IEC 15948, 9.2). */
export function pngOf({ width, height, pixels }: Grey, colours: 0 | 2 | 3 | 4 | 6, opacity = 255, filter = 0): Buffer {
  const rows: Buffer[] = [];
  const count = pixelOf[colours](0, 0).length;
  let before = new Uint8Array(width * count);
  for (let y = 0; y < height; y++) {
    const row = Uint8Array.from(
      Array.from(pixels.subarray(y * width, (y + 1) * width)).flatMap((shade) => pixelOf[colours](shade, opacity)),
    );
    const filtered = row.map((sample, x) => {
      const [a, b, c] = [row[x - count] ?? 0, before[x] ?? 0, x < count ? 0 : (before[x - count] ?? 0)];
      const p = a + b - c;
      const nearest = [a, b, c].reduce((best, candidate) =>
        Math.abs(p - candidate) < Math.abs(p - best) ? candidate : best,
      );
      return sample - ([0, a, b, (a + b) >> 1, nearest][filter] ?? 0);
    });
    rows.push(Buffer.from([filter]), Buffer.from(filtered));
    before = row;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colours, 0, 0, 0], 8);
  const palette = Buffer.from(Array.from({ length: 256 }, (_, n) => [n, n, n]).flat());
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    ...(colours === 3 ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const made = Buffer.alloc(data.length + 12);
  made.writeUInt32BE(data.length, 0);
  made.write(type, 4, "latin1");
  made.set(data, 8);
  made.writeUInt32BE(crc32(made.subarray(4, data.length + 8)), data.length + 8);
  return made;
}

type TiffPart = Readonly<{ picture: Grey; orientation?: number; isThumbnail?: boolean }>;

/** Pictures as the pages of an unpacked TIFF file of 20 pixels an inch. */
export function tiffOf(parts: readonly TiffPart[], isLittle: boolean): Buffer {
  const short = (value: number): Buffer => {
    const made = Buffer.alloc(2);
    if (isLittle) made.writeUInt16LE(value);
    else made.writeUInt16BE(value);
    return made;
  };
  const long = (value: number): Buffer => {
    const made = Buffer.alloc(4);
    if (isLittle) made.writeUInt32LE(value);
    else made.writeUInt32BE(value);
    return made;
  };
  let file = Buffer.concat([Buffer.from(isLittle ? "II" : "MM"), short(42)]);
  let start = 8;
  for (const [n, { picture, orientation = 1, isThumbnail = false }] of parts.entries()) {
    const { width, height, pixels } = picture;
    const data = start + 8;
    const next = data + pixels.length + (pixels.length % 2);
    const tags: readonly (readonly [tag: number, type: 3 | 4 | 5, value: number])[] = [
      [254, 4, isThumbnail ? 1 : 0],
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, data],
      [274, 3, orientation],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, pixels.length],
      [282, 5, start],
      [296, 3, 2],
    ];
    const entries = tags.flatMap(([tag, type, value]) => [
      short(tag),
      short(type),
      long(1),
      type === 3 ? Buffer.concat([short(value), short(0)]) : long(value),
    ]);
    const end = next + 2 + tags.length * 12 + 4;
    const body = [long(20), long(1), Buffer.from(pixels), Buffer.alloc(pixels.length % 2)];
    const last = n === parts.length - 1;
    const followed = last ? 0 : directoryAt(end, parts[n + 1]?.picture.pixels.length ?? 0);
    if (n === 0) file = Buffer.concat([file, long(next)]);
    file = Buffer.concat([file, ...body, short(tags.length), ...entries, long(followed)]);
    start = end;
  }
  return file;
}

function directoryAt(start: number, bytes: number): number {
  return start + 8 + bytes + (bytes % 2);
}

/** A segment of a JPEG file: its marker and its bytes. */
export const segment = (marker: number, ...body: number[]): number[] => [0xff, marker, 0, body.length + 2, ...body];
/** The head of a baseline picture of 30 by 20 pixels. */
export const frame = (parts: number): number[] => segment(0xc0, 8, 0, 20, 0, 30, parts, 1, 0x11, 0);
/** What a camera says of how it was held. */
export const exif = (orientation: number): number[] =>
  segment(
    0xe1,
    ...Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"),
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  );
/** A JPEG file of these segments, without data. */
export const jpeg = (...parts: number[][]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9, 0, 0, 0, 0]);
/** 150 pixels an inch. */
export const jfif = segment(0xe0, ...Buffer.from("JFIF\0\x01\x02\x01\0\x96\0\x96\0\0", "latin1"));
