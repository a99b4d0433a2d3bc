import { LinkTarget, type Mark } from "../../../../shared/model/content.ts";

/** How a run of text looks, as far as papers hold it; `href` is where it leads. */
export type Look = Readonly<{
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  strike?: boolean | undefined;
  superscript?: boolean | undefined;
  code?: boolean | undefined;
  href?: string | null;
}>;

const kinds = ["bold", "italic", "strike", "superscript", "code"] as const;

/** A place in a paragraph by name: where a comment begins or ends. */
export type Anchor = Readonly<{ name: string; end: boolean; at: number }>;
/** A page break in a paragraph: one that the writer asked for, or one of the program's last layout. */
export type PageBreak = Readonly<{ at: number; rendered: boolean }>;

/** A paragraph's words with what is on them. All offsets are UTF-16 units from its start. */
export type Inline = Readonly<{
  text: string;
  marks: readonly Mark[];
  anchors: readonly Anchor[];
  breaks: readonly PageBreak[];
}>;

type GrowingMark = { -readonly [Key in keyof Mark]: Mark[Key] } & Mark;

/**
 * Collects the words of one paragraph. White space that is only layout, such as tabs and runs of spaces, becomes one
 * space; none is left at the start or end of a line.
 */
export class InlineText {
  /** Joined only at the end: to look at the end of a growing text would copy all of it each time. */
  readonly #parts: string[] = [];
  #length = 0;
  /** White space that is written when more words follow. */
  #gap: "" | " " | "\n" = "";
  readonly #marks: GrowingMark[] = [];
  readonly #last = new Map<string, GrowingMark>();
  readonly #anchors: Anchor[] = [];
  readonly #breaks: PageBreak[] = [];
  /** In a cell of a table a line break is a space. */
  readonly #isCell: boolean;

  constructor(isCell = false) {
    this.#isCell = isCell;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** UTF-16 units so far, without white space at the end. */
  get length(): number {
    return this.#length;
  }

  write(text: string, look: Look = {}): void {
    // A soft hyphen shows only where a line ends at it.
    for (const [part] of text.replaceAll("\u00ad", "").matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      if (/^[ \t\r\n]/.test(part)) {
        if (this.#gap === "" && this.#length > 0) this.#gap = " ";
      } else this.#word(part, look);
    }
  }

  lineBreak(): void {
    if (this.#length > 0) this.#gap = this.#isCell ? " " : "\n";
  }

  /** White space between two paragraphs of one cell. */
  parted(): void {
    if (this.#length > 0 && this.#gap === "") this.#gap = " ";
  }

  anchor(name: string, end: boolean): void {
    this.#anchors.push({ name, end, at: this.#place(end) });
  }

  pageBreak(rendered: boolean): void {
    this.#breaks.push({ at: this.#place(false), rendered });
  }

  /** The character before it links to a note. */
  note(label: string): void {
    const end = this.#length;
    if (end > 0) this.#marks.push({ kind: "link", start: end - 1, end, href: `#note-${label}` });
  }

  finish(): Inline {
    const end = this.#length;
    const anchors = this.#anchors.map((anchor) => ({ ...anchor, at: Math.min(anchor.at, end) }));
    const breaks = this.#breaks.map((lineBreak) => ({ ...lineBreak, at: Math.min(lineBreak.at, end) }));
    return {
      text: this.#parts.join("").toWellFormed(),
      marks: this.#marks.filter((mark) => mark.end > mark.start),
      anchors,
      breaks,
    };
  }

  /** Where the next word begins, or where the last one ended. */
  #place(end: boolean): number {
    return end ? this.#length : this.#length + this.#gap.length;
  }

  #word(word: string, look: Look): void {
    const start = this.#length + this.#gap.length;
    this.#parts.push(this.#gap, word);
    const end = start + word.length;
    for (const kind of kinds) if (look[kind] === true) this.#mark(kind, { kind, start, end });
    const href = look.href ?? "";
    if (href !== "" && href !== "#" && LinkTarget.safeParse(href).success)
      this.#mark(`link ${href}`, { kind: "link", start, end, href });
    this.#length = end;
    this.#gap = "";
  }

  /** A mark goes on over the white space between two words that have it. */
  #mark(key: string, mark: GrowingMark): void {
    const before = this.#last.get(key);
    if (before !== undefined && (before.end === this.#length || before.end === mark.start)) before.end = mark.end;
    else {
      this.#marks.push(mark);
      this.#last.set(key, mark);
    }
  }
}
