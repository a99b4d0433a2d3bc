/**
 * Reads a large JSON text piece by piece, so that other work goes on between two pieces. It is read from its bytes:
 * making one string of a hundred megabytes keeps everything else waiting for a tenth of a second. Texts are as
 * `JSON.stringify` writes them, without spaces; others throw `SyntaxError`.
 */

/** Called with where a member's or an item's value begins; returns where it ends. The key of an item is its index. */
export type OnValue = (key: string, from: number) => Promise<number>;

const [comma, colon, backslash] = [44, 58, 92];
const [quoteSign, openBrace, closeBrace, openBracket, closeBracket] = [34, 123, 125, 91, 93];

/** Go through the object or array that begins at a place; returns the place after it. */
export async function walkJson(bytes: Buffer, from: number, onValue: OnValue): Promise<number> {
  const close = bytes[from] === openBrace ? closeBrace : bytes[from] === openBracket ? closeBracket : fail(from);
  let at = from + 1;
  if (bytes[at] === close) return at + 1;
  for (let index = 0; ; index++) {
    let key = `${index}`;
    if (close === closeBrace) {
      const end = endOfString(bytes, at);
      key = String(JSON.parse(bytes.toString("utf8", at, end)));
      at = bytes[end] === colon ? end + 1 : fail(end);
    }
    at = await onValue(key, at);
    if (bytes[at] === close) return at + 1;
    at = bytes[at] === comma ? at + 1 : fail(at);
  }
}

/** The value that begins at a place, and the place after it. */
export function valueAt(bytes: Buffer, from: number): [value: unknown, end: number] {
  const end = endOfValue(bytes, from);
  return [JSON.parse(bytes.toString("utf8", from, end)), end];
}

/** The place after the value that begins at a place. */
function endOfValue(bytes: Buffer, from: number): number {
  if (bytes[from] === quoteSign) return endOfString(bytes, from);
  if (bytes[from] !== openBrace && bytes[from] !== openBracket) return plainEnd(bytes, from);
  for (let at = from, depth = 0; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === quoteSign) at = endOfString(bytes, at) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return at + 1;
  }
  return fail(bytes.length);
}

function endOfString(bytes: Buffer, from: number): number {
  if (bytes[from] !== quoteSign) fail(from);
  for (let at = from + 1; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === backslash) at++;
    else if (code === quoteSign) return at + 1;
  }
  return fail(bytes.length);
}

/** A number, `true`, `false` or `null`. */
function plainEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (/^[-+\w.]$/.test(String.fromCharCode(bytes[at] ?? 0))) at++;
  return at > from ? at : fail(from);
}

function fail(at: number): never {
  throw new SyntaxError(`This is no JSON as it is written here, at ${at}.`);
}
