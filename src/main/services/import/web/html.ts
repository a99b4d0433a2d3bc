import { parseFragment } from "parse5";
import { LinkTarget, type Mark } from "../../../../shared/model/content.ts";
import { statedDirection } from "../../../../shared/text/direction.ts";
import type { ContentBuilder, Run } from "../builder.ts";
import { isLayout, spread } from "./html-table.ts";
import { listMarker } from "./list-marker.ts";
import { isMark, noNotes, type PageNotes } from "./notes.ts";
import { TextRun } from "./text-run.ts";
import {
  attribute,
  checkDepth,
  type Element,
  elementsIn,
  isBlock,
  isElement,
  isHidden,
  isSilent,
  isText,
  lineIn,
  type Node,
  type Parent,
  textIn,
} from "./tree.ts";

/**
 * What HTML holds that is not in the text: how many comments, scripts, styles and pictures without words, and pieces of
 * text that the page itself hides.
 */
export type LeftOutOfPage = { comments: number; scripts: number; hidden: number };
/** Nothing left out yet. */
export const nothingLeftOut = (): LeftOutOfPage => ({ comments: 0, scripts: 0, hidden: 0 });

/** A printed page begins before an element, or at one that is alone for that and whose own words are no text. */
export type Turn = "alone" | "before" | null;

/** How a page is read beside its words. */
export type PageReading = Readonly<{
  left: LeftOutOfPage;
  /** Which words and pictures belong to the text; all unless given. */
  isWanted?: (node: Node) => boolean;
  notes?: PageNotes;
  /** The direction of what states none itself; null, or none: that of its first letter. */
  direction?: "ltr" | "rtl" | null;
  /** The address that relative links begin at; they are no links without it. */
  base?: string | null;
  /** Whether all that comes after an element is quoted. */
  quotesFrom?: (node: Element) => boolean;
  /** Whether the words of a picture are text wherever it is; else only inside a line, as those of a sign or formula. */
  hasPictureWords?: boolean;
  /** Whether a printed page begins at an element; called once for each. */
  turnsPage?: (node: Element) => Turn;
}>;

/** Marks of inline elements. */
export const htmlMarks: ReadonlyMap<string, Mark["kind"]> = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["cite", "italic"],
  ["code", "code"],
  ["kbd", "code"],
  ["samp", "code"],
  ["s", "strike"],
  ["del", "strike"],
  ["strike", "strike"],
  ["sup", "superscript"],
  ["a", "link"],
]);

/**
 * A piece of HTML as blocks at the end of a paper, every visible word once (HTML Standard, 15.3: which elements are
 * blocks).
 */
export function addHtml(out: ContentBuilder, html: string, left: LeftOutOfPage): void {
  addNodes(out, parseFragment(html), { left, hasPictureWords: true });
}

/** The same for a page that has been parsed, or a part of it. Throws `limit` when it is nested too deeply. */
export function addNodes(out: ContentBuilder, parent: Parent, reading: PageReading): void {
  new Reader(out, reading).add(parent);
}

/** What a block is. */
type Kind = Parameters<ContentBuilder["add"]>[0];
const paragraph: Kind = { kind: "paragraph" };

class Reader {
  readonly #out: ContentBuilder;
  readonly #reading: PageReading;
  readonly #notes: PageNotes;
  readonly #lists: { node: Element; next: number }[] = [];
  #run = new TextRun();
  #kind: Kind = paragraph;
  /** Marks of list items that have been written: what follows in the same item is a paragraph of it. */
  readonly #written = new WeakSet<Kind>();
  /** The list item that a block is in. */
  #item: Kind | null = null;
  #direction: "ltr" | "rtl" | null = null;
  /** Alternative texts that stand for no picture in particular. */
  #placeholders: ReadonlySet<string> = new Set();
  #isInCell = false;
  #isQuoted = false;
  /** What parts the next block from the one that it carries on, over the page that turns between them. */
  #joint: string | null = null;
  #depth = 0;

  constructor(out: ContentBuilder, reading: PageReading) {
    this.#out = out;
    this.#reading = reading;
    this.#notes = reading.notes ?? noNotes;
    this.#direction = reading.direction ?? null;
  }

  add(parent: Parent): void {
    this.#placeholders = placeholdersIn(parent);
    this.#children(parent);
    this.#flush();
  }

  #children(parent: Parent): void {
    checkDepth(++this.#depth);
    for (const node of parent.childNodes) this.#node(node);
    this.#depth--;
  }

  #node(node: Node): void {
    if (node.nodeName === "#comment") this.#reading.left.comments++;
    else if (isText(node)) {
      if (this.#isWanted(node) && !this.#notes.silent.has(node)) this.#run.write(node.value);
    } else if (isElement(node)) this.#element(node);
  }

