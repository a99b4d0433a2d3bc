import type { Reading } from "../../../shared/model/paper.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import type { Imported, ImportedEnd, Out } from "./imported.ts";
import type { PagesAhead } from "./pdf/pages-ahead.ts";
import type { SourceWords } from "./plain-source.ts";

/** A file as it was given, with the password it may need, and how a text is to be read. */
export type Source = Readonly<{
  name: string;
  bytes: Uint8Array;
  password?: string;
  reading?: Reading;
  /** Words recognised in pictures of its pages, which are read instead of those that the pages have. */
  recognised?: Recognised;
  /** Another thread that has this file open, if it is a PDF. */
  ahead?: PagesAhead;
}>;

/**
 * A file whose format is asked for. `words` is its text, decoded when first asked for; it throws for what is no text.
 */
export type SniffedSource = Source & Readonly<{ words: () => Promise<SourceWords> }>;

/** The file with its text within reach. */
export function sniffed(source: Source): SniffedSource {
  let words: Promise<SourceWords> | null = null;
  const decode = async (): Promise<SourceWords> => {
    const { readWords } = await import("./plain-source.ts");
    return readWords(source.name, source.bytes, source.reading?.encoding ?? null);
  };
  return {
    ...source,
    words: () => {
      words ??= decode();
      return words;
    },
  };
}

/** Hand out a short source, which is read whole, as one part. */
export function wholeSource({ content, ...about }: Imported, out: Out): ImportedEnd {
  const { pages, warnings, ...part } = content;
  out.onPart(part);
  return { ...about, end: { pages, warnings }, levels: [] };
}
