import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network, NetworkOptions, type Tie } from "../analysis/network.ts";
import { layOut, radiusOf } from "./network-layout.ts";

const frame = { left: 100, top: 50, right: 500, bottom: 350 };

function networkOf(
  activity: Readonly<Record<string, number>>,
  ties: readonly (readonly [string, string, number])[],
): Network {
  return {
    options: NetworkOptions.parse({ tie: "subtract" }),
    nodes: Object.entries(activity).map(([id, number]) => ({
      ...{ id, name: id, kind: id.startsWith("issue") ? "issue" : "actor", activity: number },
    })),
    ties: ties.map(([source, target, weight]): Tie => ({ source, target, weight })),
    leftOut: 0,
  };
}

test.each([
  [100, 100, 16],
  [25, 100, 10],
  [1, 100, 5.2],
  [1, 1, 16],
])(
  "of the activity %d where the busiest has %d the radius is %d: its area stands for it",
  (activity, busiest, radius) => {
    expect(radiusOf({ activity }, busiest)).toBeCloseTo(radius, 9);
  },
);

test("the busiest is the busiest of all, tied or not", () => {
  const [a] = layOut(networkOf({ a: 25, b: 25, alone: 100 }, [["a", "b", 1]]), {}, frame);
  expect(a?.radius).toBe(10);
});

test("who has no tie has no place", () => {
  const placed = layOut(networkOf({ a: 1, b: 1, c: 1 }, [["a", "b", 1]]), {}, frame);
  expect(placed.map(({ node }) => node.id)).toEqual(["a", "b"]);
  expect(layOut(networkOf({ a: 1 }, []), {}, frame)).toEqual([]);
});

test("one camp is left, the other right, and who agrees is nearer than who argues", () => {
  const network = networkOf({ a: 1, b: 1, c: 1, d: 1 }, [
    ["a", "b", 1],
    ["c", "d", 1],
    ["a", "c", -1],
    ["b", "d", -1],
  ]);
  const placed = layOut(network, { a: 0, b: 0, c: 1, d: 1 }, frame);
  const at = (id: string) => placed.find(({ node }) => node.id === id) ?? { x: 0, y: 0 };
  const distance = (text: string, other: string): number =>
    Math.hypot(at(text).x - at(other).x, at(text).y - at(other).y);
  for (const left of ["a", "b"]) for (const right of ["c", "d"]) expect(at(left).x).toBeLessThan(at(right).x);
  expect(distance("a", "b")).toBeLessThan(distance("a", "c"));
});

test("an issue is drawn between the camps", () => {
  const placed = layOut(
    networkOf({ a: 1, b: 1, "issue 1": 2 }, [
      ["a", "issue 1", 1],
      ["b", "issue 1", -1],
    ]),
    { a: 0, b: 1 },
    frame,
  );
  const [a = 0, b = 0, issue = 0] = placed.map(({ x }) => x);
  expect(a).toBeLessThan(issue);
  expect(issue).toBeLessThan(b);
});

test("whatever the network, places fill the frame, stay within it, and are the same each time", () => {
  const tie = fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("d", "e", "f"), fc.constantFrom(-2, -0.5, 1, 3));
  fc.assert(
    fc.property(fc.array(tie, { minLength: 1, maxLength: 8 }), (ties) => {
      const network = networkOf({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, ties);
      const placed = layOut(network, { d: 1, e: 1, f: 1 }, frame);
      const xs = placed.map(({ x }) => x);
      const ys = placed.map(({ y }) => y);
      expect([Math.min(...xs), Math.max(...xs)]).toEqual([expect.closeTo(100, 6), expect.closeTo(500, 6)]);
      for (const y of ys) expect(y >= 50 - 1e-6 && y <= 350 + 1e-6).toBe(true);
      expect(layOut(network, { d: 1, e: 1, f: 1 }, frame)).toEqual(placed);
    }),
    { numRuns: 30 },
  );
});
