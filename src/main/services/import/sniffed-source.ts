import type { Message } from "../../../shared/messages/arguments.ts";
import type { Imported, ImportedEnd, Out } from "./imported.ts";

/** A file as it was given, with the password it may need. */
export type Source = Readonly<{ name: string; bytes: Uint8Array; password?: string }>;

/** A file's words with a sentence about them where something had to be guessed. */
export type DecodedText = Readonly<{ text: string; warning: Message | null }>;

/** A file whose format is asked for. `decoded` is its text, made when first asked for; it throws for what is no text. */
export type SniffedSource = Source & Readonly<{ decoded: () => Promise<DecodedText> }>;

/** The file with its text within reach. */
export function sniffed(source: Source): SniffedSource {
  let text: Promise<DecodedText> | null = null;
  const decode = async (): Promise<DecodedText> => (await import("./encoding.ts")).readText(source.name, source.bytes);
  return {
    ...source,
    decoded: () => {
      text ??= decode();
      return text;
    },
  };
}

/** Hand out a short source, which is read whole, as one part. */
export function wholeSource({ content, ...about }: Imported, out: Out): ImportedEnd {
  const { pages, warnings, ...part } = content;
  out.onPart(part);
  return { ...about, end: { pages, warnings }, levels: [] };
}
