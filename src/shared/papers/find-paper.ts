import { supersededPapers } from "../claims/versions.ts";
import { message } from "../messages/message.ts";
import { WorkbenchError } from "../model/errors.ts";
import type { Library } from "../model/library.ts";
import type { Paper } from "../model/paper.ts";
import { meansId } from "../model/short-id.ts";
import { nameKey } from "../text/names.ts";

/**
 * The paper of an identifier, the beginning or end of one, a title, a file name, or words of a title that fit one paper
 * only; of several versions of a document the newest. Throws `missing` or `ambiguous`.
 */
export function findPaper(library: Library, wanted: string): Paper {
  const papers = Object.values(library.papers);
  const name = nameKey(wanted.trim());
  const exact = papers.filter(
    (paper) => paper.id === name || nameKey(paper.title) === name || nameKey(paper.fileName) === name,
  );
  const near = papers.filter(
    (paper) => name.length >= 4 && (meansId(paper.id, name) || nameKey(paper.title).includes(name)),
  );
  const found = exact.length > 0 ? exact : near;
  // Versions of a document often have one title: the newest is meant.
  const superseded = supersededPapers(library.papers);
  const newest = found.filter((paper) => !superseded.has(paper.id));
  if (newest.length === 1 && newest[0] !== undefined) return newest[0];
  if (found.length > 1)
    throw new WorkbenchError("ambiguous", message("paper.severalFound", { name: wanted, count: found.length }));
  if (found[0] === undefined) throw new WorkbenchError("missing", message("paper.notFound", { name: wanted }));
  return found[0];
}
