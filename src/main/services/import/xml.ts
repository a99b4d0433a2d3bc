import { SaxesParser } from "saxes";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";

/**
 * An element. Names of a known namespace have the prefix that the reader gave it, whatever the file calls it (`w:p`);
 * those of another namespace begin with `?:`. An attribute without a prefix has none here either.
 */
export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
}>;
export type XmlNode = XmlElement | string;

/** What one document may hold at most: elements in each other, and elements in all. */
export type XmlLimits = Readonly<{ depth: number; elements: number }>;
/** The limits of every document that comes in. A book of 1,000 pages has about one million elements. */
export const xmlLimits: XmlLimits = { depth: 256, elements: 4_000_000 };

/** Prefixes by namespace, as a reader writes names. */
export type XmlNames = Readonly<Record<string, string>>;

const noAttributes: XmlElement["attributes"] = Object.freeze({});

/**
 * Parse a document (XML 1.0 with namespaces) strictly. A document type that declares anything is refused, so no entity
 * but the five of XML and none from outside is ever resolved. `file` is named in errors. Throws `unreadable` for what
 * is not well-formed, and `limit` for what is nested too deep or has too many elements.
 */
export function parseXml(
  source: Uint8Array | string,
  names: XmlNames,
  file: string,
  limits: XmlLimits = xmlLimits,
): XmlElement {
  const text = typeof source === "string" ? source.replace(/^\ufeff/, "") : decodeXml(source, file);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: { element: XmlElement; children: XmlNode[] }[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  parser.on("error", (error) => {
    throw new WorkbenchError("unreadable", message("import.xmlDamaged", { file }), error);
  });
  parser.on("doctype", (declaration) => {
    if (declaration.includes("[")) throw new WorkbenchError("unreadable", message("import.xmlDeclares", { file }));
  });
  parser.on("opentag", (tag) => {
    if (open.length >= limits.depth || ++elements > limits.elements)
      throw new WorkbenchError("limit", message("import.xmlTooLarge"));
    const children: XmlNode[] = [];
    let attributes: Record<string, string> | null = null;
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === "xmlns" || attribute.name === "xmlns") continue;
      attributes ??= Object.create(null) as Record<string, string>;
      attributes[attribute.prefix === "" ? attribute.local : nameOf(names, attribute)] = attribute.value;
    }
    const element = { name: nameOf(names, tag), attributes: attributes ?? noAttributes, children };
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    open.push({ element, children });
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (open.length === 0) root = closed?.element ?? null;
  });
  const write = (words: string): void => {
    open.at(-1)?.children.push(words);
  };
  parser.on("text", write);
  parser.on("cdata", write);
  parser.write(text).close();
  if (root === null) throw new WorkbenchError("unreadable", message("import.xmlDamaged", { file }));
  return root;
}

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

function nameOf(names: XmlNames, { uri, local }: Readonly<{ uri: string; local: string }>): string {
  if (uri === "") return local;
  const prefix = uri === xmlNamespace ? "xml" : Object.hasOwn(names, uri) ? names[uri] : "?";
  return prefix === "" ? local : `${prefix}:${local}`;
}

/**
 * The text of a document by its byte order mark, else by its declaration, else UTF-8 (XML 1.0, appendix F). Throws
 * `unreadable` where the bytes are no text of that encoding.
 */
function decodeXml(bytes: Uint8Array, file: string): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const marked = head.startsWith("\xff\xfe") || /^<\0/.test(head) ? "utf-16le" : null;
  const big = head.startsWith("\xfe\xff") || /^\0</.test(head) ? "utf-16be" : null;
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(marked ?? big ?? (head.startsWith("\xef\xbb\xbf") ? "utf-8" : (declared ?? "utf-8")), {
      fatal: true,
    }).decode(bytes);
  } catch (error) {
    throw new WorkbenchError("unreadable", message("import.xmlDamaged", { file }), error);
  }
}

/** The elements among the children. */
export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** The first child of a name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** All children of a name. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name,
  );
}

/** Every element below, in the order of the document. */
export function* descendantsOf(parent: XmlElement): Generator<XmlElement> {
  for (const child of parent.children)
    if (typeof child !== "string") {
      yield child;
      yield* descendantsOf(child);
    }
}

/** All text below, as it is. */
export function textOfXml(node: XmlNode): string {
  return typeof node === "string" ? node : node.children.map(textOfXml).join("");
}
