import type { BlockKind, DocumentWriter } from "../office/document-writer.ts";
import { type Inline, InlineText } from "../office/inline-text.ts";
import { saysWords } from "../office/number-format.ts";

/** A finished paragraph or table, before it is written. */
export type Item =
  | Readonly<{ kind: BlockKind; inline: Inline; direction: "rtl" | undefined; isTitle: boolean }>
  | Readonly<{ rows: readonly (readonly Inline[])[]; heads: number }>;

/** What a paragraph is, as known at its end. */
export type ParagraphAbout = Readonly<{
  kind: BlockKind;
  direction: "rtl" | undefined;
  isTitle: boolean;
  inTable: boolean;
}>;

/** Writes finished items in order. */
export function writeItems(writer: DocumentWriter, items: readonly Item[]): void {
  for (const item of items) {
    if ("rows" in item) writer.table(item.rows, item.heads);
    else {
      if (item.kind.kind === "heading") writer.nameTitle(item.inline.text, item.isTitle);
      writer.paragraph(item.kind, item.inline, item.direction);
    }
  }
}

/**
 * The paragraphs and tables of one story of an RTF file as they come: its body, a note, a text box. What hangs on a
 * paragraph or table follows it.
 */
export class Story {
  readonly #write: (items: readonly Item[]) => void;
  #inline: InlineText | null = null;
  /** The number or sign before the paragraph, as the program has written it. */
  marker = "";
  #cells: Inline[] = [];
  #rows: Inline[][] = [];
  #heads = 0;
  #hanging: Item[] = [];

  constructor(write: (items: readonly Item[]) => void) {
    this.#write = write;
  }

  /** The paragraph that is being written, or the cell of a table. */
  inline(inTable: boolean): InlineText {
    this.#inline ??= new InlineText(inTable);
    return this.#inline;
  }

  hang(items: readonly Item[]): void {
    this.#hanging.push(...items);
  }

  endParagraph(about: ParagraphAbout): void {
    if (about.inTable) {
      this.#inline?.parted();
      this.marker = "";
      return;
    }
    this.#endTable();
    this.#emit(about);
  }

  endCell(): void {
    this.#cells.push((this.#inline ?? new InlineText(true)).finish());
    this.#inline = null;
    this.marker = "";
  }

  endRow(isHead: boolean): void {
    if (this.#inline !== null && !this.#inline.isEmpty) this.endCell();
    this.#inline = null;
    if (this.#cells.length === 0) return;
    if (isHead && this.#heads === this.#rows.length) this.#heads++;
    this.#rows.push(this.#cells);
    this.#cells = [];
  }

  /** The end of the story: what is open is finished. */
  end(about: ParagraphAbout): void {
    if (this.#cells.length > 0) this.endRow(false);
    this.#endTable();
    this.#emit(about);
  }

  #emit({ kind, direction, isTitle }: ParagraphAbout): void {
    const inline = this.#inline?.finish();
    const alone = (inline?.text ?? "") === "" ? this.marker : "";
    this.#inline = null;
    this.marker = "";
    // A number alone numbers nothing, unless it is what the line says, as “Exhibit A” above a title of its own.
    if (saysWords(alone)) {
      const words = { ...(inline ?? new InlineText().finish()), text: alone };
      const own: BlockKind = kind.kind === "listItem" ? { kind: "paragraph" } : kind;
      this.#write([{ kind: own, inline: words, direction, isTitle }]);
    } else if (inline !== undefined) this.#write([{ kind, inline, direction, isTitle }]);
    this.#flush();
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    const [only = []] = this.#rows;
    const [cell] = only;
    // A box of one cell is read as what is in it.
    if (this.#rows.length === 1 && only.length === 1 && cell !== undefined)
      this.#write([{ kind: { kind: "paragraph" }, inline: cell, direction: undefined, isTitle: false }]);
    else this.#write([{ rows: this.#rows, heads: this.#heads }]);
    this.#rows = [];
    this.#heads = 0;
    this.#flush();
  }

  #flush(): void {
    const hanging = this.#hanging;
    this.#hanging = [];
    this.#write(hanging);
  }
}
