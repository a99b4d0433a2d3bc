import { expect, test } from "vitest";
import { onePage, reading } from "./page.cases.ts";
import { type EnclosingTags, outermost, type Tag, within } from "./structure.ts";

/** What is around the innermost of these types, each in the one before it; they are numbered from 1. */
const inside = (...types: string[]): EnclosingTags =>
  types.reduce((around, type, index) => within(type, around, index + 1), outermost);
const told = (...types: string[]): [string, number] | null => {
  const { tag } = inside(...types);
  return tag && [tag.kind, tag.level];
};

// ISO 32000-1, 14.8.4: standard structure types of blocks.
test.each<[string[], [string, number] | null]>([
  [["P"], ["paragraph", 0]],
  [["TOCI"], ["paragraph", 0]],
  [["Caption"], ["caption", 0]],
  [["Note"], ["footnote", 0]],
  [["FENote"], ["footnote", 0]],
  [["BlockQuote"], ["quotation", 0]],
  [["Code"], ["code", 0]],
  [["Title"], ["heading", 1]],
  [["H1"], ["heading", 1]],
  [["H6"], ["heading", 6]],
  [["H7"], null],
  [["H12"], null],
  [["h1"], null],
  [["H"], ["heading", 1]],
  [
    ["Sect", "H"],
    ["heading", 1],
  ],
  [
    ["Sect", "Sect", "H"],
    ["heading", 2],
  ],
  [
    ["Sect", "Sect", "Sect", "Sect", "Sect", "Sect", "Sect", "Sect", "H"],
    ["heading", 6],
  ],
  [
    ["Sect", "Sect", "H1"],
    ["heading", 1],
  ],
  [
    ["Document", "Part", "Div", "P"],
    ["paragraph", 0],
  ],
  [
    ["P", "Span"],
    ["paragraph", 0],
  ],
  [
    ["P", "Link"],
    ["paragraph", 0],
  ],
  [["Figure"], null],
  [["Document"], null],
  [[""], null],
  [["toString"], null],
  [["constructor"], null],
  [["__proto__"], null],
  [["LI"], ["listItem", 0]],
  [
    ["L", "LI"],
    ["listItem", 0],
  ],
  [
    ["L", "LI", "LBody"],
    ["listItem", 0],
  ],
  [
    ["L", "LI", "LBody", "P"],
    ["listItem", 0],
  ],
  [
    ["L", "LI", "LBody", "L", "LI"],
    ["listItem", 1],
  ],
  [
    ["L", "L", "L", "LI"],
    ["listItem", 2],
  ],
  [["P", "L"], null],
  [
    ["Note", "P"],
    ["footnote", 0],
  ],
  [
    ["Caption", "P"],
    ["caption", 0],
  ],
  [
    ["BlockQuote", "P"],
    ["quotation", 0],
  ],
  [
    ["P", "Note"],
    ["footnote", 0],
  ],
  [
    ["P", "P"],
    ["paragraph", 0],
  ],
  [
    ["Table", "TR", "TD"],
    ["cell", 0],
  ],
  [
    ["Table", "TR", "TH"],
    ["cell", 0],
  ],
  [
    ["Table", "TR", "TD", "P"],
    ["cell", 0],
  ],
  [
    ["Table", "TR", "TD", "H1"],
    ["cell", 0],
  ],
  [
    ["Table", "TR", "TD", "Note"],
    ["cell", 0],
  ],
  [["P", "Table"], null],
])("content in %j", (types, block) => {
  expect(told(...types)).toEqual(block);
});

test("a mark before words is part of their block; alone it is none", () => {
  const item = inside("L", "LI");
  const label = within("Lbl", item, 9);
  expect(label.tag).toEqual({ ...item.tag, label: true });
  expect(within("LBody", item, 9).tag?.label).toBe(false);
  expect(inside("Lbl").tag).toBeNull();
});

