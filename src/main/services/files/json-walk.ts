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
  let position = from + 1;
  if (bytes[position] === close) return position + 1;
  for (let index = 0; ; index++) {
    let key = `${index}`;
    if (close === closeBrace) {
      const end = endOfString(bytes, position);
      key = String(JSON.parse(bytes.toString("utf8", position, end)));
      position = bytes[end] === colon ? end + 1 : fail(end);
    }
    position = await onValue(key, position);
    if (bytes[position] === close) return position + 1;
    position = bytes[position] === comma ? position + 1 : fail(position);
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
  for (let offset = from, depth = 0; offset < bytes.length; offset++) {
    const code = bytes[offset];
    if (code === quoteSign) offset = endOfString(bytes, offset) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return offset + 1;
  }
  return fail(bytes.length);
}

function endOfString(bytes: Buffer, from: number): number {
  if (bytes[from] !== quoteSign) fail(from);
  for (let offset = from + 1; offset < bytes.length; offset++) {
    const code = bytes[offset];
    if (code === backslash) offset++;
    else if (code === quoteSign) return offset + 1;
  }
  return fail(bytes.length);
}

/** A number, `true`, `false` or `null`. */
function plainEnd(bytes: Buffer, from: number): number {
  let end = from;
  while (/^[-+\w.]$/.test(String.fromCharCode(bytes[end] ?? 0))) end++;
  return end > from ? end : fail(from);
}

function fail(index: number): never {
  throw new SyntaxError(`This is no JSON as it is written here, at ${index}.`);
}
