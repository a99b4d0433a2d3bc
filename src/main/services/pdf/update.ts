import { deflateSync } from "node:zlib";
import { digest } from "../files/digest.ts";
import {
  dict,
  isArray,
  isStream,
  mapped,
  nameValue,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfStream,
  printObject,
  refTo,
} from "./objects.ts";
import { PdfPages } from "./pages.ts";
import type { PdfSource } from "./source.ts";

type Made = Readonly<{ generation: number; value: PdfObject }>;
type Line = Readonly<
  { number: number; offset: number; generation: number } | { number: number; inside: number; index: number }
>;

/** The most objects in one compressed stream; more would make reading one of them slow. */
const maxPacked = 200;

/**
 * An incremental update (ISO 32000-1, section 7.5.6): new and replaced objects, written after the source's own bytes.
 */
export class PdfUpdate {
  readonly source: PdfSource;
  readonly pages: PdfPages;
  readonly #objects = new Map<number, Made>();
  readonly #first: number;
  #next: number;

  constructor(source: PdfSource) {
    this.source = source;
    this.pages = new PdfPages(source);
    this.#first = source.size;
    this.#next = source.size;
  }

  /** A number for an object that is made later. */
  reserve(): PdfRef {
    return refTo(this.#next++);
  }

  add(value: PdfObject): PdfRef {
    const ref = this.reserve();
    this.set(ref, value);
    return ref;
  }

  set(ref: PdfRef, value: PdfObject): void {
    this.#objects.set(ref.number, { generation: ref.generation, value });
  }

  /** An object as this update has it, else as the source has it. */
  get(ref: PdfRef): PdfObject {
    return this.#objects.get(ref.number)?.value ?? this.source.object(ref.number);
  }

  /** The source followed by the update; the source answers a table with a table and a stream with a stream. */
  finish(): Uint8Array {
    const { bytes, usesStream, before } = this.source;
    const parts: Uint8Array[] = [bytes];
    let offset = bytes.length - before;
    const put = (part: Uint8Array | string): void => {
      const buffer = typeof part === "string" ? Buffer.from(part, "latin1") : part;
      parts.push(buffer);
      offset += buffer.length;
    };
    if (bytes.at(-1) !== 10 && bytes.at(-1) !== 13) put("\n");
    const lines: Line[] = [];
    const putObject = (number: number, { generation, value }: Made, sealed = true): void => {
      lines.push({ number, offset: offset, generation });
      put(`${number} ${generation} obj\n`);
      put(printObject(sealed ? this.#sealed(value, number, generation) : value));
      put("\nendobj\n");
    };
    const packed = usesStream
      ? [...this.#objects].filter(([number, made]) => number >= this.#first && !isStream(made.value))
      : [];
    const loose = new Set(packed.map(([number]) => number));
    for (const [number, made] of this.#objects) if (!loose.has(number)) putObject(number, made);
    for (let i = 0; i < packed.length; i += maxPacked) {
      const some = packed.slice(i, i + maxPacked);
      const inside = this.#next++;
      putObject(inside, { generation: 0, value: objectStream(some) });
      lines.push(...some.map(([number], index) => ({ number, inside, index })));
    }
    const start = offset;
    if (usesStream) {
      const self = this.#next++;
      const all = [...lines, { number: self, offset: offset, generation: 0 }];
      putObject(self, { generation: 0, value: crossStream(all, this.#trailer()) }, false);
    } else {
      put(table(lines));
      put("trailer\n");
      put(printObject(this.#trailer()));
      put("\n");
    }
    put(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(parts);
  }

  /** An object as the source's own encryption has it. */
  #sealed(value: PdfObject, number: number, generation: number): PdfObject {
    const { cipher } = this.source;
    return cipher === null ? value : mapped(value, (bytes, kind) => cipher.encrypt(bytes, kind, number, generation));
  }

  #trailer(): PdfDict {
    const kept = [...this.source.trailer].filter(([key]) => ["Root", "Info", "Encrypt"].includes(key));
    return new Map<string, PdfObject>([
      ...kept,
      ...this.#identifier(),
      ["Size", this.#next],
      ["Prev", this.source.startxref],
    ]);
  }

  /** The first part stays: the keys of an encrypted file are made from it, even from its absence. */
  #identifier(): [string, PdfObject][] {
    const present = this.source.resolve(this.source.trailer.get("ID"));
    if (!isArray(present) && this.source.cipher !== null) return [];
    const fresh: PdfObject = {
      kind: "string",
      bytes: Buffer.from(digest(`${Date.now()}${this.#next}`).slice(0, 32), "hex"),
    };
    return [["ID", [isArray(present) ? (present[0] ?? fresh) : fresh, fresh]]];
  }
}

/** Section 7.5.7. Strings in it are not enciphered one by one, the stream is. */
function objectStream(objects: readonly (readonly [number, Made])[]): PdfStream {
  const printed = objects.map(([, { value }]) => printObject(value));
  let position = 0;
  const heads = objects.map(([number], index) => {
    const head = `${number} ${position}`;
    position += (printed[index]?.length ?? 0) + 1;
    return head;
  });
  const head = Buffer.from(`${heads.join(" ")}\n`, "latin1");
  const body = printed.flatMap((bytes) => [bytes, Buffer.from("\n")]);
  const entries = {
    Type: nameValue("ObjStm"),
    N: objects.length,
    First: head.length,
    Filter: nameValue("FlateDecode"),
  };
  return { kind: "stream", dict: dict(entries), bytes: deflateSync(Buffer.concat([head, ...body])) };
}

function crossStream(lines: readonly Line[], trailer: PdfDict): PdfStream {
  const sections = sectionsOf(lines);
  const data = Buffer.concat(
    sections.flat().map((section) => {
      const line = Buffer.alloc(8);
      const inside = "inside" in section;
      line.writeUInt8(inside ? 2 : 1, 0);
      line.writeUIntBE(inside ? section.inside : section.offset, 1, 5);
      line.writeUInt16BE(inside ? section.index : section.generation, 6);
      return line;
    }),
  );
  const index = sections.flatMap((section) => [section[0]?.number ?? 0, section.length]);
  const entries = dict({ Type: nameValue("XRef"), W: [1, 5, 2], Index: index, Filter: nameValue("FlateDecode") });
  return { kind: "stream", dict: new Map([...entries, ...trailer]), bytes: deflateSync(data) };
}

function table(lines: readonly Line[]): string {
  const sections = sectionsOf(lines).map((section) => {
    const rows = section.map((line) => {
      const [offset, generation] = "offset" in line ? [line.offset, line.generation] : [0, 0];
      return `${String(offset).padStart(10, "0")} ${String(generation).padStart(5, "0")} n \n`;
    });
    return `${section[0]?.number ?? 0} ${section.length}\n${rows.join("")}`;
  });
  return `xref\n${sections.join("")}`;
}

function sectionsOf(lines: readonly Line[]): Line[][] {
  const sections: Line[][] = [];
  for (const line of [...lines].sort((a, b) => a.number - b.number)) {
    const last = sections.at(-1)?.at(-1);
    if (last !== undefined && last.number + 1 === line.number) sections.at(-1)?.push(line);
    else sections.push([line]);
  }
  return sections;
}
