import { memoryOf, type Pdfium, wide, withScratch } from "./module.ts";

/** A file embedded in a PDF, by the name it has there. */
export type Attachment = Readonly<{ name: string; bytes: Uint8Array }>;

/** No attachment larger than this is read: 256 MB. */
const maxBytes = 268_435_456;

/** The files embedded in a PDF under names that `wanted` asks for, in the order of their tree. */
export function readAttachments(pdfium: Pdfium, document: number, wanted: (name: string) => boolean): Attachment[] {
  const found: Attachment[] = [];
  const count = Math.min(1000, pdfium.FPDFDoc_GetAttachmentCount(document));
  for (let n = 0; n < count; n++) {
    const attachment = pdfium.FPDFDoc_GetAttachment(document, n);
    if (attachment === 0) continue;
    const name = wide(pdfium, (buffer, size) => pdfium.FPDFAttachment_GetName(attachment, buffer, size));
    const bytes = wanted(name) ? contentsOf(pdfium, attachment) : null;
    if (bytes !== null) found.push({ name, bytes });
  }
  return found;
}

function contentsOf(pdfium: Pdfium, attachment: number): Uint8Array | null {
  const size = withScratch(pdfium, 8, (length) => {
    const known = pdfium.FPDFAttachment_GetFile(attachment, 0, 0, length);
    return known ? (memoryOf(pdfium).HEAP32[length / 4] ?? 0) : 0;
  });
  if (size <= 0 || size > maxBytes) return null;
  return withScratch(pdfium, size + 16, (buffer) => {
    const end = buffer + size + ((8 - ((buffer + size) % 8)) % 8);
    return pdfium.FPDFAttachment_GetFile(attachment, buffer, size, end)
      ? memoryOf(pdfium).HEAPU8.slice(buffer, buffer + size)
      : null;
  });
}
