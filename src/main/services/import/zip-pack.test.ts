import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { openZip } from "./zip-guard.ts";
import { packZip } from "./zip-pack.ts";

const words = new TextEncoder().encode("the same words over and over. ".repeat(1000));
/** Bytes that no method makes smaller. */
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 11) & 255);
const files = new Map<string, Uint8Array | string>([
  ["[Content_Types].xml", "<Types/>"],
  ["word/document.xml", "<پانی> & 水"],
  ["word/words.bin", words],
  ["word/media/noise.png", noise],
  ["empty", ""],
  ["papers/Wasser für پانی.txt", "x"],
]);
const expected = new Map([...files].map(([name, content]) => [name, Buffer.from(content)] as const));

test("two readers find every file in it as it was, in the same order", async () => {
  const packed = packZip(files);
  const read = Object.entries(unzipSync(packed));
  expect(read.map(([name]) => name)).toEqual([...files.keys()]);
  for (const [name, content] of read) expect(Buffer.from(content).equals(expected.get(name) ?? words), name).toBe(true);
  const entries = await openZip(packed);
  expect([...entries.keys()]).toEqual([...files.keys()]);
  for (const [name, entry] of entries)
    expect(Buffer.from(await entry.read()).equals(expected.get(name) ?? words), name).toBe(true);
});

test("what repeats itself gets smaller, and nothing larger", () => {
  expect(packZip(new Map([["a", words]])).length).toBeLessThan(words.length / 50);
  expect(packZip(new Map([["a", noise]])).length).toBeLessThan(noise.length + 120);
});

test("the same files give the same bytes", () => {
  expect(packZip(files)).toEqual(packZip(new Map(files)));
});
