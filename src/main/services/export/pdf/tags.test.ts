import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { isArray, isName, isRef, type PdfDict, type PdfObject } from "../../pdf/objects.ts";
import { PdfSource } from "../../pdf/source.ts";
import { numbersOf } from "../../pdf/trees.ts";
import { PdfUpdate } from "../../pdf/update.ts";
import { shown, typst } from "../../typst/typst.ts";
import { annotatedPdf } from "./annotated-pdf.ts";
import { byHand, byPdfjs, pdfInput, quiet, tool } from "./pdf.cases.ts";

const kids = (source: PdfSource, element: PdfDict): PdfObject[] => {
  const present = source.resolve(element.get("K"));
  return isArray(present) ? [...present] : [element.get("K") ?? null];
};

/** The highlights of the first page, each with the structure element that the parent tree gives it. */
function elementsOf(bytes: Uint8Array) {
  const { source, pages } = new PdfUpdate(new PdfSource(bytes));
  const root = source.dict(source.catalog().dict.get("StructTreeRoot"));
  const find = (node: PdfDict, key: number): PdfObject => {
    const nums = source.resolve(node.get("Nums"));
    const position = isArray(nums) ? nums.findIndex((num, index) => index % 2 === 0 && num === key) : -1;
    if (position >= 0 && isArray(nums)) return nums[position + 1] ?? null;
    const below = source.resolve(node.get("Kids"));
    for (const kid of isArray(below) ? below : []) {
      const found = find(source.dict(kid), key);
      if (found !== null) return found;
    }
    return null;
  };
  const page = pages.at(0);
  const annotations = source.resolve(page?.own.get("Annots"));
  const highlights = (isArray(annotations) ? annotations : []).filter((annotation) =>
    isName(source.dict(annotation).get("Subtype"), "Highlight"),
  );
  return highlights.map((ref) => {
    const key = Number(source.dict(ref).get("StructParent") ?? -1);
    const element = source.dict(find(source.dict(root.get("ParentTree")), key));
    return { ref, key, element, root, source, page };
  });
}

const tagged: [string, Uint8Array][] = [
  ["Typst's own", typst(`= ${shown("Ever words")}\n#link("https://example.org/")[A link]`)],
  [
    "a tree by hand that says nothing of its keys",
    byHand("/StructTreeRoot 7 0 R/MarkInfo<</Marked true>>", [
      "<</Type/StructTreeRoot/K[8 0 R 9 0 R]/ParentTree<</Kids[10 0 R]>>>>",
      "<</Type/StructElem/S/P/P 7 0 R/K[]>>",
      "<</Type/StructElem/S/P/P 7 0 R/K[]>>",
      "<</Limits[4 7]/Nums[4[8 0 R]7[9 0 R]]>>",
    ]),
  ],
];

test.each(tagged)("%s stays tagged: each highlight has its element, found both ways", async (_, source) => {
  const { bytes } = await annotatedPdf(await pdfInput(source), quiet);
  expect([null, "0"]).toContain(await tool("qpdf", (file) => ["--check", file], bytes));
  const found = elementsOf(bytes);
  expect(found.length).toBe(2);
  expect(new Set(found.map((reference) => reference.key)).size).toBe(2);
  for (const { ref, key, element, root, source: made, page } of found) {
    expect(element.get("S")).toMatchObject({ name: "Annot" });
    expect(made.dict(element.get("K")).get("Obj")).toEqual(ref);
    expect(Number(root.get("ParentTreeNextKey"))).toBeGreaterThan(key);
    expect(page?.own.get("Tabs")).toMatchObject({ name: "S" });
    const section = element.get("P");
    const above = made.dict(section).get("P");
    expect(
      kids(made, made.dict(above)).filter((kid) => isRef(kid) && isRef(section) && kid.number === section.number),
    ).toHaveLength(1);
  }
});

test("keys go on where the tree ends, and what was in it stays", async () => {
  const source = tagged[1]?.[1] ?? new Uint8Array();
  const { bytes } = await annotatedPdf({ ...(await pdfInput(source)), summary: false }, quiet);
  expect(elementsOf(bytes).map((element) => element.key)).toEqual([8, 9]);
  const { dict: catalog } = new PdfSource(bytes).catalog();
  expect(catalog.has("MarkInfo")).toBe(true);
});

type Tagged = Readonly<{ role?: string; type?: string; children?: readonly Tagged[] }>;

test("the pages added to a tagged paper are tagged, their links found both ways", async () => {
  const source = tagged[0]?.[1] ?? new Uint8Array();
  const { bytes } = await annotatedPdf(await pdfInput(source), quiet);
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const flat = (node: Tagged): Tagged[] => [node, ...(node.children ?? []).flatMap(flat)];
  const seen: string[] = [];
  for (let page = 2; page <= document.numPages; page++) {
    const tree = (await (await document.getPage(page)).getStructTree()) as Tagged | null;
    if (tree === null) throw new Error(`page ${page} is not tagged`);
    seen.push(...flat(tree).map((node) => node.role ?? node.type ?? ""));
  }
  await document.loadingTask.destroy();
  for (const role of ["H1", "H2", "Table", "TH", "Link", "content", "annotation"]) expect(seen).toContain(role);

  const { source: made, pages } = new PdfUpdate(new PdfSource(bytes));
  const parents = numbersOf(made, made.dict(made.dict(made.catalog().dict.get("StructTreeRoot")).get("ParentTree")));
  const links = pages
    .all()
    .slice(1)
    .flatMap(({ own }) => {
      const all = made.resolve(own.get("Annots"));
      return isArray(all) ? [...all] : [];
    });
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) {
    const element = made.dict(parents.get(Number(made.dict(link).get("StructParent"))));
    const held = kids(made, element).map((kid) => made.dict(kid).get("Obj"));
    expect(held).toContainEqual(link);
  }
});

test("a PDF without tags gets none", async () => {
  const { bytes } = await annotatedPdf(await pdfInput(byHand()), quiet);
  expect(new PdfSource(bytes).catalog().dict.has("StructTreeRoot")).toBe(false);
  expect((await byPdfjs(bytes)).pages[0]?.length).toBeGreaterThan(2);
});
