import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { message } from "../../../shared/messages/message.ts";
import { LinkTarget, type Mark } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { ContentBuilder, Run } from "./builder.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What HTML holds that is not in the text: how many comments, and scripts, styles and pictures without words. */
export type LeftOut = { comments: number; scripts: number };

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
const silent = new Set([
  "script",
  "style",
  "template",
  "head",
  "noscript",
  "svg",
  "math",
  "object",
  "audio",
  "video",
  "canvas",
]);
const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul optgroup search".split(
    " ",
  ),
);

/**
 * A piece of HTML as blocks at the end of a paper, every visible word once (HTML Standard, 15.3: which elements are
 * blocks).
 */
export function addHtml(out: ContentBuilder, html: string, left: LeftOut): void {
  new Reader(out, left).add(parseFragment(html));
}

/**
 * A whole page of HTML as blocks. Returns what its head says: its title, and what its `meta` elements are named and
 * hold.
 */
export function addHtmlPage(
  out: ContentBuilder,
  html: string,
  left: LeftOut,
): Readonly<{ title: string | null; meta: ReadonlyMap<string, string> }> {
  const page = parse(html);
  const meta = new Map<string, string>();
  let title: string | null = null;
  const look = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if (node.nodeName === "title" && "childNodes" in node) title ??= textIn(node).replace(/\s+/g, " ").trim() || null;
      if (node.nodeName === "meta" && "attrs" in node) {
        const name = attribute(node, "name") ?? attribute(node, "property");
        const content = attribute(node, "content");
        if (name !== null && content !== null && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
      }
      if (node.nodeName === "html" || node.nodeName === "head") look(node as Element);
    }
  };
  look(page);
  new Reader(out, left).add(page);
  return { title, meta };
}

/** What a block is: null for a plain paragraph. */
type Kind = Parameters<ContentBuilder["add"]>[0];

class Reader {
  readonly #out: ContentBuilder;
  readonly #left: LeftOut;
  readonly #lists: { ordered: boolean; next: number }[] = [];
  #text = "";
  #marks: Mark[] = [];
  #kind: Kind = { kind: "paragraph" };
  #pre = false;
  #depth = 0;

  constructor(out: ContentBuilder, left: LeftOut) {
    this.#out = out;
    this.#left = left;
  }

  add(parent: Parent): void {
    this.#children(parent);
    this.#flush();
  }

  #children(parent: Parent): void {
    checkDepth(++this.#depth);
    for (const node of parent.childNodes) this.#node(node);
    this.#depth--;
  }

