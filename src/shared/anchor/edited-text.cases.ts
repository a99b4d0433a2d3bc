/** How much of a text an editor changes: shares of words, and of paragraphs for each of the four ways. */
export type EditingStrength = Readonly<{ words: number; paragraphs: number }>;

/** The three strengths of editing that versions are measured with. */
export const strengths = {
  light: { words: 0.03, paragraphs: 0.03 },
  medium: { words: 0.08, paragraphs: 0.08 },
  heavy: { words: 0.18, paragraphs: 0.15 },
} as const satisfies Record<string, EditingStrength>;

/** A piece of the edited text, in order, with the offset it had (UTF-16 units); null where it is new. */
type Piece = Readonly<{ text: string; start: number | null; length: number; isKept: boolean; isInside: boolean }>;

/** What became of a text: the new one, and for each of its units the unit it came from, -1 for what is new. */
export type EditedText = Readonly<{
  text: string;
  /** Pieces with their place in the new text. */
  pieces: readonly (Piece & Readonly<{ at: number }>)[];
}>;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|\s+/gu;

/**
 * Edit a text as its next version might be: words replaced, deleted and put in; paragraphs deleted, moved, put in and
 * rewritten by half; quotation marks and line breaks changed. The truth is known piece by piece.
 */
export function editText(text: string, strength: EditingStrength, seed: number): EditedText {
  const random = randomNumbers(seed);
  const words = (text.match(token) ?? []).filter((text) => text.trim() !== "");
  const anyWord = (): string => words[Math.floor(random() * words.length)] ?? "word";
  const paragraphs: Piece[][] = [];
  const moved: Piece[][] = [];
  for (const { start, end } of paragraphsOf(text)) {
    const chance = random();
    const rate = strength.paragraphs;
    if (chance < rate) continue;
    const isRewritten = chance < 2 * rate;
    const pieces = editParagraph(
      text,
      { start, end },
      isRewritten ? { ...strength, words: 0.5 } : strength,
      random,
      anyWord,
    );
    if (chance >= 2 * rate && chance < 3 * rate) moved.push(pieces);
    else paragraphs.push(pieces);
    if (random() < rate) paragraphs.push([fresh(newParagraph(anyWord, random))]);
  }
  for (const pieces of moved) paragraphs.splice(Math.floor(random() * (paragraphs.length + 1)), 0, pieces);
  const all = paragraphs.flatMap((pieces, index) => (index === 0 ? pieces : [fresh("\n\n"), ...pieces]));
  let position = 0;
  const placed = all.map((piece) => {
    const here = { ...piece, at: position };
    position += piece.text.length;
    return here;
  });
  return { text: all.map((piece) => piece.text).join(""), pieces: placed };
}

function paragraphsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function fresh(text: string, isInside = false): Piece {
  return { text, start: null, length: 0, isKept: false, isInside };
}

function editParagraph(
  text: string,
  range: Readonly<{ start: number; end: number }>,
  { words }: EditingStrength,
  random: () => number,
  anyWord: () => string,
): Piece[] {
  const pieces: Piece[] = [];
  for (const found of text.slice(range.start, range.end).matchAll(token)) {
    const [written] = found;
    const start = range.start + found.index;
    const old = { start, length: written.length };
    if (written.trim() === "") {
      const isBroken = written.includes("\n") || random() < 0.02;
      pieces.push({
        ...old,
        text: isBroken ? (written.includes("\n") ? " " : "\n") : written,
        isKept: true,
        isInside: true,
      });
      continue;
    }
    const chance = random();
    if (chance < words / 3) pieces.push({ ...old, text: anyWord(), isKept: false, isInside: true });
    else if (chance < (2 * words) / 3) continue;
    else {
      pieces.push({
        ...old,
        text: written.replace(/["“”]/g, random() < 0.5 ? '"' : "”"),
        isKept: true,
        isInside: true,
      });
      if (chance < words) pieces.push(fresh(` ${anyWord()}`, true));
    }
  }
  return pieces;
}

function newParagraph(anyWord: () => string, random: () => number): string {
  return Array.from({ length: 20 + Math.floor(random() * 60) }, anyWord).join(" ");
}

/** Where a passage truly is now: the units that came of it, those put in between, and the share of its words left. */
export function truthOf(
  edited: EditedText,
  range: Readonly<{ start: number; end: number }>,
): { units: Set<number>; left: number } {
  const units = new Set<number>();
  let left = 0;
  let last = -1;
  for (const [index, piece] of edited.pieces.entries()) {
    const isOwn = piece.start !== null && piece.start < range.end && piece.start + piece.length > range.start;
    if (!isOwn) continue;
    if (piece.text.trim() !== "" && piece.isKept) left += 1;
    // Words put in between two of the passage's own belong to it.
    const between = last >= 0 && index - last <= 4 ? edited.pieces.slice(last + 1, index) : [];
    for (const inner of [...between.filter((edit) => edit.isInside && edit.start === null), piece])
      for (let unit = inner.at; unit < inner.at + inner.text.length; unit++)
        if (/\S/.test(edited.text.charAt(unit))) units.add(unit);
    last = index;
  }
  return { units, left };
}

/** Words of a passage as the editor counts them. */
export function wordCount(text: string): number {
  return (text.match(token) ?? []).filter((text) => text.trim() !== "").length;
}
