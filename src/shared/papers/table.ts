import { type Coded, codedIn } from "../claims/claims.ts";
import { textRanges } from "../model/annotation.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { type TextRange, unionLength } from "../model/ranges.ts";
import { isAbout } from "../search/paper-words.ts";
import { searchTerms } from "../search/search.ts";
import { sameName } from "../text/names.ts";

/** What the claims of a paper come to. */
export type PaperFacts = Readonly<{
  claims: number;
  notes: number;
  /** Positions by the identifier of their stance. */
  stances: ReadonlyMap<string, number>;
  positions: number;
  /** The share of the text that at least one annotation marks, 0 to 1. */
  coverage: number;
  /** When anything was last said about it or, if never, when it was added; an ISO instant. */
  changed: string;
}>;

const known = new WeakMap<readonly Coded[], { paper: Paper; facts: PaperFacts }>();

/** What the claims of a paper come to. Equal arguments give the identical answer. */
export function paperFacts(library: Library, paper: Paper): PaperFacts {
  const coded = codedIn(library, paper.id);
  const before = known.get(coded);
  if (before?.paper === paper) return before.facts;
  const stances = new Map<string, number>();
  let [claims, positions, changed] = [0, 0, paper.added as string];
  for (const { annotation, positions: own } of coded) {
    if (own.length > 0) claims++;
    for (const { stance } of own) stances.set(stance ?? "", (stances.get(stance ?? "") ?? 0) + 1);
    positions += own.length;
    if (annotation.modified > changed) changed = annotation.modified;
  }
  const ranges: TextRange[] = [];
  for (const { annotation } of coded) ranges.push(...textRanges(annotation.passage));
  const marked = unionLength(ranges);
  const coverage = paper.characters === 0 ? 0 : Math.min(1, marked / paper.characters);
  const facts = { claims, notes: coded.length - claims, stances, positions, coverage, changed };
  known.set(coded, { paper, facts });
  return facts;
}

/** How papers may be put in order. */
export const paperSortings = ["title", "author", "date", "added", "claims", "coverage", "changed"] as const;
/** What papers are put in order by. */
export type PaperSorting = (typeof paperSortings)[number];

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Papers in order; empty values come last in either direction, equal ones are sorted by title. */
export function sortPapers(library: Library, papers: readonly Paper[], by: PaperSorting, down: boolean): Paper[] {
  const keyOf = (paper: Paper): string | number | null => {
    switch (by) {
      case "title":
        return paper.title;
      case "author":
        return paper.authors[0] ?? null;
      case "date":
        return paper.date;
      case "added":
        return paper.added;
      case "claims":
        return paperFacts(library, paper).claims;
      case "coverage":
        return paperFacts(library, paper).coverage;
      case "changed":
        return paperFacts(library, paper).changed;
    }
  };
  const order = down ? -1 : 1;
  return papers
    .map((paper) => ({ paper, key: keyOf(paper) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || byTitle(a, b);
      return order * compare(a.key, b.key) || byTitle(a, b);
    })
    .map(({ paper }) => paper);
}

function byTitle(a: Readonly<{ paper: Paper }>, b: Readonly<{ paper: Paper }>): number {
  return collator.compare(a.paper.title, b.paper.title) || (a.paper.id < b.paper.id ? -1 : 1);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

/** Which papers are wanted: with all these words in their records, with a tag, in a collection. */
export type PaperFilter = Readonly<{ words?: string; tag?: string; collection?: string }>;

/** The papers that are wanted, in the order given. */
export function filterPapers(papers: readonly Paper[], { words = "", tag, collection }: PaperFilter): Paper[] {
  const terms = searchTerms(words);
  const has = (labels: readonly string[], wanted: string | undefined): boolean =>
    wanted === undefined || labels.some((label) => sameName(label, wanted));
  return papers.filter((paper) => has(paper.tags, tag) && has(paper.collections, collection) && isAbout(paper, terms));
}

/** The tags or collections that papers have, with how many have each, in the order of the alphabet. */
export function labelsOf(papers: Iterable<Paper>, kind: "tags" | "collections"): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const paper of papers) for (const label of paper[kind]) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => collator.compare(a, b));
}
