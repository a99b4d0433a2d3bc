import { encodeDocumentText } from "../pdfium/document-encoding.ts";

/** The kinds of PDF object (ISO 32000-1, section 7.3). Streams keep their bytes as they are in the file. */
export type PdfName = Readonly<{ kind: "name"; name: string }>;
/** A reference to an indirect object (7.3.10). */
export type PdfRef = Readonly<{ kind: "ref"; number: number; generation: number }>;
/** A string, literal or hexadecimal, as its bytes (7.3.4). */
export type PdfString = Readonly<{ kind: "string"; bytes: Uint8Array }>;
/** A dictionary by the names of its entries, without their slashes (7.3.7). */
export type PdfDict = ReadonlyMap<string, PdfObject>;
/** A stream with its bytes as they are in the file: filtered, and enciphered if the file is (7.3.8). */
export type PdfStream = Readonly<{ kind: "stream"; dict: PdfDict; bytes: Uint8Array }>;
/** Any object; a missing one is null (7.3.9). */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfRef
  | PdfString
  | PdfStream
  | PdfDict
  | readonly PdfObject[];

/** A name object of these letters, without the slash. */
export const nameValue = (name: string): PdfName => ({ kind: "name", name });
/** A reference to an object by its number. */
export const refTo = (number: number, generation = 0): PdfRef => ({ kind: "ref", number, generation });

/** Whether an object is a dictionary; a stream is none. */
export function isDict(value: PdfObject | undefined): value is PdfDict {
  return value instanceof Map;
}

/** Whether an object is an array. */
export function isArray(value: PdfObject | undefined): value is readonly PdfObject[] {
  return Array.isArray(value);
}

/** Whether an object is a reference, which is not yet what it refers to. */
export function isRef(value: PdfObject | undefined): value is PdfRef {
  return kindOf(value) === "ref";
}

/** Whether an object is a stream. */
export function isStream(value: PdfObject | undefined): value is PdfStream {
  return kindOf(value) === "stream";
}

/** Whether an object is a name, or the one given. */
export function isName(value: PdfObject | undefined, name?: string): value is PdfName {
  return kindOf(value) === "name" && (name === undefined || (value as PdfName).name === name);
}

/** Whether an object is a string. */
export function isString(value: PdfObject | undefined): value is PdfString {
  return kindOf(value) === "string";
}

function kindOf(value: PdfObject | undefined): string | null {
  return typeof value === "object" && value !== null && "kind" in value ? value.kind : null;
}

/** A dictionary of these entries; those that are undefined are left out. */
export function dict(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDict {
  const made = new Map<string, PdfObject>();
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) made.set(key, value);
  }
  return made;
}

/** A value with the bytes of all its strings and, if it is one, of the stream put through a function. */
export function mapped(
  value: PdfObject,
  change: (bytes: Uint8Array, kind: "string" | "stream" | "file") => Uint8Array,
): PdfObject {
  if (isString(value)) return { kind: "string", bytes: change(value.bytes, "string") };
  if (isArray(value)) return value.map((value) => mapped(value, change));
  if (isDict(value)) return mappedDict(value, change);
  if (!isStream(value)) return value;
  const kind = isName(value.dict.get("Type"), "EmbeddedFile") ? "file" : "stream";
  return { kind: "stream", dict: mappedDict(value.dict, change), bytes: change(value.bytes, kind) };
}

function mappedDict(value: PdfDict, change: Parameters<typeof mapped>[1]): PdfDict {
  return new Map([...value].map(([key, value]) => [key, mapped(value, change)] as const));
}

/**
 * A text string: in PDFDocEncoding where that has all its characters, else as UTF-16BE with a byte order mark
 * (7.9.2.2).
 */
export function textString(text: string): PdfString {
  const codes = encodeDocumentText(text);
  const short = codes !== null && !looksMarked(codes);
  return {
    kind: "string",
    bytes: short ? Uint8Array.from(codes) : Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  };
}

/** Bytes that begin like a byte order mark would be read as one. */
function looksMarked(codes: readonly number[]): boolean {
  return (codes[0] === 0xfe && codes[1] === 0xff) || (codes[0] === 0xef && codes[1] === 0xbb);
}

/** A date as PDF writes it, in UTC (7.9.4). */
export function dateString(instant: string): PdfString {
  return textString(`D:${instant.replace(/\D/g, "").slice(0, 14)}Z`);
}

/** An object as it is written in a file, without a space that is not needed. */
export function printObject(value: PdfObject): Buffer {
  const parts: Buffer[] = [];
  let text = "";
  /** Whether the last token would merge with a word after it. */
  let open = false;
  const put = (piece: string, opens: boolean): void => {
    text += piece;
    open = opens;
  };
  const write = (value: PdfObject): void => {
    if (value === null || typeof value === "boolean") put(`${open ? " " : ""}${value}`, true);
    else if (typeof value === "number") put(`${open ? " " : ""}${printNumber(value)}`, true);
    else if (isRef(value)) put(`${open ? " " : ""}${value.number} ${value.generation} R`, true);
    else if (isName(value)) put(printName(value.name), true);
    else if (isString(value)) put(printString(value), false);
    else if (isArray(value)) {
      put("[", false);
      for (const item of value) write(item);
      put("]", false);
    } else if (isDict(value)) writeDict(value);
    else if (isStream(value)) {
      writeDict(new Map([...value.dict, ["Length", value.bytes.length]]));
      parts.push(
        Buffer.from(`${text}\nstream\n`, "latin1"),
        Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.length),
      );
      text = "\nendstream";
    }
  };
  const writeDict = (entries: PdfDict): void => {
    put("<<", false);
    for (const [key, item] of entries) {
      put(printName(key), true);
      write(item);
    }
    put(">>", false);
  };
  write(value);
  const last = Buffer.from(text, "latin1");
  return parts.length === 0 ? last : Buffer.concat([...parts, last]);
}

/**
 * Digits without an exponent, which PDF does not have (7.3.3): at least three decimals and six significant digits. A
 * copied dictionary may hold small values, such as the matrix of a colour space.
 */
function printNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : String(BigInt(value));
  const decimals = 5 - Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(12, Math.max(3, decimals))).replace(/\.?0+$/, "");
}

function printName(name: string): string {
  if (/^\w*$/.test(name)) return `/${name}`;
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
}

function printString({ bytes }: PdfString): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (!/[\\()\r]/.test(text)) return `(${text})`;
  return `(${text.replace(/[\\()\r]/g, (char) => (char === "\r" ? "\\r" : `\\${char}`))})`;
}
