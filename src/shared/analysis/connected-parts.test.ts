import { expect, test } from "vitest";
import { countParts } from "./connected-parts.ts";

test.each<readonly [number, readonly (readonly [number, number])[], number]>([
  [0, [], 0],
  [3, [], 0],
  [3, [[0, 1]], 1],
  [
    4,
    [
      [0, 1],
      [2, 3],
    ],
    2,
  ],
  [
    5,
    [
      [0, 1],
      [2, 3],
      [1, 2],
    ],
    1,
  ],
  [
    6,
    [
      [4, 5],
      [0, 1],
      [1, 0],
    ],
    2,
  ],
])("of %i nodes, ties %j make %i parts", (count, ties, parts) => {
  expect(
    countParts(
      count,
      ties.map(([a, b]) => ({ a, b })),
    ),
  ).toBe(parts);
});
