import { FileChild, type IContext, type IXmlableObject, type XmlComponent } from "docx";

/** Stands for the text of an element that copies are made of; clean text has no such character. */
const sample = "\uFFFF";

type Copy = (text: string) => unknown;

/** What was made in each document, by look. */
const copies = new WeakMap<object, Map<string, Copy>>();

/**
 * An element whose XML differs from others of its look in one text only. docx makes twenty objects for a cell, so it is
 * asked once for each look, and the rest are copies: 13,000 cells take a fifth of the time.
 */
export class CopiedElement extends FileChild {
  readonly #look: string;
  readonly #text: string;
  readonly #make: (text: string) => XmlComponent;

  /** `look` says all that `make` depends on but the text, which must be clean. */
  constructor(name: "w:p" | "w:tc", look: string, text: string, make: (text: string) => XmlComponent) {
    super(name);
    // An empty text has no element of its own.
    this.#look = `${name} ${text === "" ? "empty" : "text"} ${look}`;
    this.#text = text;
    this.#make = make;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const made = copies.get(context.file) ?? new Map<string, Copy>();
    copies.set(context.file, made);
    const copy = made.get(this.#look) ?? copyOf(this.#make(this.#text === "" ? "" : sample).prepForXml(context));
    made.set(this.#look, copy);
    // The outermost object is never shared: docx adds bookmarks to headings.
    return { ...(copy(this.#text) as IXmlableObject) };
  }
}

/** Makes the same of other texts, sharing all that does not hold the text. */
function copyOf(xml: unknown): Copy {
  return around(xml) ?? (() => xml);
}

/** The copier of a part that holds the text; null for all others. */
function around(part: unknown): Copy | null {
  if (part === sample) return (text) => text;
  if (Array.isArray(part)) {
    const list: readonly unknown[] = part;
    for (const [index, child] of list.entries()) {
      const copy = around(child);
      if (copy !== null) return (text) => list.with(index, copy(text));
    }
    return null;
  }
  if (typeof part !== "object" || part === null) return null;
  for (const [key, child] of Object.entries(part)) {
    const copy = around(child);
    if (copy !== null) return (text) => ({ ...part, [key]: copy(text) });
  }
  return null;
}
