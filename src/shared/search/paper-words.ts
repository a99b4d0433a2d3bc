import type { Paper } from "../model/paper.ts";
import { plainWords } from "../text/words.ts";
import { holdsTerm, type Term } from "./search.ts";

const remembered = new WeakMap<Paper, string>();

/** Everything a paper's record says in words, as it is compared. Remembered as long as the record is. */
export function recordWords(paper: Paper): string {
  const known = remembered.get(paper);
  if (known !== undefined) return known;
  const { title, authors, publisher, date, identifiers, tags, collections, note, fileName } = paper;
  const parts = [title, ...authors, publisher, date ?? "", ...identifiers, ...tags, ...collections, note, fileName];
  const words = parts.map(plainWords).join("\n");
  remembered.set(paper, words);
  return words;
}

/** Whether a paper's record has all terms. */
export function isAbout(paper: Paper, terms: readonly Term[]): boolean {
  // Without a term no record is folded: a window lists all papers of a library before any can be read.
  if (terms.length === 0) return true;
  const words = recordWords(paper);
  return terms.every((term) => holdsTerm(words, term));
}
