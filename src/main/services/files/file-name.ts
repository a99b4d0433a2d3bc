/** Bytes of a name in UTF-8. Systems allow 255 at most (143 on an encrypted folder), with ending and temporary mark. */
const longest = 120;
/** Names that are devices on Windows, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=$|[. ])/i;

/**
 * A name that a file may have on Windows, macOS and Linux, made of any words; "Paper" when nothing is left of them. It
 * names no folder and no device, hides nothing (no leading dot, no invisible or direction-turning characters), is not
 * taken for an option, and is at most 120 bytes long. The caller appends the ending.
 */
export function fileName(words: string): string {
  const clean = words
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\ufffd]+/gu, " ")
    .replace(/(?!\u200c|\u200d)\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[-. ]+/, "")
    .replace(devices, "_$1");
  let name = "";
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(clean)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > longest) break;
    name += segment;
  }
  return name.replace(/[. ]+$/, "") || "Paper";
}
