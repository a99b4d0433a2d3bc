import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeCell, readCsv, readNumberedCsv, unescapeCell, writeCsv } from "./csv.ts";

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "−1",
  "\t=1",
  "\r=1",
  "\tx",
  " =1",
  "\n=1",
  "\u00a0=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "'=1",
  "''-1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","x")',
])("a spreadsheet does not run %j, and it is read back as it was", (text) => {
  const csv = writeCsv([{ text }], { columns: ["text"] });
  expect(escapeCell(text)).toBe(`'${text}`);
  expect(readCsv(csv)).toEqual([{ text }]);
});

test.each(["", "x", "x=1", "1-2", "'tis", "it's - so", "“=1”", "a\nb", '"', ",", "e-mail"])(
  "%j stays as it is",
  (text) => {
    expect(escapeCell(text)).toBe(text);
    expect(unescapeCell(text)).toBe(text);
  },
);

test("numbers stay numbers", () => {
  expect(writeCsv([{ a: -1, b: 0.5, c: null, d: undefined }], { columns: ["a", "b", "c", "d"] })).toBe(
    "a,b,c,d\n-1,0.5,,\n",
  );
  expect(writeCsv([["-1", -1]], { mark: true })).toBe("\ufeff'-1,-1\n");
});

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("'", "=", "-", "+", "@", " ", "\t", "\r", "\n", '"', ",", "a") }),
);

test("whatever the words, no cell is a formula and all come back", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 5 }), (rows) => {
      // A line of nothing is no row.
      const kept = rows.map((row) => ({ ...row, b: `${row.b}.` }));
      expect(readCsv(writeCsv(kept, { columns: ["a", "b"] }))).toEqual(kept);
      for (const { a } of rows) {
        expect(unescapeCell(escapeCell(a))).toBe(a);
        expect(escapeCell(a)).not.toMatch(/^\s*[=+\-@]/);
      }
    }),
  );
});

test.each([
  ["comma", "a,b\n1,2\n"],
  ["semicolon", "a;b\n1;2\n"],
  ["tab", "a\tb\n1\t2\n"],
  ["sep= line", "sep=;\r\na;b\r\n1;2\r\n"],
  ["sep= line with another separator", "sep=|\na|b\n1|2\n"],
  ["byte order mark", "\ufeffa,b\n1,2\n"],
  ["byte order mark and sep= line", "\ufeffsep=,\r\na,b\r\n1,2\r\n"],
  ["empty lines before the head", "\n\na;b\n1;2\n"],
  ["no line end at the end", "a;b\n1;2"],
  ["carriage returns", "a;b\r1;2\r"],
])("a table with %s is read", (_, text) => {
  expect(readCsv(text)).toEqual([{ a: "1", b: "2" }]);
});

test.each([
  ["one row after another", "a,b\n1,2\n3,4\n", [2, 3]],
  ["a line end in a cell", 'a,b\n"1\r\n1",2\n3,4\n', [2, 3]],
  ["empty rows", "a,b\n\n1,2\n\n\n3,4\n", [3, 6]],
  ["empty rows before the head", "\n\na,b\n1,2\n", [4]],
  ["a sep= line", "sep=;\r\na;b\r\n1;2\r\n", [2]],
  ["a byte order mark", "\ufeffa,b\n1,2", [2]],
  ["no rows", "a,b\n", []],
])("rows are numbered as a spreadsheet numbers them: %s", (_, text, numbers) => {
  expect(readNumberedCsv(text).numbers).toEqual(numbers);
});

test("separators in quotes or in later lines do not count", () => {
  expect(readCsv('"a;x;y",b\n1;2;3;4;5,2\n')).toEqual([{ "a;x;y": "1;2;3;4;5", b: "2" }]);
  expect(readCsv("quote\none, two; three\n")).toEqual([{ quote: "one" }]);
});
