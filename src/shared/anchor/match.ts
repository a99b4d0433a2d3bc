import search from "approx-string-match";
import type { AnchoredRange } from "../model/annotation.ts";
import { findIn } from "../text/find.ts";
import { findFolded, fold } from "../text/fold.ts";
import { widen } from "./describe.ts";

/** Where a range is now. `score` runs from 0 to 1. A range is never guessed: too poor or too undecided is `lost`. */
export type Match =
  | Readonly<{ kind: "exact"; start: number; end: number; score: number }>
  | Readonly<{ kind: "moved"; start: number; end: number; score: number }>
  | Readonly<{ kind: "lost"; reason: string }>;

type Candidate = Readonly<{ start: number; end: number; score: number; context: number }>;
type Place = Readonly<{ start: number; end: number; errors: number }>;

/** Below this a candidate is not the passage. */
const threshold = 0.6;
/** A winner must be better than the next by this much. */
const margin = 0.03;
/** A candidate near the old place that is as good as this needs no search of the whole document. */
const beyondDoubt = 0.9;
/** How far from its old place a passage is near it, in UTF-16 units. */
const vicinity = 4000;
/** A quote shorter than this says too little without half of its surroundings. */
const shortQuote = 16;

/**
 * Find a described range in a text that may have changed: at its old place, then exactly, then folded (white space,
 * quotes, dashes, NFKC), then approximately near its old place, then approximately over the whole document. Candidates
 * are weighed as the Hypothesis client does (50 quote, 20 prefix, 20 suffix, 2 position), but with a threshold and a
 * margin.
 */
export function match(text: string, range: AnchoredRange): Match {
  const stays = range.quote !== "" && text.slice(range.start, range.end) === range.quote;
  if (stays && contextScore(text, range, range.start, range.end) === 1)
    return { kind: "exact", start: range.start, end: range.end, score: 1 };
  const [best, ...others] = candidates(text, range);
  if (best === undefined) return { kind: "lost", reason: "The words are no longer in the paper." };
  if (best.score < threshold || (range.quote.length < shortQuote && best.context < 0.5))
    return { kind: "lost", reason: "Only words that differ too much are in the paper." };
  const rivals = others.filter((other) => best.score - other.score < margin);
  const old = [best, ...rivals].find((rival) => stays && rival.start === range.start && rival.end === range.end);
  if (old !== undefined) return { kind: "exact", start: old.start, end: old.end, score: old.score };
  if (rivals.length > 0)
    return { kind: "lost", reason: "The words occur in several places and their surroundings do not decide." };
  return { kind: "moved", start: best.start, end: best.end, score: best.score };
}

/**
 * Every place where a quote occurs: exactly, else folded, else as `findIn` compares, without regard to case and
 * accents. In the order of the text.
 */
export function findQuote(text: string, quote: string): { start: number; end: number }[] {
  const words = quote.trim();
  if (words === "") return [];
  const exact = occurrences(text, words);
  if (exact.length > 0) return exact;
  const found = findFolded(fold(text), fold(words).text.trim());
  return found.length > 0 ? found : [...findIn(text, words)];
}

/** Where the passage may be, best first, none over another. */
function candidates(text: string, range: AnchoredRange): Candidate[] {
  if (range.quote === "") return [];
  const exact = findQuote(text, range.quote);
  if (exact.length > 0)
    return ranked(
      text,
      range,
      exact.map((place) => ({ ...place, errors: 0 })),
    );
  const from = Math.max(0, range.start - vicinity);
  const near = ranked(text, range, approximate(text.slice(from, range.end + vicinity), range.quote, from));
  if ((near[0]?.score ?? 0) >= beyondDoubt) return near;
  return ranked(text, range, approximate(text, range.quote, 0));
}

function ranked(text: string, range: AnchoredRange, places: readonly Place[]): Candidate[] {
  const weighed = places.map((place): Candidate => {
    const { start, end } = widen(text, place);
    const context = contextScore(text, range, start, end);
    const quote = 1 - place.errors / range.quote.length;
    const position = 1 - Math.abs(start - range.start) / Math.max(1, text.length, range.start);
    return { start, end, context, score: (50 * quote + 40 * context + 2 * position) / 92 };
  });
  const kept: Candidate[] = [];
  for (const candidate of weighed.sort((a, b) => b.score - a.score))
    if (kept.every((other) => candidate.end <= other.start || candidate.start >= other.end)) kept.push(candidate);
  return kept;
}

function approximate(text: string, quote: string, offset: number): Place[] {
  return search(text, quote, Math.min(256, Math.floor(quote.length / 3))).map(({ start, end, errors }) => ({
    start: start + offset,
    end: end + offset,
    errors,
  }));
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
  for (let offset = text.indexOf(words); offset >= 0; offset = text.indexOf(words, offset + 1))
    found.push({ start: offset, end: offset + words.length });
  return found;
}
