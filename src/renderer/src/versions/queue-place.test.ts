import { expect, test } from "vitest";
import { placeInQueue, restoredInQueue } from "./queue-place.ts";

test.each<[string, string[], { id: string; index: number } | null, number]>([
  ["the first one at the beginning", ["a", "b", "c"], null, 0],
  ["the same one", ["a", "b", "c"], { id: "b", index: 1 }, 1],
  ["the same one after another window has decided the one before", ["b", "c"], { id: "b", index: 1 }, 0],
  ["the same one after a decision before it was undone", ["z", "a", "b"], { id: "a", index: 0 }, 1],
  ["the next one after its own decision", ["a", "c"], { id: "b", index: 1 }, 1],
  ["the last one after the decision on the last", ["a"], { id: "b", index: 1 }, 0],
  ["none in an empty queue", [], { id: "b", index: 1 }, 0],
])("a queue shows %s", (_, ids, shown, place) => {
  expect(placeInQueue(ids, shown)).toBe(place);
});

test("after an undo a queue shows the one that waits again", () => {
  expect(restoredInQueue(["a", "b", "c"], ["a", "c"])).toBe(1);
  expect(restoredInQueue(["a"], [])).toBe(0);
  expect(restoredInQueue(["a", "c"], ["a", "c"])).toBe(-1);
});
