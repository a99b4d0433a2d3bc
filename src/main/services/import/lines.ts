import type { Lines } from "../../../shared/model/paper.ts";

/** What becomes of the lines of a text: kept apart where they are lines, joined where they are wrapped prose. */
export type LineChoice = Readonly<{ lines: Lines /** Whether another reading of it is as likely. */; unsure: boolean }>;

/** A turn of a transcript: a name, or a time and a name, before a colon; a wide one has no space after it. */
const turn =
  /^\s*(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*)?(?:\p{L}[\p{L}\p{M}\p{N} .'’()&/-]{0,40}[:：](?:\s|$)|\p{L}[\p{L}\p{N} .·（）()]{0,12}：)/u;
/** A time, a date or a number at the beginning of a line, as logs, minutes and subtitles have it. */
const stamped = /^\s*(?:[[(]?\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\[?\d{1,6}[\]:]\s)/;
const finished = /[.!?。！？؟۔।॥…:;][)\]"'”’»」』]*\s*$/u;

/** True for a line that ends as a sentence does. */
export function isFinished(line: string): boolean {
  return finished.test(line);
}

/** True for a line that begins a turn of a transcript. */
export function isTurn(line: string): boolean {
  return turn.test(line);
}

/**
 * Whether lines that follow each other without a blank one are lines or wrapped prose. Prose has lines as long as the
 * first word of the next would let them be, or lines that begin in lower case; in a line end after every sentence,
 * turns, times, tabs and wide gaps it has none.
 */
export function chooseLines(lines: readonly string[]): LineChoice {
  if (lines.length < 2) return { lines: "join", unsure: false };
  const share = (test: (line: string, index: number) => boolean, tested = lines): number =>
    tested.filter(test).length / tested.length;
  if (share((line) => /\S(?:\t+| {3,})\S/.test(line)) > 0.6) return { lines: "keep", unsure: false };
  const turns = share(isTurn);
  if (isTurn(lines[0] ?? "") && (turns >= 0.5 || (turns >= 0.2 && lines.length >= 5)))
    return { lines: "keep", unsure: false };
  if (share((line) => stamped.test(line)) > 0.6) return { lines: "keep", unsure: false };
  const inner = lines.slice(0, -1);
  const goesOn = (_line: string, index: number): boolean =>
    /^\s*\p{Ll}/u.test(lines[index + 1] ?? "") || /[\p{L}\p{N}][-–/\u2010]$/u.test(inner[index]?.trimEnd() ?? "");
  if (share(goesOn, inner) >= 0.4) return { lines: "join", unsure: false };
  const widest = widestOf(lines);
  const full = (line: string, index: number): boolean => isFull(line, lines[index + 1] ?? "", widest);
  const wrapped = widest >= 45 && share(full, inner) >= 0.75;
  const single = lines.length > 2 && share((line) => finished.test(line)) >= 0.9;
  return { lines: wrapped && !single ? "join" : "keep", unsure: true };
}

/** Whether the first word of the next line would not have fitted into a line; the longest takes `widest` columns. */
export function isFull(line: string, next: string, widest: number): boolean {
  const first = /^\s*(\S+)/.exec(next)?.[1] ?? "";
  return widthOf(line) + (wide.test(first) ? 4 : widthOf(first) + 1) > widest;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** How many columns the longest line takes. There may be more lines than a function takes arguments. */
export function widestOf(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
}

/** How many columns a line takes where East Asian characters take two. */
function widthOf(line: string): number {
  let width = 0;
  for (const char of line.trim()) width += wide.test(char) ? 2 : 1;
  return width;
}

const glued = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uff60]/u;

/**
 * Lines as one paragraph. East Asian lines are joined without a space; a hyphen at a line's end is dropped unless the
 * words of the paper say that it belongs to the word.
 */
export function joinLines(lines: readonly string[], isCompound: (before: string, after: string) => boolean): string {
  const parts: string[] = [];
  for (const line of lines.map((line) => line.trim())) {
    const last = parts.at(-1);
    if (last === undefined) {
      parts.push(line);
      continue;
    }
    const before = /(\p{L}+)[-\u2010]$/u.exec(last.slice(-80))?.[1];
    const after = /^\p{Ll}\p{L}*/u.exec(line)?.[0];
    const parted = before !== undefined && after !== undefined && !isCompound(before, after);
    if (parted) parts[parts.length - 1] = last.slice(0, -1);
    // "long-" before "Term", "2020–" before "21": the line broke after the sign.
    else if (before === undefined && !isOpenEnd(last, line) && !isGlued(last, line)) parts.push(" ");
    parts.push(line);
  }
  return parts.join("");
}

/** Whether a line ends after a sign within a word or a number: "long–" before "term", "2018-" before "2023". */
export function isOpenEnd(before: string, after: string): boolean {
  return (
    /[\p{L}\p{N}][–/]$/u.test(before.slice(-4)) || (/\p{N}[-\u2010]$/u.test(before.slice(-4)) && /^\p{N}/u.test(after))
  );
}

/** Whether two texts meet at letters that are written without spaces between words. */
export function isGlued(before: string, after: string): boolean {
  return glued.test(before.slice(-1)) && glued.test(after.slice(0, 1));
}
