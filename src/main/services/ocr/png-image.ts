import { deflateSync, inflateSync } from "node:zlib";
import type { PageImage } from "./image-pdf.ts";

/** Samples of a pixel by colour type (ISO/IEC 15948, 11.2.2), of the types that PDF can show as they are. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };

/**
 * A PNG file as the image of a page, its packed data as they are: PDF's Flate filter has PNG's predictors (ISO 32000-1,
 * 7.4.4.4). One with an alpha channel of eight bits is unpacked and laid on white. Null for other transparency, where
 * it is interlaced, or damaged.
 */
export function pngImage(bytes: Uint8Array): PageImage | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = chunksOf(file);
  const head = chunks.find(({ type }) => type === "IHDR")?.data;
  if (head === undefined || head.length < 13 || chunks.some(({ type }) => type === "tRNS")) return null;
  const [width, height] = [head.readUint32BE(0), head.readUint32BE(4)];
  const [bits = 0, colours = 0, , , interlaced] = head.subarray(8);
  if (width === 0 || height === 0 || width * height > maxPixels || interlaced !== 0) return null;
  const dpi = densityOf(chunks.find(({ type }) => type === "pHYs")?.data);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const alpha = alphaSamples[colours];
  if (alpha !== undefined && bits === 8) {
    const opaque = laidOnWhite(packed, width, height, alpha);
    const entries = `/ColorSpace/${alpha === 2 ? "DeviceGray" : "DeviceRGB"}/BitsPerComponent 8/Filter/FlateDecode`;
    return opaque === null ? null : { width, height, dpi, rotate: 0, entries, data: deflateSync(opaque, { level: 6 }) };
  }
  const count = samples[colours];
  if (count === undefined) return null;
  const palette = chunks.find(({ type }) => type === "PLTE")?.data;
  if (colours === 3 && palette === undefined) return null;
  const space =
    colours === 3 && palette !== undefined
      ? `[/Indexed/DeviceRGB ${Math.floor(palette.length / 3) - 1}<${palette.toString("hex")}>]`
      : count === 3
        ? "/DeviceRGB"
        : "/DeviceGray";
  const parameters = `/DecodeParms<</Predictor 15/Colors ${count}/BitsPerComponent ${bits}/Columns ${width}>>`;
  return {
    width,
    height,
    dpi,
    rotate: 0,
    entries: `/ColorSpace${space}/BitsPerComponent ${bits}/Filter/FlateDecode${parameters}`,
    data: packed,
  };
}

/** More than this are not unpacked here; `picture.ts` refuses them. */
const maxPixels = 250_000_000;
/** Samples of a pixel with those of its alpha channel, by colour type. */
const alphaSamples: Readonly<Record<number, 2 | 4>> = { 4: 2, 6: 4 };

/** Packed rows of eight-bit samples, the last of each pixel its opacity, without it; null where they are damaged. */
function laidOnWhite(packed: Uint8Array, width: number, height: number, count: 2 | 4): Uint8Array | null {
  const stride = width * count;
  const rows = unpacked(packed, (stride + 1) * height);
  if (rows === null) return null;
  const result = new Uint8Array(width * height * (count - 1));
  let [before, own] = [new Uint8Array(stride), new Uint8Array(stride)];
  for (let y = 0, to = 0; y < height; y++) {
    const start = y * (stride + 1);
    unfilter(rows[start] ?? 0, rows.subarray(start + 1, start + 1 + stride), { before, own, count });
    for (let x = 0; x < stride; x += count) {
      const opacity = (own[x + count - 1] ?? 0) / 255;
      for (let n = 0; n < count - 1; n++) result[to++] = 255 - (255 - (own[x + n] ?? 0)) * opacity;
    }
    [before, own] = [own, before];
  }
  return result;
}

function unpacked(packed: Uint8Array, length: number): Uint8Array | null {
  try {
    const rows = inflateSync(packed, { maxOutputLength: length });
    return rows.length === length ? rows : null;
  } catch {
    return null;
  }
}

type Row = Readonly<{ before: Uint8Array; own: Uint8Array; count: number }>;

/** One row as it was before filtering (ISO/IEC 15948, 9.2), written into `own`. */
function unfilter(kind: number, row: Uint8Array, { before, own, count }: Row): void {
  for (let x = 0; x < row.length; x++) {
    const [left, up, corner] = [
      x < count ? 0 : (own[x - count] ?? 0),
      before[x] ?? 0,
      x < count ? 0 : (before[x - count] ?? 0),
    ];
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
    own[x] = (row[x] ?? 0) + predicted;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let offset = 8; offset + 12 <= file.length; ) {
    const length = file.readUint32BE(offset);
    const type = file.toString("latin1", offset + 4, offset + 8);
    if (offset + 12 + length > file.length || type === "IEND") break;
    chunks.push({ type, data: file.subarray(offset + 8, offset + 8 + length) });
    offset += 12 + length;
  }
  return chunks;
}

/** Pixels an inch of a pHYs chunk, which counts in metres; 0 where it does not say. */
function densityOf(data: Buffer | undefined): number {
  return data === undefined || data.length < 9 || data[8] !== 1 ? 0 : data.readUint32BE(0) * 0.0254;
}
