import type { Bookmark } from "../../pdfium/outline.ts";

/** What is known of a heading before all are known. `given` is the level that the file's tags or outline say. */
export type Heading = Readonly<{ size: number; bold: boolean; text: string; given: number | null }>;

const numbered = /^(\d+(?:\.\d+)*)\.?\s/;

/**
 * The file's outline, as something to know headings by: the level of an entry with these words on or near this page.
 */
export class Outline {
  readonly #entries = new Map<string, { level: number; page: number | null }[]>();

  constructor(bookmarks: readonly Bookmark[]) {
    for (const { title, level, page } of bookmarks) {
      const key = plain(title);
      if (key === "") continue;
      this.#entries.set(key, [...(this.#entries.get(key) ?? []), { level: Math.min(6, level), page }]);
    }
  }

  levelOf(text: string, page: number): number | null {
    const fits = (this.#entries.get(plain(text)) ?? []).find((entry) => entry.page === null || entry.page === page);
    return fits?.level ?? null;
  }
}

/** Letters and figures of a title without the number before it: outlines and pages differ in spaces and points. */
function plain(text: string): string {
  const words = text.normalize("NFKC").toLowerCase();
  const bare = words.replace(/^(chapter|section|part|appendix)?\s*([\divx]+|[a-z])([.:\d]*)\s+(?=\p{L})/u, "");
  return (bare === "" ? words : bare).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Headings of one look: of about one size, and bold or not. `level` is null until it is known. */
type Look = { size: number; bold: boolean; members: number[]; level: number | null };

/** More looks than these are display type; the rarest are counted with their neighbours. */
const maxLooks = 4;

/**
 * The level of each heading, 1 to 6, from what the file says, from numbers and from sizes together. What the file says
 * (`given`) holds; a number says how deep its heading is under the first numbered ones; other headings rank by their
 * look, between the looks whose level is known. A `title` among the headings ranks above all others. Levels that the
 * file does not give are without gaps.
 */
export function levelsOf(headings: readonly Heading[], title: string | null = null): number[] {
  const top = titleAmong(headings, title);
  const rest = headings.map((heading, index) => ({ heading, index })).filter(({ index }) => index !== top);
  const first = top < 0 ? 1 : (headings[top]?.given ?? 1) + 1;
  // Where the file has its title on one level with the sections, they all go down one.
  const given = rest.flatMap(({ heading }) => heading.given ?? []);
  const shift = top < 0 || given.length === 0 ? 0 : Math.max(0, first - Math.min(...given));
  const looks = looksOf(rest);
  for (const look of looks) {
    const known = look.members.flatMap((index) => headings[index]?.given ?? [])[0];
    if (known !== undefined) look.level = known + shift;
  }
  const start = numberedLevels(headings, looks, first);
  rankLooks(looks, first);
  const levels = headings.map((heading, index) => {
    if (index === top) return heading.given ?? 1;
    if (heading.given !== null) return heading.given + shift;
    const depth = depthOf(heading);
    const own = looks.find(({ members }) => members.includes(index))?.level ?? first;
    return start !== null && depth > 0 ? start + depth : own;
  });
  return (given.length > 0 ? levels : withoutGaps(levels)).map((level) => Math.max(1, Math.min(6, level)));
}

/** The heading that is the paper's title and no section of it; -1 for none. */
function titleAmong(headings: readonly Heading[], title: string | null): number {
  const key = title === null ? "" : plain(title);
  const index = key === "" ? -1 : headings.findIndex(({ text }) => plain(text) === key || key.startsWith(plain(text)));
  const found = headings[index];
  if (found === undefined || plain(found.text).length < key.length * 0.4 || depthOf(found) > 0) return -1;
  // Where other headings without numbers look the same, it is the first of them, unless most of that look have numbers.
  const alike = headings.filter((other, n) => n !== index && other.text !== found.text && isAlike(other, found));
  const plainOnes = alike.filter((other) => depthOf(other) === 0).length;
  return plainOnes * 2 > alike.length || (plainOnes > 0 && alike.length < 3) ? -1 : index;
}

function isAlike(a: Pick<Heading, "size" | "bold">, b: Pick<Heading, "size" | "bold">): boolean {
  return a.bold === b.bold && Math.abs(a.size - b.size) <= Math.max(0.3, b.size * 0.025);
}

/** The looks of headings, largest and boldest first, the rarest together with their neighbours. */
function looksOf(headings: readonly { heading: Heading; index: number }[]): Look[] {
  const looks: Look[] = [];
  for (const { heading, index } of headings) {
    const look = looks.find((other) => isAlike(other, heading));
    if (look === undefined) looks.push({ size: heading.size, bold: heading.bold, members: [index], level: null });
    else look.members.push(index);
  }
  looks.sort((a, b) => b.size - a.size || Number(b.bold) - Number(a.bold));
  while (looks.length > maxLooks) mergeRarest(looks);
  return looks;
}

/** Merge the two neighbours of which one is the rarest, and of such the most alike in size, into the more usual one. */
function mergeRarest(looks: Look[]): void {
  const rarity = (n: number): number => {
    const [first, two] = [looks[n], looks[n + 1]];
    if (first === undefined || two === undefined) return Number.POSITIVE_INFINITY;
    return Math.min(first.members.length, two.members.length) + first.size / two.size / 1000;
  };
  const pairs = looks.slice(1).map((_, n) => n);
  const least = pairs.reduce((best, n) => (rarity(n) < rarity(best) ? n : best), 0);
  const [first, two] = [looks[least], looks[least + 1]];
  if (first === undefined || two === undefined) return;
  const usual = two.members.length > first.members.length ? two : first;
  looks.splice(least, 2, { ...usual, members: [...first.members, ...two.members] });
}

/**
 * Set the level of looks that most numbered headings have, and return what to add to a number's depth for its level;
 * null where no heading has a number. Larger looks without numbers, such as parts over chapters, come before them.
 */
function numberedLevels(headings: readonly Heading[], looks: readonly Look[], first: number): number | null {
  const depths = looks.map(({ members }) => usualDepth(members.flatMap((index) => headings[index] ?? [])));
  const least = Math.min(...depths.flatMap((depth) => depth ?? []));
  if (!Number.isFinite(least)) return null;
  const position = depths.indexOf(least);
  const known = looks[position]?.level;
  const over = looks.slice(0, position).filter(({ level }, n) => level === null && depths[n] === null);
  const parts = over.filter(({ members }) => members.length > 1).length;
  // A single one over all numbers is a title that is not known as such.
  const titles = first === 1 && over.length > parts ? 1 : 0;
  const start = (known ?? first + Math.min(2, parts + titles) + (least - 1)) - least;
  for (const [n, look] of looks.entries()) {
    const depth = depths[n];
    if (look.level === null && depth != null) look.level = start + depth;
  }
  return start;
}

/** The depth that most numbered headings of a look have, if at least a third of the look are numbered. */
function usualDepth(members: readonly Heading[]): number | null {
  const depths = members.map(depthOf).filter((depth) => depth > 0);
  if (depths.length * 3 < members.length || depths.length === 0) return null;
  const count = (depth: number): number => depths.filter((other) => other === depth).length;
  return depths.reduce((best, depth) => (count(depth) > count(best) ? depth : best));
}

/** Give each look without a level one below the look over it, and none deeper than the known look under it. */
function rankLooks(looks: readonly Look[], first: number): void {
  let above = first - 1;
  for (const [n, look] of looks.entries()) {
    const next = looks.slice(n + 1).find(({ level }) => level !== null)?.level ?? Number.POSITIVE_INFINITY;
    look.level ??= Math.max(first, Math.min(above + 1, next));
    above = look.level;
  }
}

/** Levels with every level between the highest and the deepest in use. */
function withoutGaps(levels: readonly number[]): number[] {
  const used = [...new Set(levels)].sort((a, b) => a - b);
  return levels.map((level) => used.indexOf(level) + 1);
}

/** How many parts the number before a heading has; 0 for none. Years are no numbers of sections. */
function depthOf({ text }: Heading): number {
  const number = numbered.exec(text)?.[1];
  return number === undefined || /^\d{3,}$/.test(number) ? 0 : number.split(".").length;
}
