import { FileChild, type IContext, type IXmlableObject, type XmlComponent } from "docx";

/** Stands for the text of an element that copies are made of; clean text has no such character. */
const sample = "\uFFFF";

/** The XML of a look before and after its text. */
type Around = Readonly<{ before: string; after: string }>;

/** What was made in each document, by look. */
const copies = new WeakMap<object, Map<string, Around>>();

/**
 * An element whose XML differs from others of its look in one text only. docx makes twenty objects for a cell and looks
 * for headings in each, so it is asked once for each look, and the rest are written as text: 13,000 cells take a tenth
 * of the time. Not for headings, which docx puts bookmarks into for the contents.
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
    const made = copies.get(context.file) ?? new Map<string, Around>();
    copies.set(context.file, made);
    const around = made.get(this.#look) ?? aroundOf(this.#make(this.#text === "" ? "" : sample).prepForXml(context));
    made.set(this.#look, around);
    return written(`${around.before}${escaped(this.#text)}${around.after}`);
  }
}

function aroundOf(element: IXmlableObject | undefined): Around {
  const [before = "", after = ""] = element === undefined ? [] : xmlOf(element).split(sample);
  return { before, after };
}

/**
 * XML that docx writes as it is: it writes an element without a name as its content, and escapes strings only. A test
 * compares it with what docx writes on its own.
 */
function written(xml: string): IXmlableObject {
  return { "": Object.assign(() => undefined, { toString: () => xml }) };
}

/** The XML of an element as docx describes it: its name with its text, its attributes (`_attr`), or both in a list. */
function xmlOf(element: IXmlableObject): string {
  const [[name, content] = ["", ""]] = Object.entries(element);
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  let [attributes, inner] = ["", ""];
  for (const part of parts)
    if (typeof part !== "object" || part === null) inner += escaped(String(part));
    else if (!("_attr" in part)) inner += Object.keys(part).length === 0 ? "" : xmlOf(part);
    else
      for (const [key, value] of Object.entries(part._attr ?? {}))
        if (value !== undefined) attributes += ` ${key}="${escaped(String(value))}"`;
  // As docx does: an element whose content is a list has an end tag, even where the list holds nothing.
  return `<${name}${attributes}${inner === "" && !Array.isArray(content) ? "/>" : `>${inner}</${name}>`}`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
  "<": "&lt;",
  ">": "&gt;",
};

function escaped(text: string): string {
  return text.replace(/[&"'<>]/g, (char) => escapes[char] ?? char);
}
