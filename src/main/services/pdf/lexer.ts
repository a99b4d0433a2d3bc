import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { isDict, type PdfObject, type PdfStream } from "./objects.ts";

/** What each byte is: 1 white space, 2 a delimiter, 0 part of a word. */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = 1;
for (const byte of Buffer.from("()<>[]{}/%")) kinds[byte] = 2;
/** Deeper nesting than any real file has; more would be an attack on the stack. */
const maxDepth = 200;

/**
 * Reads objects from bytes (ISO 32000-1, section 7.2 and 7.3). Never reads past the end; throws `unreadable` on what is
 * no PDF.
 */
export class Lexer {
  readonly bytes: Buffer;
  at: number;
  readonly #lengthOf: (reference: PdfObject) => number | null;

  constructor(bytes: Buffer, offset: number, lengthOf: (reference: PdfObject) => number | null = () => null) {
    this.bytes = bytes;
    this.at = offset;
    this.#lengthOf = lengthOf;
  }

  /** The word up to the next space or delimiter. */
  word(): string {
    this.skip();
    const start = this.at;
    while (this.at < this.bytes.length && kinds[this.#byte()] === 0) this.at++;
    return this.bytes.toString("latin1", start, this.at);
  }

  skip(): void {
    while (this.at < this.bytes.length) {
      if (kinds[this.#byte()] === 1) this.at++;
      else if (this.#byte() === 0x25)
        while (this.at < this.bytes.length && this.#byte() !== 10 && this.#byte() !== 13) this.at++;
      else return;
    }
  }

  object(depth = 0): PdfObject {
    if (depth > maxDepth) throw broken();
    this.skip();
    switch (this.#byte()) {
      case 0x2f:
        return { kind: "name", name: this.#name() };
      case 0x28:
        return { kind: "string", bytes: this.#literal() };
      case 0x5b:
        return this.#array(depth);
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.#dictOrStream(depth) : { kind: "string", bytes: this.#hex() };
      default:
        return this.#plain();
    }
  }

  #byte(): number {
    return this.bytes[this.at] ?? 0;
  }

  #plain(): PdfObject {
    const number = this.#integer();
    if (number === null) return this.#keyword();
    const after = this.at;
    this.skip();
    const generation = this.#integer();
    this.skip();
    if (generation !== null && this.#byte() === 0x52 && kinds[this.bytes[this.at + 1] ?? 0x20] !== 0) {
      this.at++;
      return { kind: "ref", number, generation };
    }
    this.at = after;
    return number;
  }

  /** A word of at most fifteen digits and nothing else, as most words are; null, and nothing read, for any other. */
  #integer(): number | null {
    let [value, at] = [0, this.at];
    for (; at < this.at + 16; at++) {
      const digit = (this.bytes[at] ?? 0x20) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    const length = at - this.at;
    if (length === 0 || length > 15 || kinds[this.bytes[at] ?? 0x20] === 0) return null;
    this.at = at;
    return value;
  }

  #keyword(): PdfObject {
    const word = this.word();
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    const number = Number(word);
    if (word === "" || !Number.isFinite(number)) throw broken();
    return number;
  }

  #name(): string {
    this.at++;
    const start = this.at;
    while (this.at < this.bytes.length && kinds[this.#byte()] === 0) this.at++;
    const raw = this.bytes.toString("latin1", start, this.at);
    if (!raw.includes("#")) return raw;
    return raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #hex(): Uint8Array {
    const end = this.bytes.indexOf(">", this.at);
    if (end < 0) throw broken();
    const digits = this.bytes.toString("latin1", this.at + 1, end).replace(/[^0-9a-f]/gi, "");
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex");
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let open = 1;
    for (this.at++; this.at < this.bytes.length; this.at++) {
      const byte = this.#byte();
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) open++;
        if (byte === 0x29 && --open === 0) break;
        out.push(byte);
      }
    }
    this.at++;
    return Uint8Array.from(out);
  }

  #escape(out: number[]): void {
    const char = String.fromCharCode(this.bytes[++this.at] ?? 0);
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString("latin1", this.at, this.at + 3))?.[0];
    const plain = ({ n: 10, r: 13, t: 9, b: 8, f: 12 } as Record<string, number>)[char];
    if (octal !== undefined) {
      out.push(Number.parseInt(octal, 8) & 255);
      this.at += octal.length - 1;
    } else if (char === "\r" && this.bytes[this.at + 1] === 10) this.at++;
    else if (char !== "\n" && char !== "\r") out.push(plain ?? char.charCodeAt(0));
  }

  #array(depth: number): PdfObject[] {
    const items: PdfObject[] = [];
    this.at++;
    for (this.skip(); this.#byte() !== 0x5d; this.skip()) {
      if (this.at >= this.bytes.length) throw broken();
      items.push(this.object(depth + 1));
    }
    this.at++;
    return items;
  }

  #dictOrStream(depth: number): PdfObject {
    const entries = new Map<string, PdfObject>();
    this.at += 2;
    for (this.skip(); this.#byte() === 0x2f; this.skip()) {
      const key = this.#name();
      entries.set(key, this.object(depth + 1));
    }
    if (this.bytes.toString("latin1", this.at, this.at + 2) !== ">>") throw broken();
    this.at += 2;
    const after = this.at;
    if (this.word() === "stream") return this.#stream(entries);
    this.at = after;
    return entries;
  }

  #stream(entries: Map<string, PdfObject>): PdfStream {
    if (this.#byte() === 13) this.at++;
    if (this.#byte() === 10) this.at++;
    const start = this.at;
    const length = this.#lengthOf(entries.get("Length") ?? null);
    const trusted =
      length !== null && /^\s*endstream/.test(this.bytes.toString("latin1", start + length, start + length + 20));
    const found = this.bytes.indexOf("endstream", start);
    const end = trusted ? start + length : found;
    if (end < start) throw broken();
    this.at = end;
    return { kind: "stream", dict: entries, bytes: this.bytes.subarray(start, end) };
  }
}

/** The error for bytes that do not follow the format. */
export function broken(): WorkbenchError {
  return new WorkbenchError("unreadable", message("pdf.structureDamaged"));
}

/** Entries of a dictionary or of a stream's dictionary; empty for anything else. */
export function dictionaryEntries(value: PdfObject): ReadonlyMap<string, PdfObject> {
  if (isDict(value)) return value;
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "stream"
    ? value.dict
    : new Map();
}
