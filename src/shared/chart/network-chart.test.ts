import { expect, test } from "vitest";
import { libraryOf, named, rowsIn, type Statement } from "../analysis/library.cases.ts";
import { type Network, NetworkOptions, networkOf } from "../analysis/network.ts";
import { overlap } from "./labels.ts";
import { networkChart, networkFrame } from "./network-chart.ts";
import { shareOf } from "./network-layout.ts";
import { drawnShapes, wordsIn } from "./picture.cases.ts";
import { type Picture, type Shape, textWidth } from "./picture.ts";

const statements: readonly Statement[] = [
  { actor: "Ann", issues: ["Water +"] },
  { actor: "Ann", issues: ["Water +"] },
  { actor: "Bea", issues: ["Water +"] },
  { actor: "Cid", issues: ["Water -"] },
  { actor: "Dan", issues: ["Roads +"] },
];
const [ann, bea, cid, dan] = ["Ann", "Bea", "Cid", "Dan"].map(named.actor);
const camps = { [ann ?? ""]: 0, [bea ?? ""]: 0, [cid ?? ""]: 1 } as const;

const networkWith = (options: object, some = statements): Network => {
  const library = libraryOf(some);
  return networkOf(library, rowsIn(library), NetworkOptions.parse({ normalisation: "none", ...options }));
};
const draw = (
  options: object = { tie: "subtract" },
  some = statements,
  own: Readonly<Record<string, 0 | 1>> = camps,
): Picture => networkChart(networkWith(options, some), own, "Network");
const kind = <Kind extends Shape["kind"]>({ shapes }: Picture, wanted: Kind) =>
  shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === wanted);

test("ties: agreement in one paint, conflict in another and dashed, the heaviest 6.8 wide and drawn last", () => {
  const ties = kind(draw(), "line").filter(({ title }) => title !== undefined);
  expect(ties.map(({ title, paint, dashed, width }) => [title, paint, dashed, Math.round(width * 10) / 10])).toEqual([
    ["Bea – Cid: -1", "opposes", true, 3.8],
    ["Ann – Bea: 2", "supports", false, 6.8],
    ["Ann – Cid: -2", "opposes", true, 6.8],
  ]);
  const conflict = kind(draw({ tie: "conflict" }), "line").filter(({ title }) => title !== undefined);
  expect(conflict.every(({ dashed, paint }) => dashed === true && paint === "opposes")).toBe(true);
});

test("a tie begins and ends in the middle of its nodes, and opens the claims of both", () => {
  const picture = draw();
  const circle = (title: string) => kind(picture, "circle").find((shape) => shape.title === title);
  const tie = kind(picture, "line").find(({ title }) => title === "Ann – Bea: 2");
  expect([tie?.x1, tie?.y1, tie?.x2, tie?.y2]).toEqual([
    ...[circle("Ann: 2")?.x, circle("Ann: 2")?.y, circle("Bea: 1")?.x, circle("Bea: 1")?.y],
  ]);
  expect(tie?.marks).toEqual([{ actor: ann }, { actor: bea }]);
});

test("the second camp is hollow: a smaller circle in the colour of the page lies on each of its marks", () => {
  const picture = draw();
  const [cidOuter] = kind(picture, "circle").filter(({ title }) => title === "Cid: 1");
  const inner = kind(picture, "circle").filter(
    ({ x, y, paint }) => paint === "page" && x === cidOuter?.x && y === cidOuter.y,
  );
  expect(inner.map(({ radius, title, marks }) => [radius - (cidOuter?.radius ?? 0), title, marks])).toEqual([
    [expect.closeTo(-2, 9), undefined, undefined],
  ]);
  const [annOuter] = kind(picture, "circle").filter(({ title }) => title === "Ann: 2");
  expect(kind(picture, "circle").filter(({ x, y }) => x === annOuter?.x && y === annOuter.y)).toHaveLength(1);
});

