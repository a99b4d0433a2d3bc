import { type EncodingName, findEncoding } from "../../../../shared/model/encodings.ts";
import { decodeAs } from "../decode.ts";
import type { Storage } from "./compound-file.ts";

/** Types of properties ([MS-OXCDATA] 2.11.1). */
const [integer, boolean, bytes8, time, unicode, binary] = [0x0003, 0x000b, 0x001e, 0x0040, 0x001f, 0x0102];
/** Intervals of 100 ns from 1601 to 1970. */
const epoch = 116_444_736_000_000_000n;

/** The properties of a message, an attachment or a recipient ([MS-OXMSG] 2.4), by their identifiers. */
export class Properties {
  readonly #storage: Storage;
  readonly #fixed = new Map<number, Buffer>();
  readonly #charset: EncodingName;

  /** `header` is how many bytes stand before the list of fixed values. `charset` is that of strings of one byte. */
  constructor(storage: Storage, header: number, charset: EncodingName | null = null) {
    this.#storage = storage;
    const list = Buffer.from(storage.streams.get("__properties_version1.0")?.read() ?? []);
    for (let offset = header; offset + 16 <= list.length; offset += 16)
      this.#fixed.set(list.readUInt32LE(offset), list.subarray(offset + 8, offset + 16));
    this.#charset = charset ?? codePage(this.number(0x3ffd)) ?? ofLocale(this.number(0x3ff1)) ?? "windows-1252";
  }

  /** The encoding of strings of one byte a letter. */
  get charset(): EncodingName {
    return this.#charset;
  }

  /** The encoding of HTML. */
  get htmlCharset(): EncodingName {
    return codePage(this.number(0x3fde)) ?? this.#charset;
  }

  /** A text; empty where there is none. */
  text(id: number): string {
    const wide = this.#stream(id, unicode);
    if (wide !== null) return wide.toString("utf16le").replace(/\0+$/, "");
    const narrow = this.#stream(id, bytes8);
    return narrow === null ? "" : decodeAs(narrow, this.#charset).replace(/\0+$/, "");
  }

  bytes(id: number): Uint8Array | null {
    return this.#stream(id, binary);
  }

  /** How many bytes a value has; 0 where there is none. */
  size(id: number): number {
    return this.#storage.streams.get(nameOf(id, binary))?.size ?? 0;
  }

  number(id: number): number | null {
    return this.#fixed.get(id * 0x10000 + integer)?.readInt32LE(0) ?? null;
  }

  isTrue(id: number): boolean {
    return (this.#fixed.get(id * 0x10000 + boolean)?.[0] ?? 0) !== 0;
  }

  /** A time; null where there is none, or none that a calendar has. */
  time(id: number): Date | null {
    const value = this.#fixed.get(id * 0x10000 + time)?.readBigUInt64LE(0) ?? 0n;
    const date = new Date(Number((value - epoch) / 10_000n));
    return value === 0n || Number.isNaN(date.getTime()) ? null : date;
  }

  #stream(id: number, type: number): Buffer | null {
    const found = this.#storage.streams.get(nameOf(id, type));
    return found === undefined ? null : Buffer.from(found.read());
  }
}

function nameOf(id: number, type: number): string {
  return `__substg1.0_${(id * 0x10000 + type).toString(16).toUpperCase().padStart(8, "0")}`;
}

/** The encoding of a Windows code page; null for one that is not known. */
function codePage(number: number | null): EncodingName | null {
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
