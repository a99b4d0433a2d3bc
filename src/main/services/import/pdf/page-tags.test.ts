import { expect, test } from "vitest";
import { openPdf } from "../../pdfium/reader.ts";
import type { Tag } from "../../pdfium/structure.ts";
import { typst } from "../../typst/typst.ts";
import { oneColumn } from "./fixtures/papers.ts";
import { cases } from "./fixtures/truth.ts";
import { typstPdf } from "./fixtures/truth-typst.ts";
import { PageTags } from "./page-tags.ts";

/** Tags with their numbers replaced by ranks: both readers number the elements in the order of the file. */
function ranked(tags: ReadonlyMap<number, Tag>): [number, Omit<Tag, "id"> & { id: number }][] {
  const rank = (numberOf: (tag: Tag) => number): ((value: number) => number) => {
    const all = [...new Set([...tags.values()].map(numberOf))].sort((a, b) => a - b);
    return (value) => all.indexOf(value);
  };
  const [id, table, row] = [rank((tag) => tag.id), rank((tag) => tag.table), rank((tag) => tag.row)];
  return [...tags]
    .sort(([a], [b]) => a - b)
    .map(([content, tag]) => [content, { ...tag, id: id(tag.id), table: table(tag.table), row: row(tag.row) }]);
}

const nested = typst(`= One
- first
  - inner, with *bold*
- second#footnote[A note.]
#table(columns: 2, table.header[A][B], [c], [], [d], [e])
#quote(block: true)[Statement.]`);
const many = typst(Array.from({ length: 1200 }, (_, n) => `Paragraph ${n} of many.`).join("\n\n"));

test.each([
  { name: "lists in lists, a note, a table, a quotation", bytes: nested },
  { name: "more blocks than are looked through for their order", bytes: many },
  ...cases.map((example) => ({ name: example.name, bytes: typstPdf(example) })),
])("$name: every page has the tags that PDFium finds from the root down", async ({ bytes }) => {
  const { tags, damaged } = PageTags.of(bytes, null);
  const reader = await openPdf(bytes, null);
  try {
    expect(damaged).toBe(false);
    for (let page = 0; page < Math.min(6, reader.pageCount); page++) {
      const want = ranked(reader.page(page, "tags").tags);
      expect(want.length).toBeGreaterThan(0);
      expect(ranked(tags?.on(page) ?? new Map())).toEqual(want);
    }
  } finally {
    reader.close();
  }
});

const without = (what: string): Uint8Array =>
  Buffer.from(
    Buffer.from(oneColumn().bytes)
      .toString("latin1")
      .replaceAll(what, `/X${what.slice(2)}`),
    "latin1",
  );

test.each([
  { name: "a file without tags", bytes: without("/StructTreeRoot"), damaged: false },
  { name: "a file that is none", bytes: Buffer.from("%PDF-1.7"), damaged: true },
])("$name has none to be read from its pages", ({ bytes, damaged }) => {
  expect(PageTags.of(bytes, null)).toEqual({ tags: null, damaged });
});

test("elements that are each other's parents end the way upwards", () => {
  const ring = without("/P ");
  expect(() => PageTags.of(ring, null).tags?.on(0)).not.toThrow();
});
