import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Box } from "./pdfium.ts";

/** Where one UTF-16 unit of the canonical text stands; null for units that are on no page (joining spaces, line feeds). */
export type Place = Readonly<{ page: number; box: Box }> | null;

/** Geometry as it is kept: five columns (page, x0, y0, x1, y1) of one number per UTF-16 unit. */
export type Geometry = Readonly<{ length: number; columns: readonly Int32Array[] }>;

/** Hundredths of a point. */
const scale = 100;
/** The page of a unit that is on none. */
const nowhere = -1;

/**
 * `geometry.bin`: five columns one after the other, each `length` 32-bit integers (little-endian) holding the difference
 * to the value before, deflated (RFC 1951). Neighbours share page and line, so it costs 3 to 4 bytes per character.
 */
export function encodeGeometry(places: readonly Place[]): Uint8Array {
  const all = new Int32Array(places.length * 5);
  for (let column = 0; column < 5; column++) {
    let before = 0;
    for (const [index, place] of places.entries()) {
      const value = columnOf(place, column, before);
      all[column * places.length + index] = value - before;
      before = value;
    }
  }
  return deflateRawSync(new Uint8Array(all.buffer));
}

/** The columns of a `geometry.bin`. Throws when the bytes are not what `encodeGeometry` wrote. */
export function openGeometry(bytes: Uint8Array): Geometry {
  const raw = inflateRawSync(bytes, { maxOutputLength: 4_000_000_000 });
  const all = new Int32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
  const length = all.length / 5;
  const columns = Array.from({ length: 5 }, (_, column) => {
    const values = all.slice(column * length, (column + 1) * length);
    for (let i = 1; i < values.length; i++) values[i] = (values[i] ?? 0) + (values[i - 1] ?? 0);
    return values;
  });
  return { length, columns };
}

/** The places of some ranges (UTF-16 units): for each page one quad per line, in the order of the text. */
export function areasOf(
  geometry: Geometry,
  ranges: readonly { start: number; end: number }[],
): { page: number; quads: number[][] }[] {
  const pages = new Map<number, Box[]>();
  for (const { start, end } of ranges)
    for (let at = start; at < Math.min(end, geometry.length); at++) {
      const place = placeAt(geometry, at);
      if (place === null) continue;
      const lines = pages.get(place.page) ?? [];
      pages.set(place.page, lines);
      const last = lines.at(-1);
      if (last !== undefined && sameLine(last, place.box)) lines[lines.length - 1] = union(last, place.box);
      else lines.push(place.box);
    }
  return [...pages].map(([page, boxes]) => ({ page, quads: boxes.map(quadOf) }));
}

/** Where one unit stands. */
export function placeAt(geometry: Geometry, at: number): Place {
  const [page = nowhere, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = geometry.columns.map((column) => column[at] ?? 0);
  return page === nowhere ? null : { page, box: [x0 / scale, y0 / scale, x1 / scale, y1 / scale] };
}

function columnOf(place: Place, column: number, before: number): number {
  if (place === null) return column === 0 ? nowhere : before;
  return column === 0 ? place.page : Math.round((place.box[column - 1] ?? 0) * scale);
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
