import type { Block } from "../../../shared/model/content.ts";
import type { ContentPart, Imported, ImportedEnd } from "./imported.ts";

/** Puts a paper together again of the parts in which it came. */
export class ContentParts {
  readonly #texts: string[] = [];
  readonly #blocks: Block[] = [];

  /** The part that comes next. */
  readonly add = ({ text, blocks }: ContentPart): void => {
    this.#texts.push(text);
    for (const block of blocks) this.#blocks.push(block);
  };

  /** The whole paper. Its headings have the levels that were known at its end. */
  paper({ end, levels, ...about }: ImportedEnd): Imported {
    for (const [index, level] of levels) {
      const block = this.#blocks[index];
      if (block?.kind === "heading") this.#blocks[index] = { ...block, level };
    }
    return { ...about, content: { text: this.#texts.join(""), blocks: this.#blocks, ...end } };
  }
}
