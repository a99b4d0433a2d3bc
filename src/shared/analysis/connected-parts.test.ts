import { expect, test } from "vitest";
import { connectedParts } from "./connected-parts.ts";

test.each<readonly [number, readonly (readonly [number, number])[], readonly (readonly number[])[]]>([
  [0, [], []],
  [3, [], []],
  [3, [[0, 1]], [[0, 1]]],
  [
    4,
    [
      [0, 1],
      [2, 3],
    ],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [
    5,
    [
      [0, 1],
      [2, 3],
      [1, 2],
    ],
    [[0, 1, 2, 3]],
  ],
  [
    6,
    [
      [4, 5],
      [0, 1],
      [1, 0],
    ],
    [
      [0, 1],
      [4, 5],
    ],
  ],
])("of %i nodes, ties %j make the parts %j", (count, ties, parts) => {
  expect(
    connectedParts(
      count,
      ties.map(([from]) => from),
      ties.map(([, to]) => to),
    ),
  ).toEqual(parts);
});
