import type { EncodingName } from "../../../../shared/model/encodings.ts";
import type { Storage } from "./compound-file.ts";
import { Properties, propertyTypes } from "./properties.ts";

/** The properties in a storage of a message of Outlook ([MS-OXMSG] 2.4): fixed values in a list, others in streams. */
export class StorageProperties extends Properties {
  readonly #storage: Storage;
  readonly #fixed = new Map<number, Buffer>();

  /** `header` is how many bytes stand before the list of fixed values. */
  constructor(storage: Storage, header: number, charset: EncodingName | null = null) {
    super(charset);
    this.#storage = storage;
    const list = Buffer.from(storage.streams.get("__properties_version1.0")?.read() ?? []);
    for (let offset = header; offset + 16 <= list.length; offset += 16)
      this.#fixed.set(list.readUInt32LE(offset), list.subarray(offset + 8, offset + 16));
  }

  override size(id: number): number {
    return this.#storage.streams.get(nameOf(id, propertyTypes.binary))?.size ?? 0;
  }

  protected override valueOf(id: number, type: number): Buffer | null {
    const found = this.#storage.streams.get(nameOf(id, type));
    return found === undefined ? null : Buffer.from(found.read());
  }

  protected override fixed(id: number, type: number): Buffer | null {
    return this.#fixed.get(id * 0x10000 + type) ?? null;
  }
}

function nameOf(id: number, type: number): string {
  return `__substg1.0_${(id * 0x10000 + type).toString(16).toUpperCase().padStart(8, "0")}`;
}
