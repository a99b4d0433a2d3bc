import { expect, test } from "vitest";
import { onePage } from "../../pdfium/page.cases.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { wholePdf } from "../whole.cases.ts";
import { PageTags } from "./page-tags.ts";

const element = (type: string, parent: number, kids: string): string =>
  `<</Type/StructElem/S/${type}/P ${parent} 0 R/Pg 3 0 R/K${kids}>>`;

/**
 * A page with a word for each content (w0, w1 …), elements from object 8 on; `parents` is the parent tree's entry for
 * the page.
 */
function tagged(elements: readonly string[], contents: number, parentTree: string, root = ""): Buffer {
  const drawn = Array.from(
    { length: contents },
    (_, id) => `/P<</MCID ${id}>>BDC BT /F 12 Tf 50 ${450 - 30 * id} Td (Word${id} and more of it) Tj ET EMC`,
  ).join("\n");
  return onePage({
    drawn,
    page: "/StructParents 0",
    catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R",
    more: [`<</Type/StructTreeRoot/K[8 0 R]/ParentTree<<${parentTree}>>${root}>>`, ...elements],
  });
}
const tagsOf = (bytes: Uint8Array): ReadonlyMap<number, Tag> => PageTags.of(bytes, null).tags?.on(0) ?? new Map();
const kinds = (bytes: Uint8Array): [number, string][] =>
  [...tagsOf(bytes)].map(([content, { kind }]): [number, string] => [content, kind]).sort(([a], [b]) => a - b);

const simple = [
  element("Document", 7, "[9 0 R 10 0 R]"),
  element("H1", 8, "[0]"),
  element("P", 8, "[1 11 0 R]"),
  element("Span", 10, "[2]"),
];
const blocks = [
  [0, "heading"],
  [1, "paragraph"],
  [2, "paragraph"],
];

// ISO 32000-1, 7.9.7: a number tree has its entries in its root or in leaves, which state their limits.
test.each([
  ["the tree itself", "/Nums[0[9 0 R 10 0 R 11 0 R]]"],
  ["an object of its own", "/Nums[0 12 0 R]"],
  ["a leaf", "/Kids[13 0 R]"],
  ["the second of two leaves", "/Kids[14 0 R 13 0 R]"],
  ["a leaf that states no limits", "/Kids[15 0 R]"],
])("contents find their blocks in %s", (_, tree) => {
  const more = [
    "[9 0 R 10 0 R 11 0 R]",
    "<</Limits[0 4]/Nums[0[9 0 R 10 0 R 11 0 R]]>>",
    "<</Limits[5 9]/Nums[5[9 0 R]]>>",
    "<</Nums[0[9 0 R 10 0 R 11 0 R]]>>",
  ];
  expect(kinds(tagged([...simple, ...more], 3, tree))).toEqual(blocks);
});

test("contents of one block share its tag, those of others do not", () => {
  const tags = tagsOf(tagged(simple, 3, "/Nums[0[9 0 R 10 0 R 11 0 R]]"));
  expect(tags.get(1)?.id).toBe(tags.get(2)?.id);
  expect(tags.get(0)?.id).not.toBe(tags.get(1)?.id);
});

test("blocks are numbered in the order of their parents' kids, not of the page's contents", () => {
  const turned = [element("Document", 7, "[10 0 R 9 0 R]"), element("P", 8, "[0]"), element("P", 8, "[1]")];
  const tags = tagsOf(tagged(turned, 2, "/Nums[0[9 0 R 10 0 R]]"));
  expect((tags.get(1)?.id ?? 0) < (tags.get(0)?.id ?? 0)).toBe(true);
});

