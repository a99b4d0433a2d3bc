import type { Line } from "./lines.ts";

/** So many lines on a page are a listing: running heads have three rows at most. */
const leastLines = 4;
/** How much the widths of letters in a font of one pitch may differ, as a share. */
const near = 0.04;

/**
 * The lines of a page that belong to listings: set in a font whose letters are all of one width, in a paper that is
 * mostly set in another one. They come again (`SELECT`, `}`) without being running heads.
 */
export function listingLines(lines: readonly Line[], main: string): ReadonlySet<Line> {
  const others = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.font === main) continue;
    const own = others.get(line.font);
    if (own === undefined) others.set(line.font, [line]);
    else own.push(line);
  }
  const listed = [...others.values()].filter(isOfOnePitch).flat();
  return new Set(listed.length < leastLines ? [] : listed);
}

/** True where the letters of their font are all as wide, and of several shapes. Numbers of lines are in other fonts. */
function isOfOnePitch(lines: readonly Line[]): boolean {
  const shapes = new Set<number>();
  let usual = 0;
  for (const { chars, font } of lines)
    for (let i = 0; i < chars.length; i++) {
      const code = chars.code(i);
      if (code < 33 || chars.isGenerated(i) || chars.run(i).font !== font) continue;
      const width = (chars.right(i) - chars.left(i)) / chars.size(i);
      if (usual === 0) usual = width;
      if (Math.abs(width - usual) > usual * near) return false;
      if (isLetter(code)) shapes.add(code);
    }
  return shapes.size >= leastShapes;
}

/** Fewer letters that differ do not show that all are of one width; a line may be “SELECT”. */
const leastShapes = 5;

/** A letter of English: figures are of one width in most fonts. */
function isLetter(code: number): boolean {
  return (code | 32) >= 0x61 && (code | 32) <= 0x7a;
}
