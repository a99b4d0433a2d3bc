import { type Carried, carryPassages } from "../../../shared/anchor/carry.ts";
import { describe } from "../../../shared/anchor/describe.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import {
  type CarriedCounts,
  type CarryItem,
  carryEdits,
  countStatuses,
  type NewVersion,
} from "../../../shared/claims/carry-edits.ts";
import type { Coded } from "../../../shared/claims/claims.ts";
import { earlierVersion, laterVersion, undecided, versionsOf } from "../../../shared/claims/versions.ts";
import type { Arguments, ImportResult } from "../../../shared/contract/workbench.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation, Passage } from "../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { regionAnchor } from "../../../shared/page-view/region-anchor.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { areasOf, type Geometry, openGeometry } from "../geometry/geometry.ts";
import type { PaperSources } from "../store/library-store.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Context } from "./context.ts";
import { needPaper } from "./papers.ts";

/** Texts up to this long together, in UTF-16 units, are aligned sooner than the way to a worker takes. */
const shortTexts = 200_000;

/** The words of a later version, and where they are on its pages. */
type Text = Readonly<{ content: PaperContent; geometry: Geometry | null }>;

/** Where annotations are in a later text, by their index. */
async function carried(
  before: string,
  after: Text,
  coded: readonly Coded[],
  signal: AbortSignal,
): Promise<readonly Carried[]> {
  const passages = coded.map(({ annotation }) => annotation.passage.ranges.map(({ start, end }) => ({ start, end })));
  const { text, pages } = after.content;
  const found =
    before.length + text.length <= shortTexts
      ? carryPassages(before, text, passages)
      : await runTask("carry", { before, after: text, passages }, { signal, onProgress: () => {} });
  return found.map((one, index) => {
    const region = coded[index]?.annotation.passage.region;
    if (region === undefined) return one;
    const isThere = region.page < pages.length;
    return { ...one, isCertain: false, status: isThere ? "moved" : "lost" };
  });
}

/**
 * Where an annotation is in the later text. A rectangle stays where it is on its page, where there is such a page;
 * whether the page still shows the same, only a reader can tell.
 */
function passageOf(
  { content, geometry }: Text,
  { ranges }: Carried,
  { passage: { region } }: Annotation,
): Passage | null {
  if (region !== undefined)
    return region.page < content.pages.length
      ? { ranges: [regionAnchor(content, region, null)], areas: [], region }
      : null;
  if (ranges.length === 0) return null;
  const anchored = describe(content.text, ranges);
  return { ranges: anchored, areas: geometry === null ? [] : areasOf(geometry, anchored) };
}

async function textOf(papers: PaperSources, paper: Paper): Promise<Text> {
  const geometry = await papers.geometry(paper.id);
  return {
    content: await papers.content(paper.id),
    geometry: geometry === null ? null : openGeometry(geometry),
  };
}

/** See the contract. Throws `missing` for a paper that is gone. */
export async function carryQueue(
  { store, papers, jobs }: Context,
  { paper: id, job }: Arguments<"carryQueue">,
): Promise<readonly CarryItem[]> {
  const paper = needPaper(store, id);
  const earlier = earlierVersion(store.library, paper);
  const coded = undecided(store.library, paper);
  if (earlier === null || coded.length === 0) return [];
  const before = (await papers.content(earlier.id)).text;
  const after = await textOf(papers, paper);
  const found = await jobs.run(job, (signal) => carried(before, after, coded, signal));
  return found.flatMap((carried, index): CarryItem[] => {
    const annotation = coded[index]?.annotation;
    if (annotation === undefined) return [];
    const { status, score } = carried;
    return [{ annotation: annotation.id, status, score, passage: passageOf(after, carried, annotation) }];
  });
}

/** What becomes of the annotations of the version before: edits for those that are certain, and all in numbers. */
export async function carryOver(
  papers: PaperSources,
  library: Library,
  paper: Paper,
  after: Text,
): Promise<{ edits: Edit[]; version: NewVersion | null }> {
  const earlier = earlierVersion(library, paper);
  if (earlier === null) return { edits: [], version: null };
  const coded = undecided(library, paper);
  const before = (await papers.content(earlier.id)).text;
  const found = await carried(before, after, coded, new AbortController().signal);
  const placed = found.flatMap((carried, index) => {
    const annotation = coded[index]?.annotation;
    if (annotation === undefined || !carried.isCertain) return [];
    const passage = passageOf(after, carried, annotation);
    return passage === null ? [] : [{ annotation, passage }];
  });
  const carriedCounts: CarriedCounts = countStatuses(found.map((carried) => carried.status));
  return {
    edits: carryEdits(library, paper, placed, new Date().toISOString()),
    version: { replaces: earlier.id, carried: carriedCounts, waiting: coded.length - placed.length },
  };
}

/**
 * Whether one paper can become the new version of another. Throws `invalid` for a paper and itself or its own later
 * version, and where either has another version already.
 */
export function checkVersion(library: Library, paper: Paper | null, earlier: Paper): void {
  if (
    paper !== null &&
    versionsOf(library, earlier).some((version) => version.id === paper.id) &&
    paper.replaces !== earlier.id
  )
    throw new WorkbenchError("invalid", message("version.ofItself", { title: paper.title }));
  const later = laterVersion(library, earlier.id);
  if (later !== null && later.id !== paper?.id)
    throw new WorkbenchError("invalid", message("version.hasNewer", { title: earlier.title, newer: later.title }));
  const other = paper === null || paper.replaces === earlier.id ? null : earlierVersion(library, paper);
  if (other !== null) throw new WorkbenchError("invalid", message("version.replacesOther", { title: other.title }));
}

/** See the contract. Throws `missing` for a paper that is gone, and as `checkVersion`. */
export async function replacePaper(context: Context, args: Arguments<"replacePaper">): Promise<ImportResult> {
  const { store, papers, jobs } = context;
  if (store.access.mode === "read") throw new WorkbenchError("readOnly", store.access.reason);
  return jobs.inTurn(async () => {
    const from = needPaper(store, args.paper);
    const earlier = needPaper(store, args.replaces);
    checkVersion(store.library, from, earlier);
    const to: Paper = { ...from, replaces: earlier.id };
    const { edits, version } = await carryOver(papers, store.library, to, await textOf(papers, from));
    const isNew = from.replaces !== earlier.id;
    const own: Edit[] = isNew ? [{ table: "papers", from, to }] : [];
    const label = message("change.newVersion", {
      title: cutText(from.title, 200),
      earlier: cutText(earlier.title, 200),
    });
    if (own.length + edits.length > 0) await store.commit(label, [...own, ...edits]);
    return { paper: to, duplicate: true, annotations: 0, warnings: [], ...(version === null ? {} : { version }) };
  });
}
