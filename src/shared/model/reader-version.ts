import type { Paper, Reading } from "./paper.ts";
import type { PaperFormat } from "./paper-format.ts";

/**
 * The number of the reader of each format. It is raised whenever files are read differently than before, so that papers
 * whose text is older can be offered to be read again; `import/reader-version.test.ts` says when that is forgotten.
 */
export const readerVersions: Readonly<Record<PaperFormat, number>> = {
  pdf: 3,
  docx: 2,
  odt: 2,
  rtf: 2,
  epub: 2,
  image: 2,
  mhtml: 2,
  msg: 2,
  eml: 2,
  markdown: 3,
  html: 2,
  text: 3,
};

/** Whether a newer reader may read a paper's file differently. Papers that say nothing are from before the numbers. */
export function isReadByOlder({ format, reader = 0 }: Pick<Paper, "format" | "reader">): boolean {
  return reader < readerVersions[format];
}

/**
 * What a reading of a paper says of its reader. The files of a text are named by its reading: one that is read again by
 * another reader than the paper's first text has a name of its own, so that the earlier text is still there to undo to.
 */
export function readerOf(paper: Paper): Pick<Reading, "reader"> {
  const reader = readerVersions[paper.format];
  return paper.reader === reader && paper.reading?.reader === undefined ? {} : { reader };
}
