/** A picture in shades of grey, one byte a pixel from 0 (black) to 255, rows from the top without gaps. */
export type Grey = Readonly<{ width: number; height: number; pixels: Uint8Array }>;

/** A quarter turn, clockwise, in degrees. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** The picture turned clockwise. */
export function turnGrey(picture: Grey, turn: QuarterTurn): Grey {
  if (turn === 0) return picture;
  const { width, height, pixels } = picture;
  const turned = new Uint8Array(pixels.length);
  if (turn === 180) {
    for (let index = 0; index < pixels.length; index++) turned[pixels.length - 1 - index] = pixels[index] ?? 0;
    return { width, height, pixels: turned };
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = turn === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[to] = pixels[y * width + x] ?? 0;
    }
  return { width: height, height: width, pixels: turned };
}

/** A part of a picture, cut to what there is of it. */
export function cropGrey(picture: Grey, left: number, top: number, width: number, height: number): Grey {
  const x0 = Math.max(0, Math.min(picture.width - 1, Math.round(left)));
  const y0 = Math.max(0, Math.min(picture.height - 1, Math.round(top)));
  const wide = Math.max(1, Math.min(picture.width - x0, Math.round(width)));
  const high = Math.max(1, Math.min(picture.height - y0, Math.round(height)));
  const pixels = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    const from = (y0 + y) * picture.width + x0;
    pixels.set(picture.pixels.subarray(from, from + wide), y * wide);
  }
  return { width: wide, height: high, pixels };
}

/** The picture made smaller by a whole factor: each pixel is the mean of a square of `factor` by `factor`. */
export function shrinkGrey(picture: Grey, factor: number): Grey {
  if (factor <= 1) return picture;
  const width = Math.max(1, Math.floor(picture.width / factor));
  const height = Math.max(1, Math.floor(picture.height / factor));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++) {
        const from = (y * factor + dy) * picture.width + x * factor;
        for (let dx = 0; dx < factor; dx++) sum += picture.pixels[from + dx] ?? 255;
      }
      pixels[y * width + x] = sum / (factor * factor);
    }
  return { width, height, pixels };
}

/**
 * The picture rotated clockwise around its middle by a few degrees, in its own size; what comes in from outside is
 * white. Pixels between four are mixed of them (bilinear).
 */
export function rotateGrey(picture: Grey, degrees: number): Grey {
  if (degrees === 0) return picture;
  const { width, height, pixels } = picture;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const rotated = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    // Where a pixel of the result comes from: the same rotation backwards.
    let fromX = middleX - middleX * cos + (y - middleY) * sin;
    let fromY = middleY + middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x++, fromX += cos, fromY -= sin) {
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const index = top * width + left;
      const [shareX, shareY] = [fromX - left, fromY - top];
      const above = (pixels[index] ?? 0) * (1 - shareX) + (pixels[index + 1] ?? 0) * shareX;
      const below = (pixels[index + width] ?? 0) * (1 - shareX) + (pixels[index + width + 1] ?? 0) * shareX;
      rotated[y * width + x] = above * (1 - shareY) + below * shareY + 0.5;
    }
  }
  return { width, height, pixels: rotated };
}

/** The shade that parts ink from paper best (Otsu 1979: the greatest variance between the two). */
export function inkThreshold({ pixels }: Grey): number {
  const counts = new Float64Array(256);
  for (let index = 0; index < pixels.length; index++)
    counts[pixels[index] ?? 0] = (counts[pixels[index] ?? 0] ?? 0) + 1;
  let all = 0;
  for (let shade = 0; shade < 256; shade++) all += shade * (counts[shade] ?? 0);
  let [best, most, dark, sum] = [127, -1, 0, 0];
  for (let shade = 0; shade < 255; shade++) {
    dark += counts[shade] ?? 0;
    sum += shade * (counts[shade] ?? 0);
    const light = pixels.length - dark;
    if (dark === 0 || light === 0) continue;
    const between = dark * light * (sum / dark - (all - sum) / light) ** 2;
    if (between > most) [best, most] = [shade, between];
  }
  return best;
}

/** The picture as a file that Tesseract reads without unpacking: binary PGM (Netpbm). */
export function pgm({ width, height, pixels }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels]);
}

/**
 * The picture with its paper white: what is as light as the paper, or darker by no more than its noise, becomes white,
 * and the rest is stretched down to its darkest. On a page with few words the noise of grey paper would else pass for
 * ink. A picture that is mostly dark stays as it is.
 */
export function whitened(picture: Grey): Grey {
  const { width, height, pixels } = picture;
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  const paper = quantile(counts, pixels.length / 2);
  if (paper < 128) return picture;
  // The median distance from the median, which ink does not move, times what makes it a standard deviation.
  const distances = new Uint32Array(256);
  for (const [shade, count] of counts.entries()) {
    const distance = Math.abs(shade - paper);
    distances[distance] = (distances[distance] ?? 0) + count;
  }
  const noise = 1.4826 * quantile(distances, pixels.length / 2);
  const white = Math.round(paper - 3 * noise);
  const black = Math.min(quantile(counts, pixels.length / 1000), white - 1);
  if (white > 250 || white < 100) return picture;
  const shades = Uint8Array.from({ length: 256 }, (_, shade) =>
    Math.max(0, Math.min(255, Math.round(((shade - black) * 255) / (white - black)))),
  );
  return { width, height, pixels: pixels.map((shade) => shades[shade] ?? shade) };
}

/** The value below which so many of those counted are. */
function quantile(counts: Uint32Array, most: number): number {
  let sum = 0;
  for (const [value, count] of counts.entries()) {
    sum += count;
    if (sum >= most) return value;
  }
  return counts.length - 1;
}
