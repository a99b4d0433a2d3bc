import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { isTurned, swapped } from "../../../shared/page-view/turned.ts";
import { zlib } from "../files/built-in.ts";
import type { Box } from "../pdfium/module.ts";

/**
 * Where one UTF-16 unit of the canonical text is; null for units that are on no page (joining spaces, line feeds).
 */
export type UnitPlace = Readonly<{ page: number; box: Box }> | null;

/** Geometry opened: parts are unpacked when they are asked for, and the last few kept. */
export type Geometry = Readonly<{ length: number; part: (index: number) => Part }>;

/** Columns of one part: page (-1 for nowhere), then x0, y0, x1, y1 in hundredths of a unit of user space. */
type Part = readonly Int32Array[];

/** Hundredths of a point. */
const scale = 100;
/** The page of a unit that is on none. */
const nowhere = -1;
/** Units in one part: small enough to unpack in a few milliseconds. */
const partUnits = 16_384;
/** Of deflate: the levels above it save a tenth and take three times as long. */
const level = 3;
const magic = "SMG2";
const headerBytes = 12;

/**
 * Writes `geometry.bin` as the text is written, so that no more than one part is in memory uncompressed. Layout, all
 * little-endian: `SMG2`, the number of units, the number of parts (32 bits each), the compressed length of each part,
 * the parts. A part is deflated (RFC 1951) and holds five columns of its units, one after the other, as zigzag varints:
 * page (difference to the unit before), x0 (difference to x1 of the unit before), y0 (difference), width, height
 * (difference). Neighbours share page and line, so a character costs about 2 bytes; 6 is the limit the tests hold.
 */
export class GeometryWriter {
  readonly #parts: Uint8Array[] = [];
  readonly #part = new Columns();
  #length = 0;

  add(place: UnitPlace): void {
    if (place === null) this.addNowhere(1);
    else this.addBox(place.page, ...place.box);
  }

