import { inflateSync } from "node:zlib";
import { broken, type Lexer } from "./lexer.ts";
import { isArray, isDict, type PdfDict, type PdfObject } from "./objects.ts";

/** Where an object is: at an offset of the file, or inside an object stream. */
export type XrefEntry = Readonly<{ offset: number } | { inside: number; index: number }>;

/** One section of the cross-reference (ISO 32000-1, 7.5.4 and 7.5.8). Entries are read when they are asked for. */
export type XrefSection = Readonly<{
  trailer: PdfDict;
  stream: boolean;
  /** One more than the largest object number it lists. */
  size: number;
  /** Null when it says that the object is gone, undefined when it says nothing. */
  find: (number: number) => XrefEntry | null | undefined;
}>;

type Range = Readonly<{ first: number; count: number; at: number }>;
/** A line of a table is always 20 bytes. */
const lineLength = 20;
/** No stream of cross-references or objects is larger than this when inflated. */
const maxInflated = 256 * 1024 * 1024;
/** Object numbers above this are beyond what readers take (annex C). */
const maxNumber = 8_388_607;

/** A table; the lexer is just after its first word. */
export function readXrefTable(lexer: Lexer): XrefSection {
  const ranges: Range[] = [];
  const odd = new Map<number, XrefEntry | null>();
  for (let word = lexer.word(); word !== "trailer"; word = lexer.word()) {
    const [first, count] = [Number(word), Number(lexer.word())];
    if (!/^\d+$/.test(word) || !(count >= 0) || first + count > maxNumber) throw broken();
    lexer.skip();
    const offset = lexer.at;
    if (isRegular(lexer.bytes, offset, count)) {
      ranges.push({ first, count, at: offset });
      lexer.at = offset + count * lineLength;
    } else readOddLines(lexer, first, count, odd);
  }
  const trailer = lexer.object();
  if (!isDict(trailer)) throw broken();
  return {
    trailer,
    stream: false,
    size: Math.max(0, ...ranges.map(({ first, count }) => first + count), ...[...odd.keys()].map((key) => key + 1)),
    find: (number) => {
      const range = ranges.find(({ first, count }) => number >= first && number < first + count);
      return range === undefined
        ? odd.get(number)
        : lineAt(lexer.bytes, range.at + (number - range.first) * lineLength);
    },
  };
}

function isRegular(bytes: Buffer, offset: number, count: number): boolean {
  const end = offset + count * lineLength;
  if (end > bytes.length) return false;
  for (const line of [offset, offset + Math.floor(count / 2) * lineLength, end - lineLength])
    if (count > 0 && !/^\d{10} \d{5} [nf]\s\s$/.test(bytes.toString("latin1", line, line + lineLength))) return false;
  return /^[\dt]$/.test(String.fromCharCode(bytes[end] ?? 0));
}

function lineAt(bytes: Buffer, offset: number): XrefEntry | null {
  const [, digits, kind] = /^(\d{10}) \d{5} ([nf])/.exec(bytes.toString("latin1", offset, offset + lineLength)) ?? [];
  if (digits === undefined) throw broken();
  return kind === "n" && Number(digits) > 0 ? { offset: Number(digits) } : null;
}

/** Lines of another length, as some writers make them. */
function readOddLines(lexer: Lexer, first: number, count: number, into: Map<number, XrefEntry | null>): void {
  if (count * 10 > lexer.bytes.length) throw broken();
  for (let i = 0; i < count; i++) {
    const offset = Number(lexer.word());
    lexer.word();
    const used = lexer.word() === "n" && offset > 0;
    if (Number.isNaN(offset)) throw broken();
    into.set(first + i, used ? { offset } : null);
  }
}

/** A cross-reference stream, from its dictionary and inflated data. */
export function readStream(trailer: PdfDict, data: Buffer): XrefSection {
  const [a = 0, b = 0, c = 0] = numbers(trailer.get("W"));
  const width = a + b + c;
  const index = trailer.has("Index") ? numbers(trailer.get("Index")) : [0, Number(trailer.get("Size"))];
  const ranges: Range[] = [];
  let position = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first = 0, stated = 0] = index.slice(i, i + 2);
    const count = Math.min(stated, Math.floor((data.length - position) / width));
    if (!(count >= 0) || first + count > maxNumber || width <= 0 || width > 24) throw broken();
    ranges.push({ first, count, at: position });
    position += count * width;
  }
  const field = (from: number, length: number, absent: number): number => {
    let number = length === 0 ? absent : 0;
    for (let i = from; i < from + length; i++) number = number * 256 + (data[i] ?? 0);
    return number;
  };
  return {
    trailer,
    stream: true,
    size: Math.max(0, ...ranges.map(({ first, count }) => first + count)),
    find: (number) => {
      const range = ranges.find(({ first, count }) => number >= first && number < first + count);
      if (range === undefined) return undefined;
      const from = range.at + (number - range.first) * width;
      const kind = field(from, a, 1);
      const [second, third] = [field(from + a, b, 0), field(from + a + b, c, 0)];
      if (kind === 1 && second > 0) return { offset: second };
      return kind === 2 ? { inside: second, index: third } : null;
    },
  };
}

function numbers(value: PdfObject | undefined): number[] {
  return isArray(value) ? value.map(Number) : [];
}

/** Deflated data, a PNG predictor undone (7.4.4.4). Throws when it is larger than any real cross-reference. */
export function inflated(bytes: Uint8Array, options: PdfDict): Buffer {
  const data = inflateSync(bytes, { maxOutputLength: maxInflated, finishFlush: 2 });
  return Number(options.get("Predictor") ?? 1) >= 10 ? unpredict(data, Number(options.get("Columns") ?? 1)) : data;
}

/** Undo the PNG predictors (PNG specification, section 9) for one byte per pixel. */
function unpredict(data: Buffer, columns: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0;
    const from = row * (columns + 1) + 1;
    const to = row * columns;
    for (let x = 0; x < columns; x++) {
      const left = kind !== 2 && x > 0 ? (out[to + x - 1] ?? 0) : 0;
      const up = row > 0 ? (out[to - columns + x] ?? 0) : 0;
      const add =
        kind === 0
          ? 0
          : kind === 1
            ? left
            : kind === 2
              ? up
              : kind === 3
                ? (left + up) >> 1
                : paeth(left, up, x > 0 && row > 0 ? (out[to - columns + x - 1] ?? 0) : 0);
      out[to + x] = ((data[from + x] ?? 0) + add) & 255;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
