import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { Lexer } from "./lexer.ts";
import { dict } from "./objects.ts";
import { PdfSource } from "./source.ts";
import { inflated, readStream, readXrefTable } from "./xref.ts";

const tableOf = (text: string) => readXrefTable(new Lexer(Buffer.from(text, "latin1"), 0));
const line = (offset: number, kind = "n"): string => `${String(offset).padStart(10, "0")} 00000 ${kind} \n`;

test.each([
  ["lines as they should be", `0 3\n${line(0, "f")}${line(17)}${line(300)}trailer<<>>`],
  [
    "lines of nineteen bytes",
    `0 3\n${[line(0, "f"), line(17), line(300)].join("").replaceAll(" \n", "\n")}trailer<<>>`,
  ],
  ["two parts", `0 2\n${line(0, "f")}${line(17)}2 1\n${line(300)}trailer<<>>`],
])("a table with %s", (_, text) => {
  const { find, size, trailer } = tableOf(text);
  expect([0, 1, 2, 3].map(find)).toEqual([null, { offset: 17 }, { offset: 300 }, undefined]);
  expect([size, trailer.size]).toEqual([3, 0]);
});

test.each(["x", "0", "0 99999999\n", "-1 1\n", `0 2\n${line(1)}trailer<<>>`])("the table %j is refused", (text) => {
  expect(() => tableOf(text)).toThrow("damaged");
});

test("a stream's entries are found by number, whatever its widths", () => {
  const entries = dict({ W: [1, 2, 1], Index: [4, 2, 9, 1], Size: 10 });
  const { find, size } = readStream(entries, Buffer.from([1, 1, 0, 0, 2, 0, 7, 3, 0, 0, 0, 0]));
  expect([3, 4, 5, 6, 9].map(find)).toEqual([undefined, { offset: 256 }, { inside: 7, index: 3 }, undefined, null]);
  expect(size).toBe(10);
  const untyped = readStream(dict({ W: [0, 1, 0], Size: 2 }), Buffer.from([5, 6]));
  expect([0, 1].map(untyped.find)).toEqual([{ offset: 5 }, { offset: 6 }]);
});

test("lines of another length say which objects are free, and an offset of nothing is none", () => {
  const { find } = tableOf("0 4\n0 65535 f\n17 0 n\n300 0 f\n0 0 n\ntrailer<<>>");
  expect([0, 1, 2, 3].map(find)).toEqual([null, { offset: 17 }, null, null]);
});

test("a stream that ends early lists what is in it", () => {
  const entries = dict({ W: [1, 1, 0], Index: [4, 2, 9, 5], Size: 20 });
  const { find, size } = readStream(entries, Buffer.from([1, 10, 1, 20, 1, 30, 1]));
  expect([4, 5, 6, 9, 10].map(find)).toEqual([{ offset: 10 }, { offset: 20 }, undefined, { offset: 30 }, undefined]);
  expect(size).toBe(10);
});

test("object numbers go up to the largest that readers take, and no further", () => {
  // ISO 32000-1, annex C: 8,388,607.
  expect(tableOf(`8388606 1\n${line(17)}trailer<<>>`).find(8_388_606)).toEqual({ offset: 17 });
  expect(() => tableOf(`8388607 1\n${line(17)}trailer<<>>`)).toThrow("damaged");
  expect(() => readStream(dict({ W: [1, 1, 0], Index: [8_388_607, 1] }), Buffer.from([1, 9]))).toThrow("damaged");
});

test.each([[[0, 0, 0]], [[1, 20, 9]]])("widths of %j are refused", (widths) => {
  expect(() => readStream(dict({ W: widths, Size: 1 }), Buffer.alloc(40))).toThrow("damaged");
});

/** Each of the five predictors, done and undone. */
test("predicted rows come back as they were", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.uint8Array({ minLength: 5, maxLength: 5 })), {
        maxLength: 20,
      }),
      (rows) => {
        const at = (row: number, x: number): number => (row < 0 || x < 0 ? 0 : (rows[row]?.[1][x] ?? 0));
        const predicted = rows.map(([kind, bytes], row) => {
          const less = [...bytes].map((byte, x) => {
            const [left, up, corner] = [at(row, x - 1), at(row - 1, x), at(row - 1, x - 1)];
            const guess = left + up - corner;
            const [pa, pb, pc] = [left, up, corner].map((value) => Math.abs(guess - value)) as [number, number, number];
            const paeth = pa <= pb && pa <= pc ? left : pb <= pc ? up : corner;
            return (byte - ([0, left, up, (left + up) >> 1, paeth][kind] ?? 0)) & 255;
          });
          return Buffer.from([kind, ...less]);
        });
        const data = inflated(deflateSync(Buffer.concat(predicted)), dict({ Predictor: 12, Columns: 5 }));
        expect([...data]).toEqual(rows.flatMap(([, bytes]) => [...bytes]));
      },
    ),
  );
});

const first = handMade(["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[]>>", "(old)"]);
const start = first.indexOf("xref\n");

test("what a later section calls gone is gone", () => {
  const later = Buffer.concat([
    first,
    Buffer.from(
      `\nxref\n3 1\n${line(0, "f")}trailer<</Size 4/Root 1 0 R/Prev ${start}>>\nstartxref\n${first.length + 1}\n%%EOF`,
    ),
  ]);
  expect([new PdfSource(first).object(3), new PdfSource(later).object(3)]).toEqual([
    { kind: "string", bytes: Uint8Array.from(Buffer.from("old")) },
    null,
  ]);
});

test("what a table calls gone may be in the stream beside it", () => {
  const stream = `9 0 obj\n<</Type/XRef/W[1 2 1]/Index[3 1]/Size 4/Length 4>>stream\n\x01\x00${String.fromCharCode(first.indexOf("3 0 obj"))}\x00\nendstream\nendobj\n`;
  const index = first.length + 1 + stream.length;
  const text = `${first.toString("latin1")}\n${stream}xref\n3 1\n${line(0, "f")}trailer<</Size 4/Root 1 0 R/Prev ${start}/XRefStm ${first.length + 1}>>\nstartxref\n${index}\n%%EOF`;
  expect(new PdfSource(Buffer.from(text, "latin1")).object(3)).toMatchObject({ kind: "string" });
});

test("sections that lead round in a circle end", () => {
  const round = first.toString("latin1").replace("trailer\n<<", `trailer\n<</Prev ${start}`);
  expect(new PdfSource(Buffer.from(round, "latin1")).size).toBe(4);
});

test("an object is found in its stream by number where the index is wrong, as with more objects than it can count", () => {
  const packed = "7 0 8 6 (one) (two)";
  const file = handMade([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Kids[]>>",
    `<</Type/ObjStm/N 2/First 8/Length ${packed.length}>>stream\n${packed}\nendstream`,
  ]);
  const entries = "\x02\x03\x00".repeat(2);
  const stream = `9 0 obj\n<</Type/XRef/W[1 1 1]/Index[7 2]/Size 9/Length 6>>stream\n${entries}\nendstream\nendobj\n`;
  const table = file.indexOf("xref\n");
  const text = `${file.toString("latin1")}\n${stream}xref\n0 1\n${line(0, "f")}trailer<</Size 9/Root 1 0 R/Prev ${table}/XRefStm ${file.length + 1}>>\nstartxref\n${file.length + 1 + stream.length}\n%%EOF`;
  const source = new PdfSource(Buffer.from(text, "latin1"));
  const words = [7, 8].map((number) => source.object(number));
  expect(words).toEqual(["one", "two"].map((word) => ({ kind: "string", bytes: Uint8Array.from(Buffer.from(word)) })));
});
