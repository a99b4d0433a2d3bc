import type { LeftOut, TrackedChanges } from "../office/left-out.ts";
import { dateOf } from "./dates.ts";
import type { State } from "./state.ts";

type Kind = "insertions" | "deletions";

/** Which words of an RTF file are seen, where some are hidden or of a tracked change; counts those that are not. */
export class Visibility {
  readonly #left: LeftOut;
  readonly #changes: TrackedChanges;
  readonly #isBefore: boolean;
  #wasHidden = false;
  #last: Kind | null = null;
  readonly #authors = { insertions: 0, deletions: 0 };
  readonly #dates = { insertions: 0, deletions: 0 };

  /** `isBefore`: changes are undone, so that the text is as it was before them. */
  constructor(left: LeftOut, changes: TrackedChanges, isBefore: boolean) {
    this.#left = left;
    this.#changes = changes;
    this.#isBefore = isBefore;
  }

  /** Who made the next change, by the number in the table of authors, and when. Returns whether a word says that. */
  word(name: string, number: number | null): boolean {
    const [, about, deleted] = /^rev(auth|dttm)(del)?$/.exec(name) ?? [];
    if (about === undefined) return false;
    const kind = deleted === undefined ? "insertions" : "deletions";
    (about === "auth" ? this.#authors : this.#dates)[kind] = number ?? 0;
    return true;
  }

  /** Whether words are not seen here. */
  isGone(state: State, text: string, authors: readonly string[]): boolean {
    const isWord = text.trim() !== "";
    if (isWord) this.#count(state, authors);
    if (this.isMarkGone(state)) return true;
    if (!state.hidden) {
      if (isWord) this.#wasHidden = false;
      return false;
    }
    if (isWord && !this.#wasHidden) this.#left.hidden++;
    this.#wasHidden ||= isWord;
    return true;
  }

  /** Whether the end of a paragraph here is one of a change that is not there. */
  isMarkGone({ inserted, deleted }: State): boolean {
    return this.#isBefore ? inserted && !deleted : deleted;
  }

  #count({ inserted, deleted }: State, authors: readonly string[]): void {
    const kind = deleted ? "deletions" : inserted ? "insertions" : null;
    if (kind !== null && kind !== this.#last) {
      const author = authors[this.#authors[kind]] ?? "";
      this.#changes.add(kind, /^unknown$/i.test(author) ? "" : author, dateOf(this.#dates[kind]) ?? "");
    }
    this.#last = kind;
  }
}
