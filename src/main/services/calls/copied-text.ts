/**
 * True when a copy has the text of a paper, be it with words between that somebody has put on the copy's pages as boxes
 * of text (`added`). White space makes no difference.
 */
export function hasTextOf(copy: string, text: string, added: readonly string[]): boolean {
  if (copy === text) return true;
  if (added.length === 0) return false;
  const own = wordsOf(text);
  const spare = new Map<string, number>();
  for (const word of added.flatMap(wordsOf)) spare.set(word, (spare.get(word) ?? 0) + 1);
  let next = 0;
  for (const word of wordsOf(copy)) {
    const left = spare.get(word) ?? 0;
    if (word === own[next]) next++;
    else if (left > 0) spare.set(word, left - 1);
    else return false;
  }
  return next === own.length;
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
