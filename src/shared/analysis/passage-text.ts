import { parseFilter, printFilter } from "../filter/text.ts";
import { message } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { Bond, PassageQuery } from "./passage-query.ts";

/**
 * Passage queries as people write them: filters (docs/library.md) joined by words in capitals: `issue:Water OVERLAPS
 * issue:Roads`, `actor:Board INSIDE stance:opposes`, `AROUND`, `NEAR` (one paragraph), `NEAR/10` (words),
 * `NEAR/sentence`; `NOT` before such a word asks for what is not placed so.
 */

const bonds: Readonly<Record<string, Bond>> = {
  OVERLAPS: { unit: "overlap" },
  INSIDE: { unit: "inside" },
  AROUND: { unit: "around" },
  NEAR: { unit: "paragraph" },
  "NEAR/PARAGRAPH": { unit: "paragraph" },
  "NEAR/SENTENCE": { unit: "sentence" },
};
const joint = /^(OVERLAPS|INSIDE|AROUND|NEAR(\/(sentence|paragraph|\d{1,4}))?)$/;

/** The query that a text means. Throws `invalid` with the place that cannot be read. */
export function parsePassages(text: string): PassageQuery {
  const cuts: { at: number; to: number; not: boolean; bond: Bond }[] = [];
  let depth = 0;
  let before: { word: string; at: number } | null = null;
  for (const { 0: word, index } of text.matchAll(/[()[\]]|(?:"(?:[^"\\]|\\.)*"?|[^\s()[\]"])+/gsu)) {
    if (word === "(" || word === "[") depth++;
    if (word === ")" || word === "]") depth--;
    if (depth === 0 && joint.test(word)) {
      const not: boolean = before?.word === "NOT";
      cuts.push({ at: not ? (before?.at ?? index) : index, to: index + word.length, not, bond: bondOf(word) });
    }
    before = { word, at: index };
  }
  const part = (place: number): string => text.slice(cuts[place - 1]?.to ?? 0, cuts[place]?.at ?? text.length);
  const side = (place: number): PassageQuery["where"] => {
    if (part(place).trim() === "" && cuts.length > 0)
      throw new WorkbenchError("invalid", message("passages.emptySide", { text: text.slice(0, 120) }));
    return parseFilter(part(place));
  };
  return { where: side(0), steps: cuts.map(({ not, bond }, place) => ({ not, bond, where: side(place + 1) })) };
}

/** A query in writing; `parsePassages` reads it back as the same. */
export function printPassages({ where, steps }: PassageQuery): string {
  return [
    printFilter(where),
    ...steps.map((step) => `${step.not ? "NOT " : ""}${wordOf(step.bond)} ${printFilter(step.where)}`),
  ].join(" ");
}

function bondOf(word: string): Bond {
  const words = /\d+$/.exec(word)?.[0];
  if (words === undefined) return bonds[word.toUpperCase()] ?? { unit: "paragraph" };
  return { unit: "words", words: Math.min(1000, Number(words)) };
}

function wordOf(bond: Bond): string {
  if (bond.unit === "words") return `NEAR/${bond.words}`;
  if (bond.unit === "sentence") return "NEAR/sentence";
  if (bond.unit === "paragraph") return "NEAR";
  return bond.unit === "overlap" ? "OVERLAPS" : bond.unit.toUpperCase();
}
