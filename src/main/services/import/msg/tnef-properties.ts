import type { EncodingName } from "../../../../shared/model/encodings.ts";
import { Properties, propertyTypes } from "./properties.ts";

/** Bytes of a value of each type of fixed length as it is stored, padded to four ([MS-OXTNEF] 2.1.3.4). */
const fixedSizes: ReadonlyMap<number, number> = new Map([
  [0x0002, 4],
  [propertyTypes.integer, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [propertyTypes.boolean, 4],
  [0x0014, 8],
  [propertyTypes.time, 8],
  [0x0048, 16],
]);
const variable: readonly number[] = [
  propertyTypes.object,
  propertyTypes.bytes8,
  propertyTypes.unicode,
  propertyTypes.binary,
];
/** The bit of a type with several values. */
const several = 0x1000;
/** Identifiers from here on have a name of their own before their value. */
const firstNamed = 0x8000;

/** Properties of a TNEF stream, and old attributes that stand for some of them. The first of each is the one. */
export class TnefProperties extends Properties {
  readonly #values = new Map<number, Buffer>();

  constructor(charset: EncodingName | null = null) {
    super(charset);
  }

  /** Use a value where there is none of this identifier and type. */
  add(id: number, type: number, value: Buffer): void {
    const tag = id * 0x10000 + type;
    if (!this.#values.has(tag)) this.#values.set(tag, value);
  }

  /** What an object is written as; null where there is none. */
  object(id: number): Buffer | null {
    return this.valueOf(id, propertyTypes.object);
  }

  override size(id: number): number {
    return (this.valueOf(id, propertyTypes.binary) ?? this.object(id))?.length ?? 0;
  }

  protected override valueOf(id: number, type: number): Buffer | null {
    return this.#values.get(id * 0x10000 + type) ?? null;
  }

  protected override fixed(id: number, type: number): Buffer | null {
    const value = this.#values.get(id * 0x10000 + type) ?? null;
    return value !== null && value.length >= (fixedSizes.get(type) ?? 0) ? value : null;
  }
}

/**
 * Add the properties of a list ([MS-OXTNEF] 2.1.3.4) that begins at `offset`; of a property with several values, the
 * first. Returns where the list ends, or null where it breaks off: what is before is added.
 */
export function addProperties(to: TnefProperties, bytes: Buffer, offset: number): number | null {
  const list = new Reader(bytes, offset);
  const count = list.number();
  for (let n = 0; n < (count ?? 0); n++) {
    const tag = list.number();
    if (tag === null) return null;
    const [id, type] = [tag >>> 16, tag & 0xffff & ~several];
    if (id >= firstNamed && !list.skipName()) return null;
    const isSeveral = (tag & several) !== 0 || variable.includes(type);
    const values = isSeveral ? list.number() : 1;
    if (values === null) return null;
    for (let value = 0; value < values; value++) {
      const size = fixedSizes.get(type) ?? (variable.includes(type) ? list.number() : null);
      const found = size === null ? null : list.take(size);
      if (found === null) return null;
      if (value === 0) to.add(id, type, found);
    }
  }
  return count === null ? null : list.offset;
}

/** Reads numbers and bytes one after the other, each padded to four bytes. */
class Reader {
  offset: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, offset: number) {
    this.#bytes = bytes;
    this.offset = offset;
  }

  number(): number | null {
    return this.take(4)?.readUInt32LE(0) ?? null;
  }

  take(size: number): Buffer | null {
    const start = this.offset;
    if (start + size > this.#bytes.length) return null;
    this.offset = Math.min(this.#bytes.length, start + Math.ceil(size / 4) * 4);
    return this.#bytes.subarray(start, start + size);
  }

  /** The set and the number or name of a property that has a name. */
  skipName(): boolean {
    if (this.take(16) === null) return false;
    const kind = this.number();
    const size = kind === 0 ? 4 : this.number();
    return kind !== null && size !== null && this.take(size) !== null;
  }
}
