import { expect, test } from "vitest";
import { readTable } from "./table.ts";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

test.each([
  ["a.csv", "a,b\n1,2\n", [{ a: "1", b: "2" }]],
  ["a.CSV", "\ufeffa;b\n1;2\n", [{ a: "1", b: "2" }]],
  ["a.json", '[{"a":1}]', [{ a: 1 }]],
  ["A.JSON", "{}", {}],
  ["no ending", "a\n1\n", [{ a: "1" }]],
])("%s is read as what its name says", (name, text, expected) => {
  expect(readTable(file(name, text)).value).toEqual(expected);
});

test.each([
  ["a.csv", "a\n\n1\n", [3]],
  ["a.json", "[7, 8]", [1, 2]],
  ["a.json", '{"codebook": [7]}', [1]],
  ["a.json", "7", []],
])("the rows of %s with %j are numbered as people count them", (name, text, numbers) => {
  expect(readTable(file(name, text)).numbers).toEqual(numbers);
});

test.each([
  ["a.json", "{", /^a\.json is not a valid JSON file\.$/],
  ["a.csv", 'a,b\n"1,2\n', /^a\.csv is not a valid CSV file\.$/],
  ["a.csv", "\u0000\u0001", /binary data/],
  ["a.json", "", /is empty/],
])("%s with %j is refused", (name, text, sentence) => {
  expect(() => readTable(file(name, text))).toThrow(sentence);
});

test("what is larger or longer than a table can be is refused before or after it is read", () => {
  const limit = (what: RegExp) => expect.objectContaining({ code: "limit", message: expect.stringMatching(what) });
  const large = { name: "a.csv", bytes: new Uint8Array(64 * 1024 * 1024 + 1) };
  expect(() => readTable(large)).toThrow(limit(/too large/));
  const heavy = new Uint8Array(11_000_000).fill(44);
  expect(() => readTable({ name: "a.json", bytes: heavy })).toThrow(limit(/too large/));
  const long = file("a.json", `[${"0,".repeat(500_000)}0]`);
  expect(() => readTable(long)).toThrow(limit(/more than 500,000 rows/));
});
