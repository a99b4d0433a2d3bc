import { claimJson } from "../../../shared/claims/claim-json.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import { claimRows } from "../../../shared/claims/rows.ts";
import type { PaperExportFormat, ReportFormat } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { escapeHiddenMarks } from "../../../shared/messages/hidden-marks.ts";
import type { LanguageTag } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { shownLibrary } from "../../../shared/model/shown-library.ts";
import type { ReportInput } from "../../../shared/report/build.ts";
import { reportHtml } from "../../../shared/report/html.ts";
import { reportMarkdown } from "../../../shared/report/markdown.ts";
import type { ReportTree } from "../../../shared/report/tree.ts";
import { englishWords, type ReportWords } from "../../../shared/report/words.ts";
import { mediaTypes } from "../files/media-types.ts";
import type { Progress } from "../files/progress.ts";
import { claimsCsv } from "./csv.ts";
import { type ExportedText, paperHtml, paperMarkdown } from "./paper-text.ts";
import type { PdfExport } from "./pdf/annotated-pdf.ts";
import { paperTree } from "./report/paper-tree.ts";
import { reportJson } from "./report/report-json.ts";

/** One paper with its claims, as its writers get it. `made` is an ISO instant. */
export type PaperWork = Readonly<{
  format: PaperExportFormat;
  /** Nothing of other papers is in it. */
  library: Library;
  paper: Paper;
  content: PaperContent;
  made: string;
  /** The language of what the file says itself. */
  language: LanguageTag;
  /** What only the annotated source is written from; else null. */
  from: Omit<PdfExport, "library" | "paper" | "content"> | null;
}>;

/** A finished file. `annotations` counts those that are in it, null when all are. */
export type WrittenFile = Readonly<{ bytes: Uint8Array; annotations: number | null; warnings: readonly Message[] }>;

type Bytes = Uint8Array | Promise<Uint8Array>;

type FileFormat = Readonly<{
  /** The ending of its files, without a dot. */
  suffix: string;
  /** Media type (IANA). */
  mime: string;
  /** Written in a worker, however few claims there are. */
  heavy: boolean;
  /** Programs read it back: names in it keep characters that are not shown. */
  isExact?: boolean;
  /** It holds data, which do not depend on the reader's language: stances have their stored names. */
  isData?: boolean;
  /** Whether it is the paper's source with its claims in it, for papers that it can be: then the source is needed. */
  isAnnotated?: (paper: Paper) => boolean;
  writePaper: (work: PaperWork, onProgress: Progress, words?: ReportWords) => WrittenFile | Promise<WrittenFile>;
  writeReport: (tree: ReportTree, input: ReportInput) => Bytes;
}>;

/**
 * All that a paper with its claims, and a report, can be written as. Large writers are loaded when they are asked for.
 */
export const formats: { readonly [Format in PaperExportFormat | ReportFormat]: FileFormat } = {
  pdf: {
    suffix: "pdf",
    mime: mediaTypes.pdf,
    heavy: true,
    isAnnotated: () => true,
    writePaper: async ({ library, paper, content, from }, onProgress, words) => {
      if (from === null) throw new Error("A PDF is written from the paper's source.");
      const { annotatedPdf } = await import("./pdf/annotated-pdf.ts");
      return annotatedPdf({ library, paper, content, ...from }, onProgress, words);
    },
    writeReport: async (tree) => (await import("./report/typst-report.ts")).reportPdf(tree),
  },
  html: {
    suffix: "html",
    mime: mediaTypes.html,
    heavy: false,
    writePaper: (work, _onProgress, words) => wholeFile(paperHtml(textOf(work, words))),
    writeReport: (tree) => bytesOf(reportHtml(tree)),
  },
  md: {
    suffix: "md",
    mime: mediaTypes.md,
    heavy: false,
    writePaper: (work, _onProgress, words) => wholeFile(paperMarkdown(textOf(work, words))),
    writeReport: (tree) => bytesOf(reportMarkdown(tree)),
  },
  docx: {
    suffix: "docx",
    mime: mediaTypes.docx,
    heavy: true,
    // Comments are written into the text with its changes accepted.
    isAnnotated: ({ format, reading }) => format === "docx" && reading?.changes !== "before",
    writePaper: async (work, _onProgress, words) => {
      const { library, paper, content, from } = work;
      if (from !== null && isArchive(from.source)) {
        const { annotatedDocx } = await import("./word/annotated-docx.ts");
        return annotatedDocx({ library, paper, content, source: from.source }, words);
      }
      const { reportDocx } = await import("./report/docx-report.ts");
      return wholeFile(await reportDocx(paperTree(textOf(work, words), work.made)));
    },
    writeReport: async (tree) => (await import("./report/docx-report.ts")).reportDocx(tree),
  },
  csv: {
    suffix: "csv",
    mime: mediaTypes.csv,
    heavy: false,
    isData: true,
    writePaper: (work) => wholeFile(claimsCsv(textOf(work).rows)),
    writeReport: (_tree, { rows }) => bytesOf(claimsCsv(rows)),
  },
  xlsx: {
    suffix: "xlsx",
    mime: mediaTypes.xlsx,
    heavy: true,
    writePaper: async (work, _onProgress, words) => {
      const { reportXlsx } = await import("./report/xlsx-report.ts");
      return wholeFile(await reportXlsx(textOf(work, words)));
    },
    writeReport: async ({ words }, input) => (await import("./report/xlsx-report.ts")).reportXlsx({ ...input, words }),
  },
  json: {
    suffix: "json",
    mime: mediaTypes.json,
    heavy: false,
    isExact: true,
    isData: true,
    writePaper: (work) => {
      const claims = textOf(work).rows.map(claimJson);
      const value = { format: 1, paper: work.paper, text: work.content.text, claims };
      return wholeFile(`${escapeHiddenMarks(JSON.stringify(value, null, 2))}\n`);
    },
    writeReport: (tree, input) => bytesOf(reportJson(tree, input)),
  },
};

/** A Word document may also be one XML file, which has no parts that comments could be added to. */
function isArchive(source: Uint8Array): boolean {
  return source[0] === 0x50 && source[1] === 0x4b;
}

function textOf(work: PaperWork, words: ReportWords = englishWords): ExportedText {
  const { paper, content } = work;
  const library = shownLibrary(work.library, words.language);
  const coded = codedIn(library, paper.id);
  const rows = claimRows(library, coded, new Map([[paper.id, content]]), words.language);
  return { library, paper, content, coded, rows, words };
}

/** A file that has all annotations in it. */
function wholeFile(file: string | Uint8Array): WrittenFile {
  return { bytes: typeof file === "string" ? bytesOf(file) : file, annotations: null, warnings: [] };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
