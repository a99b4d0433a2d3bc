import type { Line } from "./lines.ts";

/**
 * How far apart two prints of the same words may be, in sizes of their letters: shadows, and bold by printing twice.
 */
const near = 0.15;

/** Lines without those that print the same words at the same place again. */
export function withoutTwins(lines: readonly Line[]): Line[] {
  const printed = new Map<string, Line[]>();
  return lines.filter((line) => {
    const same = printed.get(line.text) ?? [];
    const isTwin = same.some(
      (other) =>
        Math.abs(other.box[0] - line.box[0]) < line.size * near &&
        Math.abs(other.base - line.base) < line.size * near &&
        Math.abs(other.box[2] - line.box[2]) < line.size * near,
    );
    if (!isTwin) printed.set(line.text, [...same, line]);
    return !isTwin;
  });
}
