import { deflateSync } from "node:zlib";
import { digest } from "../../snapshot.ts";
import { dict, isArray, nameOf, type PdfDict, type PdfObject, type PdfRef, print, refTo } from "./objects.ts";
import type { PdfSource } from "./source.ts";

/** An incremental update (ISO 32000-1, section 7.5.6): new and replaced objects, written behind the source's own bytes. */
export class PdfUpdate {
  readonly source: PdfSource;
  readonly #objects = new Map<number, { generation: number; value: PdfObject }>();
  #next: number;

  constructor(source: PdfSource) {
    this.source = source;
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
    const { bytes } = this.source;
    const parts: Uint8Array[] = [bytes];
    let at = bytes.length;
    const put = (part: Uint8Array | string): void => {
      const buffer = typeof part === "string" ? Buffer.from(part, "latin1") : part;
      parts.push(buffer);
      at += buffer.length;
    };
    if (bytes.at(-1) !== 10 && bytes.at(-1) !== 13) put("\n");
    const offsets = new Map<number, { offset: number; generation: number }>();
    for (const [number, { generation, value }] of this.#objects) {
      offsets.set(number, { offset: at, generation });
      put(`${number} ${generation} obj\n`);
      put(print(value));
      put("\nendobj\n");
    }
    const start = at;
    if (this.source.usesStream) {
      const self = this.#next++;
      offsets.set(self, { offset: at, generation: 0 });
      put(`${self} 0 obj\n`);
      put(print(this.#crossStream(offsets)));
      put("\nendobj\n");
    } else {
      put(table(offsets));
      put("trailer\n");
      put(print(this.#trailer()));
      put("\n");
    }
    put(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(parts);
  }

  #trailer(): PdfDict {
    const kept = [...this.source.trailer].filter(([key]) => ["Root", "Info"].includes(key));
    const first = this.source.resolve(this.source.trailer.get("ID"));
    const fresh: PdfObject = {
      kind: "string",
      bytes: Buffer.from(digest(`${Date.now()}${this.#next}`).slice(0, 32), "hex"),
    };
    const id: PdfObject = [isArray(first) ? (first[0] ?? fresh) : fresh, fresh];
    return new Map<string, PdfObject>([...kept, ["ID", id], ["Size", this.#next], ["Prev", this.source.startxref]]);
  }

  #crossStream(offsets: ReadonlyMap<number, { offset: number; generation: number }>): PdfObject {
    const sections = sectionsOf(offsets);
    const data = Buffer.concat(
      sections.flat().map(({ offset, generation }) => {
        const line = Buffer.alloc(8);
        line.writeUInt8(1, 0);
        line.writeUIntBE(offset, 1, 5);
        line.writeUInt16BE(generation, 6);
        return line;
      }),
    );
    const index = sections.flatMap((section) => [section[0]?.number ?? 0, section.length]);
    const entries = dict({ Type: nameOf("XRef"), W: [1, 5, 2], Index: index, Filter: nameOf("FlateDecode") });
    return { kind: "stream", dict: new Map([...entries, ...this.#trailer()]), bytes: deflateSync(data) };
  }
}

type Line = Readonly<{ number: number; offset: number; generation: number }>;

function table(offsets: ReadonlyMap<number, { offset: number; generation: number }>): string {
  const sections = sectionsOf(offsets).map((section) => {
    const lines = section.map(
      ({ offset, generation }) => `${String(offset).padStart(10, "0")} ${String(generation).padStart(5, "0")} n \n`,
    );
    return `${section[0]?.number ?? 0} ${section.length}\n${lines.join("")}`;
  });
  return `xref\n${sections.join("")}`;
}

function sectionsOf(offsets: ReadonlyMap<number, { offset: number; generation: number }>): Line[][] {
  const sections: Line[][] = [];
  for (const [number, place] of [...offsets].sort(([a], [b]) => a - b)) {
    const last = sections.at(-1)?.at(-1);
    if (last !== undefined && last.number + 1 === number) sections.at(-1)?.push({ number, ...place });
    else sections.push([{ number, ...place }]);
  }
  return sections;
}
