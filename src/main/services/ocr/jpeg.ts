import type { PageImage } from "./image-pdf.ts";

type Rotation = PageImage["rotate"];

/** EXIF's orientations (EXIF 2.32, tag 274) as turns; mirrored ones, which no camera makes, as what is nearest. */
const turns: readonly Rotation[] = [0, 0, 0, 180, 180, 90, 90, 270, 270];

/** A JPEG file as the image of a page, its data as they are; null for one that has no frame PDF can show. */
export function jpegImage(bytes: Uint8Array): PageImage | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [dpi, rotate, isAdobe] = [0, 0 as Rotation, false];
  for (let offset = 2; offset + 9 < file.length; ) {
    if (file[offset] !== 0xff) return null;
    const marker = file[offset + 1] ?? 0;
    if (marker === 0xff) {
      offset++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      offset += 2;
      continue;
    }
    const length = file.readUint16BE(offset + 2);
    const segment = file.subarray(offset + 4, offset + 2 + length);
    if (isFrame(marker)) {
      const image = frameOf(segment, isAdobe);
      return image === null ? null : { ...image, dpi, rotate, data: bytes };
    }
    if (marker === 0xda || length < 2) return null;
    const head = segment.subarray(0, 6).toString("latin1");
    if (marker === 0xe0 && head.startsWith("JFIF\0") && segment.length >= 12) dpi = densityOf(segment);
    if (marker === 0xe1 && head === "Exif\0\0") rotate = turns[orientationOf(segment.subarray(6))] ?? 0;
    if (marker === 0xee && head.startsWith("Adobe")) isAdobe = true;
    offset += 2 + length;
  }
  return null;
}

/** Frames that PDF's DCTDecode reads: baseline, extended and progressive (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2;
}

function frameOf(frame: Buffer, isAdobe: boolean): Pick<PageImage, "width" | "height" | "entries"> | null {
  if (frame.length < 6) return null;
  const [bits, height, width, parts] = [frame[0], frame.readUint16BE(1), frame.readUint16BE(3), frame[5]];
  const space = parts === 1 ? "DeviceGray" : parts === 3 ? "DeviceRGB" : parts === 4 ? "DeviceCMYK" : null;
  if (bits !== 8 || width === 0 || height === 0 || space === null) return null;
  // Adobe's programs write CMYK with 255 for no ink.
  const decode = parts === 4 && isAdobe ? "/Decode[1 0 1 0 1 0 1 0]" : "";
  return { width, height, entries: `/ColorSpace/${space}/BitsPerComponent 8/Filter/DCTDecode${decode}` };
}

/** Pixels an inch of a JFIF segment; 0 where it only gives the shape of a pixel. */
function densityOf(segment: Buffer): number {
  const density = segment.readUint16BE(8);
  return segment[7] === 1 ? density : segment[7] === 2 ? density * 2.54 : 0;
}

/** The orientation of EXIF data, 1 where none is given: a TIFF structure whose first directory has tag 274. */
function orientationOf(data: Buffer): number {
  if (data.length < 10) return 1;
  const isLittle = data.toString("latin1", 0, 2) === "II";
  const short = (index: number): number =>
    index + 2 > data.length ? 0 : isLittle ? data.readUint16LE(index) : data.readUint16BE(index);
  const start = isLittle ? data.readUint32LE(4) : data.readUint32BE(4);
  for (let n = 0; n < Math.min(200, short(start)); n++) {
    const offset = start + 2 + n * 12;
    if (short(offset) === 274) return short(offset + 8);
  }
  return 1;
}
