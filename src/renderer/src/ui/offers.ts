import { isLikelySlip } from "../../../shared/codebook/similar-names.ts";
import { nameKey } from "../../../shared/text/names.ts";
import { plainWords } from "../../../shared/text/words.ts";

/** What a field of names can offer: the name it stands for, and all names by which it is found. */
export type Candidate = Readonly<{
  id: string;
  name: string;
  names: readonly string[];
  /** The last name of a path, of which a typed name may be a slip too. */
  own?: string;
}>;

/** A row of the list below a field: something that exists, or the offer to create what is typed. */
export type OfferRow =
  | Readonly<{ kind: "known"; id: string; name: string }>
  /** `similar`: a name that the typed one may be a slip for. */
  | Readonly<{ kind: "similar"; id: string; name: string }>
  | Readonly<{ kind: "create"; name: string }>;

/** The rows of a list, and which of them is highlighted at first; -1 for none. */
export type OfferList = Readonly<{ rows: readonly OfferRow[]; highlighted: number }>;

/**
 * What a field offers for what is typed. What is typed is what is meant, so a row is highlighted at first, and taken by
 * Enter, only where that cannot surprise: the name itself, a name that what is typed leaves off in the middle of a word
 * (`econ` for `Economy`), or else the creation of the typed name. Whole words may be a name of their own (`EU` beside
 * `EU+3`, `Phase 1` beside `Phase 10`), and names that differ by a slip come before the creation: then nothing is
 * highlighted, and the reader decides.
 */
export function offersFor(candidates: readonly Candidate[], typed: string, most = 7): OfferList {
  const name = typed.trim();
  if (name === "") return { rows: [], highlighted: -1 };
  const key = nameKey(name);
  const exact = candidates.filter((candidate) => candidate.names.some((name) => nameKey(name) === key));
  const words = plainWords(name);
  const ranked = candidates
    .filter((candidate) => !exact.includes(candidate) && !isAlike(candidate, words))
    .flatMap((candidate) => {
      const [match] = candidate.names.map((name) => matchOf(plainWords(name), words)).sort((a, b) => a.rank - b.rank);
      return match === undefined || match.rank === noMatch ? [] : [{ candidate, ...match }];
    })
    .sort((a, b) => a.rank - b.rank || a.candidate.name.localeCompare(b.candidate.name));
  const known = [...exact, ...ranked.map(({ candidate }) => candidate)].slice(0, most);
  const rows: OfferRow[] = known.map(({ id, name }) => ({ kind: "known", id, name }));
  if (exact.length > 0) return { rows, highlighted: 0 };
  const similar = candidates
    .filter(
      (candidate) =>
        !known.includes(candidate) &&
        (isAlike(candidate, words) || spellings(candidate).some((spelling) => isLikelySlip(name, spelling))),
    )
    .slice(0, 3);
  rows.push(...similar.map(({ id, name }): OfferRow => ({ kind: "similar", id, name })), { kind: "create", name });
  const first = ranked[0];
  if (first !== undefined && first.rank < middleMatch) {
    const [named, other] = ranked.filter(({ candidate }) => nameKey(candidate.own ?? "") === key);
    if (named !== undefined && other === undefined) return { rows, highlighted: known.indexOf(named.candidate) };
    return { rows, highlighted: first.isUnfinished ? 0 : -1 };
  }
  return { rows, highlighted: similar.length > 0 ? -1 : rows.length - 1 };
}

function spellings({ names, own }: Candidate): readonly string[] {
  return own === undefined ? names : [...names, own];
}

/** Whether a name differs in accents only, which tell names apart and are easily left out. */
function isAlike(candidate: Candidate, words: string): boolean {
  return words !== "" && candidate.names.some((name) => plainWords(name) === words);
}

const middleMatch = 2;
const noMatch = 3;

/**
 * Where a name has the typed words. Rank 0: it begins so; 1: a later word does; 2: they are inside a word; 3: nowhere.
 * Unfinished: they leave off in the middle of a word.
 */
function matchOf(name: string, words: string): Readonly<{ rank: number; isUnfinished: boolean }> {
  const offset = [...name.matchAll(wordStarts)]
    .map(({ index }) => index)
    .find((index) => name.startsWith(words, index));
  if (name.startsWith(words)) return { rank: 0, isUnfinished: isUnfinished(words, name.slice(words.length)) };
  if (offset !== undefined) return { rank: 1, isUnfinished: isUnfinished(words, name.slice(offset + words.length)) };
  return { rank: name.includes(words) ? middleMatch : noMatch, isUnfinished: false };
}

const wordStarts = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]/gu;

/**
 * Whether a word goes on after what is typed. A number is taken as finished (`Phase 1`, `Phase 10`), and so is every
 * character of a script that puts no spaces between words.
 */
function isUnfinished(typed: string, rest: string): boolean {
  return /\p{L}\p{M}*$/u.test(typed) && !unspaced.test(typed) && /^[\p{L}\p{M}]/u.test(rest);
}

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*$/u;

/**
 * The row that Enter takes: the highlighted one; where slips leave none highlighted, Enter goes to the creation instead
 * of taking a row.
 */
export function afterEnter(
  { rows }: OfferList,
  highlighted: number,
): Readonly<{ take: OfferRow | null; highlighted: number }> {
  const row = rows[highlighted];
  if (row !== undefined) return { take: row, highlighted };
  return { take: null, highlighted: rows.findIndex(({ kind }) => kind === "create") };
}