  #isWanted(node: Node): boolean {
    return this.#reading.isWanted?.(node) ?? true;
  }

  #element(node: Element): void {
    const { left, turnsPage } = this.#reading;
    const turn = turnsPage?.(node) ?? null;
    if (turn !== null && isBlock(node)) this.#flush();
    if (turn !== null) this.#turn();
    if (turn === "alone") return;
    // A note that the page shows in a window of its own is hidden until it is asked for.
    if (isHidden(node) && !this.#notes.notes.has(node)) {
      if (textIn(node).trim() !== "") left.hidden++;
    } else if (isSilent(node)) {
      if (node.tagName !== "head" && node.tagName !== "title") left.scripts++;
    } else if (this.#notes.silent.has(node)) return;
    else if (node.tagName === "br") this.#endLine();
    else if (node.tagName === "img") this.#picture(node);
    else if (node.tagName === "math") this.#write(node, formulaOf(node, this.#placeholders));
    else if (this.#notes.references.has(node)) this.#refer(node);
    else this.#directed(node);
  }

  #picture(node: Element): void {
    const isText = (node: Node | undefined): boolean =>
      node !== undefined && "value" in node && node.value.trim() !== "";
    const isInLine = this.#run.length > 0 || (node.parentNode?.childNodes.some(isText) ?? false);
    const words = attribute(node, "alt") ?? "";
    if (this.#reading.hasPictureWords === true || (isInLine && !this.#placeholders.has(words)))
      this.#write(node, isBesidePicture(node) ? ` ${words}` : words);
  }

  #write(node: Element, words: string): void {
    if (this.#isWanted(node)) this.#run.write(words);
  }

  /** What an element holds, in the direction that it states. */
  #directed(node: Element): void {
    if (this.#reading.quotesFrom?.(node) === true) {
      this.#flush();
      this.#isQuoted = true;
    }
    const before = this.#direction;
    const stated = attribute(node, "dir")?.toLowerCase();
    if (stated === "rtl" || stated === "ltr") this.#direction = stated;
    else if (stated === "auto") this.#direction = null;
    if (node.tagName === "table" && !this.#isInCell && !isLayout(node)) this.#table(node);
    else if (isBlock(node) || this.#notes.notes.has(node)) this.#block(node);
    else this.#inline(node);
    this.#direction = before;
  }

  #inline(node: Element): void {
    const kind = htmlMarks.get(node.tagName) ?? null;
    this.#run.begin(kind, kind === "link" ? this.#target(attribute(node, "href") ?? "") : "");
    this.#children(node);
    this.#run.end();
  }

  #target(href: string): string {
    if (LinkTarget.safeParse(href).success) return href;
    const { base = null } = this.#reading;
    return base !== null && URL.canParse(href, base) ? new URL(href, base).href : href;
  }

  /** The mark of a note is no part of the text where it follows some. Words that lead to a note are. */
  #refer(node: Element): void {
    const label = this.#notes.references.get(node) ?? "";
    if (!this.#isWanted(node) || (isMark(lineIn(node)) && this.#run.refer(label))) return;
    this.#run.begin("link", `#note-${label}`);
    this.#children(node);
    this.#run.end();
  }

  #endLine(): void {
    if (this.#isInCell) this.#run.write(" ");
    else if (this.#run.pre || !this.#run.isAtLineStart) this.#run.endLine();
    // Two line ends are how old pages and mail part paragraphs.
    else this.#flush();
  }

  #block(node: Element): void {
    this.#flush();
    const [kind, item, { pre }] = [this.#kind, this.#item, this.#run];
    const isList = /^(ul|ol|menu|dir)$/.test(node.tagName);
    if (isList) this.#lists.push({ node, next: Number(attribute(node, "start") ?? 1) || 1 });
    this.#kind = this.#kindOf(node);
    if (this.#kind.kind === "listItem") this.#item = this.#kind;
    else if (isList) this.#item = null;
    if (node.tagName === "pre") this.#run.pre = true;
    this.#children(node);
    this.#flush();
    if (isList) this.#lists.pop();
    this.#kind = this.#written.has(kind) ? paragraph : kind;
    this.#item = item;
    this.#run.pre = pre;
  }

  #kindOf(node: Element): Kind {
    const { tagName } = node;
    const note = this.#notes.notes.get(node);
    if (note !== undefined) return { kind: "footnote", label: note };
    const level = /^h([1-6])$/.exec(tagName)?.[1] ?? this.#statedLevel(node);
    if (level !== undefined) return { kind: "heading", level: Number(level) };
    if (tagName === "pre") return { kind: "code" };
    if (tagName === "blockquote") return { kind: "quotation" };
    if (tagName === "figcaption" || tagName === "caption") return { kind: "caption" };
    if (tagName !== "li") return this.#kind;
    const list = this.#lists.at(-1);
    if (list !== undefined) list.next = Number(attribute(node, "value") ?? list.next) || list.next;
    const marker = list === undefined ? "•" : listMarker(list.node, list.next++);
    const ordered = list?.node.tagName === "ol";
    return { kind: "listItem", depth: Math.min(20, Math.max(0, this.#lists.length - 1)), ordered, marker };
  }

  #statedLevel(node: Element): string | undefined {
    if (attribute(node, "role") !== "heading") return undefined;
    return /^[1-6]$/.exec(attribute(node, "aria-level") ?? "2")?.[0];
  }

  /** Rows and cells as they are; a caption before them. */
  #table(node: Element): void {
    this.#flush();
    const rows: { cells: (Run & { header: boolean })[]; nodes: Element[] }[] = [];
    const look = (parent: Parent): void => {
      for (const child of parent.childNodes) {
        if (!isElement(child) || isHidden(child)) this.#node(child);
        else if (child.tagName === "tr") {
          const nodes = child.childNodes.filter((cell) => this.#isCell(cell));
          rows.push({ nodes, cells: nodes.map((cell) => this.#cell(cell)) });
        } else if (/^(thead|tbody|tfoot)$/.test(child.tagName)) look(child);
        else this.#block(child);
      }
    };
    look(node);
    this.#flush();
    const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ""));
    const words = filled.flatMap(({ cells }) => cells.map(({ text }) => text)).join(" ");
    if (filled.length > 0) this.#out.addTable(spread(filled), 0, statedDirection(words, this.#direction));
  }

  #isCell(node: Node): node is Element {
    if (isElement(node) && !isHidden(node) && !isSilent(node)) return true;
    this.#node(node);
    return false;
  }

  #cell(node: Element): Run & { header: boolean } {
    const [run, kind] = [this.#run, this.#kind];
    this.#run = new TextRun();
    this.#isInCell = true;
    this.#children(node);
    const made = this.#run.take();
    this.#isInCell = false;
    this.#run = run;
    this.#kind = kind;
    return { ...made, header: node.tagName === "th" };
  }

  /** A printed page begins here; a paragraph goes on after it. */
  #turn(): void {
    const isText = !this.#isInCell && this.#run.length > 0 && this.#kind.kind !== "heading";
    const { isSpaced } = this.#run;
    if (isText) this.#flush();
    if (isText) this.#joint = isSpaced ? " " : "";
    this.#out.page++;
  }

  #flush(): void {
    if (this.#isInCell) {
      this.#run.write(" ");
      return;
    }
    const run = this.#run.take();
    if (run.text.trim() === "") return;
    const stated = this.#joint === null || this.#kind.kind === "quotation" ? this.#kind : paragraph;
    const kind: Kind = this.#isQuoted && stated.kind === "paragraph" ? { kind: "quotation" } : stated;
    this.#out.add(kind, { ...run, direction: statedDirection(run.text, this.#direction) }, this.#joint);
    this.#joint = null;
    if (this.#item !== null) this.#written.add(this.#item);
    if (this.#kind.kind === "listItem") this.#kind = paragraph;
  }
}

/** Words that are the alternative text of three different pictures or formulas, as "no text available". */
function placeholdersIn(parent: Parent): ReadonlySet<string> {
  const sources = new Map<string, Set<string>>();
  for (const node of elementsIn(parent)) {
    const isFormula = node.tagName === "math";
    if (!isFormula && node.tagName !== "img") continue;
    const words = attribute(node, isFormula ? "alttext" : "alt") ?? "";
    const source = isFormula ? textIn(node).replace(/\s+/g, "") : (attribute(node, "src") ?? "");
    if (words.length >= 3) sources.set(words, (sources.get(words) ?? new Set()).add(source));
  }
  return new Set(Array.from(sources).flatMap(([words, { size }]) => (size >= 3 ? [words] : [])));
}

/** A formula as its source says it in words: its own alternative text, what it was typeset from, else its signs. */
function formulaOf(node: Element, placeholders: ReadonlySet<string>): string {
  const look = (parent: Parent): string | null => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName === "annotation" && /tex/i.test(attribute(child, "encoding") ?? ""))
        return textIn(child).trim();
      const inner = look(child);
      if (inner !== null) return inner;
    }
    return null;
  };
  const words = attribute(node, "alttext");
  return (words !== null && !placeholders.has(words) ? words : null) ?? look(node) ?? textIn(node).replace(/\s+/g, "");
}

/** Whether a picture directly follows another, whose words its own must not touch. */
function isBesidePicture(node: Element): boolean {
  const siblings = node.parentNode?.childNodes ?? [];
  return siblings[siblings.indexOf(node) - 1]?.nodeName === "img";
}
