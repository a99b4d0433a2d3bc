import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { dict, type PdfDict, type PdfObject, refTo, textString } from "./objects.ts";
import { PdfSource } from "./source.ts";
import { addNames, withNumbers } from "./trees.ts";
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
    [textString("a"), 1, textString("b"), 8, textString("m"), 9, textString("z"), 3].map((one) =>
      typeof one === "number" ? one : { ...one, bytes: expect.anything() },
    ),
  );
  expect(names(tree).filter((one) => typeof one === "number")).toEqual([1, 8, 9, 3]);
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
