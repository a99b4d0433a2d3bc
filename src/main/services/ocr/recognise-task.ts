import type { RecognisedPage } from "../../../shared/model/recognised.ts";
import { drawGreyPage } from "../page-images/grey-page.ts";
import { type OpenDocument, openDocument } from "../pdfium/document.ts";
import type { LanguageFile } from "./language-files.ts";
import { recognise } from "./recognise.ts";

/** A page to be recognised. Pages count from 0. */
export type RecogniseWork = Readonly<{
  /** The PDF; in memory that workers share, so that it is not copied for each page. */
  pdf: Uint8Array;
  /** The same for all pages of one paper: its PDF is opened once. */
  key: string;
  password: string | null;
  page: number;
  languages: readonly LanguageFile[];
}>;

/** Pixels an inch: at 300 a page takes half as long again and is read no better, unless its print is very small. */
const usualDpi = 200;
const fineDpi = 300;
/** Type smaller than so many points is read again in finer pixels. */
const smallType = 7.5;

let open: { key: string; document: OpenDocument } | null = null;

/** Draw a page and recognise its words. Throws as `openDocument`, `drawGreyPage` and `recognise` do. */
export async function recognisePage(work: RecogniseWork): Promise<RecognisedPage> {
  if (open?.key !== work.key) {
    open?.document.close();
    open = null;
    open = { key: work.key, document: await openDocument(work.pdf, work.password) };
  }
  const { pdfium, document } = open.document;
  const read = (dpi: number): Promise<RecognisedPage> => {
    const drawn = drawGreyPage(pdfium, document, work.page, dpi);
    return recognise(drawn, work.languages, { dpi: drawn.dpi, turn: drawn.rotation, page: work.page });
  };
  const found = await read(usualDpi);
  return found.lines.length > 0 && usualSize(found) < smallType ? read(fineDpi) : found;
}

/** The size of type that most words of a page have, in points. */
function usualSize({ lines }: RecognisedPage): number {
  const sizes = lines.flatMap(({ size, words }) => words.map(() => size)).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}
