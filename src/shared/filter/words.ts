import { type ClaimFacts, ownWords } from "../claims/claim-facts.ts";
import type { Coded } from "../claims/claims.ts";
import type { Library } from "../model/library.ts";
import { plainWords, termsOf } from "../text/words.ts";

/**
 * Whether an annotation is meant. `place` is where it is in the list that a finder was made for; others do without.
 * `marks`, where it has them, says the same of the whole list: 1 at the places of those that are meant.
 */
export type Test<Claim extends ClaimFacts = ClaimFacts> = ((claim: Claim, place: number) => boolean) &
  Readonly<{ marks?: Uint8Array }>;

/**
 * Finds the annotations that hold a term (as compared) in their own words, are held by one of the actors, or are on one
 * of the issues.
 */
export type WordFinder<Claim extends ClaimFacts = ClaimFacts> = (
  term: string,
  actors: ReadonlySet<string>,
  issues: ReadonlySet<string>,
) => Test<Claim>;

/** Looks at one annotation after the other. */
export const scanningFinder: WordFinder<Coded> = (term, actors, issues) =>
  says((plain) => plain.includes(term), actors, issues);

/**
 * Whether an annotation says all words and "quoted phrases" typed, in its quote, its note, its actor or an issue over
 * its positions.
 */
export function hasWords<Claim extends ClaimFacts>(
  library: Library,
  typed: string,
  finder: WordFinder<Claim>,
): Test<Claim> {
  const tests = termsOf(typed).map((term) => {
    const holds = (plain: string): boolean => plain.includes(term);
    return finder(term, actorsNamed(library, holds), issuesUnder(library, holds));
  });
  return allOf(tests);
}

/** The same for words that are looked for in other ways; each test gets a text as it is compared. */
export function saysAll(library: Library, words: readonly ((plain: string) => boolean)[]): (coded: Coded) => boolean {
  const test = allOf(words.map((holds) => says(holds, actorsNamed(library, holds), issuesUnder(library, holds))));
  return (coded) => test(coded, 0);
}

function says(
  holds: (plain: string) => boolean,
  actors: ReadonlySet<string>,
  issues: ReadonlySet<string>,
): (coded: Coded) => boolean {
  return ({ annotation, positions }) =>
    holds(ownWords(annotation)) ||
    (actors.size > 0 && annotation.actor !== null && actors.has(annotation.actor)) ||
    (issues.size > 0 && positions.some((position) => issues.has(position.issue)));
}

function allOf<Claim extends ClaimFacts>(tests: readonly Test<Claim>[]): Test<Claim> {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  const all = (claim: Claim, place: number): boolean => tests.every((test) => test(claim, place));
  const lists = tests.flatMap(({ marks }) => (marks === undefined ? [] : [marks]));
  if (lists.length === 0 || lists.length < tests.length) return all;
  return Object.assign(all, { marks: lists.reduce(inBoth) });
}

function inBoth(first: Uint8Array, other: Uint8Array): Uint8Array {
  const marks = first.slice();
  for (let place = 0; place < marks.length; place++) marks[place] = (marks[place] ?? 0) & (other[place] ?? 0);
  return marks;
}

function actorsNamed(library: Library, holds: (plain: string) => boolean): Set<string> {
  const fits = Object.values(library.actors).filter(({ name, aliases }) =>
    [name, ...aliases].some((alias) => holds(plainWords(alias))),
  );
  return new Set(fits.map((actor) => actor.id));
}

function issuesUnder(library: Library, holds: (plain: string) => boolean): Set<string> {
  const under = (id: string | null): boolean => {
    const issue = id === null ? undefined : library.issues[id];
    return issue !== undefined && (holds(plainWords(issue.name)) || under(issue.parent));
  };
  return new Set(Object.keys(library.issues).filter(under));
}
