import { Cipher } from "./crypt.ts";
import { broken, dictionaryEntries, Lexer } from "./lexer.ts";
import {
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  mapped,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfStream,
} from "./objects.ts";
import { inflated, readStream, readXrefTable, type XrefSection } from "./xref.ts";

/** An object stream inflated: which objects it holds, and where in its data (7.5.7). */
type ObjectStream = Readonly<{ data: Buffer; numbers: readonly number[]; offsets: readonly number[] }>;

/** The cross-references and objects of a PDF, read only as far as they are asked for (ISO 32000-1, section 7.5). */
export class PdfSource {
  readonly bytes: Buffer;
  readonly trailer: PdfDict;
  /** Where the newest cross-reference section begins, and whether it is a stream. */
  readonly startxref: number;
  readonly usesStream: boolean;
  /** The bytes before the header; offsets count from the header on. */
  readonly before: number;
  /** What enciphers the file's strings and streams; null when nothing does. */
  readonly cipher: Cipher | null;
  readonly #sections: readonly XrefSection[];
  readonly #objects = new Map<number, PdfObject>();
  readonly #opened = new Map<number, ObjectStream>();

  /** Throws `unreadable` when the structure is damaged, `password` when one is needed or wrong. */
  constructor(bytes: Uint8Array, password: string | null = null) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const end = this.bytes.toString("latin1", Math.max(0, this.bytes.lastIndexOf("startxref")));
    this.startxref = Number(/startxref\s+(\d+)/.exec(end)?.[1] ?? Number.NaN);
    if (Number.isNaN(this.startxref)) throw broken();
    const header = this.bytes.subarray(0, 1024).indexOf("%PDF-");
    this.before = header > 0 && !this.#isSection(this.startxref) ? header : 0;
    this.#sections = this.#readSections(this.startxref);
    const newest = this.#sections[0];
    if (newest === undefined) throw broken();
    this.usesStream = newest.stream;
    this.trailer = newest.trailer;
    this.cipher = null;
    this.cipher = this.#openCipher(password);
  }

  /** The value itself where a reference is given. */
  resolve(value: PdfObject | undefined): PdfObject {
    return isRef(value) ? this.object(value.number) : (value ?? null);
  }

  dict(value: PdfObject | undefined): PdfDict {
    return dictionaryEntries(this.resolve(value));
  }

  /** The document's catalog; throws when there is none. */
  catalog(): { ref: PdfRef; dict: PdfDict } {
    const ref = this.trailer.get("Root");
    if (!isRef(ref)) throw broken();
    return { ref, dict: this.dict(ref) };
  }

  /** An indirect object, deciphered; null when the file has none of that number, as the standard says. */
  object(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    this.#objects.set(number, null);
    const entry = this.#entry(number);
    const value =
      entry === null
        ? null
        : "offset" in entry
          ? this.#numbered(entry.offset, number)
          : this.#inside(entry.inside, entry.index, number);
    this.#objects.set(number, value);
    return value;
  }

  get size(): number {
    return Math.max(Number(this.trailer.get("Size") ?? 0), ...this.#sections.map((section) => section.size));
  }

  /** A stream's data where it is deflated or plain; throws for other filters. */
  inflate(stream: PdfStream): Buffer {
    const filter = this.resolve(stream.dict.get("Filter"));
    const name = isArray(filter) ? filter[0] : filter;
    if (name === null || name === undefined) return Buffer.from(stream.bytes);
    if (!isName(name, "FlateDecode") || (isArray(filter) && filter.length > 1)) throw broken();
    const parameters = this.resolve(stream.dict.get("DecodeParms"));
    try {
      return inflated(stream.bytes, this.dict(isArray(parameters) ? parameters[0] : parameters));
    } catch {
      throw broken();
    }
  }

  #entry(number: number) {
    for (const section of this.#sections) {
      const entry = section.find(number);
      if (entry !== undefined) return entry;
    }
    return null;
  }

  /** A cross-reference that leads to another object is damaged; believing it would replace the wrong one. */
  #numbered(offset: number, wanted: number): PdfObject {
    const { number, generation, value } = this.#at(offset);
    if (number !== wanted) throw broken();
    const { cipher } = this;
    const encrypt = this.trailer.get("Encrypt");
    if (cipher === null || (isRef(encrypt) && encrypt.number === number)) return value;
    if (isStream(value) && isName(value.dict.get("Type"), "XRef")) return value;
    return mapped(value, (bytes, kind) => cipher.decrypt(bytes, kind, number, generation));
  }

  #at(offset: number): { number: number; generation: number; value: PdfObject } {
    const lexer = new Lexer(this.bytes, offset + this.before, (length) => {
      const value = isRef(length) ? this.object(length.number) : length;
      return typeof value === "number" ? value : null;
    });
    const number = Number(lexer.word());
    const generation = Number(lexer.word());
    if (lexer.word() !== "obj" || Number.isNaN(number)) throw broken();
    return { number, generation, value: lexer.object() };
  }

  /**
   * The index decides which of two objects of one number is meant; with more objects than its field can count it is
   * wrong.
   */
  #inside(container: number, index: number, wanted: number): PdfObject {
    const opened = this.#opened.get(container) ?? this.#open(container);
    const { numbers, offsets } = opened;
    const offset = offsets[numbers[index] === wanted ? index : numbers.indexOf(wanted)];
    if (offset === undefined) throw broken();
    return new Lexer(opened.data, offset).object();
  }

  #open(container: number): ObjectStream {
    const stream = this.object(container);
    if (!isStream(stream)) throw broken();
    const data = this.inflate(stream);
    const first = Number(this.resolve(stream.dict.get("First")));
    const count = Number(this.resolve(stream.dict.get("N")));
    const header = new Lexer(data, 0);
    const [numbers, offsets]: [number[], number[]] = [[], []];
    while (offsets.length < count && header.at < first) {
      numbers.push(Number(header.word()));
      offsets.push(first + Number(header.word()));
    }
    const opened = { data, numbers, offsets };
    this.#opened.set(container, opened);
    return opened;
  }

  /** Another object than a cross-reference may be there by chance. */
  #isSection(offset: number): boolean {
    const text = this.bytes.toString("latin1", offset, offset + 2048);
    return /^\s*(xref|\d+\s+\d+\s+obj\b((?!stream|endobj)[\s\S])*\/XRef\b)/.test(text);
  }

  #readSections(start: number): XrefSection[] {
    const sections: XrefSection[] = [];
    const seen = new Set<number>();
    for (let offset: PdfObject = start; typeof offset === "number" && !seen.has(offset); ) {
      seen.add(offset);
      const section = this.#readSection(offset);
      const beside = section.trailer.get("XRefStm");
      sections.push(typeof beside === "number" ? hybrid(section, this.#readSection(beside)) : section);
      offset = section.trailer.get("Prev") ?? null;
    }
    return sections;
  }

  #readSection(offset: number): XrefSection {
    if (offset < 0 || offset >= this.bytes.length) throw broken();
    const lexer = new Lexer(this.bytes, offset + this.before);
    if (lexer.word() === "xref") return readXrefTable(lexer);
    const { value } = this.#at(offset);
    if (!isStream(value) || !isName(value.dict.get("Type"), "XRef")) throw broken();
    return readStream(value.dict, this.inflate(value));
  }

  /** A dictionary with what it and those in it refer to in place. */
  #whole(dict: PdfDict, depth: number): PdfDict {
    const inPlace = (value: PdfObject): PdfObject => {
      const found = this.resolve(value);
      return isDict(found) && depth < 4 ? this.#whole(found, depth + 1) : found;
    };
    return new Map([...dict].map(([key, value]) => [key, inPlace(value)] as const));
  }

  #openCipher(password: string | null): Cipher | null {
    const encrypt = this.dict(this.trailer.get("Encrypt"));
    if (encrypt.size === 0 && this.trailer.has("Encrypt")) throw broken();
    if (encrypt.size === 0) return null;
    const id = this.resolve(this.trailer.get("ID"));
    const first = isArray(id) ? this.resolve(id[0]) : null;
    this.#objects.clear();
    return new Cipher(this.#whole(encrypt, 0), isString(first) ? first.bytes : new Uint8Array(), password);
  }
}

/** A table with a stream beside it: what the table calls gone may be in the stream (7.5.8.4). */
function hybrid(table: XrefSection, stream: XrefSection): XrefSection {
  return {
    ...table,
    size: Math.max(table.size, stream.size),
    find: (number) => table.find(number) ?? stream.find(number) ?? table.find(number),
  };
}
