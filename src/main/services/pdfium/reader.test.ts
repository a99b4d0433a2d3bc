import { expect, test } from "vitest";
import { handMade } from "../export/pdf/pdf.cases.ts";
import { onePage, reading } from "./page.cases.ts";

/** Five pages, of which the outer three inherit their boxes and rotation. */
const boxes = (entries: string, inherited = ""): Buffer =>
  handMade([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[3 0 R]/Count 1${inherited}>>`,
    `<</Type/Page/Parent 2 0 R${entries}>>`,
  ]);

// ISO 32000-1, 14.11.2: the crop box shows its part of the media box; without either a page is of US letter size.
test.each([
  ["its media box", "/MediaBox[0 0 400 500]", "", [0, 0, 400, 500]],
  ["a media box that does not begin at the origin", "/MediaBox[-100 50 300 550]", "", [-100, 50, 300, 550]],
  ["a media box given from another corner", "/MediaBox[400 500 0 0]", "", [0, 0, 400, 500]],
  ["an inherited media box", "", "/MediaBox[0 0 70 80]", [0, 0, 70, 80]],
  ["a crop box", "/MediaBox[0 0 400 500]/CropBox[10 20 300 400]", "", [10, 20, 300, 400]],
  ["a crop box beyond the media box", "/MediaBox[0 0 400 500]/CropBox[-50 20 900 400]", "", [0, 20, 400, 400]],
  ["no box", "", "", [0, 0, 612, 792]],
])("the visible part of a page with %s", async (_, entries, inherited, box) => {
  const seen = await reading(boxes(entries, inherited), (reader) => reader.page(0).visible);
  expect(seen).toEqual(box);
});

test.each([
  ["", 0],
  ["/Rotate 90", 90],
  ["/Rotate 180", 180],
  ["/Rotate 270", 270],
  ["/Rotate 360", 0],
  ["/Rotate 450", 90],
  ["/Rotate -90", 270],
])("a page with %j is turned by %d", async (entries, rotation) => {
  const seen = await reading(boxes(`/MediaBox[0 0 40 50]${entries}`), (reader) => reader.page(0).rotation);
  expect(seen).toBe(rotation);
});

const labelled = (labels: string): Buffer =>
  handMade([
    `<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[${labels}]>>>>`,
    "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R]/Count 4/MediaBox[0 0 9 9]>>",
    ...Array.from({ length: 4 }, () => "<</Type/Page/Parent 2 0 R>>"),
  ]);

// ISO 32000-1, 12.4.2.
test.each([
  ["0<</S/D>>", ["1", "2", "3", "4"]],
  ["0<</S/r>>2<</S/D>>", ["i", "ii", "1", "2"]],
  ["0<</S/D/St 7/P(A-)>>", ["A-7", "A-8", "A-9", "A-10"]],
  ["0<</S/A>>", ["A", "B", "C", "D"]],
  ["0<</S/a/St 26>>", ["z", "aa", "bb", "cc"]],
  ["0<</P(Cover)>>1<</S/R>>", ["Cover", "I", "II", "III"]],
  ["0<</P<FEFF0635>/S/D>>", ["ص1", "ص2", "ص3", "ص4"]],
])("pages labelled %s", async (labels, wanted) => {
  const seen = await reading(labelled(labels), (reader) => [0, 1, 2, 3].map((index) => reader.page(index).label));
  expect(seen).toEqual(wanted);
});

test("a label is cut after a hundred characters", async () => {
  const seen = await reading(labelled(`0<</P(${"x".repeat(500)})>>`), (reader) => reader.page(0).label);
  expect(seen).toBe("x".repeat(100));
});

test.each([-1, 4, 1000])("page %d of four cannot be read", async (index) => {
  await reading(labelled("0<</S/D>>"), (reader) => {
    expect(() => reader.page(index)).toThrow(
      expect.objectContaining({ code: "unreadable", message: expect.stringContaining(String(index + 1)) }),
    );
    expect(reader.annotations(index)).toEqual([]);
    expect(reader.pageCount).toBe(4);
  });
});

test("the document's information is read by name, empty where it is absent", async () => {
  const info = "<</Title(Plain)/Author<FEFF06270644 0641>/Keywords()/Custom(own)/CreationDate(D:20260102)>>";
  const file = onePage({ trailer: "/Info 7 0 R", more: [info] });
  const names = ["Title", "Author", "Keywords", "Custom", "CreationDate", "Subject"];
  const seen = await reading(file, (reader) => names.map((name) => reader.info(name)));
  expect(seen).toEqual(["Plain", "الف", "", "own", "D:20260102", ""]);
  expect(await reading(onePage({}), (reader) => reader.info("Title"))).toBe("");
});

test("a page without text has no characters, and one without contents neither", async () => {
  for (const drawn of ["", "0 0 10 10 re f"])
    expect(await reading(onePage({ drawn }), (reader) => reader.page(0).chars.length)).toBe(0);
  expect(await reading(boxes("/MediaBox[0 0 9 9]"), (reader) => reader.page(0).chars.length)).toBe(0);
});

test("tags are read only where they are asked for", async () => {
  const drawn = "/P<</MCID 0>>BDC BT /F 12 Tf 50 400 Td (Words) Tj ET EMC";
  const file = onePage({
    drawn,
    page: "/StructParents 0",
    catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R",
    more: [
      "<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[8 0 R]]>>>>",
      "<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K 0>>",
    ],
  });
  const [without, asked] = await reading(file, (reader) => [
    reader.page(0).tags.size,
    reader.page(0, "tags").tags.size,
  ]);
  expect([without, asked]).toEqual([0, 1]);
});

test("several files open at once are each read from their own bytes, in any order of closing", async () => {
  const { openPdf } = await import("./reader.ts");
  const words = ["One", "Two", "Three"];
  const readers = await Promise.all(
    words.map((word) => openPdf(onePage({ drawn: `BT /F 12 Tf 50 400 Td (${word}) Tj ET` }), null)),
  );
  const text = (index: number): string => {
    const { chars } = readers[index]?.page(0) ?? {};
    return Array.from({ length: chars?.length ?? 0 }, (_, k) => chars?.text(k)).join("");
  };
  expect([text(2), text(0), text(1)]).toEqual(["Three", "One", "Two"]);
  readers[1]?.close();
  expect([text(0), text(2)]).toEqual(["One", "Three"]);
  readers[0]?.close();
  expect(text(2)).toBe("Three");
  readers[2]?.close();
});
