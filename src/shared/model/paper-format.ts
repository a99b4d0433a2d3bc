type FormatFacts = Readonly<{
  /** Its name for people. */
  label: string;
  /** Endings of its files in small letters, without a dot; the first is that of a kept source, unless `kept` is. */
  suffixes: readonly [string, ...string[]];
  /** Media type (IANA); of several of one kind, as `image/*` (RFC 9110, 12.5.1). `mediaType` has that of a file. */
  mime: string;
  /** What of its reading can be chosen, as `Reading` has it. */
  options: readonly ("encoding" | "lines" | "extent" | "changes")[];
  /** The ending of a kept source where the format is several. */
  kept?: string;
  /** It has physical pages, which can be shown and printed as they are. */
  hasPages?: true;
}>;

/**
 * What a paper can be imported from, in the order in which a file is asked whether it is one.
 * `import/formats.ts` in the services has the reader of each.
 */
export const paperFormats = {
  pdf: { label: "PDF", suffixes: ["pdf"], mime: "application/pdf", options: [], hasPages: true },
  docx: {
    label: "Word",
    suffixes: ["docx", "docm", "dotx"],
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    options: ["changes"],
  },
  odt: {
    label: "OpenDocument",
    suffixes: ["odt", "fodt", "ott"],
    mime: "application/vnd.oasis.opendocument.text",
    options: ["changes"],
  },
  rtf: { label: "RTF", suffixes: ["rtf"], mime: "application/rtf", options: ["changes"] },
  epub: { label: "EPUB", suffixes: ["epub"], mime: "application/epub+zip", options: [] },
  image: {
    label: "JPEG, PNG, TIFF, WebP",
    suffixes: ["jpg", "jpeg", "png", "tif", "tiff", "webp"],
    mime: "image/*",
    options: [],
    kept: "picture",
    hasPages: true,
  },
  mhtml: { label: "MHTML", suffixes: ["mhtml", "mht"], mime: "multipart/related", options: ["encoding", "extent"] },
  msg: { label: "MSG", suffixes: ["msg", "oft", "tnef"], mime: "application/vnd.ms-outlook", options: [] },
  eml: { label: "EML", suffixes: ["eml", "mbox"], mime: "message/rfc822", options: ["encoding", "lines"] },
  markdown: {
    label: "Markdown",
    suffixes: ["md", "markdown", "mkd", "mdown", "rmd", "qmd"],
    mime: "text/markdown",
    options: ["encoding", "lines"],
  },
  html: { label: "HTML", suffixes: ["html", "htm", "xhtml"], mime: "text/html", options: ["encoding", "extent"] },
  text: { label: "TXT", suffixes: ["txt"], mime: "text/plain", options: ["encoding", "lines"] },
} as const satisfies Readonly<Record<string, FormatFacts>>;

/** What a paper came in as. Only PDFs and pictures have physical pages. */
export type PaperFormat = keyof typeof paperFormats;

/** Endings of all files that can be imported as papers. */
export const paperSuffixes: readonly string[] = Object.values(paperFormats).flatMap(({ suffixes }) => suffixes);

/** What Outlook calls a message that it has packed; other files with this ending are of programs. */
const packedMessage = /^winmail.*\.dat$/i;

/** Whether a file of a folder is one to import, by its name. */
export function isPaperName(name: string): boolean {
  const suffix = /[^.]\.([^.]+)$/.exec(name)?.[1] ?? "";
  return paperSuffixes.includes(suffix.toLowerCase()) || packedMessage.test(name);
}

/** Names of all formats that can be imported. */
export const paperFormatLabels: readonly string[] = Object.values(paperFormats).map(({ label }) => label);

/** Whether something can be chosen of how files of a format are read. */
export function hasReadings(format: PaperFormat): boolean {
  return paperFormats[format].options.length > 0;
}

/** Whether a file of a format has a text whose reading is seen in a preview. */
export function hasTextPreview(format: PaperFormat): boolean {
  const { options }: FormatFacts = paperFormats[format];
  return options.includes("encoding");
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

/** Media types whose name is not that of the ending. */
const otherwise: Readonly<Record<string, string>> = { jpg: "jpeg", tif: "tiff" };

/** The media type of a paper's source, by its name where the format has several, else `application/octet-stream`. */
export function mediaType(format: PaperFormat, fileName: string): string {
  const { mime, suffixes }: FormatFacts = paperFormats[format];
  if (!mime.endsWith("/*")) return mime;
  const suffix = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  return suffixes.includes(suffix) ? mime.replace("*", otherwise[suffix] ?? suffix) : "application/octet-stream";
}
