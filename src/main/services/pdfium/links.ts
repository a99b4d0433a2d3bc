import { type Box, boxAt, memoryOf, narrow, type Pdfium, withScratch } from "./module.ts";

/** A link and where it is on its page. */
export type PdfLink = Readonly<{ box: Box; href: string }>;

/** Links taken from one page, and characters of an address. */
const [maxLinks, maxAddress] = [5000, 4000];

/** The links of a page that lead out to a place a reader may safely go. */
export function readLinks(pdfium: Pdfium, document: number, page: number): PdfLink[] {
  return withScratch(pdfium, 64, (scratch) => {
    const links: PdfLink[] = [];
    memoryOf(pdfium).HEAP32[scratch / 4] = 0;
    for (let n = 0; n < maxLinks && pdfium.FPDFLink_Enumerate(page, scratch, scratch + 8); n++) {
      const link = memoryOf(pdfium).HEAP32[scratch / 4 + 2] ?? 0;
      const action = pdfium.FPDFLink_GetAction(link);
      if (action === 0 || !pdfium.FPDFLink_GetAnnotRect(link, scratch + 16)) continue;
      const box = boxAt(pdfium, scratch + 16);
      const href = narrow(pdfium, (buffer, size) => pdfium.FPDFAction_GetURIPath(document, action, buffer, size));
      if (/^(https?|mailto):/i.test(href) && href.length <= maxAddress) links.push({ box, href });
    }
    return links;
  });
}
