/**
 * Reads a large JSON text piece by piece, so that other work goes on between two pieces. Texts are as `JSON.stringify`
 * writes them, without spaces; other text throws `SyntaxError`.
 */

/** Called with where a member's or an item's value begins; returns where it ends. The key of an item is its index. */
export type OnValue = (key: string, from: number) => Promise<number>;

/** Go through the object or array that begins at a place; returns the place after it. */
export async function walkJson(text: string, from: number, onValue: OnValue): Promise<number> {
  const close = text[from] === "{" ? "}" : text[from] === "[" ? "]" : fail(from);
  let at = from + 1;
  if (text[at] === close) return at + 1;
  for (let index = 0; ; index++) {
    let key = `${index}`;
    if (close === "}") {
      const end = endOfString(text, at);
      key = String(JSON.parse(text.slice(at, end)));
      at = text[end] === ":" ? end + 1 : fail(end);
    }
    at = await onValue(key, at);
    if (text[at] === close) return at + 1;
    at = text[at] === "," ? at + 1 : fail(at);
  }
}

/** The place after the value that begins at a place. */
export function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  if (text[from] !== "{" && text[from] !== "[") return plainEnd(text, from);
  for (let at = from, depth = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quoteSign) at = endOfString(text, at) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return at + 1;
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

function fail(at: number): never {
  throw new SyntaxError(`This is no JSON as it is written here, at ${at}.`);
}
