import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";

/** What a document holds that is not in the paper's text, counted while it is read. */
export class LeftOut {
  /** Stretches of hidden text. */
  hidden = 0;
  /** Pictures, drawings without words, charts, diagrams and embedded objects. */
  pictures = 0;
  /** Tables of contents. */
  contents = 0;
  /** Headers and footers. */
  furniture = 0;
  /** Other documents within this one. */
  documents = 0;
  /** Comments that are at no place of the text. */
  comments = 0;
}

type TrackedKind = "insertions" | "deletions" | "moves";

/** Tracked changes, each with who made it and when. */
export class TrackedChanges {
  insertions = 0;
  deletions = 0;
  moves = 0;
  readonly #authors = new Set<string>();
  #first = "";
  #last = "";

  /** Another change; `date` is ISO 8601. */
  add(kind: TrackedKind, author: string, date: string): void {
    this[kind]++;
    if (author.trim() !== "" && this.#authors.size < maxNamed) this.#authors.add(author.trim().slice(0, 100));
    const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? "";
    if (day === "") return;
    if (this.#first === "" || day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
  }

  /** What is said of them; nothing where there are none. */
  warnings(isBefore: boolean): Message[] {
    const { insertions, deletions, moves } = this;
    if (insertions + deletions + moves === 0) return [];
    const authors = [...this.#authors];
    const kinds = Object.entries({ insertions, deletions, moves }).filter(([, count]) => count > 0);
    const counts = kinds.map(([kind, count]) => message(`import.changes.${kind as TrackedKind}`, { count }));
    const sentence = message(isBefore ? "import.changesRejected" : "import.changesAccepted", { counts });
    const who = authors.length === 0 ? [] : [message("import.changesBy", { authors })];
    const when =
      this.#first === ""
        ? []
        : this.#first === this.#last
          ? [message("import.changesOn", { day: this.#first })]
          : [message("import.changesBetween", { first: this.#first, last: this.#last })];
    return [sentence, ...who, ...when];
  }
}

/** Authors that are named. */
const maxNamed = 20;

/** One sentence for each kind of thing that was left out. */
export function leftOutOf(left: LeftOut): Message[] {
  const messages: Message[] = [];
  if (left.hidden > 0) messages.push(message("import.hiddenLeftOut", { count: left.hidden }));
  if (left.contents > 0) messages.push(message("import.contentsLeftOut", { count: left.contents }));
  if (left.pictures > 0) messages.push(message("import.picturesLeftOut", { count: left.pictures }));
  if (left.furniture > 0) messages.push(message("import.furnitureLeftOut"));
  if (left.documents > 0) messages.push(message("import.documentsLeftOut", { count: left.documents }));
  if (left.comments > 0) messages.push(message("import.commentsWithoutPlace", { count: left.comments }));
  return messages;
}
