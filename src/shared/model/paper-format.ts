import { z } from "zod";

type FormatFacts = Readonly<{
  /** Its name for people. */
  label: string;
  /** Endings of its files in small letters, without a dot; the first is that of a kept source, unless `kept` is. */
  suffixes: readonly [string, ...string[]];
  /** Media type (IANA). */
  mime: string;
  /** The ending of a kept source where the format is several. */
  kept?: string;
  /** It has physical pages, which can be shown and printed as they are. */
  hasPages?: true;
}>;

/** What a paper can be imported from. `import/formats.ts` in the services has the reader of each. */
export const paperFormats = {
  pdf: { label: "PDF", suffixes: ["pdf"], mime: "application/pdf", hasPages: true },
  docx: {
    label: "Word",
    suffixes: ["docx", "docm", "dotx"],
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  image: {
    label: "pictures (JPEG, PNG, TIFF, WebP)",
    suffixes: ["jpg", "jpeg", "png", "tif", "tiff", "webp"],
    mime: "image/*",
    kept: "picture",
    hasPages: true,
  },
  markdown: { label: "Markdown", suffixes: ["md", "markdown"], mime: "text/markdown" },
  text: { label: "HTML and plain text", suffixes: ["txt", "html", "htm"], mime: "text/plain" },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type PaperFormat = keyof typeof paperFormats;

/** What a paper came in as. Only PDFs and pictures have physical pages. */
export const PaperFormat = z.enum(Object.keys(paperFormats) as [PaperFormat, ...PaperFormat[]]);

/** Endings of all files that can be imported as papers. */
export const paperSuffixes: readonly string[] = Object.values(paperFormats).flatMap(({ suffixes }) => suffixes);

/** Formats whose files say themselves how their text is written. */
const stating: ReadonlySet<PaperFormat> = new Set<PaperFormat>(["pdf", "docx", "image"]);

/** Whether files of a format state their encoding, so that none can be chosen for them. */
export function statesEncoding(format: PaperFormat): boolean {
  return stating.has(format);
}

/** Whether papers of a format have physical pages, which can be shown as they are. */
export function hasPages(format: PaperFormat): boolean {
  const facts: FormatFacts = paperFormats[format];
  return facts.hasPages === true;
}

/** The ending of the file that a library has of a paper's source. */
export function keptSuffix(format: PaperFormat): string {
  const { kept, suffixes }: FormatFacts = paperFormats[format];
  return kept ?? suffixes[0];
}
