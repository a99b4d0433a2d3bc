import type { TextPreview } from "../../../shared/contract/workbench.ts";
import { isDocument } from "./formats.ts";
import { importWords, readWords } from "./plain-source.ts";
import type { Source } from "./sniffed-source.ts";
import { hasUnsureLines } from "./text.ts";

/** How much of a text is shown, and how much of a large file is looked at, in characters and bytes. */
const shown = 4_000;
const looked = 200_000;

/** The beginning of a text as it would be read; null for a PDF and other documents. Throws as `importWords` does. */
export function textPreview({ name, bytes, reading }: Source): TextPreview | null {
  if (isDocument(bytes)) return null;
  const { text, encoding, warnings, form } = readWords(name, bytes, reading?.encoding ?? null);
  const part = bytes.subarray(0, looked);
  const { content } = importWords(name, part, { encoding, lines: reading?.lines ?? null });
  return {
    text: content.text.slice(0, shown),
    encoding,
    isEncodingGuessed: reading?.encoding == null && encoding !== "utf-8" && warnings.length > 0,
    areLinesUnsure: form === "text" && hasUnsureLines(text.slice(0, looked)),
    warnings,
  };
}
