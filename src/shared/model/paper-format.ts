import { z } from "zod";

type FormatFacts = Readonly<{
  /** Its name for people. */
  label: string;
  /** Endings of its files in small letters, without a dot; the first is that of a kept source. */
  suffixes: readonly [string, ...string[]];
  /** Media type (IANA). */
  mime: string;
}>;

/** What a paper can be imported from. `import/formats.ts` in the services has the reader of each. */
export const paperFormats = {
  pdf: { label: "PDF", suffixes: ["pdf"], mime: "application/pdf" },
  docx: {
    label: "Word",
    suffixes: ["docx", "docm", "dotx"],
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  odt: {
    label: "OpenDocument",
    suffixes: ["odt", "fodt", "ott"],
    mime: "application/vnd.oasis.opendocument.text",
  },
  rtf: { label: "RTF", suffixes: ["rtf"], mime: "application/rtf" },
  markdown: { label: "Markdown", suffixes: ["md", "markdown"], mime: "text/markdown" },
  text: { label: "HTML and plain text", suffixes: ["txt", "html", "htm"], mime: "text/plain" },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type PaperFormat = keyof typeof paperFormats;

/** What a paper came in as. Text and Markdown have no physical pages. */
export const PaperFormat = z.enum(Object.keys(paperFormats) as [PaperFormat, ...PaperFormat[]]);

/** Endings of all files that can be imported as papers. */
export const paperSuffixes: readonly string[] = Object.values(paperFormats).flatMap(({ suffixes }) => suffixes);

/** Formats whose files say themselves how their text is written. */
const stating: ReadonlySet<PaperFormat> = new Set<PaperFormat>(["pdf", "docx", "odt", "rtf"]);

/** Whether files of a format state their encoding, so that none can be chosen for them. */
export function statesEncoding(format: PaperFormat): boolean {
  return stating.has(format);
}
