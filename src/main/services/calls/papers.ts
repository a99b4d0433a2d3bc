import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe } from "../../../shared/anchor/describe.ts";
import type { Arguments } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Passage } from "../../../shared/model/annotation.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { areasOf, openGeometry } from "../geometry/geometry.ts";
import type { LibraryStore } from "../store/library-store.ts";
import type { Context } from "./context.ts";

/** The record of a paper; throws `missing` when there is none. */
export function needPaper(store: Pick<LibraryStore, "library">, id: PaperId): Paper {
  const paper = store.library.papers[id];
  if (paper === undefined) throw new WorkbenchError("missing", message("paper.missing"));
  return paper;
}

/** Anchor ranges of a paper's canonical text: quote, context and, where the paper has pages, the places on them. */
export async function describePassage(
  { store, papers }: Context,
  { paper, ranges }: Arguments<"describe">,
): Promise<Passage> {
  const { text } = await papers.content(needPaper(store, paper).id);
  if (ranges.some((range) => range.start >= range.end || range.end > text.length))
    throw new WorkbenchError("invalid", message("paper.passageOutside"));
  const anchored = describe(text, ranges);
  const geometry = await papers.geometry(paper);
  return { ranges: anchored, areas: geometry === null ? [] : areasOf(openGeometry(geometry), anchored) };
}

/** A file of the sample that comes with the program. */
export function sampleFile(resources: string, name: string): Promise<Buffer> {
  return readFile(path.join(resources, "sample", name));
}
