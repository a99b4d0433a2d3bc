import { expect, test } from "vitest";
import type { PdfLink } from "./links.ts";
import { onePage, reading } from "./page.cases.ts";

const linksOf = async (annotations: string, more: readonly string[] = []): Promise<readonly PdfLink[]> =>
  reading(onePage({ page: `/Annots[${annotations}]`, more }), (reader) => reader.page(0).links);
const link = (uri: string, rect = "[10 20 30 40]"): string =>
  `<</Type/Annot/Subtype/Link/Rect${rect}/A<</S/URI/URI(${uri})>>>>`;

test("links are read with their places, in their order", async () => {
  expect(await linksOf(link("https://example.org/a") + link("https://example.org/b", "[50 60 70 80]"))).toEqual([
    { box: [10, 20, 30, 40], href: "https://example.org/a" },
    { box: [50, 60, 70, 80], href: "https://example.org/b" },
  ]);
});

test.each([
  "http://example.org/",
  "HTTPS://example.org/",
  "mailto:ada@example.org",
  "https://example.org/?q=a&b=%20#c",
  `https://example.org/${"x".repeat(3980)}`,
])("%.40s leads out", async (href) => {
  expect((await linksOf(link(href))).map((link) => link.href)).toEqual([href]);
});

test.each([
  "javascript:alert%281%29",
  "file:///etc/passwd",
  "data:text/html,x",
  "ftp://example.org/",
  "www.example.org",
  " https://example.org/",
  "xhttps://example.org/",
  "#here",
  "",
  `https://example.org/${"x".repeat(3981)}`,
])("%.40s is left out", async (href) => {
  expect((await linksOf(link(href) + link("https://example.org/"))).map((link) => link.href)).toEqual([
    "https://example.org/",
  ]);
});

test.each([
  ["within the file", "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]/A<</S/GoTo/D[3 0 R/Fit]>>>>"],
  ["by a destination", "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]/Dest[3 0 R/Fit]>>"],
  ["to a program", "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]/A<</S/Launch/F(x.exe)>>>>"],
  ["of a script", "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]/A<</S/JavaScript/JS(x)>>>>"],
  ["without an action", "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]>>"],
  ["that are no links", "<</Type/Annot/Subtype/Square/Rect[1 2 3 4]/A<</S/URI/URI(https://example.org/)>>>>"],
])("links %s are left out, and the next is read", async (_, annotation) => {
  expect(await linksOf(annotation + link("https://example.org/"))).toHaveLength(1);
});

test.each([
  ["[30 40 10 20]", [10, 20, 30, 40]],
  ["[10 40 30 20]", [10, 20, 30, 40]],
])("a link whose rectangle is %s has its corners in order", async (rect, box) => {
  expect((await linksOf(link("https://example.org/", rect)))[0]?.box).toEqual(box);
});

test("an address in UTF-8 is read as such", async () => {
  const [found] = await linksOf(link(Buffer.from("https://example.org/é").toString("latin1")));
  expect(found?.href).toBe("https://example.org/é");
});

test("actions that are objects of their own, or shared, are followed", async () => {
  const shared = "<</Type/Annot/Subtype/Link/Rect[1 2 3 4]/A 7 0 R>>";
  const found = await linksOf(shared + shared, ["<</S/URI/URI(https://example.org/)>>"]);
  expect(found.map(({ href }) => href)).toEqual(["https://example.org/", "https://example.org/"]);
});

test("of a page with very many links the first five thousand are read", async () => {
  const more = [`[${link("https://example.org/").repeat(5003)}]`];
  const links = await reading(onePage({ page: "/Annots 7 0 R", more }), (reader) => reader.page(0).links);
  expect(links).toHaveLength(5000);
});
