/**
 * Reads a large JSON text piece by piece, so that other work goes on between two pieces. Texts are as `JSON.stringify`
 * writes them, without spaces; other text throws `SyntaxError`.
 */

/** Called with where a member's or an item's value begins; returns where it ends. The key of an item is its index. */
export type OnValue = (key: string, from: number) => Promise<number>;

/** Go through the object or array that begins at a place; returns the place after it. */
export async function walkJson(text: string, from: number, onValue: OnValue): Promise<number> {
  const close = text[from] === "{" ? "}" : text[from] === "[" ? "]" : fail(from);
  let position = from + 1;
  if (text[position] === close) return position + 1;
  for (let index = 0; ; index++) {
    let key = `${index}`;
    if (close === "}") {
      const end = endOfString(text, position);
      key = String(JSON.parse(text.slice(position, end)));
      position = text[end] === ":" ? end + 1 : fail(end);
    }
    position = await onValue(key, position);
    if (text[position] === close) return position + 1;
    position = text[position] === "," ? position + 1 : fail(position);
  }
}

/** The place after the value that begins at a place. */
export function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  if (text[from] !== "{" && text[from] !== "[") return plainEnd(text, from);
  for (let offset = from, depth = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === quoteSign) offset = endOfString(text, offset) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return offset + 1;
  }
  return fail(text.length);
}

const [quoteSign, openBrace, closeBrace, openBracket, closeBracket] = [34, 123, 125, 91, 93];

function endOfString(text: string, from: number): number {
  if (text.charCodeAt(from) !== quoteSign) fail(from);
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text[before] === "\\") before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return fail(text.length);
}

/** A number, `true`, `false` or `null`. */
function plainEnd(text: string, from: number): number {
  const plain = /[-+\w.]+/y;
  plain.lastIndex = from;
  return plain.test(text) ? plain.lastIndex : fail(from);
}

function fail(index: number): never {
  throw new SyntaxError(`This is no JSON as it is written here, at ${index}.`);
}
