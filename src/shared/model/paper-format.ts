import { z } from "zod";

type FormatFacts = Readonly<{
  /** Its name for people. */
  label: string;
  /** Endings of its files in small letters, without a dot; the first is that of a kept source. */
  suffixes: readonly [string, ...string[]];
  /** Media type (IANA). */
  mime: string;
  /** What of its reading can be chosen, as `Reading` has it. */
  options: readonly ("encoding" | "lines" | "extent")[];
}>;

/**
 * What a paper can be imported from, in the order in which a file is asked whether it is one.
 * `import/formats.ts` in the services has the reader of each.
 */
export const paperFormats = {
  pdf: { label: "PDF", suffixes: ["pdf"], mime: "application/pdf", options: [] },
  docx: {
    label: "Word",
    suffixes: ["docx", "docm", "dotx"],
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    options: [],
  },
  odt: {
    label: "OpenDocument",
    suffixes: ["odt", "fodt", "ott"],
    mime: "application/vnd.oasis.opendocument.text",
    options: [],
  },
  rtf: { label: "RTF", suffixes: ["rtf"], mime: "application/rtf", options: [] },
  epub: { label: "EPUB", suffixes: ["epub"], mime: "application/epub+zip", options: [] },
  mhtml: { label: "MHTML", suffixes: ["mhtml", "mht"], mime: "multipart/related", options: ["encoding", "extent"] },
  eml: { label: "EML", suffixes: ["eml"], mime: "message/rfc822", options: ["encoding", "lines"] },
  markdown: { label: "Markdown", suffixes: ["md", "markdown"], mime: "text/markdown", options: ["encoding", "lines"] },
  html: { label: "HTML", suffixes: ["html", "htm", "xhtml"], mime: "text/html", options: ["encoding", "extent"] },
  text: { label: "TXT", suffixes: ["txt"], mime: "text/plain", options: ["encoding", "lines"] },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type PaperFormat = keyof typeof paperFormats;

/** What a paper came in as. Only a PDF has physical pages. */
export const PaperFormat = z.enum(Object.keys(paperFormats) as [PaperFormat, ...PaperFormat[]]);

/** Endings of all files that can be imported as papers. */
export const paperSuffixes: readonly string[] = Object.values(paperFormats).flatMap(({ suffixes }) => suffixes);

/** Names of all formats that can be imported. */
export const paperFormatLabels: readonly string[] = Object.values(paperFormats).map(({ label }) => label);

/** Whether files of a format state their encoding, so that none can be chosen for them. */
export function statesEncoding(format: PaperFormat): boolean {
  return paperFormats[format].options.length === 0;
}
