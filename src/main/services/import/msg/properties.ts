import { type EncodingName, findEncoding } from "../../../../shared/model/encodings.ts";
import { decodeAs } from "../decode.ts";

/** Types of properties ([MS-OXCDATA] 2.11.1). */
export const propertyTypes = {
  integer: 0x0003,
  boolean: 0x000b,
  object: 0x000d,
  bytes8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  binary: 0x0102,
} as const;
const { integer, boolean, bytes8, unicode, time } = propertyTypes;
/** Intervals of 100 ns from 1601 to 1970. */
const epoch = 116_444_736_000_000_000n;

/**
 * The properties of a message, an attachment or a recipient, by their identifiers ([MS-OXPROPS]), whatever file they
 * are in.
 */
export abstract class Properties {
  #charset: EncodingName | null;

  /** `charset` is the encoding of strings of one byte a letter, where it is that of what these belong to. */
  constructor(charset: EncodingName | null = null) {
    this.#charset = charset;
  }

  /** The bytes of a value of any length; null where there is none. */
  protected abstract valueOf(id: number, type: number): Buffer | null;
  /** The bytes of a value of fixed length, at least as many as its type has; null where there is none. */
  protected abstract fixed(id: number, type: number): Buffer | null;
  /** How many bytes a binary value has; 0 where there is none. Nothing is put together for it. */
  abstract size(id: number): number;

  /** The encoding of strings of one byte a letter. */
  get charset(): EncodingName {
    this.#charset ??= codePage(this.number(0x3ffd)) ?? ofLocale(this.number(0x3ff1)) ?? "windows-1252";
    return this.#charset;
  }

  /** The encoding of HTML. */
  get htmlCharset(): EncodingName {
    return codePage(this.number(0x3fde)) ?? this.charset;
  }

  /** A text; empty where there is none. */
  text(id: number): string {
    const wide = this.valueOf(id, unicode);
    if (wide !== null) return wide.toString("utf16le").replace(/\0+$/, "");
    const narrow = this.valueOf(id, bytes8);
    return narrow === null ? "" : decodeAs(narrow, this.charset).replace(/\0+$/, "");
  }

  bytes(id: number): Uint8Array | null {
    return this.valueOf(id, propertyTypes.binary);
  }

  number(id: number): number | null {
    return this.fixed(id, integer)?.readInt32LE(0) ?? null;
  }

  isTrue(id: number): boolean {
    return (this.fixed(id, boolean)?.[0] ?? 0) !== 0;
  }

  /** A time; null where there is none, or none that a calendar has. */
  time(id: number): Date | null {
    const value = this.fixed(id, time)?.readBigUInt64LE(0) ?? 0n;
    const date = new Date(Number((value - epoch) / 10_000n));
    return value === 0n || Number.isNaN(date.getTime()) ? null : date;
  }
}

/** A time as a value of a property. */
export function fileTime(date: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(date.getTime()) * 10_000n + epoch);
  return bytes;
}

/** The encoding of a Windows code page; null for one that is not known. */
export function codePage(number: number | null): EncodingName | null {
  if (number === null) return null;
  const iso = number >= 28591 && number <= 28606 ? `iso-8859-${number - 28590}` : null;
  return findEncoding(named.get(number) ?? iso ?? `cp${number}`);
}

/** Code pages whose encoding has a name without their number. */
const named: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [20127, "windows-1252"],
  [20866, "koi8-r"],
  [50220, "iso-2022-jp"],
  [65001, "utf-8"],
]);

/** The Windows encoding of a language ([MS-LCID]): the lower ten bits of a locale are its language. */
function ofLocale(locale: number | null): EncodingName | null {
  if (locale === null) return null;
  const isTraditional = locale === 0x0404 || locale === 0x0c04 || locale === 0x1404;
  const page = ansiPages.find(([, languages]) => languages.includes(locale & 0x3ff))?.[0];
  return codePage(page === 936 && isTraditional ? 950 : (page ?? null));
}

const ansiPages: readonly (readonly [page: number, languages: readonly number[]])[] = [
  [874, [0x1e]],
  [932, [0x11]],
  [936, [0x04]],
  [949, [0x12]],
  [1250, [0x05, 0x0e, 0x15, 0x18, 0x1a, 0x1b, 0x24]],
  [1251, [0x02, 0x19, 0x22, 0x23]],
  [1253, [0x08]],
  [1254, [0x1f]],
  [1255, [0x0d]],
  [1256, [0x01, 0x20, 0x29]],
  [1257, [0x25, 0x26, 0x27]],
  [1258, [0x2a]],
];
