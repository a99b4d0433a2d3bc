import { type Pdfium, wide } from "./module.ts";

/** FPDF_FORMFIELD_* of fpdf_formfill.h. */
const kinds = { unknown: 0, pushButton: 1, checkBox: 2, radioButton: 3, signature: 7 } as const;

/** Bit 25 of a text field's flags is Comb (ISO 32000-1, table 228): its letters are in compartments of one width. */
const comb = 1 << 24;

/**
 * What a form field shows to a reader: a tick, or words; `value` is empty where they are known from the field's
 * appearance alone, as those of a signature.
 */
export type ShownField = "tick" | Readonly<{ value: string; isComb: boolean }>;

/** The form of a document. PDFium takes in all its fields at once, so it is asked only when a page has one. */
export class Forms {
  readonly #pdfium: Pdfium;
  readonly #document: number;
  #info = 0;
  #form: number | null = null;

  constructor(pdfium: Pdfium, document: number) {
    this.#pdfium = pdfium;
    this.#document = document;
  }

  /** What the widget shows; null for a button, and for a field that is empty or not ticked. */
  fieldOf(widget: number): ShownField | null {
    const pdfium = this.#pdfium;
    const form = this.#open();
    if (form === 0) return null;
    const kind = pdfium.FPDFAnnot_GetFormFieldType(form, widget);
    if (kind === kinds.pushButton) return null;
    if (kind === kinds.checkBox || kind === kinds.radioButton)
      return /^(Off)?$/.test(this.#text(widget, "AS")) ? null : "tick";
    if (kind === kinds.signature) return { value: "", isComb: false };
    const isKnown = kind > kinds.unknown;
    const value = isKnown
      ? wide(pdfium, (buffer, size) => pdfium.FPDFAnnot_GetFormFieldValue(form, widget, buffer, size))
      : this.#text(widget, "V");
    if (value.trim() === "") return null;
    return { value: isKnown ? value : "", isComb: (pdfium.FPDFAnnot_GetFormFieldFlags(form, widget) & comb) !== 0 };
  }

  close(): void {
    if (this.#form !== null && this.#form !== 0) this.#pdfium.PDFiumExt_ExitFormFillEnvironment(this.#form);
    if (this.#info !== 0) this.#pdfium.PDFiumExt_CloseFormFillInfo(this.#info);
    [this.#form, this.#info] = [null, 0];
  }

  #open(): number {
    if (this.#form !== null) return this.#form;
    this.#info = this.#pdfium.PDFiumExt_OpenFormFillInfo();
    this.#form = this.#info === 0 ? 0 : this.#pdfium.PDFiumExt_InitFormFillEnvironment(this.#document, this.#info);
    return this.#form;
  }

  #text(widget: number, key: string): string {
    return wide(this.#pdfium, (buffer, size) => this.#pdfium.FPDFAnnot_GetStringValue(widget, key, buffer, size));
  }
}
