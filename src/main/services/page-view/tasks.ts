import { readFileSync } from "node:fs";
import { WorkbenchError } from "../../../shared/errors.ts";
import type { PageText } from "../../../shared/page-view/page-text.ts";
import type { Tile } from "../../../shared/page-view/tiles.ts";
import { type Geometry, openGeometry } from "../geometry.ts";
import { type Drawing, openDrawing } from "./drawing.ts";
import { readPageText } from "./read-text.ts";

/** Where a paper's files lie, and the password its PDF was opened with. */
export type Source = Readonly<{ pdf: string; geometry: string; password: string | null }>;

/** What is asked of a page: its text near an offset, or a tile of its picture in device pixels. Pages count from 0. */
export type PageTask = Readonly<{ source: Source; page: number }> &
  (
    | Readonly<{ kind: "text"; near: Readonly<{ start: number; end: number }> }>
    | Readonly<{ kind: "picture"; whole: Readonly<{ width: number; height: number }>; tile: Tile; dark: boolean }>
  );

type Open = { drawing: Promise<Drawing>; geometry: Geometry | null };

/** Papers stay open for the next page; two, so that going back and forth between papers costs nothing. */
const most = 2;
const open = new Map<string, Open>();

/** One page's text or a tile of its picture. Throws `password`, `unreadable` and `missing`. */
export async function doPageTask(task: PageTask): Promise<PageText | Uint8Array> {
  const paper = openPaper(task.source);
  const drawing = await paper.drawing;
  if (task.kind === "picture") return drawing.picture(task.page, task.whole, task.tile, task.dark);
  paper.geometry ??= openGeometry(readFileSync(task.source.geometry));
  return readPageText(paper.geometry, task.page, task.near, drawing.sheet(task.page));
}

function openPaper(source: Source): Open {
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
    throw new WorkbenchError(
      "missing",
      "The files of this paper are not in the library's folder; import its source again.",
      error,
    );
  }
}
