import { expect, test } from "vitest";
import { AnnotationId, newId, PaperId } from "../../../shared/model/ids.ts";
import { canRetrace, leave, type Place, retrace } from "./navigation-history.ts";

const [one, other] = [newId(PaperId), newId(PaperId)];
const claim = newId(AnnotationId);
const at = (paper: PaperId, start: number): Place => ({ paper, start, selected: start === 500 ? claim : null });

test("back goes to where each jump began and to the claim chosen there, forward comes again, a new jump ends what was ahead", () => {
  leave(at(one, 10));
  leave(at(one, 10));
  leave(at(one, 500));
  expect(retrace(-1, at(other, 7))).toEqual(at(one, 500));
  expect(retrace(-1, at(one, 500))).toEqual(at(one, 10));
  expect(retrace(-1, at(one, 10))).toBeNull();
  expect(retrace(1, at(one, 10))).toEqual(at(one, 500));
  expect(canRetrace(1)).toBe(true);
  leave(at(one, 600));
  expect(canRetrace(1)).toBe(false);
  expect(canRetrace(-1)).toBe(true);
});