  #node(node: Node): void {
    if (node.nodeName === "#comment") this.#left.comments++;
    else if ("value" in node) this.#write(node.value);
    else if ("tagName" in node) this.#element(node);
  }

  #element(node: Element): void {
    const { tagName } = node;
    if (silent.has(tagName)) {
      if (tagName !== "head") this.#left.scripts++;
    } else if (tagName === "br") this.#text = `${this.#pre ? this.#text : this.#text.trimEnd()}\n`;
    else if (tagName === "img") this.#write(attribute(node, "alt") ?? "");
    else if (tagName === "table") this.#table(node);
    else if (blocks.has(tagName)) this.#block(node);
    else this.#inline(node);
  }

  #inline(node: Element): void {
    const start = this.#text.length;
    this.#children(node);
    const kind = htmlMarks.get(node.tagName);
    const end = this.#text.length;
    if (kind === undefined || end <= start) return;
    const href = attribute(node, "href") ?? "";
    if (kind !== "link") this.#marks.push({ kind, start, end });
    else if (href !== "#" && LinkTarget.safeParse(href).success) this.#marks.push({ kind, start, end, href });
  }

  #block(node: Element): void {
    this.#flush();
    const [kind, pre] = [this.#kind, this.#pre];
    const isList = /^(ul|ol|menu|dir)$/.test(node.tagName);
    if (isList) this.#lists.push({ ordered: node.tagName === "ol", next: Number(attribute(node, "start") ?? 1) || 1 });
    this.#kind = this.#kindOf(node.tagName);
    if (node.tagName === "pre") this.#pre = true;
    this.#children(node);
    this.#flush();
    if (isList) this.#lists.pop();
    this.#kind = kind.kind === "listItem" ? { kind: "paragraph" } : kind;
    this.#pre = pre;
  }

  #kindOf(tagName: string): Kind {
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level !== undefined) return { kind: "heading", level: Number(level) };
    if (tagName === "pre") return { kind: "code" };
    if (tagName === "blockquote") return { kind: "quotation" };
    if (tagName === "figcaption" || tagName === "caption") return { kind: "caption" };
    const list = this.#lists.at(-1);
    if (tagName !== "li") return this.#kind;
    const marker = list?.ordered === true ? `${list.next++}.` : "•";
    return { kind: "listItem", depth: Math.max(0, this.#lists.length - 1), ordered: list?.ordered === true, marker };
  }

  /** Rows and cells as they are; a caption before them. */
  #table(node: Element): void {
    this.#flush();
    const rows: (Run & { header: boolean })[][] = [];
    const look = (parent: Parent): void => {
      for (const child of parent.childNodes) {
        if (!("tagName" in child)) {
          this.#node(child);
        } else if (child.tagName === "tr") rows.push(child.childNodes.flatMap((cell) => this.#cell(cell)));
        else if (/^(thead|tbody|tfoot)$/.test(child.tagName)) look(child);
        else this.#block(child);
      }
    };
    look(node);
    this.#flush();
    const filled = rows.filter((row) => row.length > 0);
    if (filled.some((row) => row.some(({ text }) => text !== ""))) this.#out.addTable(filled);
  }

  #cell(node: Node): (Run & { header: boolean })[] {
    if (!("tagName" in node)) {
      if (node.nodeName === "#comment") this.#left.comments++;
      return [];
    }
    const inner = new CellReader(this.#left);
    return [{ ...inner.read(node), header: node.tagName === "th" }];
  }

  #write(words: string): void {
    if (this.#pre) this.#text += words;
    else {
      const plain = words.replace(/[ \t\n\r\f]+/g, " ");
      this.#text += /[ \n]$/.test(this.#text) || this.#text === "" ? plain.replace(/^ /, "") : plain;
    }
  }

  #flush(): void {
    const text = this.#pre ? this.#text.replace(/^\n|\n$/g, "") : this.#text.trimEnd();
    const shift = this.#pre && this.#text.startsWith("\n") ? 1 : 0;
    const marks = this.#marks
      .map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start - shift),
        end: Math.min(text.length, mark.end - shift),
      }))
      .filter(({ start, end }) => end > start);
    this.#text = "";
    this.#marks = [];
    if (text.trim() === "") return;
    this.#out.add(this.#kind, { text, marks });
    // What follows in the same item is a paragraph of it.
    if (this.#kind.kind === "listItem") this.#kind = { kind: "paragraph" };
  }
}

/** The words of a cell as one run, blocks in it parted by spaces. */
class CellReader {
  readonly #left: LeftOut;
  #text = "";
  readonly #marks: Mark[] = [];

  constructor(left: LeftOut) {
    this.#left = left;
  }

  read(node: Element): Run {
    this.#walk(node);
    const end = this.#text.trimEnd().length;
    const marks = this.#marks
      .map((mark) => ({ ...mark, end: Math.min(end, mark.end) }))
      .filter((mark) => mark.end > mark.start);
    return { text: this.#text.slice(0, end), marks };
  }

  #walk(parent: Parent, depth = 0): void {
    checkDepth(depth);
    for (const node of parent.childNodes) {
      if (node.nodeName === "#comment") this.#left.comments++;
      else if ("value" in node) this.#write(node.value);
      else if (!("tagName" in node)) continue;
      else if (silent.has(node.tagName)) this.#left.scripts++;
      else if (node.tagName === "img") this.#write(attribute(node, "alt") ?? "");
      else if (node.tagName === "br") this.#write(" ");
      else {
        const kind = htmlMarks.get(node.tagName);
        if (blocks.has(node.tagName)) this.#write(" ");
        const start = this.#text.length;
        this.#walk(node, depth + 1);
        const end = this.#text.length;
        if (kind !== undefined && kind !== "link" && end > start) this.#marks.push({ kind, start, end });
        if (blocks.has(node.tagName)) this.#write(" ");
      }
    }
  }

  #write(words: string): void {
    const plain = words.replace(/\s+/g, " ");
    this.#text += / $/.test(this.#text) || this.#text === "" ? plain.trimStart() : plain;
  }
}

/** Elements inside of each other: more than any page that people read has. */
const maxDepth = 500;

function checkDepth(depth: number): void {
  if (depth > maxDepth) throw new WorkbenchError("limit", message("import.htmlTooDeep"));
}

function attribute(node: Element, name: string): string | null {
  return node.attrs.find((one) => one.name === name)?.value ?? null;
}

function textIn(parent: Parent): string {
  return parent.childNodes
    .map((node) => ("value" in node ? node.value : "childNodes" in node ? textIn(node) : ""))
    .join("");
}
