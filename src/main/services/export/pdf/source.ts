import { inflateSync } from "node:zlib";
import { WorkbenchError } from "../../../../shared/errors.ts";
import { broken, entriesOf, Lexer } from "./lexer.ts";
import {
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfStream,
} from "./objects.ts";

type Entry = Readonly<{ offset: number } | { inside: number; index: number }>;
/** No stream of cross-references or objects is larger than this when inflated. */
const largest = 256 * 1024 * 1024;

/** The cross-references and objects of a PDF, read only as far as they are asked for (ISO 32000-1, section 7.5). */
export class PdfSource {
  readonly bytes: Buffer;
  readonly trailer: PdfDict;
  /** Where the newest cross-reference section begins, and whether it is a stream. */
  readonly startxref: number;
  readonly usesStream: boolean;
  readonly #entries = new Map<number, Entry>();
  readonly #objects = new Map<number, PdfObject>();

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const found =
      /startxref\s+(\d+)/.exec(this.bytes.toString("latin1", Math.max(0, this.bytes.lastIndexOf("startxref")))) ?? [];
    this.startxref = Number(found[1] ?? Number.NaN);
    if (Number.isNaN(this.startxref)) throw broken();
    const sections = this.#readSections(this.startxref);
    const newest = sections[0];
    if (newest === undefined) throw broken();
    this.usesStream = newest.stream;
    this.trailer = newest.trailer;
    if (this.trailer.has("Encrypt"))
      throw new WorkbenchError(
        "unreadable",
        "This PDF is encrypted; an annotated copy of encrypted papers cannot be made yet.",
      );
  }

  /** The value itself where a reference is given. */
  resolve(value: PdfObject | undefined): PdfObject {
    return isRef(value) ? this.object(value.number) : (value ?? null);
  }

  dict(value: PdfObject | undefined): PdfDict {
    return entriesOf(this.resolve(value));
  }

  /** An indirect object; null when the file has none of that number, as the standard says. */
  object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    this.#objects.set(number, null);
    const entry = this.#entries.get(number);
    const value =
      entry === undefined
        ? null
        : "offset" in entry
          ? this.#numbered(entry.offset, number)
          : this.#inside(entry.inside, entry.index);
    this.#objects.set(number, value);
    return value;
  }

  get size(): number {
    return Math.max(Number(this.trailer.get("Size") ?? 0), ...[...this.#entries.keys()].map((number) => number + 1));
  }

  /** The pages in order, each with what it inherits. Throws `unreadable` when the page tree is not one. */
  pages(): { ref: PdfRef; dict: PdfDict }[] {
    const pages: { ref: PdfRef; dict: PdfDict }[] = [];
    const seen = new Set<number>();
    const walk = (value: PdfObject, inherited: PdfDict): void => {
      if (!isRef(value) || seen.has(value.number)) throw broken();
      seen.add(value.number);
      const node = this.dict(value);
      const passed = new Map([
        ...inherited,
        ...[...node].filter(([key]) => ["Resources", "MediaBox", "CropBox", "Rotate"].includes(key)),
      ]);
      const kids = this.resolve(node.get("Kids"));
      if (isArray(kids)) for (const kid of kids) walk(kid, passed);
      else pages.push({ ref: value, dict: new Map([...passed, ...node]) });
    };
    walk(this.dict(this.trailer.get("Root")).get("Pages") ?? null, new Map());
    return pages;
  }

  /** A cross-reference that leads to another object is damaged; believing it would replace the wrong one. */
  #numbered(offset: number, wanted: number): PdfObject {
    const { number, value } = this.#at(offset);
    if (number !== wanted) throw broken();
    return value;
  }

  #at(offset: number): { number: number; value: PdfObject } {
    const lexer = new Lexer(this.bytes, offset, (length) => {
      const value = isRef(length) ? this.object(length.number) : length;
      return typeof value === "number" ? value : null;
    });
    const number = Number(lexer.word());
    lexer.word();
    if (lexer.word() !== "obj" || Number.isNaN(number)) throw broken();
    return { number, value: lexer.object() };
  }

  #inside(container: number, index: number): PdfObject {
    const stream = this.object(container);
    if (!isStream(stream)) throw broken();
    const data = this.inflate(stream);
    const first = Number(this.resolve(stream.dict.get("First")));
    const header = new Lexer(data, 0);
    let offset = 0;
    for (let i = 0; i <= index; i++) {
      header.word();
      offset = Number(header.word());
    }
    return new Lexer(data, first + offset).object();
  }

  /** A stream's data where it is deflated or plain; throws for other filters. */
  inflate(stream: PdfStream): Buffer {
    const filter = this.resolve(stream.dict.get("Filter"));
    const name = isArray(filter) ? filter[0] : filter;
    if (name === null || name === undefined) return Buffer.from(stream.bytes);
    if (!isName(name, "FlateDecode")) throw broken();
    const data = inflateSync(stream.bytes, { maxOutputLength: largest, finishFlush: 2 });
    const parameters = this.resolve(stream.dict.get("DecodeParms"));
    const options = this.dict(isArray(parameters) ? parameters[0] : parameters);
    return Number(options.get("Predictor") ?? 1) >= 10 ? unpredict(data, Number(options.get("Columns") ?? 1)) : data;
  }

  #readSections(start: number): { trailer: PdfDict; stream: boolean }[] {
    const sections: { trailer: PdfDict; stream: boolean }[] = [];
    const todo = [start];
    const seen = new Set<number>();
    for (let offset = todo.shift(); offset !== undefined; offset = todo.shift()) {
      if (seen.has(offset) || offset < 0 || offset >= this.bytes.length) continue;
      seen.add(offset);
      const lexer = new Lexer(this.bytes, offset);
      const stream = lexer.word() !== "xref";
      const trailer = stream ? this.#readStream(offset) : this.#readTable(lexer);
      sections.push({ trailer, stream });
      for (const key of ["XRefStm", "Prev"]) {
        const next = trailer.get(key);
        if (typeof next === "number") todo.push(next);
      }
    }
    return sections;
  }

  #readTable(lexer: Lexer): PdfDict {
    for (let word = lexer.word(); word !== "trailer"; word = lexer.word()) {
      const first = Number(word);
      const count = Number(lexer.word());
      if (Number.isNaN(first) || Number.isNaN(count) || count > this.bytes.length) throw broken();
      for (let i = 0; i < count; i++) {
        const offset = Number(lexer.word());
        lexer.word();
        if (lexer.word() === "n" && !this.#entries.has(first + i)) this.#entries.set(first + i, { offset });
      }
    }
    const trailer = lexer.object();
    if (!isDict(trailer)) throw broken();
    return trailer;
  }

  #readStream(offset: number): PdfDict {
    const { value } = this.#at(offset);
    if (!isStream(value)) throw broken();
    const data = this.inflate(value);
    const widths = numbers(value.dict.get("W"));
    const [a = 0, b = 0, c = 0] = widths;
    const sections = value.dict.has("Index") ? numbers(value.dict.get("Index")) : [0, Number(value.dict.get("Size"))];
    let at = 0;
    const field = (width: number, fallback: number): number => {
      let number = width === 0 ? fallback : 0;
      for (let i = 0; i < width; i++) number = number * 256 + (data[at++] ?? 0);
      return number;
    };
    for (let s = 0; s + 1 < sections.length; s += 2)
      for (let i = 0; i < (sections[s + 1] ?? 0) && at < data.length; i++) {
        const [kind, second, third] = [field(a, 1), field(b, 0), field(c, 0)];
        const number = (sections[s] ?? 0) + i;
        if (kind === 0 || this.#entries.has(number)) continue;
        this.#entries.set(number, kind === 1 ? { offset: second } : { inside: second, index: third });
      }
    return value.dict;
  }
}

function numbers(value: PdfObject | undefined): number[] {
  return isArray(value) ? value.map(Number) : [];
}

/** Undo the PNG predictors (PNG specification, section 9; ISO 32000-1, 7.4.4.4) for one byte per pixel. */
function unpredict(data: Buffer, columns: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let x = 0; x < columns; x++) {
      const left = x > 0 ? (out[row * columns + x - 1] ?? 0) : 0;
      const up = row > 0 ? (out[(row - 1) * columns + x] ?? 0) : 0;
      const corner = x > 0 && row > 0 ? (out[(row - 1) * columns + x - 1] ?? 0) : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[row * columns + x] = ((data[row * (columns + 1) + 1 + x] ?? 0) + add) & 255;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
