import fc from "fast-check";
import { expect, test } from "vitest";
import { CodingRow } from "../../../shared/contract/workbench.ts";
import { codingRows } from "./coding-file.ts";

const line = { paper: "P", quote: "Q" };

test.each<[object, object]>([
  [{}, { positions: [] }],
  [{ issue: "Water", stance: "+" }, { positions: [{ issue: "Water", stance: "+" }] }],
  [
    { issue: "Water; Air ;", stance: "+;-", strength: "2" },
    {
      positions: [
        { issue: "Water", stance: "+", strength: 2 },
        { issue: "Air", stance: "-", strength: 2 },
      ],
    },
  ],
  [
    { issue: "A;B;C", stance: "+;;-" },
    { positions: [{ issue: "A", stance: "+" }, { issue: "B" }, { issue: "C", stance: "-" }] },
  ],
  [{ issue: "A;B", stance: ";-" }, { positions: [{ issue: "A" }, { issue: "B", stance: "-" }] }],
  [{ issue: "A;B", stance: "-;" }, { positions: [{ issue: "A", stance: "-" }, { issue: "B" }] }],
  [{ issue: "A;", stance: "-" }, { positions: [{ issue: "A", stance: "-" }] }],
  [{ issue: "A;B" }, { positions: [{ issue: "A" }, { issue: "B" }] }],
  [{ issue: "A" }, { positions: [{ issue: "A" }] }],
  [
    { nth: 2, certainty: 5, actor: " EU ", note: "n", coder: "Ada" },
    { nth: 2, certainty: 5, actor: "EU", note: "n", coder: "Ada" },
  ],
  [{ nth: "", certainty: " ", actor: "", more: "ignored" }, {}],
  [{ paper: "" }, { paper: "given" }],
])("a line with %j is the row %j", (part, row) => {
  expect(codingRows([{ ...line, ...part }], "given")).toEqual([{ ...line, positions: [], ...row }]);
});

test.each<[unknown, RegExp]>([
  ["text", /^This is not a table of claims\.$/],
  [null, /^This is not a table of claims\.$/],
  [[1], /Row 1 is wrong at “row”/],
  [[line, { paper: "P" }], /Row 2 is wrong at “quote”/],
  [[{ ...line, nth: "x" }], /Row 1 is wrong at “nth”/],
  [[{ ...line, nth: "0" }], /Row 1 is wrong at “nth”: it must be a whole number from 1 to 1000000/],
  [[line, { ...line, strength: "4" }], /Row 2 is wrong at “strength”: it must be a whole number from 1 to 3/],
  [[{ ...line, certainty: 2.5 }], /Row 1 is wrong at “certainty”/],
  [[{ ...line, certainty: "-1" }], /Row 1 is wrong at “certainty”/],
  [[line, { ...line, issue: "A;B;C", stance: "+;-" }], /Row 2 is wrong at “stance”: .*issues \(3\) and stances \(2\)/],
  [[{ ...line, issue: "A;B", stance: "+" }], /Row 1 is wrong at “stance”/],
  [[{ ...line, stance: "+" }], /Row 1 is wrong at “stance”/],
  [[{ ...line, issue: "A;;B", stance: "+;-;+" }], /Row 1 is wrong at “issue”: “-” has no issue/],
  [[{ ...line, note: "x".repeat(20_001) }], /Row 1 is wrong at “note”/],
])("%j is refused with its place", (table, sentence) => {
  expect(() => codingRows(table)).toThrow(sentence);
});

test("a row that is made is one the contract takes, but for its paper and quote where they are left empty", () => {
  const cell = fc.oneof(fc.constantFrom("", "1", "3", "a; b", " ", ";"), fc.string({ maxLength: 8 }), fc.integer());
  const columns = ["nth", "issue", "stance", "actor", "strength", "certainty", "note", "coder"] as const;
  const cells = fc.dictionary(fc.constantFrom(...columns), cell);
  fc.assert(
    fc.property(cells, (some) => {
      let rows: readonly CodingRow[];
      try {
        rows = codingRows([{ ...some, ...line }]);
      } catch (error) {
        expect(error).toMatchObject({ code: "invalid", message: expect.stringMatching(/^(This is|Row 1)/) });
        return;
      }
      for (const row of rows) expect(CodingRow.safeParse(row).error?.issues[0]).toBeUndefined();
    }),
  );
});
