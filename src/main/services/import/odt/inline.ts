import { type AnchoredComment, instantOfDocument } from "../office/comments.ts";
import type { InlineText } from "../office/inline-text.ts";
import type { LeftOut, TrackedChanges } from "../office/left-out.ts";
import { childOf, elementsOf, textOfXml, type XmlElement } from "../xml.ts";
import type { ListCounter } from "./lists.ts";
import { type OdtStyle, type OdtStyles, type TextStyle, withoutUnset } from "./styles.ts";

/** A tracked change: what it is, and the words of a deletion. */
export type Change = Readonly<{ kind: "insertion" | "deletion" | "other"; content: XmlElement }>;

/** What the whole document knows while it is read. */
export type OdtContext = Readonly<{
  styles: OdtStyles;
  left: LeftOut;
  tracked: TrackedChanges;
  changes: ReadonlyMap<string, Change>;
  /** True where tracked changes are undone, so that the text is as it was before them. */
  isBefore: boolean;
  /** Whether the file says where its program's last layout broke the pages. */
  hasPages: boolean;
  headings: ListCounter;
  comments: AnchoredComment[];
  languages: Map<string, number>;
}>;

/** A footnote or endnote with the label of its mark. */
export type OdtNote = Readonly<{ label: string; content: XmlElement }>;
/** What a paragraph has beside its words, in the order in which it came. */
export type OdtHanging = { boxes: XmlElement[]; footnotes: OdtNote[]; endnotes: OdtNote[] };

/** Elements without words of the text. */
const silent = new Set([
  "text:number",
  "text:script",
  "text:tracked-changes",
  "text:bookmark",
  "text:bookmark-start",
  "text:bookmark-end",
  "text:reference-mark-start",
  "text:reference-mark-end",
  "office:forms",
  "office:event-listeners",
  "text:desc",
]);

/** Reads what is within paragraphs (ODF 1.3, part 3, 6 and 7). One reader goes through a story. */
export class InlineReader {
  readonly #context: OdtContext;
  /** Insertions that are open where changes are undone. */
  readonly inserted = new Set<string>();
  #inline: InlineText;
  #hanging: OdtHanging = { boxes: [], footnotes: [], endnotes: [] };
  #wasHidden = false;
  /** Called where deleted words begin a paragraph of their own. */
  #newParagraph: () => InlineText | null = () => null;

  constructor(context: OdtContext, inline: InlineText) {
    this.#context = context;
    this.#inline = inline;
  }

  /** Read a paragraph's content into a text. Its own look says nothing of the words of a heading. */
  read(
    paragraph: XmlElement,
    inline: InlineText,
    options: Readonly<{
      style: OdtStyle;
      isHeading: boolean;
      hanging: OdtHanging;
      newParagraph?: () => InlineText | null;
    }>,
  ): void {
    const { style, isHeading, hanging } = options;
    this.#inline = inline;
    this.#hanging = hanging;
    this.#newParagraph = options.newParagraph ?? (() => null);
    const look = isHeading ? { ...style.text, bold: undefined, italic: undefined } : style.text;
    this.#children(paragraph, look, null);
    const language = style.text.language ?? "";
    if (language !== "")
      this.#context.languages.set(language, (this.#context.languages.get(language) ?? 0) + inline.length);
  }

  /** A change begins, ends or is at a place, between two paragraphs too. */
  mark({ name, attributes }: XmlElement): void {
    const id = attributes["text:change-id"] ?? "";
    if (!this.#context.isBefore || this.#context.changes.get(id)?.kind !== "insertion") return;
    if (name === "text:change-start") this.inserted.add(id);
    else if (name === "text:change-end") this.inserted.delete(id);
  }

  #children(parent: XmlElement, look: TextStyle, href: string | null): void {
    for (const child of parent.children)
      if (typeof child === "string") this.#write(child, look, href);
      else this.#element(child, look, href);
  }

