import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../fixture.cases.ts";
import { fileName } from "./file-name.ts";

test.each([
  ["A / B: C?", "A B C"],
  ["..", "Paper"],
  ["", "Paper"],
  ["  Öl\u0000 ", "Öl"],
  ["../../etc/passwd", "etc passwd"],
  ["C:\\Windows\\system32", "C Windows system32"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["Com1 report", "_Com1 report"],
  ["COM¹", "_COM¹"],
  ["Console", "Console"],
  [".hidden", "hidden"],
  ["--force", "force"],
  ["ends with dots...", "ends with dots"],
  ["bill\u202efdp.exe", "billfdp.exe"],
  ["zero\u200bwidth\ufeff", "zerowidth"],
  ["می‌شود", "می‌شود"],
  ["two\nlines\u2028three", "two lines three"],
  ["e\u0301t\u00e9", "été"],
  ["half \ud800 sign", "half sign"],
  ["x".repeat(300), "x".repeat(120)],
  ["語".repeat(300), "語".repeat(40)],
  ["👨‍👩‍👧".repeat(30), "👨‍👩‍👧".repeat(6)],
])("the words %j make the name %j", (words, name) => {
  expect(fileName(words)).toBe(name);
});

test("whatever the words, the name is one name of the folder and stays what it is", async () => {
  const folder = await temporaryFolder();
  const names = new Set<string>();
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
      const name = fileName(words);
      expect(path.win32.basename(path.posix.basename(name))).toBe(name);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121);
      expect(fileName(name)).toBe(name);
      names.add(`${name}.pdf`);
    }),
    { numRuns: 300 },
  );
  for (const name of names) await writeFile(path.join(folder, name), "");
  expect(new Set(await readdir(folder))).toEqual(names);
});
