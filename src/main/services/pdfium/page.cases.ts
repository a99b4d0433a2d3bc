import { handMade } from "../export/pdf/pdf.cases.ts";
import { openPdf, type PdfReader } from "./reader.ts";

type Parts = Readonly<{
  /** Operators of the page; fonts `F` (Helvetica) and `B` (Helvetica-Bold) are there. */
  drawn?: string;
  /** More entries of the page, of the catalog, of the trailer. */
  page?: string;
  catalog?: string;
  trailer?: string;
  /** Objects from number 7 on. */
  more?: readonly string[];
}>;

/** A PDF with one page (object 3) of 400 by 500. */
export function onePage({ drawn = "", page = "", catalog = "", trailer = "", more = [] }: Parts): Buffer {
  return handMade(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 500]/Resources<</Font<</F 5 0 R/B 6 0 R>>>>>>",
      `<</Type/Page/Parent 2 0 R/Contents 4 0 R${page}>>`,
      `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Helvetica-Bold>>",
      ...more,
    ],
    trailer,
  );
}

/** A reader of a PDF, closed when what is read has been returned. */
export async function reading<Value>(
  bytes: Uint8Array,
  read: (reader: PdfReader) => Value,
  password: string | null = null,
): Promise<Value> {
  const reader = await openPdf(bytes, password);
  try {
    return read(reader);
  } finally {
    reader.close();
  }
}
