const all = 0xffff_ffff;

/**
 * Write an identifier as four numbers of 32 bits. One that is not written as UUIDs usually are (RFC 9562, section 4)
 * gets a number of its own after three that no other has.
 */
export function packId(id: string, into: Uint32Array, offset: number, numberOf: (id: string) => number): void {
  if (!packUuid(id, into, offset)) into.set([all, all, all, numberOf(id)], offset);
}

/** Whether it is one, and not one of those whose first three numbers mean another. */
function packUuid(id: string, into: Uint32Array, offset: number): boolean {
  if (id.length !== 36) return false;
  let [number, digits] = [0, 0];
  for (let index = 0; index < 36; index++) {
    const code = id.charCodeAt(index);
    const isDash = index === 8 || index === 13 || index === 18 || index === 23;
    if (isDash && code === 45) continue;
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (isDash || digit < 0) return false;
    number = (number << 4) | digit;
    digits++;
    if (digits % 8 === 0) into[offset + digits / 8 - 1] = number;
  }
  return into[offset] !== all || into[offset + 1] !== all || into[offset + 2] !== all;
}

/** The identifier that was written; `keys` are those with a number of their own. */
export function printId(from: Uint32Array, offset: number, keys: readonly string[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = from.subarray(offset, offset + 4);
  if (a === all && b === all && c === all) return keys[d] ?? "";
  const [second, third] = [hex(b), hex(c)];
  return `${hex(a)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}
