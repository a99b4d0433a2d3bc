import { broken } from "./lexer.ts";
import {
  dict,
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  nameOf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  textString,
} from "./objects.ts";
import { Pages, visibleBox } from "./pages.ts";
import { PdfSource } from "./source.ts";
import { withNumbers } from "./trees.ts";
import type { PdfUpdate } from "./update.ts";

/**
 * Copy the pages of another PDF behind the last page; returns the catalog's new entries. What the pages need comes along
 * under new numbers. A link whose address `destinationOf` knows becomes a link inside the file; other annotations stay behind.
 */
export function appendPages(
  update: PdfUpdate,
  other: Uint8Array,
  destinationOf: (address: string) => PdfObject,
): Map<string, PdfObject> {
  const from = new PdfSource(other);
  const { root } = update.pages;
  const present = update.pages.count;
  const node = update.reserve();
  const copyDict = copier(update, from);
  const pages = new Pages(from).all().map(({ dict: page }) => {
    const box = visibleBox(from, page);
    const kept = new Map([...page].filter(([key]) => ["Resources", "Contents"].includes(key)));
    return update.add(
      new Map<string, PdfObject>([
        ...copyDict(kept),
        ["Type", nameOf("Page")],
        ["Parent", node],
        // Said even where it is the rule, so that nothing is inherited from the paper's own pages.
        ["MediaBox", box],
        ["CropBox", box],
        ["Rotate", 0],
        ["Annots", linksOf(update, from, page, destinationOf)],
      ]),
    );
  });
  update.set(node, dict({ Type: nameOf("Pages"), Parent: root, Kids: pages, Count: pages.length }));
  const own = update.source.dict(root);
  const kids = update.source.resolve(own.get("Kids"));
  if (!isArray(kids)) throw broken();
  update.set(root, new Map<string, PdfObject>([...own, ["Kids", [...kids, node]], ["Count", present + pages.length]]));
  return labels(update, present);
}

/** Labels for the pages added, so that they do not go on counting as the paper does (ISO 32000-1, section 12.4.2). */
function labels(update: PdfUpdate, present: number): Map<string, PdfObject> {
  const { dict: catalog } = update.source.catalog();
  const tree = update.source.dict(catalog.get("PageLabels"));
  const own = dict({ S: nameOf("D"), St: 1, P: textString("Claims ") });
  const first: (readonly [number, PdfObject])[] = tree.size === 0 ? [[0, dict({ S: nameOf("D") })]] : [];
  return new Map([["PageLabels", withNumbers(update, tree, [...first, [present, own]])]]);
}

/** Copies values of another file, each indirect object once. */
function copier(update: PdfUpdate, from: PdfSource): (value: PdfDict) => PdfDict {
  const copied = new Map<number, PdfRef>();
  const copy = (value: PdfObject): PdfObject => {
    if (isRef(value)) {
      const known = copied.get(value.number);
      if (known !== undefined) return known;
      const target = from.object(value.number);
      // Parent links would bring the other file's whole page tree along.
      if (isDict(target) && (isName(target.get("Type"), "Pages") || isName(target.get("Type"), "StructElem")))
        return null;
      const ref = update.reserve();
      copied.set(value.number, ref);
      update.set(ref, copy(target));
      return ref;
    }
    if (isArray(value)) return value.map(copy);
    if (isStream(value)) return { ...value, dict: copyDict(value.dict) };
    return isDict(value) ? copyDict(value) : value;
  };
  const copyDict = (value: PdfDict): PdfDict => new Map([...value].map(([key, one]) => [key, copy(one)] as const));
  return copyDict;
}

/** The links of a page as links to places in this file (ISO 32000-1, section 12.5.6.5). */
function linksOf(
  update: PdfUpdate,
  from: PdfSource,
  page: PdfDict,
  destinationOf: (address: string) => PdfObject,
): PdfRef[] {
  const annotations = from.resolve(page.get("Annots"));
  return (isArray(annotations) ? annotations : []).flatMap((annotation) => {
    const link = from.dict(annotation);
    const address = from.resolve(from.dict(link.get("A")).get("URI"));
    const target = isString(address) ? destinationOf(Buffer.from(address.bytes).toString("latin1")) : null;
    if (target === null) return [];
    const [type, subtype] = [nameOf("Annot"), nameOf("Link")];
    const rect = from.resolve(link.get("Rect"));
    return [update.add(dict({ Type: type, Subtype: subtype, Rect: rect, Border: [0, 0, 0], F: 4, Dest: target }))];
  });
}
