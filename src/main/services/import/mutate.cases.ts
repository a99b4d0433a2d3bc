import type { Chance } from "../store/memory-disk.cases.ts";

/**
 * Pieces that readers of each form trip over: brackets without end, odd numbers, marks of direction, halves of
 * characters.
 */
const pieces = [
  "\0",
  "\ufeff",
  "\u202e",
  "\ud800",
  "\r",
  "\n\n\n",
  "<<",
  ">>",
  "[[[[[[[[",
  "((((((((",
  '{"',
  '"""',
  ",,,,",
  ";",
  "=1+1",
  "endobj",
  "stream\n",
  "/Length 999999999",
  "/Kids [1 0 R]",
  "/Prev 9",
  "%PDF-9.9",
  "PK\u0003\u0004",
  "__proto__",
  "../../",
  "# ",
  "| | |\n|-|-|\n",
  "[a](javascript:1)",
  "`".repeat(99),
  ">".repeat(200),
  "*_".repeat(200),
];
const numbers = ["0", "-1", "1", "65536", "2147483648", "-2147483649", "99999999999999999999", "1e308", "0.0000001"];

/** A file that was changed somewhere by chance, in one to four ways. `other` is a file that parts are taken from. */
export function mutated(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  let made: Buffer = Buffer.from(bytes);
  for (let count = 1 + chance(4); count > 0; count--) made = once(made, Buffer.from(other), chance);
  return made;
}

function once(bytes: Buffer, other: Buffer, chance: Chance): Buffer {
  const offset = chance(bytes.length + 1);
  const end = Math.min(bytes.length, offset + 1 + chance(chance(3) === 0 ? 4000 : 40));
  const between = (middle: Uint8Array): Buffer =>
    Buffer.concat([bytes.subarray(0, offset), middle, bytes.subarray(end)]);
  switch (chance(9)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let flips = 1 + chance(8); flips > 0 && copy.length > 0; flips--) {
        const place = chance(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << chance(8));
      }
      return copy;
    }
    case 1:
      return between(Buffer.from(Array.from({ length: 1 + chance(60) }, () => chance(256))));
    case 2:
      return between(Buffer.alloc(0));
    case 3:
      return Buffer.from(bytes.subarray(0, offset));
    case 4:
      return between(Buffer.from((pieces[chance(pieces.length)] ?? "").repeat(1 + chance(chance(4) === 0 ? 3000 : 3))));
    case 5: {
      const from = chance(other.length + 1);
      return between(other.subarray(from, from + 1 + chance(2000)));
    }
    case 6:
      return between(Buffer.concat(Array.from({ length: 1 + chance(200) }, () => bytes.subarray(offset, end))));
    case 7:
      return withNumber(bytes, offset, numbers[chance(numbers.length)] ?? "0");
    default:
      return Buffer.concat([bytes.subarray(offset), bytes.subarray(0, offset)]);
  }
}

/** The next number after a place, replaced by another. */
function withNumber(bytes: Buffer, offset: number, number: string): Buffer {
  const [found] = /\d+/.exec(bytes.toString("latin1", offset, offset + 4000)) ?? [];
  if (found === undefined) return bytes;
  const start = bytes.indexOf(found, offset, "latin1");
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(number), bytes.subarray(start + found.length)]);
}
