import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { loadPdfium, memoryOf, type Pdfium } from "./module.ts";
import { passwordForms } from "./password-forms.ts";

/** A document that PDFium holds open; `close` gives its memory back. */
export type OpenDocument = Readonly<{ pdfium: Pdfium; document: number; close: () => void }>;

/** The files that PDFium may read, by the number it was given for each. */
const files = new Map<number, Uint8Array>();
let given = 0;
let reading: number | null = null;

/**
 * Open a PDF. PDFium reads its bytes as it needs them from where they lie (FPDF_FILEACCESS of fpdfview.h), not from a
 * copy in its own memory, so they must not change as long as it is open. Throws `password` when one is needed or wrong,
 * `unreadable` when PDFium cannot make sense of the bytes.
 */
export async function openDocument(bytes: Uint8Array, password: string | null): Promise<OpenDocument> {
  const pdfium = await loadPdfium();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const file = ++given;
  files.set(file, bytes);
  const access = malloc(12);
  reading ??= pdfium.pdfium.addFunction(readerOf(pdfium), "iiiii");
  memoryOf(pdfium).HEAP32.set([bytes.length, reading as number, file], access / 4);
  const release = (): void => {
    files.delete(file);
    free(access);
  };
  const { document, reason } = load(pdfium, access, password ?? "");
  if (document === 0) {
    release();
    throw refusal(reason, password);
  }
  const close = (): void => {
    pdfium.FPDF_CloseDocument(document);
    release();
  };
  return { pdfium, document, close };
}

/** PDFium takes a password as UTF-8 and tries it in Latin-1 too. */
function load(pdfium: Pdfium, access: number, password: string): { document: number; reason: number } {
  let reason = 0;
  for (const form of passwordForms(password)) {
    const document = pdfium.FPDF_LoadCustomDocument(access, form);
    if (document !== 0) return { document, reason: 0 };
    reason = pdfium.FPDF_GetLastError();
    if (reason !== wrongPassword) break;
  }
  return { document: 0, reason };
}

/** Copies a part of a file to where PDFium wants it; 1, or 0 where the file has no such part. */
function readerOf(pdfium: Pdfium) {
  return (file: number, position: number, to: number, size: number): number => {
    // WebAssembly hands its unsigned numbers out as signed ones.
    const from = position >>> 0;
    const part = files.get(file)?.subarray(from, from + (size >>> 0));
    if (part?.length !== size >>> 0) return 0;
    memoryOf(pdfium).HEAPU8.set(part, to >>> 0);
    return 1;
  };
}

/** FPDF_ERR_PASSWORD of fpdfview.h. */
const wrongPassword = 4;
/** FPDF_ERR_SECURITY. */
const otherSecurity = 5;

function refusal(reason: number, password: string | null): WorkbenchError {
  if (reason === otherSecurity) return new WorkbenchError("unreadable", message("pdf.ownProgram"));
  if (reason !== wrongPassword) return new WorkbenchError("unreadable", message("pdf.unreadable"));
  const asked = password === null || password === "";
  return new WorkbenchError("password", message(asked ? "pdf.passwordNeeded" : "pdf.passwordWrong"));
}
