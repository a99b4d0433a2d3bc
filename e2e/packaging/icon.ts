/** The program's icon at any size, drawn as `src/renderer/public/icon.svg` says, and the files that systems want. */
import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number];
/** A stroke with round ends, in the 32 units of the drawing. */
type Stroke = Readonly<{
  from: readonly [number, number];
  to: readonly [number, number];
  width: number;
  colour: Colour;
}>;

const side = 32;
const ground: Colour = [0x24, 0x50, 0x6f];
const radius = 7;
const white: Colour = [0xff, 0xff, 0xff];
const strokes: readonly Stroke[] = [
  { from: [8, 10], to: [24, 10], width: 2.4, colour: white },
  { from: [8, 16], to: [24, 16], width: 2.4, colour: white },
  { from: [8, 22], to: [17, 22], width: 2.4, colour: white },
  { from: [8, 16], to: [19, 16], width: 5, colour: [0xf2, 0xa6, 0x5a] },
];

/** Red, green, blue and opacity of each pixel, row by row. Edges are smooth: a pixel counts by its distance to them. */
export function drawIcon(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const unit = side / size;
  const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance / unit));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) * unit, (row + 0.5) * unit];
      let colour: Colour = ground;
      for (const stroke of strokes) {
        if (Math.abs(y - stroke.from[1]) > stroke.width) continue;
        const share = covered(distanceTo(stroke, x, y));
        colour = mix(colour, stroke.colour, share);
      }
      pixels.set(
        [...colour.map(Math.round), Math.round(255 * covered(distanceToGround(x, y)))],
        (row * size + column) * 4,
      );
    }
  return pixels;
}

function mix(under: Colour, over: Colour, share: number): Colour {
  const between = (index: 0 | 1 | 2): number => under[index] + (over[index] - under[index]) * share;
  return [between(0), between(1), between(2)];
}

function distanceTo({ from, to, width }: Stroke, x: number, y: number): number {
  const nearest = Math.min(Math.max(x, from[0]), to[0]);
  return Math.hypot(x - nearest, y - from[1]) - width / 2;
}

function distanceToGround(x: number, y: number): number {
  const [dx, dy] = [x, y].map((place) => Math.abs(place - side / 2) - (side / 2 - radius)) as [number, number];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** The icon as a PNG file (ISO/IEC 15948) with opacity. */
export function pngIcon(size: number): Buffer {
  const pixels = drawIcon(size);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++)
    rows.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Bit depth 8, colour type 6 (RGB with opacity).
  head.set([8, 6, 0, 0, 0], 8);
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
  };
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The icon for Windows: PNG files of these sizes in one ICO file. */
export function icoIcon(sizes: readonly number[] = [16, 24, 32, 48, 64, 128, 256]): Buffer {
  const pictures = sizes.map(pngIcon);
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [index, picture] of pictures.entries()) {
    const [at, size] = [6 + 16 * index, sizes[index] ?? 0];
    // 0 stands for 256.
    head.set([size % 256, size % 256], at);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}

/** The icon for macOS: PNG files by their types in one ICNS file. */
export function icnsIcon(): Buffer {
  const types = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
  const pictures = new Map([...new Set(Object.values(types))].map((size) => [size, pngIcon(size)]));
  const parts = Object.entries(types).map(([type, size]) => {
    const picture = pictures.get(size) ?? pngIcon(size);
    return Buffer.concat([Buffer.from(type, "latin1"), uint32(picture.length + 8), picture]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from("icns", "latin1"), uint32(body.length + 8), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
