import type { InlineText, Look } from "../office/inline-text.ts";
import type { LeftOut, TrackedChanges } from "../office/left-out.ts";
import { symbolOf, withSymbols } from "../office/symbol-fonts.ts";
import { childOf, childrenOf, descendantsOf, elementsOf, textOfXml, type XmlElement } from "../xml.ts";
import { Fields, isContentsField, linkOfField } from "./fields.ts";
import { isOn, wholeNumber } from "./names.ts";
import type { Note, Notes } from "./notes.ts";
import type { Relation } from "./package.ts";
import { effectiveRun, type RunProperties, runProperties, type Style, type Styles } from "./styles.ts";

/** What the whole document knows while it is read. */
export type RunContext = Readonly<{
  styles: Styles;
  left: LeftOut;
  changes: TrackedChanges;
  /** True where tracked changes are undone, so that the text is as it was before them. */
  isBefore: boolean;
  /** False where the fields of a damaged document are not to be trusted: all their words are read. */
  trustFields: boolean;
  footnotes: Notes;
  endnotes: Notes;
  languages: Map<string, number>;
  /** Names a piece of a run whose place in the text is wanted; left out where no places are. */
  trace?: (piece: XmlElement) => string;
}>;

/** What a paragraph has beside its words, in the order in which it came. */
export type Hanging = { boxes: XmlElement[]; footnotes: Note[]; endnotes: Note[] };

/** Elements without words of their own. */
const silent = new Set([
  "w:pPr",
  "w:rPr",
  "w:tblPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:smartTagPr",
  "w:customXmlPr",
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:proofErr",
  "w:footnoteRef",
  "w:endnoteRef",
  "w:annotationRef",
  "w:separator",
  "w:continuationSeparator",
  "w:delInstrText",
  "w:softHyphen",
  "m:ctrlPr",
]);

/**
 * Reads what is within paragraphs: runs with their looks, links, fields, changes, notes, signs, text boxes (ECMA-376,
 * 17.3.3 and 17.16). One reader goes through a story, since fields and hidden text may span paragraphs.
 */
export class RunReader {
  readonly #context: RunContext;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly fields = new Fields();
  #wasHidden = false;
  #inline: InlineText;
  #hanging: Hanging = { boxes: [], footnotes: [], endnotes: [] };
  #style: Style;
  #isHeading = false;

  constructor(context: RunContext, relations: ReadonlyMap<string, Relation>, inline: InlineText) {
    this.#context = context;
    this.#relations = relations;
    this.#inline = inline;
    this.#style = context.styles.paragraph(undefined);
  }

  /** Read a paragraph's content into a text. */
  read(
    paragraph: XmlElement,
    inline: InlineText,
    { style, isHeading, hanging }: Readonly<{ style: Style; isHeading: boolean; hanging: Hanging }>,
  ): void {
    this.#inline = inline;
    this.#style = style;
    this.#isHeading = isHeading;
    this.#hanging = hanging;
    this.#children(paragraph, null);
  }

