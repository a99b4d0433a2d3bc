/**
 * How far to look for the text again after something that is only on the page (a list mark, a page number) or only in
 * the text.
 */
const reach = { far: 400, near: 60, back: 60 };
/**
 * How many characters in a row must agree, near and far; a shorter line, or what is left of it, is looked for only as
 * far as a list mark is long.
 */
const enough = { far: 8, near: 4 };
const nearest = 30;
/** Printed characters are not further from their neighbours in the text than a line is long. */
const line = 120;

/**
 * The ink of a text: where each character is, in the form in which it is compared, and the end of its line or cell.
 */
type Ink = Readonly<{ at: readonly number[]; text: readonly string[]; end: readonly number[] }>;

/**
 * Which printed character each unit of a text became, -1 for none. White space and hyphens are left out. Both run alike
 * except for what is on the page only, and where a reader of the page took the runs of a line in another order than
 * they are read in.
 */
export function pair(text: string, printed: readonly string[], isOwn: (unit: number) => boolean): Int32Array {
  const pairs = new Int32Array(text.length).fill(-1);
  const ink = inkOf(text, isOwn);
  const marks = printed.map(plain);
  const isTaken = new Uint8Array(marks.length);
  const take = (index: number, mark: number): void => {
    pairs[ink.at[index] ?? 0] = mark;
    isTaken[mark] = 1;
  };
  inOrder(ink, marks, take);
  leftOver(ink, marks, { pairs, isTaken, take });
  return pairs;
}

/** What is compared of a text and of what was printed. */
export function isInk(char: string): boolean {
  return !/[\s\p{Cc}\p{Cf}-]/u.test(char);
}

/** The form in which characters are compared: brackets between words from right to left are printed turned round. */
function plain(char: string): string {
  return char.normalize("NFKC").replace(/[)\]}»›>]/g, (bracket) => turned.get(bracket) ?? bracket);
}

const turned = new Map([...")]}»›>"].map((bracket, at) => [bracket, "([{«‹<"[at] ?? bracket]));

function inkOf(text: string, isOwn: (unit: number) => boolean): Ink {
  const [at, chars, lines]: [number[], string[], number[]] = [[], [], []];
  let current = 0;
  for (let unit = 0; unit < text.length; unit++) {
    const char = text[unit] ?? "";
    if (char === "\n" || char === "\t") current++;
    if (!isOwn(unit) || !isInk(char)) continue;
    at.push(unit);
    chars.push(plain(char));
    lines.push(current);
  }
  const end: number[] = new Array(at.length).fill(at.length);
  for (let index = at.length - 2; index >= 0; index--)
    end[index] = lines[index] === lines[index + 1] ? (end[index + 1] ?? 0) : index + 1;
  return { at, text: chars, end };
}

type Take = (index: number, mark: number) => void;

/** Walk both together; where they part, go on where they meet again with as little left out as can be. */
function inOrder(ink: Ink, printed: readonly string[], take: Take): void {
  let [index, mark] = [0, 0];
  while (index < ink.at.length && mark < printed.length) {
    if (agrees(ink, printed, index, mark)) {
      take(index, mark);
      // A ligature is printed as one and stands for several.
      let rest = (printed[mark] ?? "").slice(ink.text[index]?.length);
      for (index++; rest !== "" && rest.startsWith(ink.text[index] ?? "\n"); index++) {
        rest = rest.slice(ink.text[index]?.length);
        take(index, mark);
      }
      mark++;
      continue;
    }
    const met = meeting(ink, printed, index, mark);
    if (met === null) index += reach.back + 1;
    else [index, mark] = met;
  }
}

function agrees(ink: Ink, printed: readonly string[], index: number, mark: number): boolean {
  const char = ink.text[index];
  return char !== undefined && (printed[mark]?.startsWith(char) ?? false);
}

function meeting(ink: Ink, printed: readonly string[], index: number, mark: number): [number, number] | null {
  for (let left = 1; left <= reach.far; left++)
    for (let back = 0; back <= Math.min(left, reach.back); back++) {
      const [from, to] = [index + back, mark + left - back];
      if (!agrees(ink, printed, from, to)) continue;
      const room = (ink.end[from] ?? 0) - from;
      const wanted = Math.min(room, left <= reach.near ? enough.near : enough.far);
      if (wanted < enough.near && left > nearest) continue;
      let same = 1;
      while (same < wanted && agrees(ink, printed, from + same, to + same)) same++;
      if (same === wanted) return [from, to];
    }
  return null;
}

type Found = Readonly<{ pairs: Int32Array; isTaken: Uint8Array; take: Take }>;

/** What was left out on both sides of the same line stands for each other: after the one before, else the nearest. */
function leftOver(ink: Ink, printed: readonly string[], { pairs, isTaken, take }: Found): void {
  let last = -1;
  for (let index = 0; index < ink.at.length; index++) {
    const own = pairs[ink.at[index] ?? 0] ?? -1;
    if (own >= 0) {
      last = own;
      continue;
    }
    const free = (mark: number): boolean => isTaken[mark] === 0 && agrees(ink, printed, index, mark);
    for (let away = 1; away <= line; away++) {
      const found = [last + away, last - away].find((mark) => mark >= 0 && mark < printed.length && free(mark));
      if (found === undefined) continue;
      take(index, found);
      last = found;
      break;
    }
  }
}