test("three blocks are in the order of their parent too, those that it does not name first", () => {
  const kids = [
    element("Document", 7, "[11 0 R 9 0 R]"),
    ...[0, 1, 2].map((content) => element("P", 8, `[${content}]`)),
  ];
  const tags = tagsOf(tagged(kids, 3, "/Nums[0[9 0 R 10 0 R 11 0 R]]"));
  const order = [0, 1, 2].toSorted((a, b) => (tags.get(a)?.id ?? 0) - (tags.get(b)?.id ?? 0));
  expect(order).toEqual([1, 2, 0]);
});

test.each([
  ["a name of the file's own", "/RoleMap<</Title#201/H2>>", "Title#201", "heading"],
  ["a name of a name", "/RoleMap<</A/B/B/Caption>>", "A", "caption"],
  ["names that lead in a circle", "/RoleMap<</A/B/B/A>>", "A", null],
  ["a name that means nothing", "/RoleMap<</A/Unknown>>", "A", null],
  ["a name that nothing explains", "", "A", null],
  ["a name called like a property", "", "constructor", null],
])("a type may be %s", (_, roles, type, kind) => {
  const file = tagged([element("Document", 7, "[9 0 R]"), element(type, 8, "[0]")], 1, "/Nums[0[9 0 R]]", roles);
  expect(tagsOf(file).get(0)?.kind ?? null).toBe(kind);
});

test.each([
  ["no entry for the page", "/Nums[7[9 0 R]]"],
  ["an entry that is no array", "/Nums[0 9 0 R]"],
  ["an empty tree", ""],
  ["a tree that leads into itself", "/Kids[12 0 R]"],
  ["contents that nothing owns", "/Nums[0[null null null]]"],
])("a parent tree with %s gives no blocks", (_, tree) => {
  expect(kinds(tagged([...simple, "<</Kids[12 0 R]>>"], 3, tree))).toEqual([]);
});

test("an element that is its own parent ends the way up", () => {
  const ring = [element("Document", 7, "[9 0 R]"), element("P", 9, "[0]")];
  expect(kinds(tagged(ring, 1, "/Nums[0[9 0 R]]"))).toEqual([]);
});

test("a paper is read by its tags: what they say is a heading is one, and a cell is in its table", async () => {
  const elements = [
    element("Document", 7, "[9 0 R 10 0 R]"),
    element("H2", 8, "[0]"),
    element("Table", 8, "[11 0 R 12 0 R]"),
    element("TR", 10, "[13 0 R 14 0 R]"),
    element("TR", 10, "[15 0 R 16 0 R]"),
    element("TH", 11, "[1]"),
    element("TH", 11, "[2]"),
    element("TD", 12, "[3]"),
    element("TD", 12, "[4]"),
  ];
  const owners = "/Nums[0[9 0 R 13 0 R 14 0 R 15 0 R 16 0 R]]";
  const { content } = await wholePdf(tagged(elements, 5, owners));
  const [heading, table] = content.blocks;
  expect([heading?.kind, content.text.slice(heading?.start, heading?.end)]).toEqual([
    "heading",
    "Word0 and more of it",
  ]);
  if (table?.kind !== "table") throw new Error("there is no table");
  const cells = table.rows.map((row) => row.map(({ start, end, header }) => [content.text.slice(start, end), header]));
  expect(cells).toEqual([
    [
      ["Word1 and more of it", true],
      ["Word2 and more of it", true],
    ],
    [
      ["Word3 and more of it", false],
      ["Word4 and more of it", false],
    ],
  ]);
});

test("what the file says is no part of the text is left out", async () => {
  const drawn =
    "/Artifact BMC BT /F 12 Tf 50 480 Td (Running head) Tj ET EMC /P<</MCID 0>>BDC BT /F 12 Tf 50 400 Td (Words of the text) Tj ET EMC";
  const file = onePage({
    drawn,
    page: "/StructParents 0",
    catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R",
    more: ["<</Type/StructTreeRoot/K[8 0 R]/ParentTree<</Nums[0[8 0 R]]>>>>", element("P", 7, "[0]")],
  });
  expect((await wholePdf(file)).content.text).toBe("Words of the text");
});
