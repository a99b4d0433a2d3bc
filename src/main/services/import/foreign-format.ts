/** What a file is that is no text, by its first bytes, as one says it in a sentence. */
const beginnings: readonly (readonly [string, readonly number[] | string])[] = [
  ["an RTF document", "{\\rtf"],
  ["a picture (PNG)", [0x89, 0x50, 0x4e, 0x47]],
  ["a picture (JPEG)", [0xff, 0xd8, 0xff]],
  ["a picture (GIF)", "GIF8"],
  ["a picture (TIFF)", [0x49, 0x49, 0x2a, 0]],
  ["a picture (TIFF)", [0x4d, 0x4d, 0, 0x2a]],
  ["a document of an old Microsoft Office program", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["a PostScript file", "%!PS"],
  ["a compressed file (gzip)", [0x1f, 0x8b]],
  ["a compressed file (7-Zip)", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["a compressed file (RAR)", "Rar!"],
  ["a DjVu document", "AT&TFORM"],
  ["a database (SQLite)", "SQLite format 3"],
  ["a sound or video file", "ID3"],
  ["a sound or video file", "OggS"],
];

/** Which document a zip archive is, by a name that its first entries have (ECMA-376, ODF 1.3, EPUB 3.3). */
const archives: readonly (readonly [string, string])[] = [
  ["word/", "a Word document (DOCX)"],
  ["xl/", "a spreadsheet (XLSX)"],
  ["ppt/", "a presentation (PPTX)"],
  ["application/epub+zip", "an e-book (EPUB)"],
  ["application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"],
  ["application/vnd.oasis.opendocument", "an OpenDocument file"],
];

/** What a file is when it is a known format that holds no plain text: "a Word document (DOCX)"; null for anything else. */
export function foreignFormat(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = beginnings.find(([, start]) =>
    typeof start === "string" ? head.startsWith(start) : start.every((byte, at) => bytes[at] === byte),
  );
  if (found !== undefined) return found[0];
  if (!head.startsWith("PK\u0003\u0004")) return null;
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return archives.find(([name]) => archive.includes(name))?.[1] ?? "a zip archive";
}
