import type { Line } from "./lines.ts";
import { edge } from "./margins.ts";

/** So many words make a line of prose; so many such lines show that what a page calls artifacts is partly its text. */
const [leastWords, leastLines] = [5, 2];

/**
 * The lines of a page, none within it an artifact where lines of prose are: programs that tag scans by themselves call
 * what they cannot place an artifact, be it a sentence. Where a page's tags are not to be followed, the same goes for
 * any line. Lines at the page's edges stay what the file says they are.
 */
export function withoutFalseArtifacts(lines: readonly Line[], height: number, isFollowed: boolean): Line[] {
  const isWithin = ({ box }: Line): boolean => box[1] <= height * (1 - edge) && box[3] >= height * edge;
  const isProse = ({ text }: Line): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= leastWords;
  const found = lines.filter((line) => line.artifact && isWithin(line) && isProse(line));
  if (found.length < leastLines && isFollowed) return [...lines];
  return lines.map((line) => (line.artifact && isWithin(line) ? { ...line, artifact: false } : line));
}
