import type { PageChars } from "../../pdfium/page-chars.ts";

/**
 * How far apart two prints of one letter may be, in sizes of it: shadows, and bold by printing twice. The same letter
 * twice in a word is farther away.
 */
const near = 0.15;
/** Fewer letters at one place than these are chance, such as signs put together from others. */
const leastTwins = 3;

/** The places in `order` without those of letters that are printed at their place already, by another operator. */
export function withoutTwice(chars: PageChars, order: readonly number[]): readonly number[] {
  const over = overEachOther(chars, order);
  if (over.length === 0 || !mayHaveTwins(chars, over)) return order;
  const twins = new Set<number>();
  const printed = new Map<number, number[]>();
  for (const k of over) {
    if (!mayBeTwin(chars, k)) continue;
    const { size } = chars.run(k);
    const [x, y] = [(chars.left(k) + chars.right(k)) / 2, (chars.bottom(k) + chars.top(k)) / 2];
    const others = printed.get(cellOf(x, y));
    if (others?.some((other) => isTwin(chars, other, k, size)) === true) {
      twins.add(k);
      continue;
    }
    // Each letter is looked for in one cell, so it is entered in all that a twin may be in.
    for (const cell of cellsNear(x, y, size * near)) {
      const own = printed.get(cell);
      if (own === undefined) printed.set(cell, [k]);
      else own.push(k);
    }
  }
  const whole = inWords(chars, order, twins);
  return whole.size < leastTwins ? order : order.filter((k) => !whole.has(k));
}

/**
 * Those of some letters that are half of their word or more: some letters of a word are at the place of the same
 * letters of a watermark by chance.
 */
function inWords(chars: PageChars, order: readonly number[], twins: ReadonlySet<number>): Set<number> {
  const whole = new Set<number>();
  if (twins.size < leastTwins) return whole;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && isOneWord(chars, order[end - 1] ?? -1, order[end] ?? -1)) end++;
    const word = order.slice(start, end).filter((k) => mayBeTwin(chars, k));
    const own = word.filter((k) => twins.has(k));
    if (own.length * 2 >= word.length) for (const k of own) whole.add(k);
    start = end;
  }
  return whole;
}

/** True when a letter goes on with a word: neither a space nor a step on the page is between it and the one before. */
function isOneWord(chars: PageChars, before: number, k: number): boolean {
  if (chars.isBlank(before) || chars.isBlank(k)) return false;
  const { size } = chars.run(k);
  const gap = Math.max(chars.left(k) - chars.right(before), chars.left(before) - chars.right(k));
  return gap < size / 2 && Math.abs(chars.bottom(k) - chars.bottom(before)) < size / 2;
}

/** With more of them on a page a look at each letter costs less than comparing them. */
const mostStretches = 4000;

/** Letters of one run that follow one another, by their places in the order, and where their corners are. */
type Stretch = { start: number; end: number; left: number; right: number; bottom: number; top: number; reach: number };

/**
 * The letters of stretches whose corners are at the same places as those of others: on most pages there are none, and a
 * look at each letter would cost a tenth of all that reading a page takes.
 */
function overEachOther(chars: PageChars, order: readonly number[]): number[] {
  const all = stretchesOf(chars, order).sort((a, b) => a.bottom - b.bottom);
  if (all.length > mostStretches) return [...order];
  const over = new Set<Stretch>();
  const largest = all.reduce((reach, stretch) => Math.max(reach, stretch.reach), 0);
  for (const [n, stretch] of all.entries())
    for (let next = n + 1; next < all.length; next++) {
      const other = all[next];
      if (other === undefined || other.bottom > stretch.top + largest) break;
      const reach = Math.max(stretch.reach, other.reach);
      if (
        other.bottom > stretch.top + reach ||
        other.left > stretch.right + reach ||
        stretch.left > other.right + reach
      )
        continue;
      over.add(stretch).add(other);
    }
  const found = [...over].sort((a, b) => a.start - b.start);
  return found.flatMap(({ start, end }) => order.slice(start, end));
}

