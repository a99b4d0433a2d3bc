import { expect, test } from "vitest";
import { newId, PaperId } from "../../../shared/model/ids.ts";
import { canRetrace, leave, retrace } from "./trail.ts";

const [one, other] = [newId(PaperId), newId(PaperId)];

test("back goes to where each jump began, forward comes again, a new jump ends what was ahead", () => {
  leave({ paper: one, start: 10 });
  leave({ paper: one, start: 10 });
  leave({ paper: one, start: 500 });
  expect(retrace(-1, { paper: other, start: 7 })).toEqual({ paper: one, start: 500 });
  expect(retrace(-1, { paper: one, start: 500 })).toEqual({ paper: one, start: 10 });
  expect(retrace(-1, { paper: one, start: 10 })).toBeNull();
  expect(retrace(1, { paper: one, start: 10 })).toEqual({ paper: one, start: 500 });
  expect(canRetrace(1)).toBe(true);
  leave({ paper: one, start: 600 });
  expect(canRetrace(1)).toBe(false);
  expect(canRetrace(-1)).toBe(true);
});
