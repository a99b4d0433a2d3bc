import { LinkTarget, type Mark } from "../../../../shared/model/content.ts";
import type { Run } from "../builder.ts";

type Open = { kind: Mark["kind"] | null; href: string; start: number };

/**
 * The words of one block as they come, with their marks. White space is collapsed (CSS Text 3, 4.1) unless it is
 * preformatted.
 */
export class TextRun {
  /** Joined only at the end: to look at the end of a growing text would copy all of it each time. */
  #parts: string[] = [];
  #length = 0;
  /** The last two units. */
  #tail = "";
  /** Where the last character that is no white space ends, and its units. */
  #last = { end: 0, size: 0 };
  #marks: Mark[] = [];
  readonly #open: Open[] = [];
  pre = false;

  get length(): number {
    return this.#length;
  }

  /** Whether the words so far end with white space. */
  get isSpaced(): boolean {
    return /\s$/.test(this.#tail);
  }

  /** Soft hyphens are where a word may be divided, and no part of it. */
  write(source: string): void {
    const words = source.replaceAll("\u00ad", "");
    const plain = this.pre ? words : words.replace(/[ \t\n\r\f]+/g, " ");
    const isBlank = !this.pre && (this.#length === 0 || /[ \n]$/.test(this.#tail));
    this.#add(isBlank ? plain.replace(/^ /, "") : plain);
  }

  /** End the line; a blank before the end goes. There is none to end where nothing is written yet. */
  endLine(): void {
    if (!this.pre && this.#length === 0) return;
    if (!this.pre && this.#tail.endsWith(" ")) {
      const last = this.#parts.pop() ?? "";
      this.#parts.push(last.slice(0, -1));
      this.#length--;
    }
    this.#add("\n");
  }

  /** Whether nothing but blanks came after a line's end. */
  get isAtLineStart(): boolean {
    return this.#tail.endsWith("\n");
  }

  /** An inline element begins. */
  begin(kind: Mark["kind"] | null, href = ""): void {
    this.#open.push({ kind, href, start: this.#length });
  }

  /** The inline element that began last ends. */
  end(): void {
    const open = this.#open.pop();
    if (open !== undefined) this.#mark(open, this.#length);
  }

  /** Link the character before to a note. False where there is none. */
  refer(label: string): boolean {
    const { end, size } = this.#last;
    if (size === 0) return false;
    this.#marks.push({ kind: "link", start: end - size, end, href: `#note-${label}` });
    return true;
  }

  /** The words without blanks at their end; what comes next starts again inside the same inline elements. */
  take(): Run {
    for (const open of this.#open) this.#mark(open, this.#length);
    for (const open of this.#open) open.start = 0;
    const all = this.#parts.join("");
    const text = this.pre ? all.replace(/^\n|\n$/g, "") : all.trimEnd();
    const shift = this.pre && all.startsWith("\n") ? 1 : 0;
    const marks = this.#marks
      .map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start - shift),
        end: Math.min(text.length, mark.end - shift),
      }))
      .filter(({ start, end }) => end > start);
    this.#parts = [];
    this.#length = 0;
    this.#tail = "";
    this.#last = { end: 0, size: 0 };
    this.#marks = [];
    return { text, marks };
  }

  #add(words: string): void {
    if (words === "") return;
    this.#parts.push(words);
    const trimmed = words.trimEnd();
    if (trimmed !== "")
      this.#last = { end: this.#length + trimmed.length, size: /[\udc00-\udfff]$/.test(trimmed) ? 2 : 1 };
    this.#length += words.length;
    this.#tail = (this.#tail + words.slice(-2)).slice(-2);
  }

  #mark({ kind, href, start }: Open, end: number): void {
    if (kind === null || end <= start) return;
    if (kind !== "link") this.#marks.push({ kind, start, end });
    // A link to the top of its own page goes nowhere in a paper.
    else if (href !== "#" && LinkTarget.safeParse(href).success) this.#marks.push({ kind, start, end, href });
  }
}
