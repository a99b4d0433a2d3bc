import path from "node:path";
import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { asLanguage, dayOf, identifiersOf } from "../web/page-facts.ts";
import { childOf, childrenOf, parseXml, textOfXml, type XmlElement } from "../xml.ts";
import { openZip, type ZipEntry } from "../zip-guard.ts";

const names = {
  "urn:oasis:names:tc:opendocument:xmlns:container": "container",
  "http://www.idpf.org/2007/opf": "opf",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://www.w3.org/2001/04/xmlenc#": "enc",
};

/** Ways in which fonts are made unusable outside of a book (EPUB 3.3, 4.3; Adobe's own); they hide no words. */
const fontObfuscation = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]);

/** A chapter of a book: its place in the archive, and its source. */
export type Chapter = Readonly<{ file: string; read: () => Promise<Uint8Array> }>;

/** A book as its package says. Chapters are in reading order, those out of line at the end. */
export type Book = Readonly<{
  title: string | null;
  authors: readonly string[];
  date: string | null;
  publisher: string;
  language: string;
  identifiers: string[];
  isRightToLeft: boolean;
  chapters: readonly Chapter[];
  /** Where its own tables of contents are: the file of EPUB 3, and that of EPUB 2. */
  navigation: Chapter | null;
  ncx: Chapter | null;
}>;

/** The most bytes of one file of a book that is read: its words, not its pictures. */
const maxBytes = 64 << 20;

/**
 * Open a book (EPUB 2.0.1, EPUB 3.3). Throws `unreadable` when it is damaged or protected against reading, `limit` as
 * the zip guard does.
 */
export async function openBook(name: string, bytes: Uint8Array): Promise<Book> {
  const entries = await openZip(bytes);
  const need = async (file: string): Promise<Uint8Array> => {
    const entry = entries.get(file);
    if (entry === undefined) throw new WorkbenchError("unreadable", message("import.bookIncomplete", { name, file }));
    return readEntry(entry);
  };
  const protection = entries.get("META-INF/encryption.xml");
  if (protection !== undefined && isProtected(parseXml(await readEntry(protection), names, protection.name)))
    throw new WorkbenchError("unreadable", message("import.bookProtected", { name }));
  const container = parseXml(await need("META-INF/container.xml"), names, "META-INF/container.xml");
  const roots = childrenOf(childOf(container, "container:rootfiles"), "container:rootfile");
  const file = (roots[0]?.attributes["full-path"] ?? "").trim();
  const root = parseXml(await need(file), names, file);
  const manifest = new Map(
    childrenOf(childOf(root, "opf:manifest"), "opf:item").map((item) => [idOf(item, "id"), item]),
  );
  const chapterOf = (item: XmlElement | undefined): Chapter | null => {
    const found = entryOf(entries, insideOf(file, item?.attributes["href"] ?? ""));
    return found === undefined ? null : { file: found.name, read: () => readEntry(found) };
  };
  const spine = childOf(root, "opf:spine");
  const references = childrenOf(spine, "opf:itemref");
  const isLinear = ({ attributes }: XmlElement): boolean => attributes["linear"] !== "no";
  const inOrder = [...references.filter(isLinear), ...references.filter((reference) => !isLinear(reference))];
  const items = inOrder.map((reference) => textItem(manifest, idOf(reference, "idref")));
  const isNavigation = (item: XmlElement): boolean => /(?:^|\s)nav(?:\s|$)/.test(item.attributes["properties"] ?? "");
  return {
    ...factsOf(childOf(root, "opf:metadata")),
    isRightToLeft: spine?.attributes["page-progression-direction"] === "rtl",
    chapters: [...new Set(items)].map(chapterOf).filter((chapter) => chapter !== null),
    navigation: chapterOf([...manifest.values()].find(isNavigation)),
    ncx: chapterOf(manifest.get(spine === undefined ? "" : idOf(spine, "toc"))),
  };
}

/** An identifier or a reference to one (XML 1.0, 3.3.3: white space around it does not count). */
function idOf({ attributes }: XmlElement, name: string): string {
  return (attributes[name] ?? "").trim();
}

