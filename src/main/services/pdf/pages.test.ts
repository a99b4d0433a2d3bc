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
