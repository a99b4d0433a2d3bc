import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";

/** What a file is that is no text, by its first bytes, as one says it in a sentence. */
const beginnings: readonly (readonly [Message, readonly number[] | string])[] = [
  [message("format.gif"), "GIF8"],
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

/** Which document a zip archive is, by what it holds (ECMA-376, ODF 1.3, EPUB 3.3). */
export type ArchiveKind = "docx" | "xlsx" | "pptx" | "epub" | "odt" | "openDocument" | "zip";

/** What a zip archive is, by the names of its files and its media type; null for what is no archive. */
export function archiveKind(bytes: Uint8Array): ArchiveKind | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (archive.length < 4 || archive.readUint32BE(0) !== localHeader) return null;
  const media = /^mimetype(application\/[\w.+-]+)/.exec(archive.toString("latin1", 30, 200))?.[1] ?? "";
  if (media.startsWith("application/epub+zip")) return "epub";
  if (media.startsWith("application/vnd.oasis.opendocument.text")) return "odt";
  if (media.startsWith("application/vnd.oasis.opendocument")) return "openDocument";
  const names = namesIn(archive);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^\/?word\//i)) return "docx";
  if (has(/^\/?xl\//i)) return "xlsx";
  if (has(/^\/?ppt\//i)) return "pptx";
  if (has(/^META-INF\/container\.xml$/i)) return "epub";
  return has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/) ? "odt" : "zip";
}

/** Signatures of a zip archive (APPNOTE 4.3). */
const localHeader = 0x504b0304;
const centralHeader = Buffer.from("PK\u0001\u0002", "latin1");
const directoryEnd = Buffer.from("PK\u0005\u0006", "latin1");

/** Names of its first files as its directory says, those of the files themselves where it is cut off. */
function namesIn(archive: Buffer): string[] {
  const end = archive.lastIndexOf(directoryEnd);
  const start = end < 0 || end + 20 > archive.length ? -1 : archive.readUint32LE(end + 16);
  const names: string[] = [];
  const isWhole = start >= 0 && archive.indexOf(centralHeader, start) === start;
  const header = isWhole ? centralHeader : archive.subarray(0, 4);
  const [lengthAt, nameAt] = isWhole ? [28, 46] : [26, 30];
  for (let offset = isWhole ? start : 0; names.length < maxNames; offset += nameAt) {
    offset = archive.indexOf(header, offset);
    if (offset < 0 || offset + nameAt > archive.length) break;
    names.push(
      archive.toString(
        "latin1",
        offset + nameAt,
        offset + nameAt + Math.min(200, archive.readUint16LE(offset + lengthAt)),
      ),
    );
  }
  return names;
}

/** Names that are looked at. */
const maxNames = 2000;

const archives: Readonly<Record<ArchiveKind, Message>> = {
  docx: message("format.docx"),
  xlsx: message("format.xlsx"),
  pptx: message("format.pptx"),
  epub: message("format.epub"),
  odt: message("format.odt"),
  openDocument: message("format.openDocument"),
  zip: message("format.zip"),
};

/** What a file is when it is a known format that holds no plain text; null for anything else. */
export function foreignFormat(bytes: Uint8Array): Message | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = beginnings.find(([, start]) =>
    typeof start === "string" ? head.startsWith(start) : start.every((byte, index) => bytes[index] === byte),
  );
  if (found !== undefined) return found[0];
  const kind = archiveKind(bytes);
  return kind === null ? null : archives[kind];
}

/** The streams of an OLE file ([MS-CFB]) that say what it is, named in UTF-16. */
const stream = (name: string): Buffer => Buffer.from(name, "utf16le");

/** What an OLE file holds: an encrypted document, an old one of Word, or something else; null for what is none. */
export function oleKind(bytes: Uint8Array): "encrypted" | "doc" | "other" | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) return null;
  if (file.includes(stream("EncryptedPackage"))) return "encrypted";
  return file.includes(stream("WordDocument")) ? "doc" : "other";
}
