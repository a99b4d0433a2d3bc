import { alignReadings } from "../../../shared/anchor/align-readings.ts";
import { carryPassages } from "../../../shared/anchor/carry.ts";
import { describe } from "../../../shared/anchor/describe.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import type { ChangeLabel } from "../../../shared/change/label.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import { uncertainPlaces } from "../../../shared/claims/places-to-check.ts";
import type { ImportResult } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Paper, Reading } from "../../../shared/model/paper.ts";
import { readerVersions } from "../../../shared/model/reader-version.ts";
import type { Recognised } from "../../../shared/model/recognised.ts";
import { regionAnchor } from "../../../shared/page-view/region-anchor.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { areasOf, openGeometry } from "../geometry/geometry.ts";
import type { Imported } from "../import/imported.ts";
import type { Context } from "./context.ts";

type NewText = Readonly<{
  reading: Reading | undefined;
  text: Paper["text"];
  recognised?: Recognised | undefined;
  label: ChangeLabel;
}>;

/**
 * Put another reading of a paper's source in the place of its text. Claims and notes are moved to the same words; with
 * the paper's record they are one change. The text before stays on disk for an undo, under the name of its reading.
 */
export async function replaceText(
  { store, papers }: Context,
  paper: Paper,
  imported: Imported,
  { reading, text, recognised, label }: NewText,
): Promise<ImportResult> {
  const { content, geometry, title } = imported;
  const before = await papers.content(paper.id);
  const wasFileName = paper.title === paper.fileName.replace(/\.[^.]+$/, "");
  const { toCheck: _places, reading: _reading, ...known } = paper;
  const read: Paper = {
    ...known,
    title: wasFileName && title !== null && title !== "" ? cutText(title, 2000) : paper.title,
    text,
    characters: content.text.length,
    pages: content.pages.length,
    reader: readerVersions[paper.format],
    ...(reading === undefined ? {} : { reading }),
  };
  const coded = codedIn(store.library, paper.id);
  const passages = coded.map(({ annotation }) => annotation.passage.ranges);
  const carried = carryPassages(before.text, content.text, passages);
  const annotations = coded.map(({ annotation }) => annotation);
  const next = { ...read, ...uncertainPlaces(paper, annotations, carried) };
  const { move } = alignReadings(before.text, content.text);
  const places = geometry === null ? null : openGeometry(geometry);
  const moved = annotations.map((annotation, index): Edit => {
    const { region } = annotation.passage;
    if (region !== undefined) {
      const passage = { ...annotation.passage, ranges: [regionAnchor(content, region, null)] };
      return { table: "annotations", from: annotation, to: { ...annotation, passage } };
    }
    const found = carried[index]?.ranges ?? [];
    // A lost passage stays near its old place, and a warning says so.
    const ranges = describe(content.text, found.length > 0 ? found : annotation.passage.ranges.map(move));
    const areas = places === null ? [] : areasOf(places, ranges);
    return {
      table: "annotations",
      from: annotation,
      to: { ...annotation, passage: { ...annotation.passage, ranges, areas } },
    };
  });
  await papers.writeWords(paper.id, reading, { content, geometry, recognised });
  await store.commit(label, [{ table: "papers", from: paper, to: next }, ...moved]);
  const unsure = carried.every(({ isCertain }, index) => isCertain || annotations[index]?.passage.region !== undefined)
    ? []
    : [message("import.rereadUnsure")];
  return { paper: next, duplicate: true, annotations: 0, warnings: [...content.warnings, ...unsure] };
}