test("camps are named after their busiest member with the number of their members, left and right", () => {
  const heads = kind(draw(), "text").filter(({ text }) => text.startsWith("camp around"));
  expect(heads.map(({ text, x }) => [text, x < 360])).toEqual([
    ["camp around Ann (2)", true],
    ["camp around Cid (1)", false],
  ]);
  expect(
    wordsIn(draw({ tie: "subtract", isolates: false }, statements, { [ann ?? ""]: 0, [bea ?? ""]: 0, [cid ?? ""]: 0 })),
  ).not.toContain("camp around Ann (3)");
});

test("who has no tie is named under the picture, with its number, and can be opened", () => {
  const [word] = kind(draw(), "text").filter(({ text }) => text === "Dan");
  expect([word?.title, word?.marks]).toEqual(["Dan: 1", [{ actor: dan }]]);
  expect(wordsIn(draw())).toContain("no ties:");
  expect(wordsIn(draw({ tie: "subtract", isolates: false }))).not.toContain("no ties:");
});

test("where there are too many without ties, the rest is a number", () => {
  const many = Array.from(
    { length: 40 },
    (_, index): Statement => ({ actor: `Actor ${index}`, issues: [`Issue ${index} +`] }),
  );
  const words = wordsIn(draw({ tie: "subtract" }, [...statements, ...many]));
  const from = words.indexOf("no ties:");
  const rest = words.slice(
    from + 1,
    words.findIndex((word) => word.startsWith("+ ")),
  );
  expect(rest.length).toBeGreaterThan(3);
  expect(words).toContain(`+ ${41 - rest.length}`);
});

test("what the picture shows is said at its foot, with the numbers at the ends of its scales", () => {
  const legend = (options: object): string[] => {
    const words = wordsIn(draw({ ...options, isolates: false }));
    return words.slice(words.findIndex((word) => /^(agree|conflict|share|supports)/.test(word)));
  };
  expect(legend({ tie: "subtract" })).toEqual(["agree", "conflict", "2", "1", "2 positions"]);
  expect(legend({ tie: "congruence" })).toEqual(["agree", "2", "1", "2 positions"]);
  expect(legend({ tie: "conflict" })).toEqual(["conflict", "2", "1", "2 positions"]);
  expect(legend({ tie: "cooccurrence" })).toEqual(["share issues", "2", "1", "2 positions"]);
  expect(legend({ tie: "affiliation" })).toEqual(["supports", "opposes", "2", "1", "4 positions", "issue"]);
});

test("in a network of two modes issues are hollow squares, and a tie opens the claims of the actor on the issue", () => {
  const picture = draw({ tie: "affiliation" });
  const squares = kind(picture, "rect").filter(({ title }) => title !== undefined);
  expect(squares.map(({ title, width, height }) => [title, width === height])).toEqual([
    ["Roads: 1", true],
    ["Water: 4", true],
  ]);
  expect(squares[1]?.marks).toEqual([{ issue: named.issue("Water"), alone: true }]);
  const tie = kind(picture, "line").find(({ title }) => title === "Ann – Water: 2");
  expect(tie?.marks).toEqual([{ actor: ann, issue: named.issue("Water"), alone: true }]);
});

test("words end at their mark where they are left of it, and begin at it where they are right of it", () => {
  const picture = draw();
  for (const name of ["Ann", "Bea", "Cid"]) {
    const label = kind(picture, "text").find(({ text, halo }) => text === name && halo === true);
    const mark = kind(picture, "circle").find(({ title }) => title === label?.title);
    const [x = 0, middle = 0] = [label?.x, mark?.x];
    if (label?.anchor === "end") expect(x).toBeLessThanOrEqual(middle);
    if (label?.anchor === "start") expect(x).toBeGreaterThanOrEqual(middle);
    if (label?.anchor === "middle") expect(x).toBeCloseTo(middle, 9);
    expect(label?.marks).toEqual(mark?.marks);
  }
});

