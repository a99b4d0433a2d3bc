import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { sfntOf } from "./woff.ts";

const packages = createRequire(import.meta.url);
const file = packages.resolve("@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff");

/** The sum of a table's words (OpenType, "Calculating checksums"). */
function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let offset = 0; offset < bytes.length; offset += 4) sum = (sum + bytes.readUInt32BE(offset)) >>> 0;
  return sum;
}

test("every table of an unpacked font has the sum its directory says, and they are in order without overlapping", () => {
  const woff = readFileSync(file);
  const font = sfntOf(woff);
  // What the WOFF file says the font's length is.
  expect(font.length).toBe(woff.readUInt32BE(16));
  const tags: string[] = [];
  let end = 12 + 16 * font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    const tag = font.toString("latin1", entry, entry + 4);
    const [sum, offset, length] = [
      font.readUInt32BE(entry + 4),
      font.readUInt32BE(entry + 8),
      font.readUInt32BE(entry + 12),
    ];
    const table = Buffer.from(font.subarray(offset, offset + length + (-length & 3)));
    // The head's own sum is counted as nothing in it.
    if (tag === "head") table.writeUInt32BE(0, 8);
    expect([tag, sumOf(table)]).toEqual([tag, sum]);
    expect(offset).toBeGreaterThanOrEqual(end);
    end = offset + length;
    tags.push(tag);
  }
  expect(tags).toEqual([...tags].sort());
  expect(tags).toEqual(expect.arrayContaining(["cmap", "glyf", "GSUB", "head", "hmtx"]));
  expect([...font.subarray(6, 12)]).toEqual([0, 128, 0, 3, 0, font.readUInt16BE(4) * 16 - 128]);
});

test("what is no WOFF file is refused", () => {
  expect(() => sfntOf(Buffer.from("OTTO and more"))).toThrow(RangeError);
});
