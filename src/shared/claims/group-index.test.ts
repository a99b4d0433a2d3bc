import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryOf } from "../analysis/library.cases.ts";
import { claimList } from "./claim-list.ts";
import { groupIndexOf } from "./group-index.ts";
import { referredTo } from "./references.cases.ts";

const issues = fc.uniqueArray(fc.constantFrom("Water/Fares +", "Roads -", "Water/Fares ?", "Water .", "Dues ."), {
  maxLength: 4,
});
const statement = fc.record({
  actor: fc.constantFrom("Harbour Board", "Council", null),
  issues,
  paper: fc.constantFrom("One", "Two"),
  at: fc.nat(50).map((start) => [start, start + 3] as const),
});
const by = fc.constantFrom("actor", "paper", "coder", "issue", "stance");

test("each claim is found with all it refers to, each once, whichever are asked for and in whatever order", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 20 }), by, fc.infiniteStream(fc.nat()), (statements, by, order) => {
      const list = claimList(libraryOf(statements));
      const index = groupIndexOf(list, by);
      const places = Uint32Array.from([...order.take(list.length)], (number) => number % list.length);
      const found: [number, string | undefined][] = [];
      index.each(places, (number, place) => found.push([place, index.keys[number]]));
      const wanted = [...places].flatMap((place) => {
        const coded = list.at(place);
        return coded === undefined ? [] : referredTo(coded, by).map((key) => [place, key]);
      });
      expect(found).toEqual(wanted);
      expect(groupIndexOf(list, by)).toBe(index);
    }),
  );
});
