import { expect, test } from "vitest";
import { onePage, reading } from "./page.cases.ts";
import type { PageChars } from "./page-chars.ts";

const drawn = "BT /F 10 Tf 50 400 Td (Name:) Tj ET";
const textOf = (chars: PageChars, from = 0): string =>
  Array.from({ length: chars.length - from }, (_, n) => chars.text(from + n))
    .join("")
    .trim();

type Shown = Readonly<{
  fields: string;
  boxes: string;
  own: number;
  first: readonly number[];
  gaps: readonly number[];
}>;

/** What annotations show. A stream of more objects begins with number 8; the form has all annotations as fields. */
async function shown(annotation: string, appearance = ""): Promise<Shown> {
  const stream = `<</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 5 0 R>>>>/Length ${appearance.length}>>stream\n${appearance}\nendstream`;
  const bytes = onePage({
    drawn,
    page: "/Annots[7 0 R]",
    catalog: "/AcroForm<</Fields[7 0 R]/DR<</Font<</F 5 0 R>>>>/DA(/F 10 Tf 0 g)>>",
    more: [`<</Type/Annot/Rect[100 395 200 415]/F 4${annotation}>>`, stream],
  });
  return reading(bytes, (reader) => {
    const { chars, ownChars, boxes } = reader.page(0);
    // Between the letters of fields, side by side.
    const gaps = Array.from({ length: chars.length - ownChars - 1 }, (_, n) =>
      Math.abs(chars.left(ownChars + n + 1) - chars.right(ownChars + n)),
    );
    const first = chars.length > ownChars ? chars.box(ownChars) : boxes.length > 0 ? boxes.box(0) : [];
    return { fields: textOf(chars, ownChars), boxes: textOf(boxes), own: ownChars, first, gaps };
  });
}

const widget = (entries: string): string => `/Subtype/Widget/T(name)${entries}`;
const drawing = (words: string): string => `/Tx BMC BT /F 10 Tf 2 5 Td (${words}) Tj ET EMC`;

test.each([
  ["a value with its appearance", widget("/FT/Tx/V(Amina)/AP<</N 8 0 R>>"), drawing("Amina"), "Amina"],
  ["a value that nothing draws", widget("/FT/Tx/V(Amina)/DA(/F 10 Tf 0 g)"), "", "Amina"],
  ["a value whose appearance is empty", widget("/FT/Tx/V(Amina)/DA(/F 10 Tf 0 g)/AP<</N 8 0 R>>"), "", "Amina"],
  ["an empty field", widget("/FT/Tx/V()/AP<</N 8 0 R>>"), "", ""],
  ["a choice", widget("/FT/Ch/Ff 131072/Opt[(North)(South)]/V(South)/AP<</N 8 0 R>>"), drawing("South"), "South"],
  ["a box that is ticked", widget("/FT/Btn/V/Yes/AS/Yes/AP<</N<</Yes 8 0 R>>>>"), "0 0 9 9 re f", "☑"],
  ["a box that is not", widget("/FT/Btn/V/Off/AS/Off/AP<</N<</Yes 8 0 R>>>>"), "0 0 9 9 re f", ""],
  ["a button", widget("/FT/Btn/Ff 65536/AP<</N 8 0 R>>"), drawing("Clear"), ""],
  ["a signature", widget("/FT/Sig/AP<</N 8 0 R>>"), drawing("Signed by A. Khan"), "Signed by A. Khan"],
  ["a hidden field", `${widget("/FT/Tx/V(Amina)/AP<</N 8 0 R>>")}/F 2`, drawing("Amina"), ""],
])("what a form field shows is after the page’s own characters: %s", async (_, annotation, appearance, words) => {
  const found = await shown(annotation, appearance);
  expect([found.own, found.fields, found.boxes]).toEqual([5, words, ""]);
  if (words === "") return;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = found.first;
  expect(x0 >= 99 && y0 >= 390 && x1 <= 201 && y1 <= 420, found.first.join(" ")).toBe(true);
});

test.each([
  ["in compartments touch, since they are one word", "/Ff 16777216/MaxLen 5", (gap: number) => gap < 0.01],
  ["of another field stay where they are", "", (gap: number) => gap > 10],
] as const)("letters %s", async (_, flags, test) => {
  const apart = "/Tx BMC BT /F 10 Tf 14 Tc 2 5 Td (12345) Tj ET EMC";
  const { fields, gaps } = await shown(widget(`/FT/Tx${flags}/V(12345)/AP<</N 8 0 R>>`), apart);
  expect(fields.replace(/\s/g, "")).toBe("12345");
  const inked = gaps.slice(0, 4);
  expect(inked.filter(test), inked.join(" ")).toHaveLength(4);
});

test.each([
  ["with its appearance", "/Subtype/FreeText/Contents(Check this)/AP<</N 8 0 R>>", drawing("Check this"), "Check this"],
  ["that nothing draws", "/Subtype/FreeText/Contents(Check this)/DA(/Helv 10 Tf 0 g)", "", "Check this"],
  ["that is hidden", "/Subtype/FreeText/Contents(Check this)/F 2/AP<</N 8 0 R>>", drawing("Check this"), ""],
])("a box of text %s", async (_, annotation, appearance, words) => {
  const found = await shown(annotation, appearance);
  expect([found.own, found.fields, found.boxes]).toEqual([5, "", words]);
});

test("links and notes print nothing", async () => {
  for (const subtype of ["Link", "Text", "Highlight", "Stamp"]) {
    const found = await shown(`/Subtype/${subtype}/Contents(Aside)/AP<</N 8 0 R>>`, drawing("Aside"));
    expect([found.fields, found.boxes]).toEqual(["", ""]);
  }
});
