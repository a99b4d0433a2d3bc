import { paperTable } from "../model/by-paper.ts";
import type { AnnotationId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { firstWhere } from "../text/touching.ts";
import { type ClaimColumns, ColumnKeys, field, idIn, width } from "./claim-columns.ts";
import { ClaimCursor } from "./claim-cursor.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import { type Coded, papersInOrder } from "./claims.ts";
import { packId } from "./packed-id.ts";
import { PaperClaims } from "./paper-claims.ts";

/**
 * All annotations of a library in the order of `allCoded`, each at its place from 0. They are objects only where
 * somebody looks at them: a million would take a gigabyte. What filters, orders and groups ask is in columns, which are
 * read when they are first asked for.
 */
export class ClaimList {
  readonly length: number;
  readonly shared: ColumnKeys;
  readonly #papers: ReadonlyMap<string, PaperClaims>;
  readonly #inOrder: readonly PaperClaims[];
  /** The place of the first annotation of each paper. */
  readonly #starts: readonly number[];
  /** How many papers have all their columns, from the first on. */
  #filled = 0;

  constructor(papers: ReadonlyMap<string, PaperClaims>, shared: ColumnKeys) {
    this.shared = shared;
    this.#papers = papers;
    this.#inOrder = [...papers.values()];
    let length = 0;
    this.#starts = this.#inOrder.map(({ count }) => {
      length += count;
      return length - count;
    });
    this.length = length;
  }

  /** The list of another library: this one where its annotations are the same, else with what they have in common. */
  next(library: Library): ClaimList {
    let isSame = true;
    const papers = new Map<string, PaperClaims>();
    for (const { id } of inOrder(library)) {
      const records = {
        annotations: paperTable(library.annotations, id),
        positions: paperTable(library.positions, id),
      };
      const before = this.#papers.get(id);
      const paper = before?.next(records) ?? new PaperClaims(records, this.shared);
      isSame &&= paper === this.#inOrder[papers.size];
      papers.set(id, paper);
    }
    return isSame && papers.size === this.#papers.size ? this : new ClaimList(papers, this.shared);
  }

  /** The annotation at a place; undefined where there is none. */
  at(place: number): Coded | undefined {
    const index = this.#paperAt(place);
    return this.#inOrder[index]?.coded[place - (this.#starts[index] ?? 0)];
  }

  #paperAt(place: number): number {
    return firstWhere(this.#starts.length, (index) => (this.#starts[index] ?? 0) > place) - 1;
  }

  /** The annotations at the places where `marks` has 1, or all. */
  coded(marks: Uint8Array | null = null): readonly Coded[] {
    const all: Coded[] = [];
    for (const [index, paper] of this.#inOrder.entries()) {
      const start = this.#starts[index] ?? 0;
      if (marks === null) for (const coded of paper.coded) all.push(coded);
      else if (marks.subarray(start, start + paper.count).includes(1))
        for (const [offset, coded] of paper.coded.entries()) if (marks[start + offset] === 1) all.push(coded);
    }
    return all;
  }

  get papers(): readonly PaperClaims[] {
    return this.#inOrder;
  }

  /** Read columns that have not been read, until told to stop; whether all are there. */
  fill(stop: () => boolean = () => false): boolean {
    while (this.#filled < this.#inOrder.length) {
      // Asked for, they are read.
      if (this.#inOrder[this.#filled++]?.columns !== undefined && stop()) break;
    }
    return this.#filled === this.#inOrder.length;
  }

  /** Calls back with all columns, and the place of the first annotation in each. */
  eachColumns(found: (columns: ClaimColumns, start: number) => void): void {
    let start = 0;
    for (const paper of this.#inOrder)
      for (const columns of paper.columns) {
        found(columns, start);
        start += columns.count;
      }
  }

  /** Calls back with the facts of each annotation, which hold until the call ends. */
  eachFacts(found: (claim: ClaimFacts, place: number) => void): void {
    const cursor = new ClaimCursor(this.shared);
    this.eachColumns((columns, start) => {
      for (let index = 0; index < columns.count; index++) {
        cursor.move(columns, index);
        found(cursor, start + index);
      }
    });
  }

  /** The identifier of the annotation at a place; undefined where there is none. */
  idAt(place: number): AnnotationId | undefined {
    const index = this.#paperAt(place);
    const paper = this.#inOrder[index];
    if (paper === undefined || place >= this.length) return undefined;
    let start = this.#starts[index] ?? 0;
    for (const columns of paper.columns) {
      if (place < start + columns.count) return idIn(columns, place - start, this.shared.keys);
      start += columns.count;
    }
    return undefined;
  }

  /** 1 at the places of the annotations of these identifiers. */
  marksOf(ids: ReadonlySet<string>): Uint8Array {
    const marks = new Uint8Array(this.length);
    if (ids.size === 0) return marks;
    // Few share the end of an identifier with a wanted one; only these are compared.
    const ends = new Uint8Array(1 << 16);
    const packed = new Uint32Array(4);
    for (const id of ids) {
      packId(id, packed, 0, (key) => this.shared.numberOf(key));
      ends[(packed[3] ?? 0) & 0xffff] = 1;
    }
    this.eachColumns((columns, start) => {
      const { rows, count } = columns;
      for (let index = 0; index < count; index++)
        if (ends[(rows[index * width.row + field.id + 3] ?? 0) & 0xffff] === 1)
          if (ids.has(idIn(columns, index, this.shared.keys))) marks[start + index] = 1;
    });
    return marks;
  }
}

/** The list of a library of which nothing is known yet. */
export function claimList(library: Library): ClaimList {
  return new ClaimList(new Map(), new ColumnKeys()).next(library);
}

const sorted = new WeakMap<Library["papers"], readonly Paper[]>();

function inOrder({ papers }: Library): readonly Paper[] {
  const known = sorted.get(papers) ?? papersInOrder(Object.values(papers));
  sorted.set(papers, known);
  return known;
}