  /** A unit on a page, by the sides of its box; on no page when that is -1. */
  addBox(page: number, x0: number, y0: number, x1: number, y1: number): void {
    this.#part.add(page, x0, y0, x1, y1);
    this.#length++;
    if (this.#part.count === partUnits) this.#close();
  }

  /** So many units that are on no page. */
  addNowhere(units: number): void {
    for (let n = 0; n < units; n++) this.addBox(nowhere, 0, 0, 0, 0);
  }

  get length(): number {
    return this.#length;
  }

  /** The whole of it; nothing can be added afterwards. */
  finish(): Uint8Array {
    if (this.#part.count > 0) this.#close();
    const edges = [headerBytes + this.#parts.length * 4];
    for (const part of this.#parts) edges.push((edges.at(-1) ?? 0) + part.length);
    const bytes = new Uint8Array(edges.at(-1) ?? 0);
    const header = Buffer.from(bytes.buffer);
    header.write(magic, "latin1");
    header.writeUInt32LE(this.#length, 4);
    header.writeUInt32LE(this.#parts.length, 8);
    for (const [index, part] of this.#parts.entries()) {
      header.writeUInt32LE(part.length, headerBytes + index * 4);
      bytes.set(part, edges[index]);
    }
    this.#parts.length = 0;
    return bytes;
  }

  #close(): void {
    this.#parts.push(zlib().deflateRawSync(this.#part.packed(), { level }));
    this.#part.count = 0;
  }
}

/** A part as it is filled: the page of each unit, and the boxes of those that are on one. */
class Columns {
  readonly #pages = new Int32Array(partUnits);
  readonly #boxes = new Float64Array(partUnits * 4);
  count = 0;
  #inked = 0;

  add(page: number, x0: number, y0: number, x1: number, y1: number): void {
    if (this.count === 0) this.#inked = 0;
    this.#pages[this.count++] = page;
    if (page === nowhere) return;
    const index = this.#inked++ * 4;
    this.#boxes[index] = Math.round(x0 * scale);
    this.#boxes[index + 1] = Math.round(y0 * scale);
    this.#boxes[index + 2] = Math.round(x1 * scale);
    this.#boxes[index + 3] = Math.round(y1 * scale);
  }

  packed(): Uint8Array {
    const bytes = new VarintWriter(this.count * 8);
    const boxes = this.#boxes.subarray(0, this.#inked * 4);
    let before = 0;
    for (let n = 0; n < this.count; n++) {
      const own = this.#pages[n] ?? nowhere;
      bytes.add(own - before);
      before = own;
    }
    const side = (base: number, which: number): number => boxes[base + which] ?? 0;
    before = 0;
    for (let index = 0; index < boxes.length; index += 4) {
      bytes.add(side(index, 0) - before);
      before = side(index, 2);
    }
    before = 0;
    for (let index = 0; index < boxes.length; index += 4) {
      bytes.add(side(index, 1) - before);
      before = side(index, 1);
    }
    for (let index = 0; index < boxes.length; index += 4) bytes.add(side(index, 2) - side(index, 0));
    before = 0;
    for (let index = 0; index < boxes.length; index += 4) {
      const height = side(index, 3) - side(index, 1);
      bytes.add(height - before);
      before = height;
    }
    return bytes.finish();
  }
}

/** `geometry.bin` of places that are all there already. */
export function encodeGeometry(places: readonly UnitPlace[]): Uint8Array {
  const writer = new GeometryWriter();
  for (const place of places) writer.add(place);
  return writer.finish();
}

/**
 * Open a `geometry.bin`. Throws `damaged` when the bytes are not what `GeometryWriter` wrote; what is wrong within a
 * part, when it is asked for.
 */
export function openGeometry(bytes: Uint8Array): Geometry {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = all.length < headerBytes ? 0 : all.readUInt32LE(8);
  const starts = headerBytes + count * 4;
  if (all.toString("latin1", 0, 4) !== magic || starts > all.length) throw damaged();
  const length = all.readUInt32LE(4);
  const edges = [starts];
  for (let n = 0; n < count; n++) edges.push((edges[n] ?? 0) + all.readUInt32LE(headerBytes + n * 4));
  if (edges.at(-1) !== all.length || Math.ceil(length / partUnits) !== count) throw damaged();
  const kept = new Map<number, Part>();
  const part = (index: number): Part => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const units = Math.min(partUnits, length - index * partUnits);
    const fresh = unpacked(all.subarray(edges[index], edges[index + 1]), units);
    if (kept.size >= 16) kept.delete(kept.keys().next().value ?? 0);
    kept.set(index, fresh);
    return fresh;
  };
  return { length, part };
}

/**
 * Whether a `geometry.bin` can be read to its end, has a place for each unit of a text, and names none but the text's
 * pages.
 */
export function isGeometryOf(bytes: Uint8Array, { text, pages }: { text: string; pages: readonly unknown[] }): boolean {
  try {
    const geometry = openGeometry(bytes);
    if (geometry.length !== text.length) return false;
    for (let offset = 0; offset < geometry.length; offset++) {
      const page = pageOf(geometry, offset);
      if (page < nowhere || page >= pages.length) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The places of some ranges (UTF-16 units): for each page one quad per line, in the order of the text. */
export function areasOf(
  geometry: Geometry,
  ranges: readonly { start: number; end: number }[],
): { page: number; quads: number[][] }[] {
  const pages = new Map<number, Box[]>();
  for (const { start, end } of ranges)
    for (let offset = start; offset < Math.min(end, geometry.length); offset++) {
      const place = placeAt(geometry, offset);
      if (place === null) continue;
      const boxes = pages.get(place.page) ?? [];
      boxes.push(place.box);
      pages.set(place.page, boxes);
    }
  return [...pages].map(([page, boxes]) => ({ page, quads: linesAround(boxes).map(quadOf) }));
}

/** The boxes of lines, of those of their letters in the order of the text. */
function linesAround(boxes: readonly Box[]): Box[] {
  const turned = isTurned(boxes);
  const lines: Box[] = [];
  for (const own of boxes) {
    const box = turned ? swapped(own) : own;
    const last = lines.at(-1);
    if (last !== undefined && sameLine(last, box)) lines[lines.length - 1] = union(last, box);
    else lines.push(box);
  }
  return turned ? lines.map(swapped) : lines;
}

/** The page on which one unit is; -1 for a unit that is on none. */
export function pageOf(geometry: Geometry, offset: number): number {
  if (offset < 0 || offset >= geometry.length) return nowhere;
  return geometry.part(Math.floor(offset / partUnits))[0]?.[offset % partUnits] ?? nowhere;
}

/** Where one unit is. */
export function placeAt(geometry: Geometry, offset: number): UnitPlace {
  if (offset < 0 || offset >= geometry.length) return null;
  const columns = geometry.part(Math.floor(offset / partUnits));
  const index = offset % partUnits;
  const page = columns[0]?.[index] ?? nowhere;
  if (page === nowhere) return null;
  const value = (column: number): number => (columns[column]?.[index] ?? 0) / scale;
  return { page, box: [value(1), value(2), value(3), value(4)] };
}

function unpacked(bytes: Uint8Array, units: number): Part {
  const read = varints(inflated(bytes));
  const columns = Array.from({ length: 5 }, () => new Int32Array(units));
  const [pages, x0s, y0s, x1s, y1s] = columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  let before = 0;
  const inked: number[] = [];
  for (let n = 0; n < units; n++) {
    before += read();
    pages[n] = before;
    if (before !== nowhere) inked.push(n);
  }
  const gaps = inked.map(() => read());
  before = 0;
  for (const n of inked) {
    before += read();
    y0s[n] = before;
  }
  let end = 0;
  for (const [index, n] of inked.entries()) {
    x0s[n] = end + (gaps[index] ?? 0);
    end = (x0s[n] ?? 0) + read();
    x1s[n] = end;
  }
  before = 0;
  for (const n of inked) {
    before += read();
    y1s[n] = (y0s[n] ?? 0) + before;
  }
  return columns;
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return zlib().inflateRawSync(bytes, { maxOutputLength: partUnits * 50 });
  } catch {
    throw damaged();
  }
}

class VarintWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size + 64);
  }

  add(value: number): void {
    // One byte is enough for most: neighbours differ by little.
    if (value > -64 && value < 64 && this.#length < this.#bytes.length) {
      this.#bytes[this.#length++] = value < 0 ? -value * 2 - 1 : value * 2;
      return;
    }
    if (this.#length + 10 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value < 0 ? -value * 2 - 1 : value * 2;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

function varints(bytes: Uint8Array): () => number {
  let index = 0;
  return () => {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = bytes[index++];
      if (byte === undefined) throw damaged();
      value += (byte & 127) * weight;
      if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    }
  };
}

function damaged(): WorkbenchError {
  return new WorkbenchError("damaged", message("paper.placesDamaged"));
}

function sameLine(line: Box, box: Box): boolean {
  const overlap = Math.min(line[3], box[3]) - Math.max(line[1], box[1]);
  const height = Math.min(line[3] - line[1], box[3] - box[1]);
  const gap = Math.max(box[0] - line[2], line[0] - box[2]);
  return overlap > height * 0.5 && gap < (line[3] - line[1]) * 3;
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function quadOf([x0, y0, x1, y1]: Box): number[] {
  return [x0, y1, x1, y1, x0, y0, x1, y0];
}
