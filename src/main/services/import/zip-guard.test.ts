import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { openZip, zipLimits } from "./zip-guard.ts";

const words = strToU8("words ".repeat(100));

async function everything(bytes: Uint8Array, limits = zipLimits): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, entry] of await openZip(bytes, limits)) files[name] = new Uint8Array(await entry.read());
  return files;
}

/** The archive with every occurrence of some bytes replaced by others of the same length. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
}

/** The archive with a number in each entry of its central directory changed (APPNOTE 4.3.12). */
function inDirectory(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let index = copy.indexOf("PK\x01\x02"); index >= 0; index = copy.indexOf("PK\x01\x02", index + 1))
    copy.writeUInt32LE(value >>> 0, index + offset);
  return copy;
}

test("a good archive is read whole, folders aside", async () => {
  const files = { "a.txt": words, "dir/b.txt": new Uint8Array(0), "dir/ü.txt": words };
  expect(await everything(zipSync({ ...files, "empty/": new Uint8Array(0) }))).toEqual(files);
});

test.each([
  ["one level up", patched(zipSync({ "aa/b": words }), "aa/b", "../b"), "unreadable"],
  ["deeper up", patched(zipSync({ "aa/bb/c": words }), "aa/bb/c", "a/../.c"), "unreadable"],
  ["an absolute name", patched(zipSync({ aabb: words }), "aabb", "/abb"), "unreadable"],
  ["a drive", patched(zipSync({ aabb: words }), "aabb", "C:bb"), "unreadable"],
  ["a backslash", patched(zipSync({ aabb: words }), "aabb", "a\\bb"), "unreadable"],
  ["a NUL", patched(zipSync({ aabb: words }), "aabb", "a\0bb"), "unreadable"],
  ["the same name in another case", zipSync({ "a.txt": words, "A.TXT": words }), "unreadable"],
  ["the same name composed otherwise", zipSync({ "é.txt": words, "e\u0301.txt": words }), "unreadable"],
  ["a symbolic link", inDirectory(zipSync({ a: words }), 38, 0xa1ff0000), "unreadable"],
  ["a device", inDirectory(zipSync({ a: words }), 38, 0x21ff0000), "unreadable"],
  ["encryption", inDirectory(zipSync({ a: words }), 8, 0x00080001), "unreadable"],
  ["a size that lies low", inDirectory(zipSync({ a: words }), 24, 5), "unreadable"],
  ["a size that lies high", inDirectory(zipSync({ a: words }), 24, 50_000), "unreadable"],
  ["a wrong checksum", inDirectory(zipSync({ a: words }), 16, 1), "unreadable"],
  ["a bomb", zipSync({ a: new Uint8Array(20 << 20) }), "limit"],
  ["a bomb that hides its size", inDirectory(zipSync({ a: new Uint8Array(20 << 20) }), 24, 100), "unreadable"],
  ["no archive", words, "unreadable"],
  ["nothing", new Uint8Array(0), "unreadable"],
])("refused: %s", async (_what, bytes, code) => {
  await expect(everything(bytes)).rejects.toMatchObject({ code });
});

test.each([[{ ...zipLimits, entries: 2 }], [{ ...zipLimits, bytesPerEntry: 599 }], [{ ...zipLimits, bytes: 1799 }]])(
  "refused past the limits %j",
  async (limits) => {
    await expect(everything(zipSync({ a: words, b: words, c: words }), limits)).rejects.toMatchObject({
      code: "limit",
    });
  },
);

test("whatever bytes change, it is a sentence or an archive within limits", async () => {
  const whole = zipSync({ "a.txt": words, "b/c.txt": words });
  const byte = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  const inName = Buffer.from(whole).lastIndexOf("a.txt") + 2;
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [offset, value] of changes) bytes[offset] = value;
      const read = await everything(bytes).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(WorkbenchError);
      else for (const name of Object.keys(read as object)) expect(name.split("/")).not.toContain("..");
    }),
    // A name like `a..txt` leads nowhere; a byte turned into a point must not fail this.
    { numRuns: 300, examples: [[[[inName, ".".charCodeAt(0)]]]] },
  );
});
