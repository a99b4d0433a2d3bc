import type { PageChars } from "../../pdfium/page-chars.ts";

/** So many single letters in a row are a word that is spaced out; fewer are initials, variables, options. */
const leastLetters = 5;
/** A longer word than this does not show where its words end: its gaps are all alike. */
const longestWord = 16;
/** The gap between two letters of one word is at most this wide, in sizes of its letters. */
const widestGap = 0.9;
/** How much wider gaps between words are than those within them, as a share and in sizes of the letters. */
const [wider, widerBy] = [1.4, 0.15];

/** So large a share of them are single; the others are two that are kerned (“F R A M E WO R K”). */
const leastSingle = 0.75;

/**
 * A letter alone, or two that are kerned, or one with the sign of punctuation after it: where they begin and end among
 * the characters of their line.
 */
type Token = Readonly<{ from: number; to: number }>;

/**
 * The characters of a line without the spaces within words that are spaced out (“S U M M A R Y”). The spaces between
 * such words stay: they are wider, or there are more of them.
 */
export function withoutLetterSpaces(chars: PageChars, own: number[]): number[] {
  if (!hasSingles(chars, own)) return own;
  const gone = new Set<number>();
  for (const run of runsOf(chars, own)) {
    const parts = wordsIn(chars, own, run);
    const isText = parts.some((word) => word.length >= 3 && !/^\d/.test(chars.text(own[word[0]?.from ?? 0] ?? -1)));
    if (!isText || !parts.every((word) => isWord(chars, own, word))) continue;
    for (const word of parts)
      for (const [n, { to }] of word.slice(0, -1).entries())
        for (let index = to; index < (word[n + 1]?.from ?? 0); index++) gone.add(index);
  }
  return gone.size === 0 ? own : own.filter((_, index) => !gone.has(index));
}

/** True where a line has as many single characters between spaces as it takes. A look at a few letters, mostly. */
function hasSingles(chars: PageChars, own: readonly number[]): boolean {
  let singles = 0;
  let last = -2;
  for (let index = 0; index < own.length; index++) {
    if (!chars.isBlank(own[index] ?? -1)) continue;
    if (index - last === 2) singles++;
    last = index;
  }
  return singles >= leastLetters - 2;
}

/** Single letters, each with spaces between it and the next, of one size on one line. */
function runsOf(chars: PageChars, own: readonly number[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  const end = (): void => {
    const singles = run.filter(({ from, to }) => to - from === 1).length;
    if (singles >= leastLetters && singles >= run.length * leastSingle) runs.push(run);
    run = [];
  };
  for (let from = 0; from < own.length; from++) {
    if (chars.isBlank(own[from] ?? -1)) continue;
    let to = from + 1;
    while (to < own.length && !chars.isBlank(own[to] ?? -1)) to++;
    const before = run.at(-1);
    const isSingle = to - from === 1 || (to - from === 2 && /[.,:;!?’\p{Lu}]/u.test(chars.text(own[from + 1] ?? -1)));
    if (!isSingle || (before !== undefined && !isLevel(chars, own[before.from] ?? -1, own[from] ?? -1))) end();
    if (isSingle) run.push({ from, to });
    from = to;
  }
  end();
  return runs;
}

function isLevel(chars: PageChars, a: number, b: number): boolean {
  const [one, two] = [chars.run(a), chars.run(b)];
  return Math.abs(one.size - two.size) < one.size * 0.3 && Math.abs(one.origin[1] - two.origin[1]) < one.size * 0.05;
}

/** The letters of each word. */
function wordsIn(chars: PageChars, own: readonly number[], run: readonly Token[]): Token[][] {
  const { size } = chars.run(own[run[0]?.from ?? 0] ?? -1);
  const gaps = run.slice(1).map(({ from }, n) => {
    const end = run[n]?.to ?? 0;
    return { spaces: from - end, width: chars.left(own[from] ?? -1) - chars.right(own[end - 1] ?? -1) };
  });
  const fewest = Math.min(...gaps.map(({ spaces }) => spaces));
  const counted = gaps.some(({ spaces }) => spaces > fewest);
  const limit = leastWide(
    gaps.map(({ width }) => width).sort((a, b) => a - b),
    size,
  );
  const words: Token[][] = [[]];
  for (const [n, token] of run.entries()) {
    const gap = gaps[n - 1];
    const isParted = gap !== undefined && (counted ? gap.spaces > fewest : gap.width >= limit);
    if (isParted) words.push([]);
    words.at(-1)?.push(token);
  }
  return words;
}

/** The least width of a gap between words: what comes after the widest step in the rising widths, if it is one. */
function leastWide(widths: readonly number[], size: number): number {
  let [limit, most] = [Number.POSITIVE_INFINITY, wider];
  for (const [n, width] of widths.entries()) {
    const before = widths[n - 1];
    if (before === undefined || before <= 0 || width - before < size * widerBy || width / before < most) continue;
    [limit, most] = [width, width / before];
  }
  return limit;
}

/** A word or a sign of its own: close letters of one case, which are no row of the alphabet. */
function isWord(chars: PageChars, own: readonly number[], word: readonly Token[]): boolean {
  const { size } = chars.run(own[word[0]?.from ?? 0] ?? -1);
  const text = word.flatMap(({ from, to }) => own.slice(from, to).map((k) => chars.text(k))).join("");
  if (text.length > longestWord) return false;
  const isClose = word.every(({ from }, n) => {
    const end = word[n - 1]?.to;
    return end === undefined || chars.left(own[from] ?? -1) - chars.right(own[end - 1] ?? -1) < size * widestGap;
  });
  if (!isClose) return false;
  if (text.length < 3 || /^\d{4}$/.test(text)) return /^[\p{L}\p{N}\p{P}]+$/u.test(text);
  return /^(?:\p{Lu}[\p{Lu}\p{P}]*|\p{Lu}?[\p{Ll}\p{P}]+)$/u.test(text) && hasVowel(text) && !isAlphabet(text);
}

function hasVowel(text: string): boolean {
  return /[aeiouyæøœıαεηιουωаеёиоуыэюяіїє]/iu.test(text.normalize("NFD").replace(/\p{M}/gu, ""));
}

/** Letters that follow one another in the alphabet, as in an index or a list of options. */
function isAlphabet(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return codes.slice(1).filter((code, n) => code === (codes[n] ?? 0) + 1).length > text.length / 2;
}
