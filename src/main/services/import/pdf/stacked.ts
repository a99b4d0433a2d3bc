import type { PageChars } from "../../pdfium/page-chars.ts";

/** A subscript or superscript: characters of one size on one baseline, small beside the letter they belong to. */
type Script = Readonly<{ first: number; base: number; size: number; left: number; right: number }>;

/**
 * True when the character `next` belongs to a superscript over a subscript, or the other way round, with which a line
 * ends so far (SO₄²⁻, x₁²). `line` are its characters up to now. Digits over digits after a digit are a fraction.
 */
export function isStacked(chars: PageChars, line: readonly number[], next: number): boolean {
  const last = line[line.length - 1] ?? -1;
  if (chars.together(last, next) || chars.run(last).origin[1] === chars.run(next).origin[1]) return false;
  const script = lastScript(chars, line);
  const letter = script === null ? undefined : line[script.first - 1];
  if (script === null || letter === undefined) return false;
  const { size, origin } = chars.run(next);
  const ground = chars.run(letter);
  if (!/^[\p{L}\p{M})\]}]$/u.test(chars.text(letter)) || Math.abs(size - script.size) > script.size * 0.2) return false;
  if ((script.base - ground.origin[1]) * (origin[1] - ground.origin[1]) >= 0) return false;
  const isNear = Math.abs(origin[1] - ground.origin[1]) < ground.size * 0.75;
  const isBeside = chars.left(next) >= script.left - size * 0.3 && chars.left(next) - script.right < size * 0.25;
  return isNear && isBeside;
}

/** True when `next` goes on with a script that ends before the `edge` of another one over or under it. */
export function isNextInScript(chars: PageChars, line: readonly number[], edge: number, next: number): boolean {
  const previous = line[line.length - 1];
  if (previous === undefined || previous === edge || chars.isBlank(previous)) return false;
  const [before, after] = [chars.run(previous), chars.run(next)];
  const gap = chars.left(next) - chars.right(previous);
  return before.origin[1] === after.origin[1] && before.size === after.size && Math.abs(gap) < after.size * 0.2;
}

/** The script that a line ends with; null where its last character is of full size. */
function lastScript(chars: PageChars, line: readonly number[]): Script | null {
  const end = line.findLastIndex((place) => !chars.isGenerated(place));
  const last = line[end];
  if (last === undefined || chars.isBlank(last)) return null;
  const { size, origin } = chars.run(last);
  const base = origin[1];
  let first = end;
  const isOf = (place: number | undefined): boolean =>
    place !== undefined &&
    chars.run(place).size === size &&
    chars.run(place).origin[1] === base &&
    !chars.isBlank(place);
  while (isOf(line[first - 1])) first--;
  const letter = line[first - 1];
  if (letter === undefined || chars.isBlank(letter)) return null;
  const ground = chars.run(letter);
  if (size > ground.size * 0.9 || Math.abs(base - ground.origin[1]) < ground.size * 0.08) return null;
  return { first, base, size, left: chars.left(line[first] ?? last), right: chars.right(last) };
}

/**
 * The characters of a line with each subscript before the superscript that is printed over it, as formulas are read.
 */
export function subscriptsFirst(chars: PageChars, line: readonly number[]): readonly number[] {
  let sorted: number[] | null = null;
  for (let index = 1; index + 1 < line.length; index++) {
    const [letter, upper] = [line[index - 1] ?? -1, line[index] ?? -1];
    if (chars.together(letter, upper)) continue;
    const rise = chars.run(upper).origin[1] - chars.run(letter).origin[1];
    if (chars.run(upper).size > chars.run(letter).size * 0.9 || rise < chars.run(letter).size * 0.12) continue;
    const middle = scriptEnd(chars, line, index);
    const lower = line[middle];
    if (lower === undefined || !isStacked(chars, line.slice(0, middle), lower)) continue;
    // Beside each other they are read from left to right.
    if (chars.left(lower) >= chars.right(line[middle - 1] ?? upper) - chars.run(lower).size * 0.1) continue;
    const end = scriptEnd(chars, line, middle);
    sorted ??= [...line];
    sorted.splice(index, end - index, ...line.slice(middle, end), ...line.slice(index, middle));
    index = end - 1;
  }
  return sorted ?? line;
}

function scriptEnd(chars: PageChars, line: readonly number[], start: number): number {
  const { size, origin } = chars.run(line[start] ?? -1);
  let end = start + 1;
  for (; end < line.length; end++) {
    const run = chars.run(line[end] ?? -1);
    if (chars.isBlank(line[end] ?? -1) || run.size !== size || run.origin[1] !== origin[1]) break;
  }
  return end;
}
