import type { Annotation, Position } from "../model/annotation.ts";
import { quoteOf } from "../model/annotation.ts";
import { plainWords } from "../text/words.ts";

/**
 * What a claim says but for its words: what filters and sorting look at. A claim is one (`Coded`), and so is a line of
 * columns (`ClaimColumns`).
 */
export type ClaimFacts = Readonly<{
  annotation: Readonly<
    Pick<Annotation, "id" | "paper" | "actor" | "certainty" | "grade" | "coder" | "created" | "modified">
  >;
  positions: readonly Readonly<Pick<Position, "issue" | "stance" | "strength">>[];
}>;

/** The texts of an annotation in which words are looked for: its quote and its note. */
export function ownTexts({ passage, note }: Annotation): readonly string[] {
  return note === "" ? [quoteOf(passage)] : [quoteOf(passage), note];
}

const remembered = new WeakMap<Annotation, string>();

/** The quote and the note of an annotation, as they are compared. Remembered as long as the annotation is. */
export function ownWords(annotation: Annotation): string {
  const known = remembered.get(annotation) ?? plainWords(ownTexts(annotation).join(" "));
  remembered.set(annotation, known);
  return known;
}