function stretchesOf(chars: PageChars, order: readonly number[]): Stretch[] {
  const all: Stretch[] = [];
  let last = -1;
  // In variables of its own: written into the stretch letter by letter, each number would be put on the heap.
  let [start, end, left, right, bottom, top] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < order.length; index++) {
    const k = order[index] ?? -1;
    if (chars.isBlank(k)) continue;
    const x = chars.left(k);
    const y = chars.bottom(k);
    if (last < 0 || !chars.together(last, k)) {
      if (last >= 0) all.push({ start, end, left, right, bottom, top, reach: chars.run(last).size * near });
      start = index;
      left = right = x;
      bottom = top = y;
    }
    end = index + 1;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
    last = k;
  }
  if (last >= 0) all.push({ start, end, left, right, bottom, top, reach: chars.run(last).size * near });
  return all;
}

/** For each letter and cell of a page: the page, and the first such letter in that cell of it. */
const first = new Int32Array(1 << 20);
/** Pages are counted in 11 bits, letters of a page in 20. */
const [mostPages, mostLetters] = [0x7ff, 1 << 20];
let page = 0;

/** True when some letter has a twin: a look at most pages that costs little, since it makes no lists. */
function mayHaveTwins(chars: PageChars, order: readonly number[]): boolean {
  if (chars.length > mostLetters) return true;
  page = (page % mostPages) + 1;
  if (page === 1) first.fill(0);
  for (const k of order) {
    if (!mayBeTwin(chars, k)) continue;
    const { size } = chars.run(k);
    const reach = size * near;
    const code = chars.code(k);
    const x = chars.left(k) / wideSide;
    const y = chars.bottom(k) / wideSide;
    const spare = reach / wideSide;
    const right = Math.floor(x + spare);
    const top = Math.floor(y + spare);
    for (let i = Math.floor(x - spare); i <= right; i++)
      for (let j = Math.floor(y - spare); j <= top; j++) {
        const other = first[placeOf(i, j, code)] ?? 0;
        if (other >>> 20 === page && isTwin(chars, other & (mostLetters - 1), k, size)) return true;
      }
    const place = placeOf(Math.floor(x), Math.floor(y), code);
    if ((first[place] ?? 0) >>> 20 !== page) first[place] = (page << 20) | k;
  }
  return false;
}

/** Side of a cell in that look, in points. */
const wideSide = 8;

/** Where a cell has its first letter of a kind; few share a place with others. */
function placeOf(i: number, j: number, code: number): number {
  return (Math.imul(i, 0x9e3779b1) ^ Math.imul(j, 0x85ebca6b) ^ Math.imul(code, 0xc2b2ae35)) >>> 12;
}

/** A letter or a sign with an extent. */
function mayBeTwin(chars: PageChars, k: number): boolean {
  return !chars.isBlank(k) && chars.right(k) - chars.left(k) > chars.run(k).size * near;
}

function isTwin(chars: PageChars, other: number, k: number, size: number): boolean {
  // Points and rules are put side by side closer than letters.
  const most = size * (isLetter(chars.code(k)) ? near : near / 2);
  return (
    chars.code(other) === chars.code(k) &&
    !chars.together(other, k) &&
    Math.abs(chars.left(other) - chars.left(k)) < most &&
    Math.abs(chars.right(other) - chars.right(k)) < most &&
    Math.abs(chars.bottom(other) - chars.bottom(k)) < most
  );
}

function isLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf;
}

/** Side of a cell, in points. */
const side = 4;

function cellOf(x: number, y: number): number {
  return Math.floor(x / side) * 65_536 + Math.floor(y / side);
}

function cellsNear(x: number, y: number, reach: number): number[] {
  const cells: number[] = [];
  for (let i = Math.floor((x - reach) / side); i <= Math.floor((x + reach) / side); i++)
    for (let j = Math.floor((y - reach) / side); j <= Math.floor((y + reach) / side); j++) cells.push(i * 65_536 + j);
  return cells;
}
