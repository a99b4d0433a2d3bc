/** A picture as a page of a PDF: data as PDF has them (ISO 32000-1, 8.9.5), and how large the page is. */
export type PageImage = Readonly<{
  /** In pixels. */
  width: number;
  height: number;
  /** Pixels an inch. */
  dpi: number;
  /** How far clockwise viewers turn the page. */
  rotate: 0 | 90 | 180 | 270;
  /** The other entries of the image's dictionary: colour space, bits, filter. */
  entries: string;
  data: Uint8Array;
}>;

/** A PDF whose pages are these pictures and nothing else. The same pictures give the same bytes. */
export function imagePdf(pages: readonly PageImage[]): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (part: string | Uint8Array): void => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const add = (...body: (string | Uint8Array)[]): void => {
    offsets.push(length);
    for (const part of [`${offsets.length} 0 obj\n`, ...body, "\nendobj\n"]) write(part);
  };
  write("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n");
  const kids = pages.map((_, n) => `${3 + n * 3} 0 R`).join(" ");
  add("<</Type/Catalog/Pages 2 0 R>>");
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  for (const [n, { width, height, dpi, rotate, entries, data }] of pages.entries()) {
    const [wide, high] = [points(width, dpi), points(height, dpi)];
    const drawn = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
    const own = `/Contents ${4 + n * 3} 0 R/Resources<</XObject<</I ${5 + n * 3} 0 R>>>>`;
    add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Rotate ${rotate}${own}>>`);
    add(`<</Length ${drawn.length}>>stream\n${drawn}\nendstream`);
    const size = `/Width ${width}/Height ${height}/Length ${data.length}`;
    add(`<</Type/XObject/Subtype/Image${size}${entries}>>stream\n`, data, "\nendstream");
  }
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = offsets.length + 1;
  write(`xref\n0 ${count}\n0000000000 65535 f \n${table}`);
  write(`trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

function points(pixels: number, dpi: number): number {
  return Math.round((pixels * 7200) / dpi) / 100;
}
