/** The beginning of a text, at most so many UTF-16 units; a character outside the basic plane is never halved. */
export function cutText(text: string, most: number): string {
  const end = text.codePointAt(most - 1) ?? 0;
  return text.slice(0, most > 0 && most < text.length && end > 0xffff ? most - 1 : Math.max(0, most));
}
