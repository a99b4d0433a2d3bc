import type { Carried } from "../anchor/carry.ts";
import type { Edit } from "../change/edit.ts";
import { type Annotation, quoteOf } from "../model/annotation.ts";
import type { Library } from "../model/library.ts";
import type { Paper, PlaceToCheck } from "../model/paper.ts";
import { cutText } from "../text/cut.ts";
import { type Coded, codedIn } from "./claims.ts";

/** A claim or note to check, with its words before the text was read again. */
export type ToCheck = Readonly<{ coded: Coded; status: PlaceToCheck["status"]; quote: string }>;

/** The claims and notes of a paper whose places somebody must check, in the order of the text. */
export function placesToCheck(library: Library, paper: Paper): readonly ToCheck[] {
  const waiting = new Map<string, PlaceToCheck>((paper.toCheck ?? []).map((place) => [place.annotation, place]));
  if (waiting.size === 0) return [];
  return codedIn(library, paper.id).flatMap((coded): ToCheck[] => {
    const place = waiting.get(coded.annotation.id);
    return place === undefined ? [] : [{ coded, status: place.status, quote: place.quote }];
  });
}

/**
 * What must be checked after a text was read again: `found` has the new place of each annotation by its index. Words
 * that were to be checked before stay those of the last certain place.
 */
export function uncertainPlaces(
  before: Paper,
  annotations: readonly Annotation[],
  found: readonly Carried[],
): Pick<Paper, "toCheck"> {
  const known = new Map<string, PlaceToCheck>((before.toCheck ?? []).map((place) => [place.annotation, place]));
  const toCheck = annotations.flatMap((annotation, index): PlaceToCheck[] => {
    const { status, isCertain } = found[index] ?? { status: "lost", isCertain: false };
    const earlier = known.get(annotation.id);
    if (isCertain) return earlier === undefined ? [] : [earlier];
    const quote = earlier?.quote ?? cutText(quoteOf(annotation.passage), 4000);
    return [{ annotation: annotation.id, status, quote }];
  });
  return toCheck.length === 0 ? {} : { toCheck };
}

/** Edits after which the places of annotations are right as they are. */
export function checkedEdits(paper: Paper, annotations: readonly string[]): Edit[] {
  const { toCheck = [], ...rest } = paper;
  const left = toCheck.filter(({ annotation }) => !annotations.includes(annotation));
  if (left.length === toCheck.length) return [];
  return [{ table: "papers", from: paper, to: left.length === 0 ? rest : { ...rest, toCheck: left } }];
}
