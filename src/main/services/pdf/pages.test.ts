import fc from "fast-check";
import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { PdfPages, visibleBox } from "./pages.ts";
import { PdfSource } from "./source.ts";

type Tree = "page" | Tree[];

/** A PDF with that page tree; every page says its number in `Tag`. `lie` changes the counts that nodes state. */
function pdfOf(tree: Tree[], lie: (count: number) => number = (count) => count): PdfSource {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", ""];
  let pages = 0;
  const write = (node: Tree, parent: number, self: number): number => {
    if (node === "page") {
      objects[self - 1] = `<</Type/Page/Parent ${parent} 0 R/Tag ${pages++}>>`;
      return 1;
    }
    const kids = node.map((kid) => ({ kid, number: objects.push("") }));
    const count = kids.reduce((sum, { kid, number }) => sum + write(kid, self, number), 0);
    const references = kids.map(({ number }) => `${number} 0 R`).join(" ");
    objects[self - 1] = `<</Type/Pages/Kids[${references}]/Count ${lie(count)}/MediaBox[0 0 ${self} 9]>>`;
    return count;
  };
  write(tree, 0, 2);
  return new PdfSource(handMade(objects));
}

const { tree } = fc.letrec<{ tree: Tree; node: Tree[] }>((tie) => ({
  tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constant("page" as const), tie("node")),
  node: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
}));

test("pages found by counts are those found one by one", () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (made) => {
      const all = new PdfPages(pdfOf(made)).all();
      for (let index = all.length; index >= 0; index--) {
        const found = new PdfPages(pdfOf(made)).at(index);
        expect([found?.own.get("Tag"), found?.dict.get("MediaBox")]).toEqual([
          all[index]?.own.get("Tag"),
          all[index]?.dict.get("MediaBox"),
        ]);
      }
    }),
    { numRuns: 50 },
  );
});

test("counts that do not add up are not believed", () => {
  const pages = new PdfPages(pdfOf(["page", ["page", "page"], "page"], (count) => count + 3));
  expect([0, 1, 2, 3, 4].map((index) => pages.at(index)?.own.get("Tag"))).toEqual([0, 1, 2, 3, undefined]);
  expect(pages.count).toBe(4);
});

test.each([
  ["no pages", ["<</Type/Catalog>>"]],
  ["a circle", ["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[2 0 R]/Count 7>>"]],
  ["a page that is none", ["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]/Count 7>>", "(page)"]],
])("a tree with %s is refused", (_, objects) => {
  expect(() => new PdfPages(new PdfSource(handMade(objects))).all()).toThrow("damaged");
});

test.each([
  ["/MediaBox[0 0 10 20]", [0, 0, 10, 20]],
  ["/MediaBox[0 0 10 20]/CropBox[9 8 1 2]", [1, 2, 9, 8]],
  ["", [0, 0, 595, 842]],
])("the visible part of a page with %s", (entries, box) => {
  const source = new PdfSource(handMade(["<</Type/Catalog/Pages 2 0 R>>", `<<${entries}>>`]));
  expect(visibleBox(source, source.dict({ kind: "ref", number: 2, generation: 0 }))).toEqual(box);
});

const deep = [
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Kids[3 0 R 6 0 R]/Count 3/MediaBox[0 0 1 1]/Rotate 90/Resources<</A 1>>/CropBox[0 0 1 1]/Note(root)>>",
  "<</Parent 2 0 R/Kids[4 0 R 5 0 R]/Count 2/MediaBox[0 0 2 2]/Note(inner)/TrimBox[0 0 2 2]>>",
  "<</Type/Page/Parent 3 0 R/Rotate 180>>",
  "<</Type/Page/Parent 3 0 R/Resources<<>>>>",
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 3 3]>>",
];