/** Media types of text: XHTML, and what older books have (OEBPS 1.2). */
const textTypes = /html|xml|x-oeb1-document/;

/** An item of the reading order, or the first of those in its place that is text (EPUB 3.3, 5.6.2.1). */
function textItem(manifest: ReadonlyMap<string, XmlElement>, id: string): XmlElement | undefined {
  const seen = new Set<XmlElement>();
  let item = manifest.get(id);
  while (item !== undefined && !seen.has(item)) {
    if (textTypes.test(item.attributes["media-type"] ?? "")) return item;
    seen.add(item);
    item = manifest.get(idOf(item, "fallback"));
  }
  return undefined;
}

async function readEntry(entry: ZipEntry): Promise<Uint8Array> {
  if (entry.bytes > maxBytes) throw new WorkbenchError("limit", message("import.xmlTooLarge"));
  return entry.read();
}

/** Where a link of a file leads inside the archive, without its fragment. */
export function insideOf(file: string, href: string): string {
  const [before = ""] = href.split("#", 1);
  return path.posix.join(path.posix.dirname(file), decoded(before));
}

/** A name with its `%20` and so on resolved, where they are well-formed. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function entryOf(entries: ReadonlyMap<string, ZipEntry>, file: string): ZipEntry | undefined {
  const folded = (name: string): string => name.normalize("NFC").toLowerCase();
  return entries.get(file) ?? [...entries.values()].find(({ name }) => folded(name) === folded(file));
}

function isProtected(root: XmlElement): boolean {
  return childrenOf(root, "enc:EncryptedData").some((data) => {
    const algorithm = childOf(data, "enc:EncryptionMethod")?.attributes["Algorithm"] ?? "";
    return !fontObfuscation.has(algorithm);
  });
}

type Facts = Pick<Book, "title" | "authors" | "date" | "publisher" | "language" | "identifiers">;

function factsOf(metadata: XmlElement | undefined): Facts {
  // EPUB 2 allows two elements more around them.
  const holders = [metadata, childOf(metadata, "opf:dc-metadata"), childOf(metadata, "opf:x-metadata")];
  const all = (name: string): XmlElement[] => holders.flatMap((holder) => childrenOf(holder, name));
  const refinements = new Map(
    all("opf:meta").map((meta) => [
      `${meta.attributes["refines"] ?? ""} ${meta.attributes["property"] ?? ""}`,
      lineOf(meta),
    ]),
  );
  const refined = (element: XmlElement, property: string): string =>
    element.attributes[`opf:${property}`] ?? refinements.get(`#${element.attributes["id"] ?? ""} ${property}`) ?? "";
  const titles = all("dc:title").filter((title) => lineOf(title) !== "");
  const subtitle = titles.find((title) => refined(title, "title-type") === "subtitle");
  const main =
    titles.find((title) => refined(title, "title-type") === "main") ?? titles.find((title) => title !== subtitle);
  const dates = all("dc:date");
  const published =
    dates.find((date) => refined(date, "event") === "publication") ??
    dates.find((date) => refined(date, "event") === "");
  const isAuthor = (creator: XmlElement): boolean => ["", "aut"].includes(refined(creator, "role"));
  const title = [main, subtitle]
    .filter((element) => element !== undefined)
    .map(lineOf)
    .join(": ");
  return {
    title: title === "" ? null : title.slice(0, 2000),
    authors: [...new Set(all("dc:creator").filter(isAuthor).map(lineOf))].filter((name) => name !== "").slice(0, 200),
    date: published === undefined ? null : dayOf(lineOf(published)),
    publisher: all("dc:publisher").map(lineOf).join("; ").slice(0, 1000),
    language: all("dc:language").map((element) => asLanguage(lineOf(element)))[0] ?? "",
    identifiers: identifiersOf(all("dc:identifier").map(lineOf)),
  };
}

function lineOf(element: XmlElement): string {
  return textOfXml(element).replace(/\s+/g, " ").trim();
}
