import type { Page, PaperContent } from "../../../../shared/model/content.ts";
import { encodeGeometry, type Place } from "../../geometry.ts";
import type { Progress } from "../../jobs.ts";
import { openPdf, type PdfReader } from "../../pdfium.ts";
import { ContentBuilder } from "../builder.ts";
import type { Imported } from "../imported.ts";
import { type Piece, piecesOf } from "./blocks.ts";
import { type ReadPage, removeFurniture } from "./furniture.ts";
import { type Line, linesOf, middle, textOf } from "./lines.ts";
import { readingOrder } from "./reading-order.ts";
import { turnBox, turned, turnOf } from "./turn.ts";
import { wordsOf } from "./words.ts";
import { carriesOver, Writer } from "./writer.ts";

/** A PDF as a paper: canonical text in reading order with a place for every character. Throws `password` and `unreadable`. */
export async function importPdf(
  bytes: Uint8Array,
  options: { password: string | null; fileName: string },
  onProgress: Progress,
): Promise<Imported> {
  const reader = await openPdf(bytes, options.password);
  try {
    const pages: ReadPage[] = [];
    for (let index = 0; index < reader.pageCount; index++) {
      const page = reader.page(index);
      const turn = turnOf(page.chars);
      const upright = turned(page, turn);
      pages.push({
        page: { ...upright, chars: [] },
        turn,
        width: page.width,
        height: page.height,
        lines: linesOf(upright.chars),
      });
      onProgress("pages", index + 1, reader.pageCount);
    }
    return build(reader, pages);
  } finally {
    reader.close();
  }
}

function build(reader: PdfReader, pages: ReadPage[]): Imported {
  const warnings = withoutText(pages);
  const printed = removeFurniture(pages);
  const body = middle(pages.flatMap(({ lines }) => lines.flatMap((line) => line.chars.map(() => line.size))));
  const out = new ContentBuilder();
  const words = wordsOf(pages.flatMap(({ lines }) => lines));
  const writer = new Writer(out, headingSizes(pages, body), words);
  for (const [index, { page, lines }] of pages.entries()) {
    const { text, notes } = pagePieces(lines, body, page.height * 0.5);
    const where = { page: index, links: page.links, words };
    for (const note of notes) writer.note(note, where);
    for (const piece of text) writer.add(piece, where);
  }
  const places = writer.end().map((place): Place => upright(place, pages));
  const content = out.finish(
    pages.map((page, index): Page => labelled(page, printed[index] ?? null, index)),
    warnings,
  );
  return { format: "pdf", ...aboutOf(reader, content), content, geometry: encodeGeometry(places) };
}

/** A page's pieces column after column, a paragraph that goes on in the next column as one; its footnotes apart. */
function pagePieces(lines: readonly Line[], body: number, foot: number): { text: Piece[]; notes: Piece[] } {
  const text: Piece[] = [];
  const notes: Piece[] = [];
  for (const column of readingOrder(lines)) {
    const pieces = piecesOf(column, body, foot);
    notes.push(...pieces.filter((piece) => piece.kind === "footnote"));
    const [first, ...rest] = pieces.filter((piece) => piece.kind !== "footnote");
    if (first === undefined) continue;
    const last = text.at(-1);
    if (last !== undefined && samePart(last, first)) text.splice(-1, 1, joined(last, first));
    else text.push(first);
    text.push(...rest);
  }
  return { text, notes };
}

function samePart(before: Piece, after: Piece): boolean {
  const goesOn = (before.kind === "paragraph" || before.kind === "listItem") && after.kind === "paragraph";
  if (!goesOn || Math.abs(before.size - after.size) > after.size * 0.08 || before.bold !== after.bold) return false;
  return carriesOver(before.lines.map(textOf).join(" "), after.lines.map(textOf).join(" "));
}

function joined(before: Piece, after: Piece): Piece {
  return { ...before, lines: [...before.lines, ...after.lines] };
}

/** A place back in the page's own user space, from the page as it was turned for reading. */
function upright(place: Place, pages: readonly ReadPage[]): Place {
  const read = place === null ? undefined : pages[place.page];
  if (place === null || read === undefined || read.turn === 0) return place;
  const back = ({ 90: 270, 180: 180, 270: 90 } as const)[read.turn];
  return { page: place.page, box: turnBox(place.box, read.page, back) };
}

function aboutOf(reader: PdfReader, { blocks, text }: PaperContent): Pick<Imported, "title" | "authors" | "date"> {
  const heading = blocks.filter((block) => block.kind === "heading").sort((a, b) => a.level - b.level)[0];
  const author = reader.info("Author").trim();
  return {
    title: reader.info("Title").trim() || (heading === undefined ? null : text.slice(heading.start, heading.end)),
    authors: author === "" ? [] : [author],
    date: /^D:(\d{4})(\d{2})(\d{2})/.exec(reader.info("CreationDate"))?.slice(1, 4).join("-") ?? null,
  };
}

function labelled({ page, width, height }: ReadPage, printed: string | null, index: number): Page {
  const { rotation } = page;
  return { label: page.label || (printed?.replace(/[-–\s]/g, "") ?? String(index + 1)), width, height, rotation };
}

function withoutText(pages: readonly ReadPage[]): string[] {
  const empty = pages.flatMap(({ lines }, index) => (lines.length === 0 ? [index + 1] : []));
  if (empty.length === 0) return [];
  if (empty.length === pages.length) return ["No page of this PDF holds text; it may be a scan."];
  return [`There is no text on page ${empty.slice(0, 20).join(", ")}; it may be a picture.`];
}

/** Sizes of lines larger than the running text, largest first: the place in the list is the heading's level. */
function headingSizes(pages: readonly ReadPage[], body: number): number[] {
  const sizes = pages.flatMap(({ lines }) =>
    lines.filter((line) => line.size > body * 1.1 && textOf(line).length > 1).map((line) => Math.round(line.size)),
  );
  return [...new Set(sizes)].sort((a, b) => b - a).slice(0, 5);
}
