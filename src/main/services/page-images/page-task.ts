import { readFileSync } from "node:fs";
import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PageText } from "../../../shared/page-view/page-text.ts";
import type { Tile } from "../../../shared/page-view/tiles.ts";
import { type Geometry, openGeometry } from "../geometry/geometry.ts";
import { openDrawing, type PageDrawing } from "./drawing.ts";
import { readPageText } from "./read-text.ts";

/** Where a paper's files lie, and the password its PDF was opened with. */
export type PageSource = Readonly<{ pdf: string; geometry: string; password: string | null }>;

type PageWork = Readonly<{ source: PageSource; page: number }>;
/** A page's text is asked for, near an offset of the canonical text. Pages count from 0. */
export type PageTextWork = PageWork & Readonly<{ near: Readonly<{ start: number; end: number }> }>;
/** A tile of a page's picture is asked for, in device pixels. Pages count from 0. */
export type PagePictureWork = PageWork &
  Readonly<{ whole: Readonly<{ width: number; height: number }>; tile: Tile; dark: boolean }>;

type Open = { drawing: Promise<PageDrawing>; geometry: Geometry | null };

/** Papers stay open for the next page; two, so that going back and forth between papers costs nothing. */
const most = 2;
const open = new Map<string, Open>();

/** The text of a page with the place of each unit. Throws `password`, `unreadable` and `missing`. */
export async function pageText({ source, page, near }: PageTextWork): Promise<PageText> {
  const paper = openPaper(source);
  const drawing = await paper.drawing;
  paper.geometry ??= openGeometry(readFileSync(source.geometry));
  return readPageText(paper.geometry, page, near, drawing.sheet(page));
}

/** A tile of a page's picture as a PNG file. Throws `password`, `unreadable` and `missing`. */
export async function pagePicture({ source, page, whole, tile, dark }: PagePictureWork): Promise<Uint8Array> {
  return (await openPaper(source).drawing).picture(page, whole, tile, dark);
}

function openPaper(source: PageSource): Open {
  const key = JSON.stringify(source);
  const known = open.get(key);
  open.delete(key);
  const paper = known ?? { drawing: openDrawing(read(source.pdf), source.password), geometry: null };
  open.set(key, paper);
  // What could not be opened may be asked for again, with another password.
  paper.drawing.catch(() => open.delete(key));
  const oldest = open.entries().next().value;
  if (open.size > most && oldest !== undefined) {
    open.delete(oldest[0]);
    void oldest[1].drawing.then((drawing) => drawing.close());
  }
  return paper;
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new WorkbenchError("missing", message("paper.filesMissing"), error);
  }
}
