import type { PaperContent } from "../model/content.ts";
import { atOnce, type Steps } from "../model/steps.ts";
import { type FoldedWords, foldWords, isAscii, plainWords, unfold } from "../text/words.ts";

/**
 * Finding words in papers, in every script. All words of a query must occur in one paragraph; "quoted" ones side by
 * side. A word is found where words begin with it. In scripts that write no spaces, or glue short words to others
 * (Arabic, Hebrew, Hangul), it is found anywhere, and a run of Chinese, Japanese or Thai is taken apart into its words.
 */

/** A word or phrase of a query, as it is compared. `anywhere`: also inside of words. */
export type Term = Readonly<{ words: string; anywhere: boolean }>;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const glued = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Quotes, brackets and punctuation around a word are not meant; signs that belong to it are: "C++", "C#", ".NET",
 * "50%", "$5", "#budget".
 */
const before = /^(?:[^\p{L}\p{N}+#%$€£¥@&§°=<>~^|\\/.]|\.{2,}|\.(?![\p{L}\p{N}]))+/u;
const behind = /[^\p{L}\p{M}\p{N}+#%$€£¥@&§°=<>]+$/u;

/** What somebody typed, as terms. Equal ones are one. */
export function searchTerms(typed: string): Term[] {
  const terms = [...plainWords(typed).matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap((found): Term[] => {
    const phrase = found[1]?.trim();
    if (phrase !== undefined) return phrase === "" ? [] : [{ words: phrase, anywhere: true }];
    return termsOfWord(found[0]);
  });
  return terms.filter((term, index) => terms.findIndex((earlier) => earlier.words === term.words) === index);
}

function termsOfWord(word: string): Term[] {
  if (!unspaced.test(word)) {
    const clean = word.replace(before, "").replace(behind, "");
    // Before a sign there is no beginning of a word: ".net" is found in "asp.net".
    return [{ words: clean === "" ? word : clean, anywhere: !/^[\p{L}\p{N}]/u.test(clean) || glued.test(clean) }];
  }
  const parts = [...segmenter.segment(word)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  return parts.length === 0 ? [{ words: word, anywhere: true }] : parts.map((words) => ({ words, anywhere: true }));
}

/** Whether a text as it is compared (`plainWords`) has a term. */
export function holdsTerm(plain: string, term: Term): boolean {
  return find(plain, term, 0) >= 0;
}

/** Half-open range, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** The words of a paper as they are searched: its paragraphs folded, each on a line of its own. */
export type Searchable = Readonly<{
  folded: string;
  /** Where each paragraph begins in `folded`, and after the last its length and 1. */
  lines: Uint32Array<ArrayBuffer>;
  /** First and last offset of each paragraph in the canonical text: 2 numbers each. */
  extents: Uint32Array<ArrayBuffer>;
}>;

/** The words of a paper, folded. Paragraphs that run over a page break are one. */
export function searchable(content: PaperContent): Searchable {
  return atOnce(searchableSteps(content));
}

/** As `searchable`, in steps of a paragraph. */
export function* searchableSteps(content: PaperContent): Steps<Searchable> {
  const extents: number[] = [];
  for (const { start, end, continues } of content.blocks)
    if (continues && extents.length > 0) extents[extents.length - 1] = end;
    else extents.push(start, end);
  const paragraphs: string[] = [];
  const lines = new Uint32Array(extents.length / 2 + 1);
  let length = 0;
  for (let index = 0; index < extents.length; index += 2) {
    const words = plainWords(content.text.slice(extents[index], extents[index + 1]));
    paragraphs.push(words);
    length += words.length + 1;
    lines[index / 2 + 1] = length;
    yield;
  }
  return { folded: paragraphs.join("\n"), lines, extents: Uint32Array.from(extents) };
}

/** A place found: the words of a query near each other in one paragraph. `marks` are ranges of the folded paragraph. */
export type SearchPlace = Readonly<{ paragraph: number; marks: readonly Span[] }>;

/** How far apart, in units, words may be that are shown together. */
const near = 100;

/** Half-open range of a paper's paragraphs. */
export type LineRange = Readonly<{ from: number; to: number }>;

/** The first places found, in the order of the text, and how many there are in all. */
export type FoundPlaces = Readonly<{ places: readonly SearchPlace[]; count: number }>;

/** Every place of a paper where all terms occur, in the order of the text. */
export function searchPlaces(words: Searchable, terms: readonly Term[]): readonly SearchPlace[] {
  return atOnce(findPlaces(words, terms)).places;
}

/** Paragraphs looked at between two steps. */
const together = 32;

/**
 * The places of a paper where all terms occur, in steps: those in some of its paragraphs where they are given, and no
 * more than `most` of them.
 */
export function* findPlaces(
  words: Searchable,
  terms: readonly Term[],
  within: readonly LineRange[] = [{ from: 0, to: words.lines.length - 1 }],
  most = Infinity,
): Steps<FoundPlaces> {
  const { folded, lines } = words;
  const places: SearchPlace[] = [];
  let count = 0;
  // The longest term is the rarest, mostly; only paragraphs that have it are looked at for the others.
  const [first, ...others] = terms.toSorted((a, b) => b.words.length - a.words.length);
  if (first === undefined) return { places, count };
  let steps = 0;
  for (const { from, to } of within) {
    const base = lines[from] ?? 0;
    const text = folded.slice(base, (lines[to] ?? folded.length + 1) - 1);
    let line = from;
    for (let index = find(text, first, 0); index >= 0; ) {
      line = lineAt(lines, base + index, line);
      const [start, end] = [(lines[line] ?? 0) - base, (lines[line + 1] ?? 0) - 1 - base];
      const paragraph = text.slice(start, end);
      if (others.length === 0) {
        const groups = groupsFrom(paragraph, first, index - start, most - places.length);
        count += groups.count;
        for (const marks of groups.marks) places.push({ paragraph: line, marks });
      } else if (others.every((term) => holdsTerm(paragraph, term))) {
        count++;
        if (places.length < most)
          places.push({ paragraph: line, marks: nearest([first, ...others].map((term) => marksOf(paragraph, term))) });
      }
      if (++steps % together === 0) yield;
      line++;
      if (line >= to) break;
      index = find(text, first, (lines[line] ?? 0) - base);
    }
  }
  return { places, count };
}

/** Where a term is next, from an offset on; -1 when nowhere. */
function find(text: string, { words, anywhere }: Term, from: number): number {
  let offset = text.indexOf(words, from);
  while (offset > 0 && !anywhere && !isWordStart(text, offset)) offset = text.indexOf(words, offset + 1);
  return offset;
}

/** Whether a word may begin at an offset of folded words: no letter of a script that parts words is before it. */
export function isWordStart(text: string, offset: number): boolean {
  return offset === 0 || !isLetter(text, offset - 1);
}

/** For each UTF-16 unit 1 where it is a letter, 2 where it is none, 0 where nobody has asked. */
const letters = new Uint8Array(1 << 16);

/** Whether the character that ends with a unit is one of a word in a script that parts words. */
function isLetter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code >= 0xdc00 && code <= 0xdfff) return isLetterOf(text.slice(Math.max(0, offset - 1), offset + 1));
  const known = letters[code] ?? 0;
  if (known !== 0) return known === 1;
  const isOne = isLetterOf(text.charAt(offset));
  letters[code] = isOne ? 1 : 2;
  return isOne;
}

function isLetterOf(char: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(char) && !unspaced.test(char);
}

function marksOf(text: string, term: Term): Span[] {
  const marks: Span[] = [];
  for (let offset = find(text, term, 0); offset >= 0; offset = find(text, term, offset + term.words.length))
    marks.push([offset, offset + term.words.length]);
  return marks;
}

function lineAt(lines: Uint32Array, index: number, from: number): number {
  let [low, high] = [from, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle + 1] ?? Infinity) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Mark = Readonly<{ span: Span; term: number }>;

/**
 * Marks of a single term in a paragraph that are near each other are one place, from the first mark on, which is at
 * `index`. No more than `most` are returned; `count` is how many there are.
 */
function groupsFrom(text: string, term: Term, index: number, most: number): { marks: Span[][]; count: number } {
  const marks: Span[][] = [];
  const { length } = term.words;
  let [count, reached] = [0, -Infinity];
  for (let offset = index; offset >= 0; offset = find(text, term, offset + length)) {
    if (offset - reached >= near) count++;
    reached = offset + length;
    if (count > most) continue;
    const span: Span = [offset, reached];
    const group = marks[count - 1];
    if (group === undefined) marks.push([span]);
    else group.push(span);
  }
  return { marks, count };
}

/**
 * The place of several terms: the shortest that has all, or when they are far apart, the marks near each other that
 * have most of them.
 */
function nearest(marks: readonly (readonly Span[])[]): Span[] {
  const all: Mark[] = marks
    .flatMap((some, term) => some.map((span) => ({ span, term })))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const tight = tightest(all, marks.length);
  if (tight !== null) return spansOf(tight);
  const groups: Mark[][] = [];
  for (const hit of all) {
    const last = groups.at(-1);
    if (last !== undefined && hit.span[0] - (last.at(-1)?.span[1] ?? 0) < near) last.push(hit);
    else groups.push([hit]);
  }
  const kinds = (group: readonly Mark[]): number => new Set(group.map(({ term }) => term)).size;
  return spansOf(groups.toSorted((a, b) => kinds(b) - kinds(a))[0] ?? []);
}

/** The shortest run of marks that has every term; null when even that is too long to be shown as one place. */
function tightest(all: readonly Mark[], terms: number): readonly Mark[] | null {
  const inside = new Map<number, number>();
  let best: Readonly<{ from: number; to: number; length: number }> | null = null;
  let from = 0;
  for (const [to, { span, term }] of all.entries()) {
    inside.set(term, (inside.get(term) ?? 0) + 1);
    // The first mark is not needed when another of its term comes later.
    for (let first = all[from]; first !== undefined && (inside.get(first.term) ?? 0) > 1; first = all[++from])
      inside.set(first.term, (inside.get(first.term) ?? 0) - 1);
    const length = span[1] - (all[from]?.span[0] ?? 0);
    if (inside.size === terms && length < (best?.length ?? near * terms)) best = { from, to, length };
  }
  return best === null ? null : all.slice(best.from, best.to + 1);
}

function spansOf(marks: readonly Mark[]): Span[] {
  return withoutOverlap(marks.map(({ span }) => span));
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  let reached = -1;
  return spans.filter(([start, end]) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

/** Where terms are in any text, as ranges of it. */
export function rangesIn(text: string, terms: readonly Term[]): Span[] {
  const folded = foldWords(text);
  const marks = terms.flatMap((term) => marksOf(folded.text, term)).sort((a, b) => a[0] - b[0]);
  return unfolded(folded, marks, 0);
}

/** The ranges of a text that some of its folded one came from, `start` being where the text begins. */
function unfolded(folded: FoldedWords, marks: readonly Span[], start: number): Span[] {
  // One sign can be several letters as it is compared: “ﬀ”, “…”.
  return withoutOverlap(
    marks.map(([from, to]) => {
      const range = unfold(folded, from, to);
      return [start + range.start, start + range.end];
    }),
  );
}

let last: Readonly<{ text: string; start: number; folded: FoldedWords | null }> | null = null;

/** Ranges of the canonical text for a place that was found in it. */
export function rangesOf(text: string, words: Searchable, { paragraph, marks }: SearchPlace): Span[] {
  const start = words.extents[paragraph * 2] ?? 0;
  const folded = foldedOf(text, words, paragraph);
  return folded === null ? marks.map(([from, to]) => [start + from, start + to]) : unfolded(folded, marks, start);
}

/** Whether a paragraph of some words is that of a text: whether they were made of it. */
export function isParagraphOf(text: string, words: Searchable, paragraph: number): boolean {
  const { folded, lines, extents } = words;
  const own = folded.slice(lines[paragraph], (lines[paragraph + 1] ?? 0) - 1);
  const there = foldedOf(text, words, paragraph);
  return own === (there?.text ?? text.slice(extents[paragraph * 2], extents[paragraph * 2 + 1]).toLowerCase());
}

/** A paragraph folded; null when every unit stays where it is. */
function foldedOf(text: string, { lines, extents }: Searchable, paragraph: number): FoldedWords | null {
  const [start = 0, end = 0] = [extents[paragraph * 2], extents[paragraph * 2 + 1]];
  // Many places of one long paragraph are asked for after each other.
  if (last?.text === text && last.start === start) return last.folded;
  const own = text.slice(start, end);
  const length = (lines[paragraph + 1] ?? 0) - 1 - (lines[paragraph] ?? 0);
  // Of ASCII, only white space is left out.
  const folded = length === own.length && isAscii(own) ? null : foldWords(own);
  last = { text, start, folded };
  return folded;
}

/** Some words around ranges of a text, cut at spaces where there are any; `marks` are the ranges in the snippet. */
export function snippetOf(text: string, ranges: readonly Span[]): { snippet: string; marks: Span[] } {
  const [first, last] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
  const lineStart = text.lastIndexOf("\n", Math.max(0, first - 1)) + 1;
  const lineEnd = text.indexOf("\n", last) < 0 ? text.length : text.indexOf("\n", last);
  const from = first - lineStart <= 60 ? lineStart : cut(text, first - 60, first, 1);
  const until = lineEnd - last <= 90 ? lineEnd : cut(text, last + 90, last, -1);
  const before = from > lineStart ? "…" : "";
  const snippet = `${before}${text.slice(from, until).replace(/\s/g, " ")}${until < lineEnd ? "…" : ""}`;
  return { snippet, marks: ranges.map(([start, end]) => [start - from + before.length, end - from + before.length]) };
}

/** The space nearest to an offset on the way to a limit, else the offset itself, never inside of a surrogate pair. */
function cut(text: string, offset: number, limit: number, step: 1 | -1): number {
  for (let near = offset; near !== limit && Math.abs(near - offset) < 25; near += step)
    if (/\s/.test(text.charAt(near))) return step === 1 ? near + 1 : near;
  return /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset + 1 : offset;
}
