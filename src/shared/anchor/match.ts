import search from "approx-string-match";
import type { AnchoredRange } from "../model/annotation.ts";
import { findFolded, fold } from "./fold.ts";

/** Where a range is now. `score` runs from 0 to 1. A range is never guessed: too poor or too undecided is `lost`. */
export type Match =
  | Readonly<{ kind: "exact"; start: number; end: number; score: number }>
  | Readonly<{ kind: "moved"; start: number; end: number; score: number }>
  | Readonly<{ kind: "lost"; reason: string }>;

type Candidate = Readonly<{ start: number; end: number; score: number }>;

/** Below this a candidate is not the passage. */
const threshold = 0.6;
/** A winner must be better than the next by this much. */
const margin = 0.03;

/**
 * Find a described range in a text that may have changed: at its old place, then exactly, then folded (white space,
 * quotes, dashes, NFKC), then approximately over the whole document. Candidates are weighed as the Hypothesis client does
 * (50 quote, 20 prefix, 20 suffix, 2 position), but with a threshold and a margin.
 */
export function match(text: string, range: AnchoredRange): Match {
  if (text.slice(range.start, range.end) === range.quote && contextScore(text, range, range.start, range.end) === 1)
    return { kind: "exact", start: range.start, end: range.end, score: 1 };
  const found = candidates(text, range);
  if (found.length === 0) return { kind: "lost", reason: "The words are no longer in the paper." };
  const [best, next] = found.toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < threshold)
    return { kind: "lost", reason: "Only words that differ too much are in the paper." };
  if (next !== undefined && best.score - next.score < margin && text.slice(range.start, range.end) !== range.quote)
    return { kind: "lost", reason: "The words occur in several places and their surroundings do not decide." };
  const same = best.start === range.start && best.end === range.end && text.slice(best.start, best.end) === range.quote;
  return { kind: same ? "exact" : "moved", ...best };
}

/** Every place where a quote occurs: exactly, else folded, else folded without regard to case. In the order of the text. */
export function findQuote(text: string, quote: string): { start: number; end: number }[] {
  const words = quote.trim();
  if (words === "") return [];
  const exact = occurrences(text, words);
  if (exact.length > 0) return exact;
  for (const ignoreCase of [false, true]) {
    const found = findFolded(fold(text, { case: ignoreCase }), fold(words, { case: ignoreCase }).text.trim());
    if (found.length > 0) return found;
  }
  return [];
}

function candidates(text: string, range: AnchoredRange): Candidate[] {
  const exact = findQuote(text, range.quote);
  const places = exact.length > 0 ? exact.map((place) => ({ ...place, errors: 0 })) : approximate(text, range.quote);
  return places.map(({ start, end, errors }) => ({
    start,
    end,
    score:
      (50 * (1 - errors / range.quote.length) +
        40 * contextScore(text, range, start, end) +
        2 * (1 - Math.abs(start - range.start) / Math.max(1, text.length))) /
      92,
  }));
}

function approximate(text: string, quote: string): { start: number; end: number; errors: number }[] {
  return search(text, quote, Math.min(256, Math.floor(quote.length / 3)));
}

function contextScore(text: string, range: AnchoredRange, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - range.prefix.length), start);
  const after = text.slice(end, end + range.suffix.length);
  return (likeness(range.prefix, before) + likeness(range.suffix, after)) / 2;
}

function likeness(wanted: string, there: string): number {
  if (wanted === there) return 1;
  if (wanted === "" || there === "") return 0;
  const errors = search(there, wanted, wanted.length)[0]?.errors ?? wanted.length;
  return 1 - errors / wanted.length;
}

function occurrences(text: string, words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}
