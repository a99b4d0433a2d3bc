import fc from "fast-check";
import { expect, test } from "vitest";
import { claimColumns, widthWithin } from "../../../shared/claims/columns.ts";
import { readColumns } from "./store.ts";

const none = { chosen: null, widths: {} };

test.each<[string | null, unknown]>([
  [null, none],
  ["", none],
  ["null", none],
  ["7", none],
  ['{"chosen":"quote","widths":[]}', none],
  ['{"chosen":["colour"],"widths":{"colour":90}}', none],
  [
    '{"chosen":["paper","quote"],"widths":{"quote":240,"note":"wide"}}',
    { chosen: ["quote", "paper"], widths: { quote: 240 } },
  ],
  ['{"widths":{"quote":-5,"note":1e9,"paper":90.5,"actor":900}}', { chosen: null, widths: { actor: 900 } }],
])("columns kept as %j are read as %j", (kept, columns) => {
  expect(readColumns(kept)).toEqual(columns);
});

test("what is kept is read as it was", () => {
  const widths = fc.dictionary(fc.constantFrom(...claimColumns), fc.integer().map(widthWithin));
  fc.assert(
    fc.property(fc.subarray([...claimColumns], { minLength: 1 }), widths, (chosen, given) => {
      expect(readColumns(JSON.stringify({ chosen, widths: given }))).toEqual({ chosen, widths: { ...given } });
    }),
  );
});
