import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFilter } from "../../../shared/filter/filter.cases.ts";
import { simplified } from "../../../shared/filter/names.ts";
import { Condition } from "../../../shared/model/filter.ts";
import { blankCondition, conditionCount, fieldOf, fields, filterOfGroup, groupOf } from "./conditions.ts";

test.each(fields)("a blank %s is a condition of that field", (field) => {
  const blank = blankCondition(field);
  expect(Condition.parse(blank)).toEqual(blank);
  expect(fieldOf(blank)).toBe(field);
});

test("the fields are those that a condition can be about", () => {
  const known = Condition.options.map((option) => Object.keys(option.shape)[0]);
  expect([...fields].sort()).toEqual([...new Set(known)].sort());
});

test("any filter is a group that means the same, with as many conditions", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const back = filterOfGroup(groupOf(filter));
      expect(simplified(back)).toEqual(simplified(filter));
      expect(conditionCount(back)).toBe(conditionCount(filter));
    }),
  );
});
