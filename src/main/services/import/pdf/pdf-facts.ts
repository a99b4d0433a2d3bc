import type { Bookmark } from "../../pdfium/outline.ts";
import type { PdfReader } from "../../pdfium/reader.ts";
import { carriesRecord } from "./embedded-record.ts";

/** What an open PDF says as a whole, apart from its pages. */
export type PdfFacts = Readonly<{
  pageCount: number;
  /** Entries of the document information; empty when absent. */
  info: Readonly<Record<"Title" | "Author" | "CreationDate", string>>;
  outline: readonly Bookmark[];
  /** Whether it has a file by the name of our record, readable or not. */
  carriesRecord: boolean;
}>;

/** The facts of a PDF that is open in this thread. */
export function factsOf(reader: PdfReader): PdfFacts {
  return {
    pageCount: reader.pageCount,
    info: {
      Title: reader.info("Title"),
      Author: reader.info("Author"),
      CreationDate: reader.info("CreationDate"),
    },
    outline: reader.outline(),
    carriesRecord: carriesRecord(reader),
  };
}
