import { crc32, deflateSync } from "node:zlib";

/** Rows of red, green, blue, one byte each; a row begins every `stride` bytes. */
export type Raster = Readonly<{ width: number; height: number; stride: number; rows: Uint8Array }>;

/**
 * A picture as a PNG file (ISO/IEC 15948): eight bits, three samples, rows unfiltered, packed for speed more than for
 * size.
 */
export function png({ width, height, stride, rows }: Raster): Uint8Array {
  const row = width * 3;
  const raw = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++) raw.set(rows.subarray(y * stride, y * stride + row), y * (row + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Bit depth 8, colour type 2 (RGB), the only methods of packing and filtering there are, not interlaced (11.2.2).
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  made.set(body, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}
