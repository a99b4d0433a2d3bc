import { extentOf, type Passage } from "../model/annotation.ts";
import type { ActorId, AnnotationId, CoderId, IssueId, PaperId, StanceId } from "../model/ids.ts";
import type { Library } from "../model/library.ts";
import { firstWhere } from "../text/touching.ts";
import { type Coded, codedIn } from "./claims.ts";
import { printRegion } from "./rows.ts";

type MarkedPlace = Pick<Passage, "ranges" | "region">;

/** What makes two codings the same: the words, who makes the claim, who coded it, and on each issue the stance. */
export type CodingIdentity = Readonly<{
  passage: MarkedPlace;
  actor: ActorId | null;
  coder: CoderId;
  positions: readonly Readonly<{ issue: IssueId; stance: StanceId | null }>[];
  note: string;
}>;

/** Finds out whether the annotations of one paper already say what a new one would. */
export class SameCodings {
  readonly #byWords: Map<string, Coded[]>;

  constructor(coded: readonly Coded[]) {
    this.#byWords = Map.groupBy(coded, ({ annotation }) => wordsKey(annotation.passage));
  }

  /** Takes in an annotation that is made meanwhile. */
  add(coded: Coded): void {
    const key = wordsKey(coded.annotation.passage);
    const known = this.#byWords.get(key);
    if (known === undefined) this.#byWords.set(key, [coded]);
    else known.push(coded);
  }

  /**
   * The first annotation that already says all that a new one would: the same words, actor and coder, and each issue
   * with its stance. Strength, certainty and note do not make it another claim; a note without positions is the same
   * when its text is. Null when there is none.
   */
  find(coding: CodingIdentity): Coded | null {
    return this.#byWords.get(wordsKey(coding.passage))?.find((known) => saysAllOf(known, coding)) ?? null;
  }
}

/** The first annotation of a paper that already says all that a coding says, other than `own`; null for none. */
export function findSameCoding(
  library: Library,
  paper: PaperId,
  coding: CodingIdentity,
  own: AnnotationId | null,
): Coded | null {
  const isOther = ({ annotation }: Coded): boolean => annotation.id !== own;
  return new SameCodings(beginningWith(codedIn(library, paper), coding.passage).filter(isOther)).find(coding);
}

/** Those of thousands of annotations that come into question: at the same character, or rectangles like it. */
function beginningWith(coded: readonly Coded[], { ranges, region }: MarkedPlace): readonly Coded[] {
  if (region !== undefined) return coded.filter(({ annotation }) => annotation.passage.region !== undefined);
  const startOf = (index: number): number => {
    const claim = coded[index];
    return claim === undefined ? 0 : extentOf(claim.annotation.passage).start;
  };
  const start = Math.min(...ranges.map((range) => range.start));
  const first = firstWhere(coded.length, (index) => startOf(index) >= start);
  return coded.slice(
    first,
    firstWhere(coded.length, (index) => startOf(index) > start),
  );
}

function saysAllOf({ annotation, positions }: Coded, coding: CodingIdentity): boolean {
  if (annotation.actor !== coding.actor || annotation.coder !== coding.coder) return false;
  if (coding.positions.length === 0) return positions.length === 0 && annotation.note === coding.note;
  return coding.positions.every(({ issue, stance }) =>
    positions.some((known) => known.issue === issue && known.stance === stance),
  );
}

/** Whether two passages of one paper mark the same words, or the same rectangle. */
export function isSamePassage(a: MarkedPlace, b: MarkedPlace): boolean {
  return wordsKey(a) === wordsKey(b) && (a.region?.quote ?? "") === (b.region?.quote ?? "");
}

function wordsKey({ ranges, region }: MarkedPlace): string {
  if (region !== undefined) return printRegion(region);
  return ranges.map(({ start, end }) => `${start}-${end}`).join(" ");
}
