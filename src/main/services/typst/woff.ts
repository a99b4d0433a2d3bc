import { inflateSync } from "node:zlib";

/**
 * The TrueType or OpenType font inside a WOFF file (W3C, WOFF File Format 1.0): its tables inflated, in the same order.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new RangeError("This is no WOFF file.");
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  // How a binary search goes through the tables: the greatest power of two, its exponent, the rest.
  const exponent = Math.floor(Math.log2(count));
  const power = 2 ** exponent * 16;
  head.writeUInt16BE(power, 6);
  head.writeUInt16BE(exponent, 8);
  head.writeUInt16BE(count * 16 - power, 10);
  const parts: Buffer[] = [head];
  let position = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((by) => woff.readUInt32BE(entry + by)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    const own = 12 + 16 * index;
    woff.copy(head, own, entry, entry + 4);
    woff.copy(head, own + 4, entry + 16, entry + 20);
    head.writeUInt32BE(position, own + 8);
    head.writeUInt32BE(length, own + 12);
    parts.push(table, Buffer.alloc(-length & 3));
    position += length + (-length & 3);
  }
  return Buffer.concat(parts);
}
