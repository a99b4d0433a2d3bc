import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import { WorkbenchError } from "../../shared/errors.ts";

/** x0, y0, x1, y1 in PDF default user space, points, y upwards. */
export type Box = readonly [number, number, number, number];

export type PdfChar = Readonly<{
  text: string;
  /** The loose box: as high as the line. */
  box: Box;
  /** The bottom of the ink, read only for signs that may be a note's mark (digits, stars, daggers); else the box's. */
  foot: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** Made by PDFium for a gap or a line end; not in the file. */
  generated: boolean;
  /** A hyphen at a line end that parts a word. */
  hyphen: boolean;
}>;

export type PdfPage = Readonly<{
  width: number;
  height: number;
  rotation: 0 | 90 | 180 | 270;
  label: string;
  chars: readonly PdfChar[];
  links: readonly Readonly<{ box: Box; href: string }>[];
}>;

export interface PdfReader {
  readonly pageCount: number;
  page(index: number): PdfPage;
  /** An entry of the document information: `Title`, `Author`, `CreationDate`; empty when absent. */
  info(name: string): string;
  close(): void;
}

type Memory = Readonly<{ HEAPU8: Uint8Array; HEAP32: Int32Array; HEAPF32: Float32Array; HEAPF64: Float64Array }>;

/** The module's memory, read anew each time since it may have grown. Its declared type leaves these views out. */
function memoryOf(pdfium: WrappedPdfiumModule): Memory {
  return pdfium.pdfium as unknown as Memory;
}

let loaded: Promise<WrappedPdfiumModule> | null = null;

function load(): Promise<WrappedPdfiumModule> {
  loaded ??= (async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
    const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
    pdfium.PDFiumExt_Init();
    return pdfium;
  })();
  return loaded;
}

/** Open a PDF. Throws `password` when one is needed or wrong, `unreadable` when PDFium cannot make sense of the bytes. */
export async function openPdf(bytes: Uint8Array, password: string | null): Promise<PdfReader> {
  const pdfium = await load();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const memory = malloc(bytes.length);
  memoryOf(pdfium).HEAPU8.set(bytes, memory);
  const document = pdfium.FPDF_LoadMemDocument(memory, bytes.length, password ?? "");
  if (document === 0) {
    const reason = pdfium.FPDF_GetLastError();
    free(memory);
    if (reason !== 4) throw new WorkbenchError("unreadable", "This PDF is damaged beyond what can be read.");
    throw new WorkbenchError(
      "password",
      password === null ? "This PDF needs a password." : "The password of this PDF is not right.",
    );
  }
  return {
    pageCount: pdfium.FPDF_GetPageCount(document),
    page: (index) => readPage(pdfium, document, index),
    info: (name) => wide(pdfium, (buffer, size) => pdfium.FPDF_GetMetaText(document, name, buffer, size)),
    close: () => {
      pdfium.FPDF_CloseDocument(document);
      free(memory);
    },
  };
}

function readPage(pdfium: WrappedPdfiumModule, document: number, index: number): PdfPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new WorkbenchError("unreadable", `Page ${index + 1} of this PDF cannot be read.`);
  const text = pdfium.FPDFText_LoadPage(page);
  try {
    const rotation = ([0, 90, 180, 270] as const)[pdfium.FPDFPage_GetRotation(page)] ?? 0;
    const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
    const turned = rotation === 90 || rotation === 270;
    return {
      width: turned ? height : width,
      height: turned ? width : height,
      rotation,
      label: wide(pdfium, (buffer, size) => pdfium.FPDF_GetPageLabel(document, index, buffer, size)),
      chars: readChars(pdfium, text),
      links: readLinks(pdfium, document, page),
    };
  } finally {
    pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
  }
}

