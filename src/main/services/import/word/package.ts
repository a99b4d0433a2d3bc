import path from "node:path";
import { message } from "../../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../../shared/model/errors.ts";
import { childOf, childrenOf, parseXml, type XmlElement } from "../xml.ts";
import { openZip } from "../zip-guard.ts";
import { wordNames } from "./names.ts";

/** Where a relationship of a part leads: another part, or an address outside, which nothing here ever opens. */
export type Relation = Readonly<{ type: string; target: string; outside: boolean }>;

/** A document as named parts (ECMA-376 part 2), in a zip archive or in one XML file. */
export type WordPackage = Readonly<{
  /** A part by its name, without a slash before it; null where there is none. */
  part: (name: string) => Promise<XmlElement | null>;
  /** The relationships of a part by their identifiers; those of the package for `""`. */
  relations: (name: string) => Promise<ReadonlyMap<string, Relation>>;
}>;

/** The most bytes of one part: the whole of it is in memory while it is read. */
const maxPartBytes = 256 << 20;

/** A document in a zip archive. Throws as the guard does. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  const entries = await openZip(bytes);
  // Names are the same whatever their case (ECMA-376 part 2, 6.2.2.3); some writers begin them with a slash.
  const byName = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  return packageOf(async (name) => {
    const entry = byName.get(name.toLowerCase());
    if (entry === undefined) return null;
    if (entry.bytes > maxPartBytes) throw new WorkbenchError("limit", message("import.xmlTooLarge"));
    return parseXml(await entry.read(), wordNames, name);
  });
}

/** A document in one XML file. */
export function openFlatPackage(bytes: Uint8Array, name: string): WordPackage {
  const root = parseXml(bytes, wordNames, name);
  const parts = new Map<string, XmlElement>();
  for (const part of childrenOf(root, "pkg:part")) {
    const [content] = childOf(part, "pkg:xmlData")?.children.filter((child) => typeof child !== "string") ?? [];
    const partName = (part.attributes["pkg:name"] ?? "").replace(/^\//, "").toLowerCase();
    if (content !== undefined && typeof content !== "string") parts.set(partName, content);
  }
  return packageOf(async (partName) => parts.get(partName.toLowerCase()) ?? null);
}

function packageOf(part: WordPackage["part"]): WordPackage {
  const relations = async (name: string): Promise<ReadonlyMap<string, Relation>> => {
    const folder = path.posix.dirname(name);
    const base = folder === "." ? "" : `${folder}/`;
    const root = await part(`${base}_rels/${path.posix.basename(name)}.rels`);
    const found = childrenOf(root ?? undefined, "rel:Relationship").map(({ attributes }): [string, Relation] => {
      const { Id = "", Type = "", Target = "", TargetMode = "" } = attributes;
      const outside = TargetMode.toLowerCase() === "external";
      return [
        Id,
        { type: Type.slice(Type.lastIndexOf("/") + 1), target: outside ? Target : inside(base, Target), outside },
      ];
    });
    return new Map(found);
  };
  return { part, relations };
}

function inside(base: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : path.posix.normalize(`${base}${target}`);
}

/** The parts of a document that its main part names. */
export type DocumentParts = Readonly<{
  main: XmlElement;
  relations: ReadonlyMap<string, Relation>;
  /** A part by the type of its relationship (`styles`, `numbering`); null where the document has none. */
  related: (type: string) => Promise<XmlElement | null>;
  /** The relationships of such a part. */
  relationsOf: (type: string) => Promise<ReadonlyMap<string, Relation>>;
  /** How many parts of a type there are. */
  countOf: (type: string) => number;
  core: XmlElement | null;
}>;

/**
 * The parts of a Word document; `onPart` gets each that is read, with its type. Throws `unreadable` where it has no
 * main part.
 */
export async function documentParts(
  source: WordPackage,
  onPart: (name: string, root: XmlElement, type: string) => void = () => undefined,
): Promise<DocumentParts> {
  const all = [...(await source.relations("")).values()];
  const name = all.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const main = await source.part(name);
  if (main === null || main.name !== "w:document")
    throw new WorkbenchError("unreadable", message("import.noWordDocument"));
  onPart(name, main, "officeDocument");
  const relations = await source.relations(name);
  const nameOf = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type === type && !relation.outside)?.target ?? null;
  const core = all.find(({ type }) => type === "core-properties")?.target;
  return {
    main,
    relations,
    related: async (type) => {
      const found = nameOf(type);
      const root = found === null ? null : await source.part(found);
      if (found !== null && root !== null) onPart(found, root, type);
      return root;
    },
    relationsOf: async (type) => {
      const found = nameOf(type);
      return found === null ? new Map() : source.relations(found);
    },
    countOf: (type) => [...relations.values()].filter((relation) => relation.type === type).length,
    core: core === undefined ? null : await source.part(core),
  };
}
