import type { TextPreview } from "../../../shared/contract/workbench.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import type { EncodingName } from "../../../shared/model/encodings.ts";
import { hasTextPreview } from "../../../shared/model/paper-format.ts";
import { importers } from "./formats.ts";
import type { Imported } from "./imported.ts";
import { importMail } from "./mail/import-mail.ts";
import { importDecoded, importWords } from "./plain-source.ts";
import { type Source, sniffed } from "./sniffed-source.ts";
import { hasUnsureLines } from "./text.ts";
import { importMhtml, readMhtml } from "./web/mhtml.ts";

/** How much of a text is shown, and how much of a large file is looked at, in characters and bytes. */
const shown = 4_000;
const looked = 200_000;

/**
 * The beginning of a text as it would be read; null for a format that leaves nothing to choose. Throws as an import of
 * it would.
 */
export async function textPreview(source: Source): Promise<TextPreview | null> {
  const file = sniffed(source);
  for (const { name, sniff } of importers) {
    if (!(await sniff(file))) continue;
    if (!hasTextPreview(name)) return null;
    if (name === "eml")
      return previewOf(source, { encoding: source.reading?.encoding ?? "utf-8", warnings: [] }, importMail(source));
    if (name !== "mhtml") return previewOfWords(source, await file.words());
    const page = readMhtml(source);
    return previewOf(source, page, importMhtml(source, page));
  }
  return null;
}

type Words = Awaited<ReturnType<ReturnType<typeof sniffed>["words"]>>;

function previewOfWords(source: Source, words: Words): TextPreview {
  const { name, bytes, reading = null } = source;
  const { encoding, form, text } = words;
  // A page can't be judged by its beginning.
  if (form === "html") return previewOf(source, words, importDecoded(words, reading));
  const part = importWords(name, bytes.subarray(0, looked), { ...reading, encoding, lines: reading?.lines ?? null });
  return {
    ...previewOf(source, words, part),
    areLinesUnsure: form === "text" && hasUnsureLines(text.slice(0, looked)),
    warnings: words.warnings,
  };
}

type Decoded = Readonly<{ encoding: EncodingName; warnings: readonly Message[] }>;

function previewOf({ reading }: Source, { encoding, warnings }: Decoded, imported: Imported): TextPreview {
  return {
    text: imported.content.text.slice(0, shown),
    encoding,
    isEncodingGuessed: reading?.encoding == null && encoding !== "utf-8" && warnings.length > 0,
    areLinesUnsure: false,
    extent: imported.extent ?? null,
    warnings: imported.content.warnings,
  };
}
