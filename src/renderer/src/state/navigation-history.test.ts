import { expect, test } from "vitest";
import { AnnotationId, newId, PaperId } from "../../../shared/model/ids.ts";
import { canGo, go, type NavigationPlace, pushPlace } from "./navigation-history.ts";

const [first, other] = [newId(PaperId), newId(PaperId)];
const claim = newId(AnnotationId);
const at = (paper: PaperId, start: number): NavigationPlace => ({
  paper,
  start,
  selected: start === 500 ? claim : null,
});

test("back goes to where each jump began and to the claim chosen there, forward comes again, a new jump ends what was ahead", () => {
  pushPlace(at(first, 10));
  pushPlace(at(first, 10));
  pushPlace(at(first, 500));
  expect(go(-1, at(other, 7))).toEqual(at(first, 500));
  expect(go(-1, at(first, 500))).toEqual(at(first, 10));
  expect(go(-1, at(first, 10))).toBeNull();
  expect(go(1, at(first, 10))).toEqual(at(first, 500));
  expect(canGo(1)).toBe(true);
  pushPlace(at(first, 600));
  expect(canGo(1)).toBe(false);
  expect(canGo(-1)).toBe(true);
});
