import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import type { Bookmark } from "./outline.ts";
import { reading } from "./page.cases.ts";

/** Two pages, objects 3 and 4; `outline` are the objects from number 5 on, the first of them the root. */
const outlineOf = (outline: readonly string[], catalog = ""): Promise<Bookmark[]> =>
  reading(
    handMade([
      `<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R${catalog}>>`,
      "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 9 9]>>",
      "<</Type/Page/Parent 2 0 R>>",
      "<</Type/Page/Parent 2 0 R>>",
      ...outline,
    ]),
    (reader) => reader.outline(),
  );
const first = (entries: string): Promise<Bookmark[]> =>
  outlineOf(["<</First 6 0 R/Last 6 0 R>>", `<</Parent 5 0 R${entries}>>`, "[4 0 R/Fit]"]);

test("entries are listed in their order, each with its level", async () => {
  const found = await outlineOf([
    "<</First 6 0 R/Last 9 0 R>>",
    "<</Title(One)/Parent 5 0 R/Next 9 0 R/First 7 0 R/Last 8 0 R/Dest[3 0 R/Fit]>>",
    "<</Title(One point one)/Parent 6 0 R/Next 8 0 R/Dest[3 0 R/Fit]>>",
    "<</Title(One point two)/Parent 6 0 R/Dest[4 0 R/Fit]>>",
    "<</Title(Two)/Parent 5 0 R/Dest[4 0 R/Fit]>>",
  ]);
  expect(found).toEqual([
    { title: "One", level: 1, page: 0 },
    { title: "One point one", level: 2, page: 0 },
    { title: "One point two", level: 2, page: 1 },
    { title: "Two", level: 1, page: 1 },
  ]);
});

// ISO 32000-1, 12.3.2 and 12.6.4.2.
test.each([
  ["a destination", "/Dest[4 0 R/XYZ 0 0 0]", 1],
  ["a destination by page number", "/Dest[1/Fit]", 1],
  ["a destination that is an object", "/Dest 7 0 R", 1],
  ["an action", "/A<</S/GoTo/D[4 0 R/Fit]>>", 1],
  ["an action to elsewhere", "/A<</S/URI/URI(https://example.org/)>>", null],
  ["a name that nothing has", "/Dest(nowhere)", null],
  ["a page that is not there", "/Dest[99 0 R/Fit]", null],
  ["nothing", "", null],
])("an entry with %s", async (_, entries, page) => {
  expect(await first(`/Title(T)${entries}`)).toEqual([{ title: "T", level: 1, page }]);
});

test("a destination may be named, by a dictionary or by a tree", async () => {
  const entry = (dest: string): string[] => ["<</First 6 0 R/Last 6 0 R>>", `<</Title(T)/Parent 5 0 R/Dest ${dest}>>`];
  expect((await outlineOf(entry("/there"), "/Dests<</there[4 0 R/Fit]>>"))[0]?.page).toBe(1);
  expect((await outlineOf(entry("(there)"), "/Names<</Dests<</Names[(there)[4 0 R/Fit]]>>>>"))[0]?.page).toBe(1);
});

test.each([
  ["/Title(  Two   words )", "Two words"],
  ["/Title(Two\\r\\nlines)", "Two lines"],
  ["/Title<FEFF0633064806270644>", "سوال"],
  ["/Title()", ""],
  ["", ""],
])("the title of %s", async (entries, title) => {
  expect((await first(entries)).map((entry) => entry.title)).toEqual([title]);
});

test("a PDF without an outline has none", async () => {
  expect(await outlineOf(["<<>>"])).toEqual([]);
  expect(await outlineOf(["null"])).toEqual([]);
});

test("entries that follow or hold one another in a circle are listed once each", async () => {
  const ring = await outlineOf([
    "<</First 6 0 R/Last 7 0 R>>",
    "<</Title(A)/Parent 5 0 R/Next 7 0 R>>",
    "<</Title(B)/Parent 5 0 R/Next 6 0 R/First 6 0 R/Last 6 0 R>>",
  ]);
  expect(ring.map(({ title }) => title)).toEqual(["A", "B"]);
  const own = await outlineOf(["<</First 6 0 R/Last 6 0 R>>", "<</Title(A)/Parent 5 0 R/Next 6 0 R/First 6 0 R>>"]);
  expect(own.map(({ title }) => title)).toEqual(["A"]);
});

test("levels below the twelfth are cut off", async () => {
  const entries = Array.from(
    { length: 20 },
    (_, index) => `<</Title(${index + 1})/Parent ${index + 5} 0 R/First ${index + 7} 0 R/Last ${index + 7} 0 R>>`,
  );
  const found = await outlineOf(["<</First 6 0 R/Last 6 0 R>>", ...entries]);
  expect(found.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