// ISO 32000-1, table 30: these four are inheritable, and the nearest node that states one decides.
test.each([
  [0, { MediaBox: [0, 0, 2, 2], Rotate: 180, CropBox: [0, 0, 1, 1] }, ["A"]],
  [1, { MediaBox: [0, 0, 2, 2], Rotate: 90, CropBox: [0, 0, 1, 1] }, []],
  [2, { MediaBox: [0, 0, 3, 3], Rotate: 90, CropBox: [0, 0, 1, 1] }, ["A"]],
])("page %d has what it inherits, and only that", (index, entries, resources) => {
  const source = new PdfSource(handMade(deep));
  for (const page of [new PdfPages(source).at(index), new PdfPages(source).all()[index]]) {
    expect(Object.fromEntries(page?.dict ?? [])).toMatchObject(entries);
    expect([...source.dict(page?.dict.get("Resources")).keys()]).toEqual(resources);
    expect(["Note", "TrimBox", "Kids", "Count"].filter((key) => page?.dict.has(key))).toEqual([]);
    expect(page?.own.has("CropBox")).toBe(false);
    expect(page?.ref).toEqual({ kind: "ref", number: [4, 5, 6][index], generation: 0 });
  }
});

test.each([
  ["the root's count", "/Count 3", 3],
  ["a count that is an object", "/Count 7 0 R", 3],
  ["no count", "", 3],
  ["a count of nothing", "/Count 0", 3],
  ["a negative count", "/Count -3", 3],
  ["a count that is a word", "/Count/Three", 3],
])("three pages are counted by %s", (_, count, pages) => {
  const objects = deep.with(1, (deep[1] ?? "").replace("/Count 3", count));
  expect(new PdfPages(new PdfSource(handMade([...objects, "3"]))).count).toBe(pages);
});

test.each([3, 4, 1000])("there is no page %d of three", (index) => {
  expect(new PdfPages(new PdfSource(handMade(deep))).at(index)).toBeNull();
});

test("a page is read once, and the same object is given again", () => {
  const pages = new PdfPages(new PdfSource(handMade(deep)));
  expect(pages.at(1)).toBe(pages.at(1));
  expect(pages.all()).toBe(pages.all());
  expect(pages.root).toEqual({ kind: "ref", number: 2, generation: 0 });
});

test("one page alone, without a tree above it, is a page", () => {
  const pages = new PdfPages(new PdfSource(handMade(["<</Pages 2 0 R>>", "<</Type/Page/MediaBox[0 0 5 5]>>"])));
  expect(pages.all()).toHaveLength(1);
  expect(pages.at(0)?.own.get("MediaBox")).toEqual([0, 0, 5, 5]);
});

test.each([
  ["a page twice", "[3 0 R 3 0 R]"],
  ["a page in place", "[<</Type/Page>>]"],
  ["a page that is not there", "[9 0 R]"],
  ["a number", "[3]"],
])("kids with %s are refused when all are read", (_, kids) => {
  const source = new PdfSource(handMade(["<</Pages 2 0 R>>", `<</Kids${kids}/Count 2>>`, "<</Type/Page>>"]));
  expect(() => new PdfPages(source).all()).toThrow("damaged");
});

test.each([
  ["[0 0 100 200]", "", [0, 0, 100, 200]],
  ["[100 200 0 0]", "", [0, 0, 100, 200]],
  ["[-50 -20 50 20]", "", [-50, -20, 50, 20]],
  ["[0 0 100.5 200.25]", "", [0, 0, 100.5, 200.25]],
  ["[0 0 3 0 R 4 0 R]", "", [0, 0, 300, 400]],
  ["5 0 R", "", [1, 2, 3, 4]],
  ["[0 0 100 200]", "[10 20 90 180]", [10, 20, 90, 180]],
  ["[0 0 100 200]", "5 0 R", [1, 2, 3, 4]],
  ["[0 0 100 200]", "[-50 20 900 180]", [0, 20, 100, 180]],
  ["[0 0 100 200]", "[300 300 400 400]", [0, 0, 100, 200]],
  ["[0 0 100 200]", "[0 0 0 0]", [0, 0, 100, 200]],
  ["[0 0 100 200]", "[1 2 3]", [0, 0, 100, 200]],
  ["[0 0/Wide 200]", "", [0, 0, 595, 842]],
  ["(none)", "[10 20 90 180]", [10, 20, 90, 180]],
])("a media box %s with a crop box %s is shown as %j", (media, crop, box) => {
  const entries = `/MediaBox ${media}${crop === "" ? "" : `/CropBox ${crop}`}`;
  const file = handMade(["<</Pages 2 0 R>>", `<<${entries}>>`, "300", "400", "[1 2 3 4]"]);
  const source = new PdfSource(file);
  expect(visibleBox(source, source.dict({ kind: "ref", number: 2, generation: 0 }))).toEqual(box);
});
