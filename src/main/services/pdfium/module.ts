import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** PDFium as WebAssembly, with its C functions (fpdfview.h and others). */
export type Pdfium = WrappedPdfiumModule;

/** x0, y0, x1, y1 in PDF default user space, y upwards. One unit is 1/72 inch unless the page has a `UserUnit`. */
export type Box = readonly [number, number, number, number];

type Memory = Readonly<{ HEAPU8: Uint8Array; HEAP32: Int32Array; HEAPF32: Float32Array; HEAPF64: Float64Array }>;

/** The module's memory, read again each time since it may have grown. Its declared type leaves these views out. */
export function memoryOf(pdfium: Pdfium): Memory {
  return pdfium.pdfium as unknown as Memory;
}

type Hot =
  | "FPDFText_GetUnicode"
  | "FPDFText_GetTextObject"
  | "FPDFText_GetLooseCharBox"
  | "FPDFText_GetCharBox"
  | "FPDFText_GetCharOrigin"
  | "FPDFText_GetFontSize"
  | "FPDFText_GetMatrix"
  | "FPDFText_IsGenerated"
  | "FPDFText_IsHyphen"
  | "FPDFTextObj_GetFont"
  | "FPDFPage_GetObject"
  | "FPDFClipPath_CountPaths"
  | "FPDFClipPath_CountPathSegments"
  | "FPDFClipPath_GetPathSegment"
  | "FPDFPageObj_GetClipPath"
  | "FPDFPageObj_GetBounds"
  | "FPDFPageObj_GetMatrix"
  | "FPDFPageObj_GetType"
  | "FPDFFormObj_CountObjects"
  | "FPDFFormObj_GetObject"
  | "FPDFPath_CountSegments"
  | "FPDFPath_GetPathSegment"
  | "FPDFPathSegment_GetPoint"
  | "FPDFPathSegment_GetType"
  | "FPDFPageObj_CountMarks"
  | "FPDFPageObj_GetMark"
  | "FPDFPageObj_GetMarkedContentID"
  | "FPDFPageObjMark_GetName"
  | "FPDFPageObjMark_GetParamStringValue"
  | "FPDF_StructElement_CountChildren"
  | "FPDF_StructElement_GetChildAtIndex"
  | "FPDF_StructElement_GetChildMarkedContentID"
  | "FPDF_StructElement_GetType";

/**
 * Calls that are made for every character, object or tag, without the checks and conversions of the wrapper: truth
 * is 1.
 */
export function hotCalls(pdfium: Pdfium): Readonly<Record<Hot, (...numbers: number[]) => number>> {
  return pdfium.pdfium.wasmExports as unknown as Record<Hot, (...numbers: number[]) => number>;
}

let loaded: Promise<Pdfium> | null = null;

/** PDFium, one instance for each thread. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= (async () => {
    const { init } = await import("@embedpdf/pdfium");
    const wasm = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
    const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
    pdfium.PDFiumExt_Init();
    return pdfium;
  })();
  return loaded;
}

/** Some bytes of the module's memory for the length of a call. The address is a multiple of 8. */
export function withScratch<Value>(pdfium: Pdfium, size: number, use: (address: number) => Value): Value {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const address = malloc(size);
  try {
    return use(address);
  } finally {
    free(address);
  }
}

/** Numbers of four bytes that a call wrote. */
export function floats(pdfium: Pdfium, address: number, count: number): number[] {
  return [...memoryOf(pdfium).HEAPF32.subarray(address / 4, address / 4 + count)];
}

/** An FS_RECTF that a call wrote (fpdfview.h: left, top, right, bottom), its corners in order whatever the file's. */
export function boxAt(pdfium: Pdfium, address: number): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = floats(pdfium, address, 4);
  return [Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom)];
}

/** A short name in plain letters, UTF-16 with its end, of which a call wrote so many bytes. */
export function plainName(pdfium: Pdfium, address: number, bytes: number): string {
  const heap = memoryOf(pdfium).HEAPU8;
  let name = "";
  for (let offset = address; offset + 2 < address + bytes; offset += 2)
    name += String.fromCharCode((heap[offset] ?? 0) | ((heap[offset + 1] ?? 0) << 8));
  return name;
}

/** A UTF-16 string from a call that says its length in bytes, and fills a buffer of that length. */
export function wide(pdfium: Pdfium, call: (buffer: number, size: number) => number): string {
  return filled(pdfium, call, 2);
}

/** The same for UTF-8. */
export function narrow(pdfium: Pdfium, call: (buffer: number, size: number) => number): string {
  return filled(pdfium, call, 1);
}

const decoders = { 1: new TextDecoder("utf-8"), 2: new TextDecoder("utf-16le") };

/** `end` is how many bytes close the string: those of one unit. */
function filled(pdfium: Pdfium, call: (buffer: number, size: number) => number, end: 1 | 2): string {
  const size = call(0, 0);
  if (size <= end) return "";
  return withScratch(pdfium, size, (buffer) => {
    call(buffer, size);
    return decoders[end].decode(memoryOf(pdfium).HEAPU8.slice(buffer, buffer + size - end));
  });
}
