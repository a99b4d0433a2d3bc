import { codedIn } from "../../../shared/claims/claims.ts";
import type { Message } from "../../../shared/messages/arguments.ts";
import { message } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import { digest } from "../files/digest.ts";
import { isGeometryOf } from "../geometry/geometry.ts";
import type { Imported } from "../import/imported.ts";
import type { PaperSources } from "../store/library-store.ts";

/** Which files of a paper are what they should be. */
type Wholeness = Readonly<{ source: boolean; words: boolean; geometry: boolean }>;

/** The files of a paper that are damaged or gone; null when it is whole. */
export async function damageOf(papers: PaperSources, paper: Paper): Promise<Wholeness | null> {
  const source = await papers.source(paper.id, paper.format).then((bytes) => digest(bytes) === paper.sha256, notWhole);
  const content = await papers.storedContent(paper.id).catch(notWhole);
  const bytes = await papers.geometry(paper.id);
  const bad = new Set(await papers.damage(paper.id));
  const words = content !== false && content.text.length === paper.characters && !bad.has("words");
  const pages = await papers.pdf(paper.id, paper.format).then((pdf) => pdf === null || pdf.length > 0, notWhole);
  // Without the list of files nothing says that the places are the right ones.
  const geometry =
    words &&
    pages &&
    (bytes === null ? !hasPages(paper.format) : isGeometryOf(bytes, content)) &&
    !bad.has("geometry") &&
    !bad.has("list");
  return source && words && geometry ? null : { source, words, geometry };
}

/** Make a paper's damaged files again out of its source, where its text is read as it was; what is whole stays. */
export async function rebuildPaper(
  library: Library,
  papers: PaperSources,
  paper: Paper,
  damage: Wholeness,
  found: Readonly<{ source: Uint8Array; imported: Imported; recognised?: Recognised | undefined }>,
): Promise<Message> {
  const { content, geometry, pages } = found.imported;
  if (!damage.source) await papers.replaceSource(paper.id, paper.format, found.source);
  if (!damage.words && !stands(library, paper, content))
    throw new WorkbenchError("conflict", message("import.textDiffers", { title: paper.title }));
  if (!damage.words || (!damage.geometry && content.text.length === paper.characters))
    await papers.replaceWords(paper.id, { content, geometry, pages, recognised: found.recognised });
  await papers.list(paper.id);
  return message("import.rebuilt", { title: paper.title });
}

/** Whether a text can take the place of a paper's own: as long, and every annotation keeps its place. */
function stands(library: Library, paper: Paper, { text }: PaperContent): boolean {
  const ranges = codedIn(library, paper.id).flatMap(({ annotation }) => annotation.passage.ranges);
  return (
    text.length === paper.characters && ranges.every((range) => text.slice(range.start, range.end) === range.quote)
  );
}

function notWhole(error: unknown): false {
  if (error instanceof WorkbenchError) return false;
  throw error;
}
