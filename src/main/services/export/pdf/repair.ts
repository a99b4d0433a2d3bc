import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { openDocument } from "../../pdfium/document.ts";
import { ownName } from "../../pdfium/marks.ts";
import { memoryOf } from "../../pdfium/module.ts";
import { openPdf } from "../../pdfium/reader.ts";

/**
 * A damaged PDF rewritten by PDFium, which repairs cross-references and page trees; encryption stays. Throws `password`
 * and `unreadable` as opening does.
 */
export async function repaired(bytes: Uint8Array, password: string | null): Promise<Uint8Array> {
  const { pdfium, document, close } = await openDocument(bytes, password);
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  try {
    if (pdfium.FPDF_GetPageCount(document) === 0 || pdfium.PDFiumExt_SaveAsCopy(document, writer) === 0)
      throw new WorkbenchError("unreadable", message("pdf.notRepaired"));
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
    const buffer = pdfium.pdfium.wasmExports.malloc(size);
    pdfium.PDFiumExt_GetFileWriterData(writer, buffer, size);
    const copy = memoryOf(pdfium).HEAPU8.slice(buffer, buffer + size);
    pdfium.pdfium.wasmExports.free(buffer);
    return copy;
  } finally {
    pdfium.PDFiumExt_CloseFileWriter(writer);
    close();
  }
}

/** How many of some annotations PDFium finds in a file, by the names an export gives them. */
export async function foundIn(
  bytes: Uint8Array,
  password: string | null,
  annotations: ReadonlySet<string>,
): Promise<number> {
  const reader = await openPdf(bytes, password);
  try {
    const found = new Set<string>();
    for (let page = 0; page < reader.pageCount; page++)
      for (const { name } of reader.annotations(page)) if (annotations.has(ownName(name))) found.add(ownName(name));
    return found.size;
  } finally {
    reader.close();
  }
}
