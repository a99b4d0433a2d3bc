import { plainWords } from "../../../shared/text/words.ts";

/** What the palette finds. */
export type OfferKind = "command" | "paper" | "issue" | "actor";

/** Something that can be found by its label, or by other words for it. */
export type PaletteCandidate = Readonly<{ id: string; kind: OfferKind; label: string; aliases: readonly string[] }>;

/** Signs that limit the palette to one kind when they are typed first, as in VS Code. */
const scopes: Readonly<Record<string, OfferKind>> = { ">": "command", "@": "actor", "#": "issue" };

/** What is typed without the sign of a scope, and the kind that the sign stands for; null for all kinds. */
export function scopeOf(typed: string): Readonly<{ kind: OfferKind | null; words: string }> {
  const kind = scopes[typed.trimStart()[0] ?? ""] ?? null;
  return { kind, words: kind === null ? typed : typed.trimStart().slice(1) };
}

/**
 * What fits the typed words, best first, at most so many. A label that has the words as whole words comes before one
 * that only begins with them (`code`: Code selected text, then Codebook), initials (`cst`) and parts of words come
 * last. What was used recently comes first among equals, and first of all while nothing is typed.
 */
export function rankOffers<Offer extends PaletteCandidate>(
  candidates: readonly Offer[],
  typed: string,
  recent: readonly string[],
  most: number,
): Offer[] {
  const { kind, words } = scopeOf(typed);
  const wanted = wordsIn(words).join(" ");
  const recency = new Map(recent.map((id, index) => [id, index]));
  return candidates
    .filter((candidate) => kind === null || candidate.kind === kind)
    .map((candidate, order) => ({ candidate, order, rank: rankOf(candidate, wanted) }))
    .filter(({ rank }) => rank < noMatch)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (recency.get(a.candidate.id) ?? recent.length) - (recency.get(b.candidate.id) ?? recent.length) ||
        a.order - b.order,
    )
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

const noMatch = 7;

function rankOf({ label, aliases }: PaletteCandidate, wanted: string): number {
  if (wanted === "") return 0;
  // A label's own match comes before the same match of another word for it.
  const match = matchOf(label, wanted);
  const others = aliases.map((alias) => matchOf(alias, wanted)).filter((rank) => rank < 4);
  return Math.min(match, ...others.map((rank) => rank + 0.5));
}

/**
 * The other word for a candidate by which it is found, so that the list can say why it is there; null where its label
 * has what was typed.
 */
export function foundAs({ label, aliases }: PaletteCandidate, typed: string): string | null {
  const wanted = wordsIn(scopeOf(typed).words).join(" ");
  const isInLabel = matchOf(label, wanted) < noMatch;
  const [best] = aliases
    .map((alias) => ({ alias, rank: matchOf(alias, wanted) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank);
  return wanted === "" || isInLabel ? null : (best?.alias ?? null);
}

/** The words of a text without accents, case and signs. */
function wordsIn(text: string): readonly string[] {
  return plainWords(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * 0: begins with the whole words; 1: has them; 2, 3: the same unfinished; 4: all in any order; 5: initials; 6: inside.
 */
function matchOf(label: string, wanted: string): number {
  const words = wordsIn(label);
  const text = words.join(" ");
  if (`${text} `.startsWith(`${wanted} `)) return 0;
  if (` ${text} `.includes(` ${wanted} `)) return 1;
  if (text.startsWith(wanted)) return 2;
  if (` ${text}`.includes(` ${wanted}`)) return 3;
  const parts = wanted.split(" ");
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 4;
  if (
    wanted.length > 1 &&
    words
      .map((word) => [...word][0])
      .join("")
      .startsWith(wanted)
  )
    return 5;
  return text.includes(wanted) ? 6 : noMatch;
}