function readChars(pdfium: WrappedPdfiumModule, page: number): PdfChar[] {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const scratch = malloc(512);
  const chars: PdfChar[] = [];
  let font = { key: "", bold: false, italic: false };
  for (let k = 0; k < pdfium.FPDFText_CountChars(page); k++) {
    const code = pdfium.FPDFText_GetUnicode(page, k);
    // Fonts without a usable map give values outside Unicode.
    if (code <= 0 || code > 0x10ffff) continue;
    pdfium.FPDFText_GetLooseCharBox(page, k, scratch);
    const [left = 0, top = 0, right = 0, bottom = 0] = memoryOf(pdfium).HEAPF32.subarray(scratch / 4, scratch / 4 + 4);
    const size = pdfium.FPDFText_GetFontSize(page, k);
    const weight = pdfium.FPDFText_GetFontWeight(page, k);
    if (font.key !== `${size} ${weight}` || /\s/.test(chars.at(-1)?.text ?? " "))
      font = readFont(pdfium, page, k, scratch, size, weight);
    const text = String.fromCodePoint(code);
    chars.push({
      text,
      foot: /[\d*†‡]/.test(text) ? inkFoot(pdfium, page, k, scratch) : bottom,
      box: [left, bottom, right, top],
      size: Math.max(1, (top - bottom) / 1.362),
      bold: font.bold,
      italic: font.italic,
      generated: pdfium.FPDFText_IsGenerated(page, k) === 1,
      hyphen: pdfium.FPDFText_IsHyphen(page, k) === 1,
    });
  }
  free(scratch);
  return chars;
}

function inkFoot(pdfium: WrappedPdfiumModule, page: number, k: number, scratch: number): number {
  pdfium.FPDFText_GetCharBox(page, k, scratch, scratch + 8, scratch + 16, scratch + 24);
  return memoryOf(pdfium).HEAPF64[scratch / 8 + 2] ?? 0;
}

function readFont(pdfium: WrappedPdfiumModule, page: number, k: number, scratch: number, size: number, weight: number) {
  const length = pdfium.FPDFText_GetFontInfo(page, k, scratch, 480, scratch + 500);
  const name = Buffer.from(
    memoryOf(pdfium).HEAPU8.subarray(scratch, scratch + Math.max(0, Math.min(length, 480) - 1)),
  ).toString("latin1");
  const flags = memoryOf(pdfium).HEAP32[(scratch + 500) / 4] ?? 0;
  return {
    key: `${size} ${weight}`,
    bold: weight >= 600 || /bold|black|heavy/i.test(name),
    // Bit 7 of a font descriptor's flags is Italic (ISO 32000-1, table 123).
    italic: (flags & 64) !== 0 || /italic|oblique/i.test(name),
  };
}

function readLinks(pdfium: WrappedPdfiumModule, document: number, page: number): { box: Box; href: string }[] {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const scratch = malloc(64);
  const links: { box: Box; href: string }[] = [];
  memoryOf(pdfium).HEAP32[scratch / 4] = 0;
  while (links.length < 5000 && pdfium.FPDFLink_Enumerate(page, scratch, scratch + 8)) {
    const link = memoryOf(pdfium).HEAP32[scratch / 4 + 2] ?? 0;
    const action = pdfium.FPDFLink_GetAction(link);
    if (action === 0 || !pdfium.FPDFLink_GetAnnotRect(link, scratch + 16)) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = memoryOf(pdfium).HEAPF32.subarray(
      scratch / 4 + 4,
      scratch / 4 + 8,
    );
    const href = narrow(pdfium, (buffer, size) => pdfium.FPDFAction_GetURIPath(document, action, buffer, size));
    if (/^(https?|mailto):/i.test(href))
      links.push({ box: [left, Math.min(top, bottom), right, Math.max(top, bottom)], href });
  }
  free(scratch);
  return links;
}

function wide(pdfium: WrappedPdfiumModule, call: (buffer: number, size: number) => number): string {
  return filled(pdfium, call, "utf-16le", 2);
}

function narrow(pdfium: WrappedPdfiumModule, call: (buffer: number, size: number) => number): string {
  return filled(pdfium, call, "utf-8", 1);
}

function filled(
  pdfium: WrappedPdfiumModule,
  call: (buffer: number, size: number) => number,
  encoding: string,
  end: number,
): string {
  const size = call(0, 0);
  if (size <= end) return "";
  const buffer = pdfium.pdfium.wasmExports.malloc(size);
  call(buffer, size);
  const text = new TextDecoder(encoding).decode(memoryOf(pdfium).HEAPU8.slice(buffer, buffer + size - end));
  pdfium.pdfium.wasmExports.free(buffer);
  return text;
}
