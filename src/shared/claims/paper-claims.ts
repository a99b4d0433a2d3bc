import { type Annotation, type Position, quoteOf } from "../model/annotation.ts";
import { maxTogether, type PaperTable } from "../model/by-paper.ts";
import { readBriefly } from "../model/held-records.ts";
import { columnsOf } from "../model/record-columns.ts";
import type { ClaimColumns, ColumnKeys } from "./claim-columns.ts";
import { type Coded, codedList } from "./coded-list.ts";
import { columnsOfCoded, columnsOfPacked, quotesOfPacked } from "./read-columns.ts";

type Records = Readonly<{ annotations: PaperTable<Annotation>; positions: PaperTable<Position> }>;

/** The annotations of one paper: as columns, once these are asked for, and as objects where somebody looks at one. */
export class PaperClaims {
  readonly count: number;
  readonly #records: Records;
  readonly #shared: ColumnKeys;
  #columns: readonly ClaimColumns[] | null;

  constructor(records: Records, shared: ColumnKeys, columns: readonly ClaimColumns[] | null = null) {
    this.count = records.annotations.count;
    this.#records = records;
    this.#shared = shared;
    this.#columns = columns;
  }

  /** The annotations in the order of the text. */
  get coded(): readonly Coded[] {
    return codedList(this.#records);
  }

  /** The quotes of the annotations, in their order. */
  quotes(): readonly string[] {
    const { annotations, positions } = this.#records;
    const packed = columnsOf(annotations, positions);
    const read = packed === null ? null : quotesOfPacked(packed);
    return read ?? readBriefly(() => this.coded).map(({ annotation }) => quoteOf(annotation.passage));
  }

  get columns(): readonly ClaimColumns[] {
    this.#columns ??= this.#read();
    return this.#columns;
  }

  #read(): readonly ClaimColumns[] {
    const { annotations, positions } = this.#records;
    const packed = columnsOf(annotations, positions);
    const read = packed === null ? null : columnsOfPacked(packed, this.#shared);
    return (
      read ??
      columnsOfCoded(
        readBriefly(() => this.coded),
        this.#shared,
      )
    );
  }

  /**
   * The paper with other records, or this one where they are the same. Of many annotations, those that are the same
   * have the same columns.
   */
  next(records: Records): PaperClaims {
    const { annotations, positions } = this.#records;
    if (annotations === records.annotations && positions === records.positions) return this;
    if (this.#columns === null || Math.min(this.count, records.annotations.count) <= maxTogether)
      return new PaperClaims(records, this.#shared);
    const [before, now] = [this.coded, codedList(records)];
    const most = Math.min(before.length, now.length);
    let head = 0;
    while (head < most && before[head] === now[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
    const [first, last] = [takeWhile(this.#columns, head), takeWhile(this.#columns.toReversed(), tail)];
    const changed = columnsOfCoded(now.slice(first.length, now.length - last.length), this.#shared);
    return new PaperClaims(records, this.#shared, [...first.columns, ...changed, ...last.columns.reverse()]);
  }
}

/** The first columns that have no more than so many claims in all, and how many claims they have. */
function takeWhile(columns: readonly ClaimColumns[], most: number): { columns: ClaimColumns[]; length: number } {
  let [length, index] = [0, 0];
  for (const { count } of columns) {
    if (length + count > most) break;
    length += count;
    index++;
  }
  return { columns: columns.slice(0, index), length };
}
