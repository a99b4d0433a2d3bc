import type { Annotation, Position } from "../model/annotation.ts";
import { type ClaimColumns, type ColumnKeys, field, width } from "./claim-columns.ts";
import { packId } from "./packed-id.ts";
import { packTime } from "./packed-time.ts";

type Claim = Readonly<
  Pick<Annotation, "id" | "paper" | "actor" | "certainty" | "grade" | "coder" | "created" | "modified">
>;

/** Writes the columns of some claims, one after the other: the words and positions of each, then the claim. */
export class ColumnWriter {
  readonly #shared: ColumnKeys;
  readonly #rows: Uint32Array;
  readonly #times: Float64Array;
  readonly #positions: number[] = [];
  readonly #said: number[] = [];
  readonly #saidEnds: Uint32Array;
  readonly #numberOf: (key: string) => number;
  #last = { time: "", packed: 0 };
  #count = 0;

  /** For so many claims. */
  constructor(length: number, shared: ColumnKeys) {
    this.#shared = shared;
    this.#rows = new Uint32Array(length * width.row);
    this.#times = new Float64Array(length * width.times);
    this.#saidEnds = new Uint32Array(length);
    this.#numberOf = (key) => shared.numberOf(key);
  }

  addWords(text: string): void {
    this.#shared.vocabulary.addWords(text, this.#said);
  }

  addPosition(issue: string, stance: string | null, strength: Position["strength"]): void {
    this.#positions.push(this.#shared.numberOf(issue), this.#optional(stance), strength ?? 0);
  }

  addClaim({ id, paper, actor, certainty, grade, coder, created, modified }: Claim): void {
    const [rows, row, at] = [this.#rows, this.#count * width.row, this.#count * width.times];
    packId(id, rows, row + field.id, this.#numberOf);
    rows[row + field.paper] = this.#shared.numberOf(paper);
    rows[row + field.actor] = this.#optional(actor);
    rows[row + field.coder] = this.#shared.numberOf(coder);
    const reliability = grade === null ? 0 : grade.reliability.charCodeAt(0) - 64;
    rows[row + field.levels] = (certainty ?? 0) | (reliability << 4) | ((grade?.credibility ?? 0) << 8);
    rows[row + field.positions] = this.#positions.length;
    this.#saidEnds[this.#count] = this.#said.length;
    this.#times[at] = this.#timeOf(created);
    this.#times[at + 1] = this.#timeOf(modified);
    this.#count++;
  }

  /** Most claims were modified when they were created, or imported at one time. */
  #timeOf(time: string): number {
    if (time !== this.#last.time) this.#last = { time, packed: packTime(time, this.#numberOf) };
    return this.#last.packed;
  }

  #optional(key: string | null): number {
    return key === null ? 0 : this.#shared.numberOf(key);
  }

  end(): ClaimColumns {
    const said = this.#said;
    const words = this.#shared.eachOnce(said);
    const { sayers, sayerEnds } = sayersOf(said, this.#saidEnds, words.length);
    return {
      count: this.#count,
      rows: this.#rows,
      times: this.#times,
      positions: Uint32Array.from(this.#positions),
      words,
      said: words.length <= 0x1_0000 ? Uint16Array.from(said) : Uint32Array.from(said),
      saidEnds: this.#saidEnds,
      sayers,
      sayerEnds: sayers.length <= 0xffff ? Uint16Array.from(sayerEnds) : sayerEnds,
    };
  }
}

/** The claims that say each word, in their order, and where those of each word end. */
function sayersOf(said: readonly number[], ends: Uint32Array, words: number) {
  const [last, counts] = [new Uint16Array(words), new Uint32Array(words)];
  const each = (found: (word: number, index: number) => void): void => {
    last.fill(0);
    let offset = 0;
    for (let index = 0; index < ends.length; index++)
      for (const end = ends[index] ?? 0; offset < end; offset++) {
        const word = said[offset] ?? 0;
        if (last[word] !== index + 1) found(word, index);
        last[word] = index + 1;
      }
  };
  each((word) => {
    counts[word] = (counts[word] ?? 0) + 1;
  });
  let length = 0;
  for (let word = 0; word < words; word++) {
    length += counts[word] ?? 0;
    counts[word] = length - (counts[word] ?? 0);
  }
  const sayers = new Uint8Array(length);
  // The beginnings become the ends.
  each((word, index) => {
    sayers[counts[word] ?? 0] = index;
    counts[word] = (counts[word] ?? 0) + 1;
  });
  return { sayers, sayerEnds: counts };
}