  #element(element: XmlElement, look: TextStyle, href: string | null): void {
    const { name, attributes } = element;
    if (silent.has(name)) return;
    switch (name) {
      case "text:span": {
        const style = this.#context.styles.style("text", attributes["text:style-name"]).text;
        this.#children(element, { ...look, ...withoutUnset(style) }, href);
        break;
      }
      case "text:a":
        this.#children(element, look, attributes["xlink:href"] ?? href);
        break;
      case "text:s":
        this.#write(" ", look, href);
        break;
      case "text:tab":
      case "text:tab-stop":
        this.#write("\t", look, href);
        break;
      case "text:line-break":
        if (this.#isShown(look)) this.#inline.lineBreak();
        break;
      case "text:soft-page-break":
        this.#inline.pageBreak(true);
        break;
      case "text:note":
      case "text:footnote":
      case "text:endnote":
        if (this.#isShown(look)) this.#note(element);
        break;
      case "office:annotation":
        this.#comment(element);
        break;
      case "office:annotation-end":
        this.#inline.anchor(`comment ${attributes["office:name"]}`, true);
        break;
      case "text:change":
        this.#deleted(attributes["text:change-id"] ?? "", look);
        break;
      case "text:change-start":
      case "text:change-end":
        this.mark(element);
        break;
      case "text:hidden-text":
      case "text:conditional-text":
        this.#children(element, attributes["text:is-hidden"] === "true" ? { ...look, hidden: true } : look, href);
        break;
      case "text:ruby":
        this.#ruby(element, look, href);
        break;
      default:
        if (name.startsWith("draw:")) this.#drawing(element, look);
        else this.#children(element, look, href);
    }
  }

  #isShown(look: TextStyle): boolean {
    return look.hidden !== true && this.inserted.size === 0;
  }

  #write(text: string, look: TextStyle, href: string | null): void {
    if (this.inserted.size > 0) return;
    if (look.hidden === true) {
      if (!this.#wasHidden && text.trim() !== "") this.#context.left.hidden++;
      this.#wasHidden ||= text.trim() !== "";
      return;
    }
    if (text.trim() !== "") this.#wasHidden = false;
    const { bold, italic, strike, superscript } = look;
    this.#inline.write(text, { bold, italic, strike, superscript, href });
  }

  #note(note: XmlElement): void {
    const body = elementsOf(note).find(({ name }) => /-body$/.test(name));
    const citation = elementsOf(note).find(({ name }) => /-citation$/.test(name));
    if (body === undefined) return;
    const label = (citation === undefined ? "" : textOfXml(citation)).trim().slice(0, 40) || "*";
    this.#inline.note(label);
    const isEndnote = note.attributes["text:note-class"] === "endnote" || note.name === "text:endnote";
    (isEndnote ? this.#hanging.endnotes : this.#hanging.footnotes).push({ label, content: body });
  }

  #comment(annotation: XmlElement): void {
    const { comments } = this.#context;
    const name = annotation.attributes["office:name"] ?? `#${comments.length + 1}`;
    const value = (child: string): string => {
      const element = childOf(annotation, child);
      return element === undefined ? "" : textOfXml(element).trim();
    };
    this.#inline.anchor(`comment ${name}`, false);
    comments.push({
      id: name,
      anchor: `comment ${name}`,
      author: value("dc:creator"),
      created: instantOfDocument(value("dc:date")),
      text: linesOf(annotation).join("\n").trim(),
      inReplyTo: annotation.attributes["loext:parent-name"] ?? null,
    });
  }

  /** Where words were deleted: they are there again when changes are undone. */
  #deleted(id: string, look: TextStyle): void {
    const change = this.#context.changes.get(id);
    if (!this.#context.isBefore || change?.kind !== "deletion") return;
    const paragraphs = elementsOf(change.content).filter(({ name }) => /^text:(p|h)$/.test(name));
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) this.#inline = this.#newParagraph() ?? this.#inline;
      this.#children(paragraph, look, null);
    }
  }

  #ruby(element: XmlElement, look: TextStyle, href: string | null): void {
    const base = childOf(element, "text:ruby-base");
    const reading = childOf(element, "text:ruby-text");
    if (base !== undefined) this.#children(base, look, href);
    const words = reading === undefined ? "" : textOfXml(reading).trim();
    if (words !== "") this.#write(`(${words})`, look, href);
  }

  #drawing(element: XmlElement, look: TextStyle): void {
    const boxes = textBoxesIn(element);
    if (boxes.length === 0) this.#context.left.pictures++;
    else if (this.#isShown(look)) this.#hanging.boxes.push(...boxes);
  }
}

/** Text boxes in a drawing, and shapes with words of their own. */
export function textBoxesIn(element: XmlElement): XmlElement[] {
  if (element.name === "draw:text-box") return [element];
  const inner = elementsOf(element);
  if (element.name.startsWith("draw:") && inner.some(({ name }) => /^text:(p|list|h)$/.test(name))) return [element];
  return inner.flatMap((child) => (child.name.startsWith("draw:") ? textBoxesIn(child) : []));
}

/** The words of a comment, a line for each paragraph. */
function linesOf(element: XmlElement): string[] {
  return elementsOf(element).flatMap((child) =>
    child.name === "text:p" ? [plainText(child)] : /^text:list/.test(child.name) ? linesOf(child) : [],
  );
}

function plainText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child.replace(/\s+/g, " ");
      if (child.name === "text:s") return " ";
      return child.name === "text:line-break" ? "\n" : plainText(child);
    })
    .join("");
}
