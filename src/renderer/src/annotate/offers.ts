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
 * Enter, only where that cannot surprise: the name itself, a name of which a word begins with what is typed, or else
 * the creation of the typed name. Names that differ by a slip come before the creation, and then nothing is
 * highlighted: the reader decides.
 */
export function offersFor(candidates: readonly Candidate[], typed: string, most = 7): OfferList {
  const name = typed.trim();
  if (name === "") return { rows: [], highlighted: -1 };
  const key = nameKey(name);
  const exact = candidates.filter((candidate) => candidate.names.some((one) => nameKey(one) === key));
  const words = plainWords(name);
  const ranked = candidates
    .filter((candidate) => !exact.includes(candidate) && !isAlike(candidate, words))
    .flatMap((candidate) => {
      const rank = Math.min(...candidate.names.map((one) => rankOf(plainWords(one), words)));
      return rank === noMatch ? [] : [{ candidate, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.candidate.name.localeCompare(b.candidate.name));
  const known = [...exact, ...ranked.map(({ candidate }) => candidate)].slice(0, most);
  const rows: OfferRow[] = known.map(({ id, name }) => ({ kind: "known", id, name }));
  if (exact.length > 0) return { rows, highlighted: 0 };
  const similar = candidates
    .filter(
      (candidate) =>
        !known.includes(candidate) &&
        (isAlike(candidate, words) || spellings(candidate).some((one) => isLikelySlip(name, one))),
    )
    .slice(0, 3);
  rows.push(...similar.map(({ id, name }): OfferRow => ({ kind: "similar", id, name })), { kind: "create", name });
  if ((ranked[0]?.rank ?? noMatch) < middleMatch) return { rows, highlighted: 0 };
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

/** 0: the name begins so; 1: a later word does; 2: it occurs inside a word; 3: it does not occur. */
function rankOf(name: string, words: string): number {
  if (name.startsWith(words)) return 0;
  const at = name.indexOf(words);
  if (at < 0) return noMatch;
  return name.split(/[^\p{L}\p{M}\p{N}]+/u).some((_, index, all) => all.slice(index).join(" ").startsWith(words))
    ? 1
    : middleMatch;
}

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
