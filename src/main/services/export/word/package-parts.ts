import path from "node:path";
import { nameParts, spansOf } from "./xml-spans.ts";

const office = {
  transitional: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  strict: "http://purl.oclc.org/ooxml/officeDocument/relationships",
} as const;
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** The namespaces of Word's own elements (ECMA-376), and the one that a part uses. */
const words = {
  transitional: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  strict: "http://purl.oclc.org/ooxml/wordprocessingml/main",
} as const;

/** Which form of the standard a part is written in. */
export function formOf(xml: string): "transitional" | "strict" {
  return xml.includes(`"${words.strict}"`) || xml.includes(`'${words.strict}'`) ? "strict" : "transitional";
}

export function namespaceOf(xml: string): string {
  return words[formOf(xml)];
}

/** The files of a package as text, by their names in the archive; parts are found whatever their case. */
export class PackageFiles {
  readonly files: Map<string, Uint8Array>;
  readonly #names: ReadonlyMap<string, string>;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.files = new Map(files);
    this.#names = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]));
  }

  /** The name of a part in the archive; null where there is none. */
  nameOf(part: string): string | null {
    return this.#names.get(part.toLowerCase()) ?? null;
  }

  /** The text of a part, with how it is written; null where there is none. */
  text(part: string): string | null {
    const bytes = this.files.get(this.nameOf(part) ?? part);
    if (bytes === undefined) return null;
    const [first, second] = bytes;
    const encoding =
      first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
  }

  /** Write a part in UTF-8. */
  write(part: string, xml: string): void {
    const declared = xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[\w.:-]+/, "$1UTF-8");
    this.files.set(this.nameOf(part) ?? part, new TextEncoder().encode(declared));
  }
}

/**
 * The part of a document's comments: the one it has, else a new one, which the document's relationships and the list of
 * content types then name.
 */
export function commentsPart(files: PackageFiles, main: string, known: string | null): string {
  if (known !== null) return known;
  const folder = path.posix.dirname(main);
  const base = folder === "." ? "" : `${folder}/`;
  const part = ["comments.xml", "comments-2.xml", "comments-3.xml"].find((name) => files.nameOf(base + name) === null);
  if (part === undefined) throw new Error("Every name of a comments part is taken.");
  const links = `${base}_rels/${path.posix.basename(main)}.rels`;
  const type = `${office[formOf(files.text(main) ?? "")]}/comments`;
  const before = files.text(links) ?? `<Relationships xmlns="${relationships}"></Relationships>`;
  const id = ["rIdStancemark", "rIdStancemark2", "rIdStancemark3"].find(
    (candidate) => !before.includes(`"${candidate}"`),
  );
  files.write(links, withChild(before, "Relationship", `Id="${id}" Type="${type}" Target="${part}"`));
  const types = files.text("[Content_Types].xml");
  if (types !== null)
    files.write(
      "[Content_Types].xml",
      withChild(types, "Override", `PartName="/${base}${part}" ContentType="${commentsType}"`),
    );
  files.write(base + part, `<w:comments xmlns:w="${namespaceOf(files.text(main) ?? "")}"></w:comments>`);
  return base + part;
}

/** A document whose root has one more child, at its end, of the root's own namespace. */
function withChild(xml: string, name: string, attributes: string): string {
  const [root] = spansOf(xml);
  if (root === undefined) return xml;
  const child = `<${nameParts(root).prefix}${name} ${attributes}/>`;
  return beforeEnd(xml, child);
}

/** A document with more in its root, at its end. */
export function beforeEnd(xml: string, more: string): string {
  const [root] = spansOf(xml);
  if (root === undefined) return xml;
  if (root.closing < root.end) return xml.slice(0, root.closing) + more + xml.slice(root.closing);
  const tag = xml.slice(root.start, root.end).replace(/\/>$/, ">");
  return `${xml.slice(0, root.start)}${tag}${more}</${root.name}>${xml.slice(root.end)}`;
}
