import { type PaperFormat, paperFormats } from "../../../shared/model/paper-format.ts";
import type { ImportedEnd, Out } from "./imported.ts";
import { type SniffedSource, wholeSource } from "./sniffed-source.ts";

type Reader = Readonly<{
  /** Whether a file is of this format, by what is in it first. The first reader that says so gets the file. */
  sniff: (file: SniffedSource) => boolean | Promise<boolean>;
  read: (file: SniffedSource, out: Out) => Promise<ImportedEnd>;
}>;

/** How each format is known and read, in the order they are tried. Readers are loaded when they are needed. */
const readers: { readonly [Name in PaperFormat]: Reader } = {
  pdf: {
    sniff: ({ bytes }) => isPdf(bytes),
    read: async ({ bytes, password }, out) =>
      (await import("./pdf/import-pdf.ts")).importPdf(bytes, password ?? null, out),
  },
  markdown: {
    sniff: async (file) =>
      hasSuffix(file, "markdown") || (await import("./plain-source.ts")).hasMarks((await file.decoded()).text),
    read: async (file, out) => {
      const { importMarkdownSource } = await import("./plain-source.ts");
      return wholeSource(importMarkdownSource(await file.decoded(), hasSuffix(file, "markdown")), out);
    },
  },
  text: {
    sniff: () => true,
    read: async (file, out) => {
      const { importTextSource } = await import("./plain-source.ts");
      return wholeSource(importTextSource(await file.decoded()), out);
    },
  },
};

type Importer = Reader & Readonly<{ name: PaperFormat; suffixes: readonly string[] }>;

/** All that can be imported as a paper. */
export const importers: readonly Importer[] = (Object.keys(readers) as PaperFormat[]).map((name) => ({
  name,
  suffixes: paperFormats[name].suffixes,
  ...readers[name],
}));

/** A PDF's header may stand anywhere in the first 1,024 bytes (ISO 32000-1, Annex H, implementation note 13). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

function hasSuffix({ name }: SniffedSource, format: PaperFormat): boolean {
  const lower = name.toLowerCase();
  return paperFormats[format].suffixes.some((suffix) => lower.endsWith(`.${suffix}`));
}
