import { message } from "../../../shared/messages/message.ts";
import type { Reading } from "../../../shared/model/paper.ts";
import { type PaperFormat, paperFormats } from "../../../shared/model/paper-format.ts";
import { pictureKind } from "../ocr/picture-kind.ts";
import { archiveKind } from "./foreign-format.ts";
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
    read: async ({ bytes, password, recognised, ahead }, out) =>
      (await import("./pdf/import-pdf.ts")).importPdf(bytes, password ?? null, out, recognised?.pages, ahead),
  },
  docx: {
    sniff: ({ bytes }) => isWord(bytes),
    read: async ({ name, bytes, reading }, out) =>
      wholeSource(await (await import("./word/import-docx.ts")).importDocx(name, bytes, textOf(reading)), out),
  },
  odt: {
    sniff: ({ bytes }) => isOpenText(bytes),
    read: async ({ name, bytes, reading }, out) =>
      wholeSource(await (await import("./odt/import-odt.ts")).importOdt(name, bytes, textOf(reading)), out),
  },
  rtf: {
    sniff: ({ bytes }) => isRtf(bytes),
    read: async ({ bytes, reading }, out) =>
      wholeSource((await import("./rtf/import-rtf.ts")).importRtf(bytes, textOf(reading)), out),
  },
  epub: {
    sniff: ({ bytes }) => archiveKind(bytes) === "epub",
    read: async ({ name, bytes }, out) =>
      wholeSource(await (await import("./epub/import-epub.ts")).importEpub(name, bytes), out),
  },
  image: {
    sniff: ({ bytes }) => pictureKind(bytes) !== null,
    read: readPicture,
  },
  mhtml: {
    sniff: async ({ bytes }) => (await import("./web/mhtml.ts")).isMhtml(bytes),
    read: async (file, out) => wholeSource((await import("./web/mhtml.ts")).importMhtml(file), out),
  },
  msg: {
    sniff: async ({ bytes }) =>
      (await import("./msg/parse-msg.ts")).isMsg(bytes) || (await import("./msg/parse-tnef.ts")).isTnef(bytes),
    read: async (file, out) => wholeSource((await import("./msg/import-msg.ts")).importMsg(file), out),
  },
  eml: {
    sniff: async (file) => (await import("./mail/import-mail.ts")).isMail(file),
    read: async (file, out) => wholeSource((await import("./mail/import-mail.ts")).importMail(file), out),
  },
  markdown: {
    sniff: async (file) => ["markdown", "marked"].includes((await file.words()).form),
    read: readDecoded,
  },
  html: { sniff: async (file) => (await file.words()).form === "html", read: readDecoded },
  text: { sniff: () => true, read: readDecoded },
};

/** Which text of tracked changes is wanted. */
function textOf(reading: Reading | null | undefined): Readonly<{ isBefore: boolean }> {
  return { isBefore: reading?.changes === "before" };
}

type Importer = Reader & Readonly<{ name: PaperFormat; suffixes: readonly string[] }>;

/** All that can be imported as a paper. */
export const importers: readonly Importer[] = (Object.keys(readers) as PaperFormat[]).map((name) => ({
  name,
  suffixes: paperFormats[name].suffixes,
  ...readers[name],
}));

/**
 * A PDF's header may be anywhere in the first 1,024 bytes (ISO 32000-1, Annex H, implementation note 13). Where other
 * words precede it, objects must follow: a text may speak of "%PDF-" too.
 */
export function isPdf(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = all.subarray(0, 1024).indexOf("%PDF-");
  return (
    offset >= 0 &&
    (all.subarray(0, offset).toString("latin1").trim() === "" ||
      /\bobj\b/.test(all.subarray(offset).toString("latin1")))
  );
}

function isWord(bytes: Uint8Array): boolean {
  return archiveKind(bytes) === "docx" || isFlat(bytes, "package");
}

/** Whether a file is RTF, by its first bytes. */
function isRtf(bytes: Uint8Array): boolean {
  return /^(\xef\xbb\xbf)?\s*\{\\rtf/.test(Buffer.from(bytes.subarray(0, 40)).toString("latin1"));
}

function isOpenText(bytes: Uint8Array): boolean {
  return archiveKind(bytes) === "odt" || isFlat(bytes, "document");
}

/** Whether a file is an office document in one XML file, by its first element. */
function isFlat(bytes: Uint8Array, root: "package" | "document"): boolean {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString("latin1");
  const namespace = { package: "/xmlPackage", document: ":opendocument:xmlns:office:" }[root];
  const [element = ""] = /<(?![?!])[^>]*>?/.exec(head) ?? [];
  return new RegExp(`^<(?:[\\w-]+:)?${root}\\s`).test(element) && element.includes(namespace);
}

/** A picture is read as the PDF that is made of it. */
async function readPicture({ bytes, recognised }: SniffedSource, out: Out): Promise<ImportedEnd> {
  const [{ pdfOfPicture }, { importPdf }] = await Promise.all([
    import("../ocr/picture.ts"),
    import("./pdf/import-pdf.ts"),
  ]);
  const pages = await pdfOfPicture(bytes);
  const read = await importPdf(pages, null, out, recognised?.pages);
  const warnings = read.end.warnings.map((warning) =>
    warning.key === "pdf.noText" ? message("picture.noText") : warning,
  );
  return { ...read, end: { ...read.end, warnings }, format: "image", pages };
}

async function readDecoded(file: SniffedSource, out: Out): Promise<ImportedEnd> {
  const { importDecoded } = await import("./plain-source.ts");
  return wholeSource(importDecoded(await file.words(), file.reading ?? null), out);
}
