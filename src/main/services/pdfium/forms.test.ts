import { expect, test } from "vitest";
import { openDocument } from "./document.ts";
import { Forms, type ShownField } from "./forms.ts";
import type { Pdfium } from "./module.ts";
import { onePage } from "./page.cases.ts";

/** A form with widgets, objects 7 on, each with its own field and an empty appearance of some states. */
const formOf = (...widgets: readonly string[]): Buffer => {
  const fields = widgets.map((_, n) => `${7 + n} 0 R`).join(" ");
  return onePage({
    page: `/Annots[${fields}]`,
    catalog: `/AcroForm<</Fields[${fields}]/DR<</Font<</F 5 0 R>>>>/DA(/F 10 Tf 0 g)>>`,
    more: widgets.map((entries, n) => `<</Type/Annot/Subtype/Widget/Rect[100 395 200 415]/T(name${n})${entries}>>`),
  });
};

/** What `use` makes of each widget on the page, with the form it is in; all is closed afterwards. */
async function withWidgets<Value>(
  bytes: Uint8Array,
  use: (forms: Forms, widget: number, pdfium: Pdfium) => Value,
): Promise<Value[]> {
  const { pdfium, document, close } = await openDocument(bytes, null);
  const forms = new Forms(pdfium, document);
  const page = pdfium.FPDF_LoadPage(document, 0);
  try {
    return Array.from({ length: pdfium.FPDFPage_GetAnnotCount(page) }, (_, n) => {
      const widget = pdfium.FPDFPage_GetAnnot(page, n);
      try {
        return use(forms, widget, pdfium);
      } finally {
        pdfium.FPDFPage_CloseAnnot(widget);
      }
    });
  } finally {
    pdfium.FPDF_ClosePage(page);
    forms.close();
    close();
  }
}
const fieldsOf = (...widgets: readonly string[]): Promise<(ShownField | null)[]> =>
  withWidgets(formOf(...widgets), (forms, widget) => forms.fieldOf(widget));

const words = (value: string, isComb = false): ShownField => ({ value, isComb });

// ISO 32000-1, 12.7.4: button fields, text fields, choice fields, signature fields, and flags of each.
test.each<[string, string, ShownField | null]>([
  ["a text field", "/FT/Tx/V(Amina Khan)", words("Amina Khan")],
  ["a text field in UTF-16", "/FT/Tx/V<FEFF06270631062F0648>", words("اردو")],
  ["a text field with two lines", "/FT/Tx/Ff 4096/V(North\\rSouth)", words("North\rSouth")],
  ["a text field with compartments", "/FT/Tx/Ff 16777216/MaxLen 5/V(12345)", words("12345", true)],
  ["a text field with other flags", "/FT/Tx/Ff 8388609/V(12345)", words("12345")],
  ["a text field with the flags before and after that of compartments", "/FT/Tx/Ff 41943040/V(1)", words("1")],
  ["a text field with nothing in it", "/FT/Tx/V()", null],
  ["a text field with spaces in it", "/FT/Tx/V(   )", null],
  ["a text field without a value", "/FT/Tx", null],
  ["a choice from a menu", "/FT/Ch/Ff 131072/Opt[(North)(South)]/V(South)", words("South")],
  ["a choice from a list", "/FT/Ch/Opt[(North)(South)]/V(North)", words("North")],
  ["a menu from which nothing is chosen", "/FT/Ch/Ff 131072/Opt[(North)(South)]", null],
  ["a box that is ticked", "/FT/Btn/V/Yes/AS/Yes", "tick"],
  ["a box that is ticked under a name of its own", "/FT/Btn/V/Offshore/AS/Offshore", "tick"],
  ["a box that is not ticked", "/FT/Btn/V/Off/AS/Off", null],
  ["a box of no state", "/FT/Btn/V/Yes", null],
  ["a round button that is on", "/FT/Btn/Ff 49152/V/2/AS/2", "tick"],
  ["a round button that is off, of a field that is on", "/FT/Btn/Ff 49152/V/2/AS/Off", null],
  ["a button to push", "/FT/Btn/Ff 65536/AS/Yes/V(Clear)", null],
  ["a signature", "/FT/Sig/V(Amina)", words("")],
  ["a signature that nobody has given", "/FT/Sig", words("")],
])("%s shows its value", async (_, widget, shown) => {
  expect(await fieldsOf(widget)).toEqual([shown]);
});

test("each of several fields shows its own value", async () => {
  expect(await fieldsOf("/FT/Tx/V(North)", "/FT/Btn/AS/Yes", "/FT/Tx", "/FT/Tx/V(South)")).toEqual([
    words("North"),
    "tick",
    null,
    words("South"),
  ]);
});

test("a widget that belongs to no form has a value of which only the appearance is used", async () => {
  const loose = (entries: string): Buffer =>
    onePage({ page: "/Annots[7 0 R]", more: [`<</Type/Annot/Subtype/Widget/Rect[100 395 200 415]${entries}>>`] });
  const shown = async (entries: string): Promise<unknown> =>
    (await withWidgets(loose(entries), (forms, widget) => forms.fieldOf(widget)))[0];
  expect(await shown("/V(Amina)")).toEqual(words(""));
  expect(await shown("/V(  )")).toBeNull();
  expect(await shown("")).toBeNull();
});

test("PDFium is asked for the form once, when the first field is read, and it is closed once", async () => {
  const { pdfium, document, close } = await openDocument(formOf("/FT/Tx/V(North)", "/FT/Tx/V(South)"), null);
  const calls: string[] = [];
  const watched = new Proxy(pdfium, {
    get: (own, name: keyof Pdfium & string) => {
      if (/FormFill/.test(name)) calls.push(name);
      return own[name];
    },
  });
  const forms = new Forms(watched, document);
  forms.close();
  expect(calls).toEqual([]);
  const page = pdfium.FPDF_LoadPage(document, 0);
  const widgets = [0, 1].map((n) => pdfium.FPDFPage_GetAnnot(page, n));
  expect(widgets.map((widget) => forms.fieldOf(widget))).toEqual([words("North"), words("South")]);
  expect(calls).toEqual(["PDFiumExt_OpenFormFillInfo", "PDFiumExt_InitFormFillEnvironment"]);
  for (const widget of widgets) pdfium.FPDFPage_CloseAnnot(widget);
  pdfium.FPDF_ClosePage(page);
  calls.length = 0;
  forms.close();
  forms.close();
  expect(calls).toEqual(["PDFiumExt_ExitFormFillEnvironment", "PDFiumExt_CloseFormFillInfo"]);
  close();
});

test("where PDFium can’t open the form, no field shows anything", async () => {
  const { pdfium, document, close } = await openDocument(formOf("/FT/Tx/V(North)"), null);
  const broken = new Proxy(pdfium, {
    get: (own, name: keyof Pdfium) => (name === "PDFiumExt_OpenFormFillInfo" ? () => 0 : own[name]),
  });
  const forms = new Forms(broken, document);
  const page = pdfium.FPDF_LoadPage(document, 0);
  const widget = pdfium.FPDFPage_GetAnnot(page, 0);
  expect(forms.fieldOf(widget)).toBeNull();
  expect(() => forms.close()).not.toThrow();
  pdfium.FPDFPage_CloseAnnot(widget);
  pdfium.FPDF_ClosePage(page);
  close();
});
