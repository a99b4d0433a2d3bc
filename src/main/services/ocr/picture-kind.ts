/** Pictures that can be imported as papers. */
export type PictureKind = "jpeg" | "png" | "tiff" | "webp";

/** What kind of picture a file is, by its first bytes; null for anything else. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^(II[*+]\0|MM\0[*+])/.test(head)) return "tiff";
  return head.startsWith("RIFF") && head.endsWith("WEBP") ? "webp" : null;
}
