import { dictionaryEntries } from "../../pdf/lexer.ts";
import {
  dict,
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  nameValue,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  textString,
} from "../../pdf/objects.ts";
import { PdfPages, visibleBox } from "../../pdf/pages.ts";
import { PdfSource } from "../../pdf/source.ts";
import { numbersOf, withNumbers } from "../../pdf/trees.ts";
import type { PdfUpdate } from "../../pdf/update.ts";
import type { Tags } from "./tags.ts";

/** The catalog's new entries, and the first of the pages added. */
type Appended = Readonly<{ entries: ReadonlyMap<string, PdfObject>; front: PdfRef | null }>;

/**
 * Copy the pages of another PDF after the last page. What the pages need comes along under new numbers. A link whose
 * address `destinationOf` knows becomes a link inside the file; other annotations are left out.
 */
export function appendPages(
  update: PdfUpdate,
  other: Uint8Array,
  destinationOf: (address: string) => PdfObject,
  tags: Tags | null,
): Appended {
  const from = new PdfSource(other);
  const { root } = update.pages;
  const present = update.pages.count;
  const node = update.reserve();
  const copied = new Map<number, PdfRef>();
  const copy = copier(update, from, copied);
  const all = new PdfPages(from).all();
  for (const { ref } of all) copied.set(ref.number, update.reserve());
  const structure = tags === null ? null : structureOf(from, copy, copied, tags);
  const pages = all.flatMap(({ ref, dict: page }) => {
    const own = copied.get(ref.number);
    if (own === undefined) return [];
    const box = visibleBox(from, page);
    const kept = new Map([...page].filter(([key]) => ["Resources", "Contents"].includes(key)));
    const entries = new Map<string, PdfObject>([
      ...copyDict(kept, copy),
      ["Type", nameValue("Page")],
      ["Parent", node],
      // Statement even where it is the rule, so that nothing is inherited from the paper's own pages.
      ["MediaBox", box],
      ["CropBox", box],
      ["Rotate", 0],
      ["Annots", linksOf(update, from, page, { destinationOf, structure, copied })],
    ]);
    const key = structure?.(page.get("StructParents"));
    if (key !== undefined) entries.set("StructParents", key).set("Tabs", nameValue("S"));
    update.set(own, entries);
    return [own];
  });
  const entries = labels(update, present);
  const own = update.source.dict(root);
  const kids = update.source.resolve(own.get("Kids"));
  const count = present + pages.length;
  // A catalog may name its only page where the tree of pages should be; then a tree is made of both.
  const top = isArray(kids) ? root : update.reserve();
  update.set(node, dict({ Type: nameValue("Pages"), Parent: top, Kids: pages, Count: pages.length }));
  if (isArray(kids))
    update.set(root, new Map<string, PdfObject>([...own, ["Kids", [...kids, node]], ["Count", count]]));
  else {
    update.set(root, new Map<string, PdfObject>([...dictionaryEntries(update.get(root)), ["Parent", top]]));
    // What the page inherits from the parent it names, it goes on inheriting.
    const above = update.source.dict(own.get("Parent"));
    update.set(top, new Map([...above, ...dict({ Type: nameValue("Pages"), Kids: [root, node], Count: count })]));
    entries.set("Pages", top);
  }
  return { entries, front: pages[0] ?? null };
}

type Copy = (value: PdfObject) => PdfObject;
/** The new key for a page's or an annotation's old one. */
type Structure = (key: PdfObject | undefined) => number | undefined;

/** Bring the other file's structure tree along (ISO 32000-1, 14.7), under the section for what is added. */
function structureOf(from: PdfSource, copy: Copy, copied: Map<number, PdfRef>, tags: Tags): Structure {
  const ref = from.catalog().dict.get("StructTreeRoot");
  const root = from.dict(ref);
  if (isRef(ref)) copied.set(ref.number, tags.section);
  const links = new PdfPages(from).all().flatMap(({ dict: page }) => from.resolve(page.get("Annots")));
  // Links are recreated; the elements that hold them must lead to the new ones.
  for (const link of links.flat()) if (isRef(link) && !copied.has(link.number)) copied.set(link.number, tags.reserve());
  const kids = from.resolve(root.get("K"));
  tags.addTree(
    (isArray(kids) ? kids : [root.get("K") ?? null]).map(copy),
    copyDict(from.dict(root.get("RoleMap")), copy),
  );
  const parents = numbersOf(from, from.dict(root.get("ParentTree")));
  return (key) => {
    const elements = typeof key === "number" ? parents.get(key) : undefined;
    return elements === undefined ? undefined : tags.addParent(copy(elements));
  };
}

/** Labels for the pages added, so that they do not go on counting as the paper does (ISO 32000-1, section 12.4.2). */
function labels(update: PdfUpdate, present: number): Map<string, PdfObject> {
  const { dict: catalog } = update.source.catalog();
  const tree = update.source.dict(catalog.get("PageLabels"));
  const own = dict({ S: nameValue("D"), St: 1, P: textString("Claims ") });
  const first: (readonly [number, PdfObject])[] = tree.size === 0 ? [[0, dict({ S: nameValue("D") })]] : [];
  return new Map([["PageLabels", withNumbers(update, tree, [...first, [present, own]])]]);
}

/** Copies values of another file, each indirect object once. */
function copier(update: PdfUpdate, from: PdfSource, copied: Map<number, PdfRef>): Copy {
  const copy = (value: PdfObject): PdfObject => {
    if (isRef(value)) {
      const known = copied.get(value.number);
      if (known !== undefined) return known;
      const target = from.object(value.number);
      // Parent links would bring the other file's whole page tree along.
      if (isDict(target) && isName(target.get("Type"), "Pages")) return null;
      const ref = update.reserve();
      copied.set(value.number, ref);
      update.set(ref, copy(target));
      return ref;
    }
    if (isArray(value)) return value.map(copy);
    if (isStream(value)) return { ...value, dict: copyDict(value.dict, copy) };
    return isDict(value) ? copyDict(value, copy) : value;
  };
  return copy;
}

function copyDict(value: PdfDict, copy: Copy): PdfDict {
  return new Map([...value].map(([key, value]) => [key, copy(value)] as const));
}

type Linking = Readonly<{
  destinationOf: (address: string) => PdfObject;
  structure: Structure | null;
  copied: ReadonlyMap<number, PdfRef>;
}>;

/** The links of a page as links to places in this file (ISO 32000-1, section 12.5.6.5). */
function linksOf(
  update: PdfUpdate,
  from: PdfSource,
  page: PdfDict,
  { destinationOf, structure, copied }: Linking,
): PdfRef[] {
  const annotations = from.resolve(page.get("Annots"));
  return (isArray(annotations) ? annotations : []).flatMap((annotation) => {
    const link = from.dict(annotation);
    const address = from.resolve(from.dict(link.get("A")).get("URI"));
    const target = isString(address) ? destinationOf(Buffer.from(address.bytes).toString("latin1")) : null;
    const known = isRef(annotation) ? copied.get(annotation.number) : undefined;
    if (target === null && known === undefined) return [];
    const entries = dict({
      Type: nameValue("Annot"),
      Subtype: nameValue("Link"),
      Rect: from.resolve(link.get("Rect")),
      Border: [0, 0, 0],
      F: 4,
      Dest: target ?? undefined,
      Contents: link.get("Contents"),
      StructParent: structure?.(link.get("StructParent")),
    });
    const ref = known ?? update.reserve();
    update.set(ref, entries);
    return [ref];
  });
}