  #children(parent: XmlElement, href: string | null): void {
    for (const child of elementsOf(parent)) this.#element(child, href);
  }

  #element(element: XmlElement, href: string | null): void {
    const { name, attributes } = element;
    if (silent.has(name)) return;
    switch (name) {
      case "w:r":
        this.#run(element, href);
        break;
      case "m:r":
        this.#write(childrenOf(element, "m:t").map(textOfXml).join(""), {}, href);
        break;
      case "w:hyperlink":
        this.#children(element, this.#target(attributes["r:id"]) ?? href);
        break;
      case "w:fldSimple":
        this.#simpleField(element, href);
        break;
      case "w:ins":
      case "w:moveTo":
      case "w:del":
      case "w:moveFrom":
        this.#change(element, href);
        break;
      case "w:commentRangeStart":
        this.#inline.anchor(`comment ${attributes["w:id"]}`, false);
        break;
      case "w:commentRangeEnd":
        this.#inline.anchor(`comment ${attributes["w:id"]}`, true);
        break;
      case "mc:AlternateContent":
        this.#element(alternative(element), href);
        break;
      case "w:sdt":
        this.#control(element, href);
        break;
      case "w:ruby":
        this.#ruby(element, href);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.#drawing(element);
        break;
      default:
        this.#children(element, href);
        break;
    }
  }

  #target(id: string | undefined): string | null {
    const relation = id === undefined ? undefined : this.#relations.get(id);
    return relation?.outside === true ? relation.target : null;
  }

  #simpleField(element: XmlElement, href: string | null): void {
    const code = element.attributes["w:instr"] ?? "";
    if (isContentsField(code) && this.#context.trustFields) this.#context.left.contents++;
    else this.#children(element, linkOfField(code) ?? href);
  }

  /** A tracked change counts where it has words, and is accepted or undone as a whole (17.13.5). */
  #change(element: XmlElement, href: string | null): void {
    const { isBefore, changes } = this.#context;
    const isNew = element.name === "w:ins" || element.name === "w:moveTo";
    const kind = element.name === "w:ins" ? "insertions" : element.name === "w:del" ? "deletions" : "moves";
    const { "w:author": author = "", "w:date": date = "" } = element.attributes;
    if (element.name !== "w:moveTo" && element.children.length > 0) changes.add(kind, author, date);
    if (isNew !== isBefore) this.#children(element, href);
    else
      for (const descendant of descendantsOf(element)) if (descendant.name === "w:fldChar") this.#fieldMark(descendant);
  }

  /**
   * A content control: a table of contents in one is left out, a prompt that nobody filled in is shown as Word does.
   */
  #control(element: XmlElement, href: string | null): void {
    const content = childOf(element, "w:sdtContent");
    if (isContentsControl(element)) this.#context.left.contents++;
    else if (content !== undefined) this.#children(content, href);
  }

  #ruby(element: XmlElement, href: string | null): void {
    const base = childOf(element, "w:rubyBase");
    const reading = childOf(element, "w:rt");
    if (base !== undefined) this.#children(base, href);
    if (reading === undefined || textOfXml(reading).trim() === "") return;
    this.#write("(", {}, href);
    this.#children(reading, href);
    this.#write(")", {}, href);
  }

  #run(run: XmlElement, href: string | null): void {
    const { styles, languages } = this.#context;
    const own = runProperties(childOf(run, "w:rPr"));
    const character = own.style === undefined ? nothingSaid : styles.character(own.style).run;
    // What makes a heading look like one says nothing of its words.
    const paragraph = this.#isHeading ? { ...this.#style.run, bold: undefined, italic: undefined } : this.#style.run;
    const look = effectiveRun(own, character, paragraph, styles.defaults);
    for (const child of elementsOf(run)) {
      if (look.hidden && this.#isText(child)) {
        if (!this.#wasHidden && textOfXml(child).trim() !== "") {
          this.#context.left.hidden++;
          this.#wasHidden = true;
        }
        continue;
      }
      this.#piece(child, look, href);
    }
    const size = textOfXml(run).length;
    const language = look.language ?? "";
    if (size > 0 && language !== "") languages.set(language, (languages.get(language) ?? 0) + size);
  }

  #isText({ name }: XmlElement): boolean {
    return /^w:(t|delText|tab|br|cr|sym|noBreakHyphen|ptab|drawing|pict)$/.test(name);
  }

  /** One thing in a run. */
  #piece(piece: XmlElement, look: Look & Readonly<{ font: string | undefined }>, href: string | null): void {
    const { attributes } = piece;
    switch (piece.name) {
      case "w:t":
      case "w:delText":
        this.#traced(piece, withSymbols(textOfXml(piece), look.font), look, href);
        break;
      case "w:instrText":
        this.fields.instruction(textOfXml(piece));
        break;
      case "w:fldChar":
        this.#fieldMark(piece);
        break;
      case "w:tab":
      case "w:ptab":
        this.#traced(piece, "\t", look, href);
        break;
      case "w:br":
        if (attributes["w:type"] === "page") this.#inline.pageBreak(false);
        else if (this.#isShown) this.#inline.lineBreak();
        break;
      case "w:cr":
        if (this.#isShown) this.#inline.lineBreak();
        break;
      case "w:lastRenderedPageBreak":
        this.#inline.pageBreak(true);
        break;
      case "w:noBreakHyphen":
        this.#traced(piece, "\u2011", look, href);
        break;
      case "w:sym": {
        const code = Number.parseInt(attributes["w:char"] ?? "", 16);
        if (!Number.isNaN(code)) this.#traced(piece, symbolOf(attributes["w:font"] ?? "", code), look, href);
        break;
      }
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.#note(piece);
        break;
      case "w:commentReference":
        this.#inline.anchor(`comment ${attributes["w:id"]}`, false);
        this.#inline.anchor(`comment ${attributes["w:id"]}`, true);
        break;
      case "mc:AlternateContent":
        for (const child of elementsOf(alternative(piece))) this.#piece(child, look, href);
        break;
      default:
        this.#element(piece, href);
        break;
    }
  }

  /** Write what a piece of a run says, and note where that is. */
  #traced(piece: XmlElement, text: string, look: Look, href: string | null): void {
    const name = this.#context.trace?.(piece);
    if (name !== undefined) this.#inline.anchor(name, false);
    this.#write(text, look, href);
    if (name !== undefined) this.#inline.anchor(name, true);
  }

  get #isShown(): boolean {
    return !this.#context.trustFields || !(this.fields.isInstruction || this.fields.isContents);
  }

  #write(text: string, look: Look, href: string | null): void {
    const { trustFields } = this.#context;
    if (trustFields && this.fields.isInstruction) {
      this.fields.swallow(text);
      return;
    }
    if (trustFields && this.fields.isContents) return;
    this.#wasHidden = false;
    this.#inline.write(text, { ...look, href: this.fields.href ?? href });
  }

  #fieldMark(mark: XmlElement): void {
    const type = mark.attributes["w:fldCharType"];
    if (type === "begin") {
      this.fields.begin();
      const data = childOf(mark, "w:ffData");
      if (data !== undefined) this.#formField(data);
    } else if (type === "separate") {
      if (this.fields.separate() && this.#context.trustFields) this.#context.left.contents++;
    } else if (type === "end") this.fields.end();
  }

  /** Forms show what was ticked or chosen, which is no text of the document (17.16.17). */
  #formField(data: XmlElement): void {
    const box = childOf(data, "w:checkBox");
    const list = childOf(data, "w:ddList");
    if (box !== undefined) {
      const isTicked = isOn(childOf(box, "w:checked")) ?? isOn(childOf(box, "w:default")) ?? false;
      this.#inline.write(isTicked ? "☒" : "☐");
    } else if (list !== undefined) {
      const chosen = wholeNumber(childOf(list, "w:result")?.attributes["w:val"]) ?? 0;
      this.#inline.write(childrenOf(list, "w:listEntry")[chosen]?.attributes["w:val"] ?? "");
    }
  }

  #note(reference: XmlElement): void {
    if (!this.#isShown) return;
    const isFootnote = reference.name === "w:footnoteReference";
    const notes = isFootnote ? this.#context.footnotes : this.#context.endnotes;
    const isOwn = isOn({ attributes: { "w:val": reference.attributes["w:customMarkFollows"] ?? "0" } }) ?? false;
    const note = notes.refer(reference.attributes["w:id"] ?? "", isOwn ? "*" : null);
    if (note === null) return;
    this.#inline.note(note.label);
    (isFootnote ? this.#hanging.footnotes : this.#hanging.endnotes).push(note);
  }

  #drawing(drawing: XmlElement): void {
    const boxes = textBoxesIn(drawing);
    if (boxes.length === 0) this.#context.left.pictures++;
    else if (this.#isShown) this.#hanging.boxes.push(...boxes);
  }
}

const nothingSaid: RunProperties = runProperties(undefined);

/** The words of text boxes below an element, those of a drawing that is there in two forms once. */
function textBoxesIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === "w:txbxContent") return [child];
    return textBoxesIn(child.name === "mc:AlternateContent" ? alternative(child) : child);
  });
}

/**
 * The one of several forms of the same thing that is read: the first, unless only the last has words (ECMA-376 part 3,
 * 9.3).
 */
export function alternative(element: XmlElement): XmlElement {
  const [choice] = childrenOf(element, "mc:Choice");
  const fallback = childOf(element, "mc:Fallback");
  if (choice === undefined) return fallback ?? { ...element, children: [] };
  return fallback !== undefined && !hasWords(choice) && hasWords(fallback) ? fallback : choice;
}

function hasWords(element: XmlElement): boolean {
  for (const { name } of descendantsOf(element)) if (name === "w:t" || name === "m:t") return true;
  return false;
}

/** Whether a content control holds a table of contents that Word made (17.5.2.12). */
export function isContentsControl(element: XmlElement): boolean {
  const gallery = childOf(childOf(childOf(element, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return gallery?.attributes["w:val"] === "Table of Contents";
}
