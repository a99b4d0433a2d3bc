import {
  dict,
  isArray,
  isDict,
  isRef,
  nameValue,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  textString,
} from "../../pdf/objects.ts";
import { withNumbers } from "../../pdf/trees.ts";
import type { PdfUpdate } from "../../pdf/update.ts";

/** Structure elements of a tagged PDF for what is added to it (ISO 32000-1, 14.7.4 and 14.8.4.3; ISO 14289-1, 7.18). */
export class Tags {
  readonly #update: PdfUpdate;
  readonly #root: PdfRef;
  /** What holds all other elements: the document's element, else the root. */
  readonly #top: PdfRef;
  /** What holds all that is added. */
  readonly section: PdfRef;
  readonly #parents: [number, PdfObject][] = [];
  readonly #elements: PdfObject[] = [];
  readonly #roles = new Map<string, PdfObject>();
  #next: number;

  private constructor(update: PdfUpdate, root: PdfRef) {
    this.#update = update;
    this.#root = root;
    const entries = update.source.dict(root);
    const kids = update.source.resolve(entries.get("K"));
    const only = isArray(kids) ? (kids.length === 1 ? kids[0] : null) : entries.get("K");
    this.#top = isRef(only) && isDict(update.source.resolve(only)) ? only : root;
    this.section = update.reserve();
    this.#next = nextKey(update, entries);
  }

  /** Null when the PDF is not tagged. */
  static of(update: PdfUpdate): Tags | null {
    const root = update.source.catalog().dict.get("StructTreeRoot");
    return isRef(root) && update.source.dict(root).size > 0 ? new Tags(update, root) : null;
  }

  /** A number for an object that is made later. */
  reserve(): PdfRef {
    return this.#update.reserve();
  }

  /** Make an element for an annotation; returns the annotation's `StructParent`. */
  add(annotation: PdfRef, page: PdfRef): number {
    const reference = dict({ Type: nameValue("OBJR"), Obj: annotation, Pg: page });
    const type = nameValue("StructElem");
    const element = this.#update.add(
      dict({ Type: type, S: nameValue("Annot"), P: this.section, Pg: page, K: reference }),
    );
    this.#elements.push(element);
    return this.addParent(element);
  }

  /** Note whose content or annotation belongs to which elements; returns the key under which they are found. */
  addParent(elements: PdfObject): number {
    this.#parents.push([this.#next, elements]);
    return this.#next++;
  }

  /**
   * Add elements of another tagged file, whose parent is `section`, and what their types mean where that is not
   * standard.
   */
  addTree(elements: readonly PdfObject[], roles: PdfDict): void {
    this.#elements.push(...elements);
    for (const [role, meaning] of roles) this.#roles.set(role, meaning);
  }

  /** Add the elements at the end of the tree. */
  finish(): void {
    if (this.#elements.length === 0) return;
    const update = this.#update;
    const elements = this.#elements;
    const title = textString("Annotations");
    const type = nameValue("StructElem");
    update.set(this.section, dict({ Type: type, S: nameValue("Sect"), P: this.#top, T: title, K: elements }));
    const root = new Map(update.source.dict(this.#root));
    const tree = withNumbers(update, update.source.dict(root.get("ParentTree")), this.#parents);
    const place = root.get("ParentTree");
    if (isRef(place)) update.set(place, tree);
    else root.set("ParentTree", tree);
    root.set("ParentTreeNextKey", this.#next);
    if (this.#roles.size > 0)
      root.set("RoleMap", new Map([...this.#roles, ...update.source.dict(root.get("RoleMap"))]));
    if (this.#top === this.#root) root.set("K", withKid(update, root, this.section));
    else {
      const top = update.source.dict(this.#top);
      update.set(this.#top, new Map([...top, ["K", withKid(update, top, this.section)]]));
    }
    update.set(this.#root, root);
  }
}

function withKid(update: PdfUpdate, element: PdfDict, kid: PdfRef): PdfObject {
  const present = element.get("K") ?? null;
  const resolved = update.source.resolve(present);
  if (isArray(resolved)) return [...resolved, kid];
  return present === null ? [kid] : [present, kid];
}

/** A key above all in the parent tree, whatever the root says. */
function nextKey(update: PdfUpdate, root: PdfDict): number {
  const { source } = update;
  const highest = (node: PdfDict, depth: number): number => {
    const kids = source.resolve(node.get("Kids"));
    const nums = source.resolve(node.get("Nums"));
    const keys = isArray(nums) ? nums.filter((_, index) => index % 2 === 0).map(Number) : [];
    const below = isArray(kids) && depth < 20 ? kids.map((kid) => highest(source.dict(kid), depth + 1)) : [];
    return [...keys, ...below].reduce((most, key) => Math.max(most, key), -1);
  };
  const stated = source.resolve(root.get("ParentTreeNextKey"));
  return Math.max(typeof stated === "number" ? stated : 0, highest(source.dict(root.get("ParentTree")), 0) + 1);
}