test("a cell knows its table, its row and whether it heads them", () => {
  const row = inside("Table", "THead", "TR");
  const [head, cell] = [within("TH", row, 7), within("TD", row, 8)];
  expect(head.tag).toMatchObject({ id: 7, table: 1, row: 3, header: true });
  expect(cell.tag).toMatchObject({ id: 8, table: 1, row: 3, header: false });
});

test("a cell in a table in a cell belongs to the inner one", () => {
  const inner = inside("Table", "TR", "TD", "Table", "TR", "TD");
  expect(inner.tag).toMatchObject({ id: 6, table: 4, row: 5 });
});

test("blocks side by side have numbers of their own, what is within them has theirs", () => {
  const [first, second] = [within("P", outermost, 1), within("P", outermost, 2)];
  expect([first.tag?.id, second.tag?.id, within("Span", second, 3).tag?.id]).toEqual([1, 2, 2]);
});

/** A page that shows one word for each marked content, elements from object 8 on, and the element of each content. */
function tagged(elements: readonly string[], parents: readonly number[], rootEntries = ""): Buffer {
  const drawn = parents
    .map((_, id) => `/P<</MCID ${id}>>BDC BT /F 12 Tf 50 ${400 - 20 * id} Td (w${id}) Tj ET EMC`)
    .join("\n");
  const found = parents.map((number) => `${number} 0 R`).join(" ");
  return onePage({
    drawn,
    page: "/StructParents 0",
    catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R",
    more: [`<</Type/StructTreeRoot/K[8 0 R]/ParentTree<</Nums[0[${found}]]>>${rootEntries}>>`, ...elements],
  });
}
const element = (type: string, parent: number, kids: string): string =>
  `<</Type/StructElem/S/${type}/P ${parent} 0 R/Pg 3 0 R/K${kids}>>`;
const tagsOf = (file: Uint8Array): Promise<ReadonlyMap<number, Tag>> =>
  reading(file, (reader) => reader.page(0, "tags").tags);

test("each marked content of a page has the block it is in", async () => {
  const tags = await tagsOf(
    tagged(
      [
        element("Document", 7, "[9 0 R 10 0 R]"),
        element("H1", 8, " 0"),
        element("P", 8, "[1 11 0 R]"),
        element("Span", 10, "[2]"),
      ],
      [9, 10, 11],
    ),
  );
  expect([0, 1, 2].map((id) => [tags.get(id)?.kind, tags.get(id)?.level])).toEqual([
    ["heading", 1],
    ["paragraph", 0],
    ["paragraph", 0],
  ]);
  expect(tags.get(1)?.id).toBe(tags.get(2)?.id);
  expect(tags.get(0)?.id).not.toBe(tags.get(1)?.id);
});

test("types of a program's own are what its role map says", async () => {
  const tags = await tagsOf(
    tagged([element("Document", 7, "[9 0 R]"), element("Heading#201", 8, "[0]")], [9], "/RoleMap<</Heading#201/H2>>"),
  );
  expect(tags.get(0)).toMatchObject({ kind: "heading", level: 2 });
});

test("a page without a structure tree has no tags", async () => {
  expect(await tagsOf(onePage({ drawn: "BT /F 12 Tf 50 400 Td (words) Tj ET" }))).toEqual(new Map());
});

test("elements that hold one another do not keep a page from being read", async () => {
  const tags = await tagsOf(tagged([element("Document", 7, "[9 0 R]"), element("P", 8, "[0 8 0 R 9 0 R]")], [9]));
  expect([...tags].map(([content, { kind }]) => [content, kind])).toEqual([[0, "paragraph"]]);
});

test("a tree deeper than sixty elements is followed no further", async () => {
  const depth = 100;
  const elements = Array.from({ length: depth }, (_, index) =>
    element(index === 0 ? "Document" : "Div", index + 7, index === depth - 1 ? "[0]" : `[${index + 9} 0 R]`),
  );
  elements[depth - 1] = element("P", depth + 6, "[0]");
  expect(await tagsOf(tagged(elements, [depth + 7]))).toEqual(new Map());
});
