import { isArray, isName, isRef, type PdfDict, type PdfObject } from "../../pdf/objects.ts";
import { PdfPages } from "../../pdf/pages.ts";
import { PdfSource } from "../../pdf/source.ts";
import { outermost, type Tag, within } from "../../pdfium/structure.ts";

/** Pages after which all that was read of the file is forgotten. */
const together = 200;
const deepest = 60;
/** Among more kids than this those of one page are taken in the order of the page. */
const mostKids = 1000;

type Element = { readonly type: string; readonly dict: PdfDict; readonly kids: number[] };

/** The file, as far as it is read for its tags. */
type File = Readonly<{ source: PdfSource; pages: PdfPages; root: number; parents: PdfDict; roles: PdfDict }>;

/**
 * The blocks of a tagged PDF's pages (ISO 32000-1, 14.7), found from each page's own entry in the parent tree upwards:
 * the cost of a page does not grow with the file, as it does for PDFium, which goes from the root down.
 */
export class PageTags {
  readonly #bytes: Uint8Array;
  readonly #password: string | null;
  #file: File;
  #asked = 0;

  private constructor(bytes: Uint8Array, password: string | null, file: File) {
    this.#bytes = bytes;
    this.#password = password;
    this.#file = file;
  }

  /**
   * Null where a file has no tags, or its structure is damaged and only PDFium can make something of it: `damaged`
   * tells which.
   */
  static of(bytes: Uint8Array, password: string | null): { tags: PageTags | null; damaged: boolean } {
    try {
      const file = open(bytes, password);
      return { tags: file === null ? null : new PageTags(bytes, password, file), damaged: false };
    } catch {
      return { tags: null, damaged: true };
    }
  }

  /** The block of each marked content of a page, by the content's identifier. Throws where the file is damaged. */
  on(index: number): ReadonlyMap<number, Tag> {
    this.#asked++;
    if (this.#asked % together === 0) this.#file = open(this.#bytes, this.#password) ?? this.#file;
    const { source, pages, parents } = this.#file;
    const key = source.resolve(pages.at(index)?.own.get("StructParents"));
    const owners = typeof key === "number" ? source.resolve(lookUp(source, parents, key, 0)) : null;
    if (!isArray(owners)) return new Map();
    const elements = new Map<number, Element>();
    const tops: number[] = [];
    for (const owner of owners) if (isRef(owner)) this.#climb(owner.number, elements, tops, 0);
    const tags = this.#tagsOf(elements, tops);
    const found = new Map<number, Tag>();
    for (const [content, owner] of owners.entries()) {
      const tag = isRef(owner) ? tags.get(owner.number) : undefined;
      if (tag !== undefined) found.set(content, tag);
    }
    return found;
  }

  /** Take in an element and all that it lies in. */
  #climb(number: number, elements: Map<number, Element>, tops: number[], depth: number): void {
    if (elements.has(number)) return;
    const { source, root, roles } = this.#file;
    const dict = source.dict({ kind: "ref", number, generation: 0 });
    elements.set(number, { type: typeOf(source, dict, roles), dict, kids: [] });
    const parent = dict.get("P");
    if (!isRef(parent) || parent.number === root || depth > deepest) tops.push(number);
    else {
      this.#climb(parent.number, elements, tops, depth + 1);
      elements.get(parent.number)?.kids.push(number);
    }
  }

  #tagsOf(elements: ReadonlyMap<number, Element>, tops: readonly number[]): Map<number, Tag> {
    const tags = new Map<number, Tag>();
    let ids = 0;
    const walk = (number: number, around: typeof outermost, depth: number): void => {
      const element = elements.get(number);
      if (element === undefined || depth > deepest * 2) return;
      const inner = within(element.type, around, ++ids);
      if (inner.tag !== null) tags.set(number, inner.tag);
      for (const kid of this.#inOrder(element)) walk(kid, inner, depth + 1);
    };
    for (const top of tops) walk(top, outermost, 0);
    return tags;
  }

  #inOrder({ dict, kids }: Element): readonly number[] {
    const own = kids.length < 2 ? null : this.#file.source.resolve(dict.get("K"));
    if (!isArray(own) || own.length > mostKids) return kids;
    const left = new Set(kids);
    const ordered = own.flatMap((kid) => (isRef(kid) && left.delete(kid.number) ? [kid.number] : []));
    return [...left, ...ordered];
  }
}

/** Null where there are no tags. Throws where the structure of the file is damaged. */
function open(bytes: Uint8Array, password: string | null): File | null {
  const source = new PdfSource(bytes, password);
  const root = source.catalog().dict.get("StructTreeRoot");
  if (!isRef(root)) return null;
  const entries = source.dict(root);
  const [parents, roles] = [source.dict(entries.get("ParentTree")), source.dict(entries.get("RoleMap"))];
  return { source, pages: new PdfPages(source), root: root.number, parents, roles };
}

/** A value of a number tree (7.9.7), read along one of its branches alone. */
function lookUp(source: PdfSource, node: PdfDict, key: number, depth: number): PdfObject {
  const own = source.resolve(node.get("Nums"));
  if (isArray(own)) {
    for (let i = 0; i + 1 < own.length; i += 2) if (own[i] === key) return own[i + 1] ?? null;
    return null;
  }
  const kids = source.resolve(node.get("Kids"));
  if (!isArray(kids) || depth > 20) return null;
  for (const kid of kids) {
    const inner = source.dict(kid);
    const limits = source.resolve(inner.get("Limits"));
    const [low, high] = isArray(limits) ? limits.map((limit) => Number(source.resolve(limit))) : [];
    if (low !== undefined && high !== undefined && (key < low || key > high)) continue;
    const found = lookUp(source, inner, key, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The type of an element, by its file's own names for the standard ones (14.7.3). */
function typeOf(source: PdfSource, dict: PdfDict, roles: PdfDict): string {
  let name = source.resolve(dict.get("S"));
  for (let n = 0; n < 4 && isName(name) && roles.has(name.name); n++) name = source.resolve(roles.get(name.name));
  return isName(name) ? name.name : "";
}
