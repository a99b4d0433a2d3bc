import { type Pdfium, wide } from "./module.ts";

/** An entry of the PDF's own outline. `level` counts from 1; `page` is an index, null where it leads nowhere. */
export type Bookmark = Readonly<{ title: string; level: number; page: number | null }>;

const maxEntries = 20_000;

/** The outline (ISO 32000-1, 12.3.3) in its order. Rings and endless lists are cut off. */
export function readOutline(pdfium: Pdfium, document: number): Bookmark[] {
  const found: Bookmark[] = [];
  const seen = new Set<number>();
  const walk = (parent: number, level: number): void => {
    if (level > 12) return;
    let bookmark = pdfium.FPDFBookmark_GetFirstChild(document, parent);
    for (
      ;
      bookmark !== 0 && !seen.has(bookmark) && found.length < maxEntries;
      bookmark = pdfium.FPDFBookmark_GetNextSibling(document, bookmark)
    ) {
      seen.add(bookmark);
      const entry = bookmark;
      const title = wide(pdfium, (buffer, size) => pdfium.FPDFBookmark_GetTitle(entry, buffer, size));
      found.push({ title: title.replace(/\s+/g, " ").trim(), level, page: pageOf(pdfium, document, bookmark) });
      walk(bookmark, level + 1);
    }
  };
  walk(0, 1);
  return found;
}

function pageOf(pdfium: Pdfium, document: number, bookmark: number): number | null {
  let target = pdfium.FPDFBookmark_GetDest(document, bookmark);
  if (target === 0) {
    const action = pdfium.FPDFBookmark_GetAction(bookmark);
    target = action === 0 ? 0 : pdfium.FPDFAction_GetDest(document, action);
  }
  const page = target === 0 ? -1 : pdfium.FPDFDest_GetDestPageIndex(document, target);
  return page >= 0 ? page : null;
}
