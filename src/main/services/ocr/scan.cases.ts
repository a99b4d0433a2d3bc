import { deflateSync } from "node:zlib";
import { drawGreyPage } from "../page-images/grey-page.ts";
import { openDocument } from "../pdfium/document.ts";
import { type Grey, type QuarterTurn, rotateGrey, turnGrey } from "./grey.ts";
import { imagePdf } from "./image-pdf.ts";

/** What a page goes through between print and file. */
export type Wear = Readonly<{
  /** Degrees clockwise. */
  skew?: number;
  turn?: QuarterTurn;
  /** Standard deviation of each pixel, in shades of 255. */
  noise?: number;
  /** Radius of a box blur, in pixels. */
  blur?: number;
  /** The shade of the paper; 255 is white. */
  paper?: number;
}>;

/** A page of a PDF as pixels; `dpi` pixels an inch. */
export async function drawnPage(pdf: Uint8Array, page: number, dpi: number): Promise<Grey> {
  const { pdfium, document, close } = await openDocument(pdf, null);
  try {
    const { width, height, pixels } = drawGreyPage(pdfium, document, page, dpi);
    return { width, height, pixels };
  } finally {
    close();
  }
}

/** The page after all that a copier and a scanner do to it, the same each time. */
export function worn(picture: Grey, { skew = 0, turn = 0, noise = 0, blur = 0, paper = 255 }: Wear): Grey {
  const lying = turnGrey(rotateGrey(blurred(picture, blur), skew), turn);
  const pixels = new Uint8Array(lying.pixels.length);
  const random = randomFrom(7);
  for (let index = 0; index < pixels.length; index++) {
    // The sum of four even ones is near enough to a normal distribution.
    const spread = noise === 0 ? 0 : (random() + random() + random() + random() - 2) * 1.73 * noise;
    const shade = ((lying.pixels[index] ?? 0) * (paper - 30)) / 255 + 30 * (paper < 255 ? 1 : 0) + spread;
    pixels[index] = Math.max(0, Math.min(255, paper === 255 ? (lying.pixels[index] ?? 0) + spread : shade));
  }
  return { ...lying, pixels };
}

function blurred(picture: Grey, radius: number): Grey {
  if (radius === 0) return picture;
  const { width, height } = picture;
  let { pixels } = picture;
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const next = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let n = -radius; n <= radius; n++) {
          const [atX, atY] = [
            Math.min(width - 1, Math.max(0, x + n * dx)),
            Math.min(height - 1, Math.max(0, y + n * dy)),
          ];
          sum += pixels[atY * width + atX] ?? 0;
        }
        next[y * width + x] = sum / (2 * radius + 1);
      }
    pixels = next;
  }
  return { width, height, pixels };
}

/** Even numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A scan: a PDF whose pages are only pictures. `rotate` is what viewers turn each page by. */
export function scannedPdf(pages: readonly Grey[], dpi: number, rotate: QuarterTurn = 0): Uint8Array {
  const entries = "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode";
  return imagePdf(
    pages.map(({ width, height, pixels }) => ({
      width,
      height,
      dpi,
      rotate,
      entries,
      data: deflateSync(pixels, { level: 1 }),
    })),
  );
}

/** Lines of text as the operators of a page of 400 by 500, in Helvetica (`onePage` of `pdfium/page.cases.ts`). */
export function textLines(lines: readonly string[], { size = 12, left = 40, top = 450, leading = 18 } = {}): string {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`).join(" ");
  return `BT /F ${size} Tf ${leading} TL ${left} ${top} Td ${shown} ET`;
}

/** Words of `wanted` that `found` has in the same order (longest common subsequence), as a share of `wanted`. */
export function wordsInOrder(wanted: string, found: string): number {
  const [a, b] = [wordsOf(wanted), wordsOf(found)];
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let n = 0; n < b.length; n++)
      next[n + 1] = b[n] === word ? (row[n] ?? 0) + 1 : Math.max(next[n] ?? 0, row[n + 1] ?? 0);
    row = next;
  }
  return a.length === 0 ? 1 : (row[b.length] ?? 0) / a.length;
}

/** Words with their letters and figures only: quotation marks and hyphens are written in several ways. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}
