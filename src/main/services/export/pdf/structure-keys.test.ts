import { expect, test } from "vitest";
import { isArray, isName, isRef, type PdfDict, type PdfObject, refTo } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { numbersOf } from "../../pdf/trees.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { byHand } from "./pdf.cases.ts";
import { Tags } from "./tags.ts";

/** A page by hand with a structure tree (object 7) of these entries, and more objects. */
const tagged = (entries: string, more: readonly string[] = []): PdfUpdate =>
  new PdfUpdate(new PdfSource(byHand("/StructTreeRoot 7 0 R", [`<</Type/StructTreeRoot${entries}>>`, ...more])));
const tagsOf = (update: PdfUpdate): Tags => {
  const tags = Tags.of(update);
  if (tags === null) throw new Error("this file is not tagged");
  return tags;
};
const element = "<</Type/StructElem/S/Document/P 7 0 R/K[]>>";

// ISO 32000-1, 14.7.4.4: each annotation has a key of its own in the parent tree.
test.each([
  ["an empty tree", "/ParentTree<</Nums[]>>", [], 0],
  ["no tree", "", [], 0],
  ["entries", "/ParentTree<</Nums[0 8 0 R 3 8 0 R]>>", [element], 4],
  ["entries that are not in order", "/ParentTree<</Nums[9 8 0 R 3 8 0 R]>>", [element], 10],
  ["leaves", "/ParentTree<</Kids[9 0 R 10 0 R]>>", [element, "<</Nums[0 8 0 R 2 8 0 R]>>", "<</Nums[5 8 0 R]>>"], 6],
  [
    "leaves that are not in order",
    "/ParentTree<</Kids[10 0 R 9 0 R]>>",
    [element, "<</Nums[0 8 0 R]>>", "<</Nums[5 8 0 R]>>"],
    6,
  ],
  ["a next key that is higher", "/ParentTree<</Nums[0 8 0 R]>>/ParentTreeNextKey 40", [element], 40],
  ["a next key that is taken", "/ParentTree<</Nums[7 8 0 R]>>/ParentTreeNextKey 2", [element], 8],
  ["a tree that leads into itself", "/ParentTree 9 0 R", [element, "<</Kids[9 0 R]/Nums[4 8 0 R]>>"], 5],
])("keys begin above all of %s", (_, entries, more, first) => {
  const tags = tagsOf(tagged(entries, more));
  expect([tags.addParent(null), tags.addParent(null)]).toEqual([first, first + 1]);
});

function finished(update: PdfUpdate, use: (tags: Tags) => void): { made: PdfSource; root: PdfDict } {
  const tags = tagsOf(update);
  use(tags);
  tags.finish();
  const made = new PdfSource(update.finish());
  return { made, root: made.dict(refTo(7)) };
}
const kidsOf = (made: PdfSource, value: PdfDict): readonly PdfObject[] => {
  const kids = made.resolve(value.get("K"));
  return isArray(kids) ? kids : [];
};

test.each([
  ["under the document's element", "/K[8 0 R]", 8],
  ["under the document's element that is named alone", "/K 8 0 R", 8],
  ["under the root, where it holds several", "/K[8 0 R 9 0 R]", 7],
  ["under the root, where it holds nothing", "", 7],
])("what is added is in one section %s", (_, kids, parent) => {
  const update = tagged(`${kids}/ParentTree<</Nums[]>>`, [element, element]);
  const { made } = finished(update, (tags) => {
    tags.add(refTo(20), refTo(3));
    tags.add(refTo(21), refTo(3));
  });
  const holder = made.dict(refTo(parent));
  const section = kidsOf(made, holder).at(-1);
  expect(isRef(section)).toBe(true);
  const entries = made.dict(section);
  expect([isName(entries.get("S"), "Sect"), entries.get("P")]).toEqual([true, refTo(parent)]);
  expect(kidsOf(made, entries)).toHaveLength(2);
});

test("an annotation's element names it and its page, and is found by its key", () => {
  const { made, root } = finished(tagged("/K[8 0 R]/ParentTree<</Nums[]>>", [element]), (tags) => {
    expect(tags.add(refTo(20), refTo(3))).toBe(0);
  });
  const owner = made.dict(numbersOf(made, made.dict(root.get("ParentTree"))).get(0));
  expect([isName(owner.get("S"), "Annot"), owner.get("Pg")]).toEqual([true, refTo(3)]);
  const held = made.dict(owner.get("K"));
  expect([isName(held.get("Type"), "OBJR"), held.get("Obj"), held.get("Pg")]).toEqual([true, refTo(20), refTo(3)]);
  expect(root.get("ParentTreeNextKey")).toBe(1);
});

test("a parent tree that is an object of its own stays one", () => {
  const update = tagged("/K[8 0 R]/ParentTree 9 0 R", [element, "<</Nums[2 8 0 R]>>"]);
  const { made, root } = finished(update, (tags) => tags.add(refTo(20), refTo(3)));
  expect(root.get("ParentTree")).toEqual(refTo(9));
  expect([...numbersOf(made, made.dict(refTo(9))).keys()]).toEqual([2, 3]);
});

test("types of the file's own keep their meaning; of those added the meaning comes along", () => {
  const role = (name: string): PdfObject => ({ kind: "name", name });
  const update = tagged("/K[8 0 R]/ParentTree<</Nums[]>>/RoleMap<</Own/P/Both/H1>>", [element]);
  const { made, root } = finished(update, (tags) =>
    tags.addTree(
      [refTo(20)],
      new Map([
        ["Added", role("Code")],
        ["Both", role("H2")],
      ]),
    ),
  );
  const roles = made.dict(root.get("RoleMap"));
  expect(["Own", "Both", "Added"].map((name) => roles.get(name))).toEqual([role("P"), role("H1"), role("Code")]);
});

test("where nothing is added nothing is changed, and a file without tags has none", () => {
  const update = tagged("/K[8 0 R]", [element]);
  tagsOf(update).finish();
  expect(update.get(refTo(7))).toEqual(update.source.object(7));
  expect(Tags.of(new PdfUpdate(new PdfSource(byHand())))).toBeNull();
  expect(Tags.of(new PdfUpdate(new PdfSource(byHand("/StructTreeRoot 99 0 R"))))).toBeNull();
  expect(Tags.of(new PdfUpdate(new PdfSource(byHand("/StructTreeRoot<</K[]>>"))))).toBeNull();
});
