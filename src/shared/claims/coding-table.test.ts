import fc from "fast-check";
import { expect, test } from "vitest";
import { inWords } from "../fixtures/in-words.cases.ts";
import { AnnotationId, newId } from "../model/ids.ts";
import { CodingRow } from "./coding-row.ts";
import { codingTable } from "./coding-table.ts";

const line = { paper: "P", quote: "Q" };

test.each<[object, object]>([
  [{}, { positions: [] }],
  [{ issue: "Water", stance: "+" }, { positions: [{ issue: "Water", stance: "+" }] }],
  [
    { issue: "Water; Air", stance: "+;-", strength: "2;" },
    {
      positions: [
        { issue: "Water", stance: "+", strength: 2 },
        { issue: "Air", stance: "-" },
      ],
    },
  ],
  [
    { issue: "A; B; C", stance: "supports;;opposes" },
    { positions: [{ issue: "A", stance: "supports" }, { issue: "B" }, { issue: "C", stance: "opposes" }] },
  ],
  [{ issue: "A;B", stance: ";opposes" }, { positions: [{ issue: "A" }, { issue: "B", stance: "opposes" }] }],
  [{ issue: "A;B" }, { positions: [{ issue: "A" }, { issue: "B" }] }],
  [{ issue: "Health\\; safety", stance: "-" }, { positions: [{ issue: "Health; safety", stance: "-" }] }],
  [{ issue: "Wasser\\/Preis" }, { positions: [{ issue: "Wasser\\/Preis" }] }],
  [
    { nth: 2, certainty: 5, actor: " EU ", note: "n", coder: "Ada" },
    { nth: 2, certainty: 5, actor: "EU", note: "n", coder: "Ada" },
  ],
  [{ nth: "", certainty: " ", actor: "", note: null, more: "ignored" }, {}],
  [{ paper: "" }, { paper: "given" }],
  [{ id: "no identifier", start: "7" }, { start: 7 }],
])("a line with %j is the row %j", (part, row) => {
  expect(codingTable([{ ...line, ...part }], "given")).toEqual({
    rows: [{ row: 0, coding: { ...line, positions: [], ...row } }],
    failed: [],
  });
});

test("heads are read in any case and order", () => {
  expect(codingTable([{ Stance: "+", QUOTE: "Q", " Issue ": "Water", Paper: "P" }]).rows[0]?.coding).toEqual({
    ...line,
    positions: [{ issue: "Water", stance: "+" }],
  });
});

test.each<[unknown, RegExp]>([
  ["text", /^This is not a table of claims\.$/],
  [null, /^This is not a table of claims\.$/],
  [[1], /^This is not a table of claims\.$/],
  [[{ a: "1" }], /it has no column “quote”/],
])("%j is refused as a whole", (table, sentence) => {
  expect(() => codingTable(table)).toThrow(sentence);
});

test.each<[object, RegExp]>([
  [{ quote: "" }, /no quote/],
  [{ nth: "x" }, /“x” in column “nth”/],
  [{ nth: "0" }, /whole number from 1 to 1,000,000/],
  [{ strength: "4", issue: "A" }, /“strength” must be a whole number from 1 to 3/],
  [{ certainty: "high" }, /“high” in column “certainty”/],
  [{ certainty: 2.5 }, /certainty/],
  [{ certainty: "-1" }, /certainty/],
  [{ note: "x".repeat(20_001) }, /“note” is too long/],
  [{ issue: "A;B;C", stance: "supports;opposes" }, /3 issues but 2 in the column “stance”/],
  [{ issue: "A", stance: "supports;opposes" }, /1 issue but 2 in the column “stance”/],
  [{ issue: "A;B", stance: "supports" }, /2 issues but 1 in the column “stance”/],
  [{ stance: "supports" }, /0 issues but 1/],
  [{ issue: "A;;B" }, /empty entry/],
  [{ paper: "" }, /names no paper/],
])("a row with %j is refused, and no other", (part, sentence) => {
  const { rows, failed } = codingTable([line, { ...line, ...part }, { ...line, quote: "R" }]);
  expect(rows.map(({ row }) => row)).toEqual([0, 2]);
  expect(inWords(failed)).toEqual([{ row: 1, reason: expect.stringMatching(sentence) }]);
});

test("lines of one identifier are one claim with several positions", () => {
  const id = newId(AnnotationId);
  const { rows } = codingTable([
    { ...line, id, issue: "A", stance: "+" },
    { ...line, issue: "X" },
    { ...line, id, issue: "B", stance: "" },
  ]);
  expect(rows.map(({ coding }) => coding.positions)).toEqual([
    [{ issue: "A", stance: "+" }, { issue: "B" }],
    [{ issue: "X" }],
  ]);
});

test("a row that is read is one the contract takes", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "1", "3", "a; b", " ", ";", "\\;"),
    fc.string({ maxLength: 8 }),
    fc.integer(),
  );
  const columns = ["nth", "issue", "stance", "actor", "strength", "certainty", "note", "coder"] as const;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...columns), cell), (cells) => {
      const { rows, failed } = codingTable([{ ...cells, ...line }]);
      expect(rows.length + failed.length).toBe(1);
      for (const { coding } of rows) expect(CodingRow.safeParse(coding).error?.issues[0]).toBeUndefined();
    }),
  );
});
