import { entriesOf } from "./lexer.ts";
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
} from "./objects.ts";
import { PdfSource } from "./source.ts";
import type { PdfUpdate } from "./update.ts";

/**
 * Copy the pages of another PDF behind the last page; returns the new pages. What they need comes along under new numbers.
 * A link whose address `destinationOf` knows becomes a link inside the file; other annotations stay behind.
 */
export function appendPages(
  update: PdfUpdate,
  other: Uint8Array,
  destinationOf: (address: string) => PdfObject,
): PdfRef[] {
  const from = new PdfSource(other);
  const root = update.source.dict(update.source.trailer.get("Root"));
  const tree = root.get("Pages");
  if (!isRef(tree)) return [];
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
  const pages = from.pages().map(({ dict: page }) => {
    const kept = [...page].filter(([key]) => ["Resources", "MediaBox", "Contents", "Rotate"].includes(key));
    return update.add(
      new Map<string, PdfObject>([
        ...copyDict(new Map(kept)),
        ["Type", nameOf("Page")],
        ["Parent", tree],
        ["Annots", linksOf(update, from, page, destinationOf)],
      ]),
    );
  });
  // A new node holds what was there and what is new, so that nothing inherited from the old root reaches the new pages.
  const old = update.source.dict(tree);
  const oldRoot = update.add(new Map([...old, ["Parent", tree]]));
  for (const kid of asArray(update.source.resolve(old.get("Kids"))))
    if (isRef(kid)) update.set(kid, new Map([...entriesOf(update.get(kid)), ["Parent", oldRoot]]));
  const count = Number(update.source.resolve(old.get("Count"))) + pages.length;
  update.set(tree, dict({ Type: nameOf("Pages"), Kids: [oldRoot, ...pages], Count: count }));
  return pages;
}

/** The links of a page as links to places in this file (ISO 32000-1, section 12.5.6.5). */
function linksOf(
  update: PdfUpdate,
  from: PdfSource,
  page: PdfDict,
  destinationOf: (address: string) => PdfObject,
): PdfRef[] {
  return asArray(from.resolve(page.get("Annots"))).flatMap((annotation) => {
    const link = from.dict(annotation);
    const address = from.resolve(from.dict(link.get("A")).get("URI"));
    const target = isString(address) ? destinationOf(Buffer.from(address.bytes).toString("latin1")) : null;
    if (target === null) return [];
    const [type, subtype] = [nameOf("Annot"), nameOf("Link")];
    const rect = from.resolve(link.get("Rect"));
    return [update.add(dict({ Type: type, Subtype: subtype, Rect: rect, Border: [0, 0, 0], F: 4, Dest: target }))];
  });
}

function asArray(value: PdfObject): readonly PdfObject[] {
  return isArray(value) ? value : [];
}
