import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { imagePdf, type PageImage } from "./image-pdf.ts";
import { jpegImage } from "./jpeg.ts";
import { decodePicture } from "./leptonica.ts";
import { pictureKind } from "./picture-kind.ts";
import { pngImage } from "./png-image.ts";
import { tiffPages } from "./tiff.ts";

/** No page has more pixels, and no file more pages. */
const maxPixels = 250_000_000;
const maxPages = 1000;
/** The longer side of A4, in inches: how large a page is taken to be that does not say it. */
const usualSide = 11.69;
/** A page longer than this many inches is a photograph with a resolution that means nothing. */
const longestSide = 24;

/**
 * A picture as a PDF, a page for each of its pages. JPEG and plain PNG data are taken over as they are; TIFF, WebP and
 * other PNG are unpacked by Leptonica. Throws `unreadable` for a damaged picture, `limit` for one that is too large.
 */
export async function pdfOfPicture(bytes: Uint8Array): Promise<Uint8Array> {
  const pages = await pagesOf(bytes);
  for (const { width, height } of pages)
    if (width * height > maxPixels) throw new WorkbenchError("limit", message("picture.tooLarge"));
  return imagePdf(pages.map((page) => ({ ...page, dpi: sensibleDpi(page) })));
}

async function pagesOf(bytes: Uint8Array): Promise<PageImage[]> {
  const kind = pictureKind(bytes);
  const own = kind === "jpeg" ? jpegImage(bytes) : kind === "png" ? pngImage(bytes) : null;
  if (own !== null) return [own];
  if (kind !== "tiff") return [await decoded(bytes, 0)];
  const pages = tiffPages(bytes);
  if (pages.length === 0) throw unreadable();
  if (pages.length > maxPages)
    throw new WorkbenchError("limit", message("picture.tooManyPages", { count: pages.length, most: maxPages }));
  const images: PageImage[] = [];
  for (const page of pages) {
    if (page.width * page.height > maxPixels) throw new WorkbenchError("limit", message("picture.tooLarge"));
    images.push(await decoded(page.bytes, page.dpi));
  }
  return images;
}

async function decoded(bytes: Uint8Array, dpi: number): Promise<PageImage> {
  const image = pngImage(await decodePicture(bytes));
  if (image === null) throw unreadable();
  return { ...image, dpi };
}

/** The resolution that a picture states, unless it makes a page larger than any desk. */
function sensibleDpi({ width, height, dpi }: PageImage): number {
  const side = Math.max(width, height);
  return dpi > 0 && side / dpi <= longestSide && side / dpi >= 1 ? dpi : Math.max(1, side / usualSide);
}

function unreadable(): WorkbenchError {
  return new WorkbenchError("unreadable", message("ocr.pictureUnreadable"));
}
