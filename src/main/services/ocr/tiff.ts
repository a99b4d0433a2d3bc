/** A page of a TIFF file, as a file whose first page it is. */
export type TiffPage = Readonly<{
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Pixels an inch; 0 where the file does not say. */
  dpi: number;
}>;

/** More directories than this are a loop or an attack. */
const maxDirectories = 10_000;

/**
 * The pages of a TIFF file (TIFF 6.0, section 2), smaller pictures of them left out. Readers read the first directory
 * of a file, so each page is the file with another directory first. None for a damaged file, and for BigTIFF.
 */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = file.toString("latin1", 0, 2) === "II";
  const read = (index: number, size: 2 | 4): number => {
    if (index + size > file.length) return 0;
    if (size === 2) return isLittle ? file.readUint16LE(index) : file.readUint16BE(index);
    return isLittle ? file.readUint32LE(index) : file.readUint32BE(index);
  };
  if (read(2, 2) !== 42) return [];
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  for (let start = read(4, 4); start !== 0 && !seen.has(start) && seen.size < maxDirectories; ) {
    seen.add(start);
    const count = read(start, 2);
    const tags = new Map<number, number>();
    for (let n = 0; n < count; n++) {
      const offset = start + 2 + n * 12;
      const [tag, type] = [read(offset, 2), read(offset + 2, 2)];
      const place = read(offset + 8, 4);
      // A short is in the first two bytes of its field; a ratio is elsewhere (section 2, types).
      if (type === 3) tags.set(tag, read(offset + 8, 2));
      else if (type === 5) tags.set(tag, read(place, 4) / Math.max(1, read(place + 4, 4)));
      else tags.set(tag, place);
    }
    const [width = 0, height = 0] = [tags.get(256), tags.get(257)];
    const isSmaller = ((tags.get(254) ?? 0) & 1) === 1;
    if (width > 0 && height > 0 && !isSmaller) {
      const copy = Buffer.from(file);
      if (isLittle) copy.writeUint32LE(start, 4);
      else copy.writeUint32BE(start, 4);
      pages.push({ bytes: copy, width, height, dpi: densityOf(tags) });
    }
    start = read(start + 2 + count * 12, 4);
  }
  return pages;
}

/** Pixels an inch: tag 282, in inches or centimetres by tag 296. */
function densityOf(tags: ReadonlyMap<number, number>): number {
  const density = tags.get(282) ?? 0;
  return (tags.get(296) ?? 2) === 3 ? density * 2.54 : density;
}
