import type MarkdownIt from "markdown-it";
import { LinkTarget, type Mark } from "../../../shared/model/content.ts";
import type { Run } from "./builder.ts";
import { isGlued, isOpenEnd } from "./lines.ts";
import { htmlMarks, type LeftOutOfPage } from "./web/html.ts";
import { isBlockName, isUnknownTag } from "./web/tree.ts";

export type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];
type Open = { kind: Mark["kind"]; start: number; href: string };
/** What becomes of a line end in a paragraph, and where HTML that is left out is counted. */
export type InlineOptions = Readonly<{
  softBreak: " " | "\n";
  left: LeftOutOfPage;
  /** Whether tags that HTML does not have are words: "<Name>" in a text that nobody wrote as Markdown. */
  areUnknownTagsShown: boolean;
}>;

const kinds: Readonly<Record<string, Mark["kind"]>> = { strong: "bold", em: "italic", s: "strike", link: "link" };
/** Tags that GFM shows as they are written (GFM 0.29, 6.11). */
const shown = /^<\/?(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b/i;

/**
 * Inline tokens as text and marks. The mark of a footnote is no part of the text: the character before it links to the
 * note.
 */
export function inlineRun(tokens: readonly Token[], options: InlineOptions): Run {
  const run = new InlineRun(options);
  run.add(tokens);
  return { text: run.text(), marks: run.marks };
}

class InlineRun {
  /** Joined only at the end: to look at the end of a growing text would copy all of it each time. */
  readonly #parts: string[] = [];
  /** The last few characters of the text. */
  #tail = "";
  #length = 0;
  /** Where the last picture's words end, which those of the next do not touch. */
  #pictureEnd = -1;
  readonly marks: Mark[] = [];
  readonly #open: Open[] = [];
  readonly #tags: Open[] = [];
  readonly #options: InlineOptions;

  constructor(options: InlineOptions) {
    this.#options = options;
  }

  text(): string {
    return this.#parts.join("");
  }

  add(tokens: readonly Token[]): void {
    for (const [index, token] of tokens.entries()) {
      const [, name, way] = /^(strong|em|s|link)_(open|close)$/.exec(token.type) ?? [];
      const kind = kinds[name ?? ""];
      if (kind !== undefined && way === "open")
        this.#open.push({ kind, start: this.#length, href: String(token.attrGet("href") ?? "") });
      else if (kind !== undefined) this.#closeMark();
      else if (token.type === "code_inline") {
        this.marks.push({ kind: "code", start: this.#length, end: this.#length + token.content.length });
        this.#write(token.content);
      } else if (token.type === "text")
        this.#write(this.#tail.endsWith("\n") ? token.content.trimStart() : token.content);
      else if (token.type === "softbreak") this.#softBreak(tokens[index + 1]?.content ?? "");
      else if (token.type === "hardbreak") this.#write("\n");
      else if (token.type === "image") this.#picture(() => this.add(token.children ?? []));
      else if (token.type === "html_inline") this.#html(token.content);
      else if (token.type === "footnote_ref") this.#note(token);
    }
  }

  #softBreak(next: string): void {
    const parted = /\p{L}-$/u.test(this.#tail) && /^\p{Ll}/u.test(next);
    if (this.#options.softBreak === "\n") this.#write("\n");
    else if (!parted && !isOpenEnd(this.#tail, next) && !isGlued(this.#tail, next)) this.#write(" ");
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#tail = (this.#tail + text.slice(-4)).slice(-4);
  }

  #picture(writeWords: () => void): void {
    if (this.#length > 0 && this.#pictureEnd === this.#length) this.#write(" ");
    writeWords();
    this.#pictureEnd = this.#length;
  }

  /** A list or a paragraph of HTML in a table's cell: its items are lines of their own. */
  #breakLine(): void {
    if (this.#length > 0 && !this.#tail.endsWith("\n")) this.#write("\n");
  }

  #html(tag: string): void {
    const [, closing, name = ""] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(tag) ?? [];
    const kind = htmlMarks.get(name.toLowerCase());
    if (shown.test(tag) || (this.#options.areUnknownTagsShown && isUnknownTag(tag))) this.#write(tag);
    else if (tag.startsWith("<!--")) this.#options.left.comments++;
    else if (/^br$/i.test(name)) this.#write("\n");
    else if (/^img$/i.test(name)) this.#picture(() => this.#write(attributeOf(tag, "alt")));
    else if (isBlockName(name.toLowerCase())) this.#breakLine();
    else if (kind !== undefined && closing === "")
      this.#tags.push({ kind, start: this.#length, href: attributeOf(tag, "href") });
    else if (kind !== undefined) {
      const index = this.#tags.findLastIndex((tag) => tag.kind === kind);
      if (index >= 0) this.#close(this.#tags.splice(index, 1)[0]);
    }
  }

  #note(token: Token): void {
    const end = this.#length;
    const label = Number((token.meta as { id: number }).id) + 1;
    if (end > 0) this.marks.push({ kind: "link", start: end - 1, end, href: `#note-${label}` });
  }

  /** Emphasis inside of the same emphasis says nothing more; of thousands, each part of a long text would have all. */
  #closeMark(): void {
    const mark = this.#open.pop();
    const outer = this.#open.findLast(({ kind }) => kind === mark?.kind);
    if (mark?.kind === "link" || outer === undefined) this.#close(mark);
  }

  #close(mark: Open | undefined): void {
    const end = this.#length;
    if (mark === undefined || mark.start === end) return;
    const { kind, start, href } = mark;
    if (kind !== "link") this.marks.push({ kind, start, end });
    // A link to the top of its own page goes nowhere in a paper.
    else if (href !== "#" && LinkTarget.safeParse(href).success) this.marks.push({ kind, start, end, href });
  }
}

function attributeOf(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  return double ?? single ?? bare ?? "";
}

/** Length of a run without white space. */
export function runLength(run: Run): number {
  return run.text.trim().length;
}
