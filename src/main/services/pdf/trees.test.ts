import fc from "fast-check";
import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { dict, isString, type PdfDict, type PdfObject, refTo, textString } from "./objects.ts";
import { PdfSource } from "./source.ts";
import { addNames, numbersOf, withNumbers } from "./trees.ts";
import { PdfUpdate } from "./update.ts";

const update = (...more: string[]): PdfUpdate =>
  new PdfUpdate(new PdfSource(handMade(["<</Pages 2 0 R>>", "<<>>", ...more])));
const names = (tree: PdfDict): PdfObject[] => {
  const all = tree.get("Names");
  return Array.isArray(all) ? all : [];
};

test("names are put in order among those of all leaves, a name that exists is replaced", () => {
  const made = update("<</Names[(a)1(m)2]>>", "<</Kids[5 0 R]>>", "<</Names[(z)3]>>");
  const tree = addNames(made, dict({ Kids: [refTo(3), refTo(4)] }), [
    ["m", 9],
    ["b", 8],
  ]);
  expect(names(tree)).toEqual(
    [textString("a"), 1, textString("b"), 8, textString("m"), 9, textString("z"), 3].map((value) =>
      typeof value === "number" ? value : { ...value, bytes: expect.anything() },
    ),
  );
  expect(names(tree).filter((name) => typeof name === "number")).toEqual([1, 8, 9, 3]);
});

test("a tree that leads into itself ends", () => {
  const made = update("<</Kids[3 0 R]/Names[(a)1]>>");
  expect(names(addNames(made, dict({ Kids: [refTo(3)] }), [])).length).toBeLessThan(50);
});

test("numbers come after those of a leaf, or as a leaf of their own", () => {
  const made = update();
  expect(withNumbers(made, dict({ Nums: [0, 7] }), [[3, 8]]).get("Nums")).toEqual([0, 7, 3, 8]);
  const kids = withNumbers(made, dict({ Kids: [refTo(9)] }), [
    [3, 8],
    [4, 9],
  ]).get("Kids");
  const [, leaf] = Array.isArray(kids) ? kids : [];
  expect(made.get(leaf)).toEqual(dict({ Limits: [3, 4], Nums: [3, 8, 4, 9] }));
});

const bytesOf = (value: PdfObject | undefined): string =>
  isString(value) ? Buffer.from(value.bytes).toString("latin1") : "?";

test("names come in the order of their bytes, each once with the newest value, and none is lost", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "B", "é", "ی", "1", " "), maxLength: 3 });
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), fc.uniqueArray(name, { maxLength: 8 }), (present, added) => {
      const own = [...present].flatMap((key, index) => [textString(key), index]);
      const tree = addNames(
        update(),
        dict({ Names: own }),
        added.map((key, index) => [key, 100 + index] as const),
      );
      const all = names(tree);
      const keys = all.filter((_, index) => index % 2 === 0).map(bytesOf);
      expect(keys).toEqual(
        [...keys].sort((a, b) => Buffer.compare(Buffer.from(a, "latin1"), Buffer.from(b, "latin1"))),
      );
      const found = new Map(keys.map((key, index) => [key, all[index * 2 + 1]]));
      expect(found.size).toBe(keys.length);
      const wanted = new Map([
        ...present.map((key, index) => [bytesOf(textString(key)), index] as const),
        ...added.map((key, index) => [bytesOf(textString(key)), 100 + index] as const),
      ]);
      expect(found).toEqual(wanted);
    }),
  );
});

test("the entries of a tree's leaves keep their values, and a last key without one is left out", () => {
  const made = update("<</Limits[(a)(b)]/Names[(a)[1 0 R](b)<</X 1>>(c)]>>");
  expect(names(addNames(made, dict({ Kids: [refTo(3)] }), []))).toHaveLength(4);
  expect(names(addNames(made, dict({}), [["x", null]]))).toEqual([textString("x"), null]);
});

test("numbers are found in all leaves of a tree, whatever its depth", () => {
  const made = update("<</Kids[4 0 R 5 0 R]>>", "<</Nums[0 10 3 13]>>", "<</Kids[6 0 R]>>", "<</Nums[8 1 0 R 9]>>");
  expect(numbersOf(made.source, dict({ Kids: [refTo(3)] }))).toEqual(
    new Map<number, PdfObject>([
      [0, 10],
      [3, 13],
      [8, refTo(1)],
    ]),
  );
  expect(numbersOf(made.source, dict({}))).toEqual(new Map());
  expect(numbersOf(made.source, dict({ Nums: refTo(7) }))).toEqual(new Map());
});

test("what a number tree has besides its entries stays, and its array may be an object of its own", () => {
  const made = update("[0 10]");
  const tree = withNumbers(made, dict({ Nums: refTo(3), Limits: [0, 0] }), [[1, 11]]);
  expect([...tree]).toEqual([
    ["Nums", [0, 10, 1, 11]],
    ["Limits", [0, 0]],
  ]);
  expect([...withNumbers(made, dict({}), [[5, refTo(2)]])]).toEqual([["Nums", [5, refTo(2)]]]);
});

test("numbers added to a tree of leaves are read back with those that were there", () => {
  const keys = fc.uniqueArray(fc.nat(1000), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(keys, fc.nat(), fc.boolean(), (some, index, leaves) => {
      const sorted = some.toSorted((a, b) => a - b);
      const cut = 1 + (index % (sorted.length - 1));
      const pair = (key: number): [number, number] => [key, key * 2];
      const own = sorted.slice(0, cut).flatMap(pair);
      const made = update(`<</Nums[${own.join(" ")}]>>`);
      const tree = leaves ? dict({ Kids: [refTo(3)] }) : dict({ Nums: own });
      made.set(refTo(2), withNumbers(made, tree, sorted.slice(cut).map(pair)));
      const read = new PdfSource(made.finish());
      expect([...numbersOf(read, read.dict(refTo(2)))]).toEqual(sorted.map(pair));
    }),
    { numRuns: 50 },
  );
});
