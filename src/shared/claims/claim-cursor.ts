import type { SourceGrade } from "../model/annotation.ts";
import type { ActorId, AnnotationId, CoderId, IssueId, PaperId, StanceId } from "../model/ids.ts";
import { type ClaimColumns, type ColumnKeys, field, idIn, width } from "./claim-columns.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import { printTime } from "./packed-time.ts";

const none: ClaimColumns = {
  count: 0,
  rows: new Uint32Array(),
  times: new Float64Array(),
  positions: new Uint32Array(),
  words: new Uint32Array(),
  said: new Uint16Array(),
  saidEnds: new Uint32Array(),
  sayers: new Uint8Array(),
  sayerEnds: new Uint16Array(),
};

/**
 * Shows the facts of one claim after the other from its columns. What it says holds until it is moved: a filter asks a
 * million claims without an object for each.
 */
export class ClaimCursor implements ClaimFacts {
  readonly annotation: ClaimFacts["annotation"];
  readonly #keys: readonly string[];
  #columns = none;
  #index = 0;

  constructor({ keys }: ColumnKeys) {
    this.#keys = keys;
    this.annotation = this.#annotation();
  }

  move(columns: ClaimColumns, index: number): void {
    this.#columns = columns;
    this.#index = index;
  }

  get positions(): ClaimFacts["positions"] {
    const { positions } = this.#columns;
    const end = this.#number(field.positions);
    const found: ClaimFacts["positions"][number][] = [];
    for (let offset = this.#firstPosition(); offset < end; offset += width.position)
      found.push({
        issue: (this.#keys[positions[offset] ?? 0] ?? "") as IssueId,
        stance: this.#key<StanceId>(positions[offset + 1]),
        strength: positions[offset + 2] || null,
      });
    return found;
  }

  #annotation(): ClaimFacts["annotation"] {
    const number = (of: number): number => this.#number(of);
    const key = <Id extends string>(of: number): Id | null => this.#key<Id>(this.#number(of));
    const id = (): AnnotationId => idIn(this.#columns, this.#index, this.#keys);
    const time = (of: number): string =>
      printTime(this.#columns.times[this.#index * width.times + of] ?? 0, this.#keys);
    return {
      get id() {
        return id();
      },
      get paper() {
        return key<PaperId>(field.paper) ?? ("" as PaperId);
      },
      get actor() {
        return key<ActorId>(field.actor);
      },
      get coder() {
        return key<CoderId>(field.coder) ?? ("" as CoderId);
      },
      get certainty() {
        return number(field.levels) & 15 || null;
      },
      get grade() {
        return gradeOf(number(field.levels) >> 4);
      },
      get created() {
        return time(0);
      },
      get modified() {
        return time(1);
      },
    };
  }

  #number(of: number): number {
    return this.#columns.rows[this.#index * width.row + of] ?? 0;
  }

  #firstPosition(): number {
    return this.#index === 0 ? 0 : (this.#columns.rows[(this.#index - 1) * width.row + field.positions] ?? 0);
  }

  #key<Id extends string>(number: number | undefined): Id | null {
    return number === undefined || number === 0 ? null : ((this.#keys[number] ?? "") as Id);
  }
}

function gradeOf(levels: number): SourceGrade | null {
  if (levels === 0) return null;
  const reliability = String.fromCharCode(64 + (levels & 15)) as SourceGrade["reliability"];
  return { reliability, credibility: levels >> 4 };
}
