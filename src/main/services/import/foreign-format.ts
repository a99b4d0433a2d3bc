import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";

/** What a file is that is no text, by its first bytes, as one says it in a sentence. */
const beginnings: readonly (readonly [Message, readonly number[] | string])[] = [
  [message("format.rtf"), "{\\rtf"],
  [message("format.png"), [0x89, 0x50, 0x4e, 0x47]],
  [message("format.jpeg"), [0xff, 0xd8, 0xff]],
  [message("format.gif"), "GIF8"],
  [message("format.tiff"), [0x49, 0x49, 0x2a, 0]],
  [message("format.tiff"), [0x4d, 0x4d, 0, 0x2a]],
  [message("format.oldOffice"), [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  [message("format.postscript"), "%!PS"],
  [message("format.gzip"), [0x1f, 0x8b]],
  [message("format.sevenZip"), [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  [message("format.rar"), "Rar!"],
  [message("format.djvu"), "AT&TFORM"],
  [message("format.sqlite"), "SQLite format 3"],
  [message("format.sound"), "ID3"],
  [message("format.sound"), "OggS"],
];

/** Which document a zip archive is, by a name that its first entries have (ECMA-376, ODF 1.3, EPUB 3.3). */
const archives: readonly (readonly [string, Message])[] = [
  ["word/", message("format.docx")],
  ["xl/", message("format.xlsx")],
  ["ppt/", message("format.pptx")],
  ["application/epub+zip", message("format.epub")],
  ["application/vnd.oasis.opendocument.text", message("format.odt")],
  ["application/vnd.oasis.opendocument", message("format.openDocument")],
];

/** What a file is when it is a known format that holds no plain text; null for anything else. */
export function foreignFormat(bytes: Uint8Array): Message | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = beginnings.find(([, start]) =>
    typeof start === "string" ? head.startsWith(start) : start.every((byte, at) => bytes[at] === byte),
  );
  if (found !== undefined) return found[0];
  if (!head.startsWith("PK\u0003\u0004")) return null;
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return archives.find(([name]) => archive.includes(name))?.[1] ?? message("format.zip");
}