test("a node that was moved is there with its words and ties, the others stay, and its place is a share of the frame", () => {
  const network = networkWith({ tie: "subtract" });
  const drawn = (width: number, places = {}): Picture =>
    networkChart(network, camps, "Network", width, undefined, places);
  const middles = (picture: Picture) =>
    Object.fromEntries(
      kind(picture, "circle").flatMap(({ movable, x, y }) => (movable === undefined ? [] : [[movable, [x, y]]])),
    );
  const frame = networkFrame(network, 720);
  const share = shareOf(frame, { x: frame.left + 135, y: frame.top });
  expect(share).toEqual({ x: 0.25, y: 0 });
  expect(shareOf(frame, { x: -50, y: 5000 })).toEqual({ x: 0, y: 1 });
  const before = middles(drawn(720));
  const moved = drawn(720, { [ann ?? ""]: share });
  expect(middles(moved)).toEqual({ ...before, [ann ?? ""]: [frame.left + 135, frame.top] });
  const tie = kind(moved, "line").find(({ title }) => title === "Ann – Bea: 2");
  expect([tie?.x1, tie?.y1]).toEqual([frame.left + 135, frame.top]);
  expect(kind(moved, "text").filter(({ movable }) => movable === ann)).toHaveLength(1);
  const wide = networkFrame(network, 1080);
  expect(middles(drawn(1080, { [ann ?? ""]: share }))[ann ?? ""]).toEqual([wide.left + 225, wide.top]);
  expect(middles(drawn(720))).toEqual(before);
});

test("a picture grows with its nodes, and of nobody there is none", () => {
  const many = Array.from({ length: 30 }, (_, index): Statement => ({ actor: `Actor ${index}`, issues: ["Water +"] }));
  expect(draw({ tie: "subtract" }).height).toBe(30 + 320 + 58);
  expect(draw({ tie: "subtract" }, many, {}).height).toBe(30 + 680 + 58);
  expect(draw({ tie: "subtract" }, [])).toEqual({ title: "Network", width: 720, height: 0, shapes: [] });
});

test("weights are said to three decimals", () => {
  const titles = kind(draw({ tie: "congruence", normalisation: "average" }), "line").flatMap(({ title = [] }) => title);
  // Ann has two positions, Bea one: 2 / 1.5.
  expect(titles).toEqual(["Ann – Bea: 1.333"]);
  expect(drawnShapes(draw({ tie: "congruence" }), ["line"])[0]).toContain("supports");
});

// The lines of the legend are 8 before their words, entries 22 apart; a circle of half the activity has a radius of
// 4 + 12 × √½.
test("the legend is under the picture, its entries side by side", () => {
  const shapes = drawnShapes(draw({ tie: "congruence", isolates: false })).slice(-8);
  expect(shapes).toEqual([
    "line supports 10,390 → 44,390",
    "text soft 52,394 start: agree",
    "line soft 107.6,390 → 141.6,390",
    "text soft 149.6,394 start: 2",
    "circle soft 190.8,390 ○12.5",
    "text soft 209.3,394 start: 1",
    "circle soft 254,390 ○16",
    "text soft 276,394 start: 2 positions",
  ]);
});

test("of many actors the busiest are named and no name covers another; every mark says its name", () => {
  const many = Array.from({ length: 90 }, (_, index): Statement[] =>
    Array.from({ length: 1 + (index % 7) }, (_, claim) => ({
      actor: `Member of the committee ${index}`,
      issues: [`Issue ${(index + claim) % 5} ${claim % 2 === 0 ? "+" : "-"}`],
    })),
  ).flat();
  const network = networkWith({ tie: "subtract" }, many);
  const picture = networkChart(network, {}, "Network", 900);
  const names = kind(picture, "text").filter(({ halo }) => halo === true);
  const boxes = names.map(({ x, y, text, anchor }) => {
    const width = textWidth(text, 12);
    return { x: x - { start: 0, middle: width / 2, end: width }[anchor], y: y - 12, width, height: 12 };
  });
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  });
  expect(names.length).toBeGreaterThan(20);
  expect(names.length).toBeLessThan(network.nodes.length);
  const titles = new Set(kind(picture, "circle").map(({ title }) => title));
  for (const { name, activity } of network.nodes) expect(titles).toContain(`${name}: ${activity}`);
});
