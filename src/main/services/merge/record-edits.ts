import equal from "fast-deep-equal";
import { describe } from "../../../shared/anchor/describe.ts";
import { match } from "../../../shared/anchor/match.ts";
import type { Edit } from "../../../shared/change/edit.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { ofPaper, recordOf } from "../../../shared/model/by-paper.ts";
import type { Library } from "../../../shared/model/library.ts";
import { regionAnchor } from "../../../shared/page-view/region-anchor.ts";
import { ProjectRecord, type Withhold } from "../../../shared/record/record.ts";
import { digest } from "../files/digest.ts";
import { areasOf } from "../geometry/geometry.ts";
import { byId, mergeCodebook } from "./codebook-edits.ts";
import type { ImportedAnnotations, Target } from "./mark-edits.ts";
import { matchByName, replaceIds } from "./match-by-name.ts";

/**
 * A record in the words of a library: what goes by the same name here has the identifier it has here, the paper that of
 * `target`.
 */
export function recordHere(library: Library, record: ProjectRecord, paper: string): ProjectRecord {
  const same = matchByName(library, {
    issues: byId(record.issues),
    stances: byId(record.stances),
    actors: byId(record.actors),
    coders: byId(record.coders),
  });
  if (paper !== record.paper.id) same.set(record.paper.id, paper);
  return same.size === 0 ? record : ProjectRecord.parse(replaceIds(record, same));
}

/**
 * What a record (as `recordHere` says it) has that the library has not: annotations, what is recorded about them, and
 * of the codebook what they need. An annotation that is here stays as it is; it gets those positions and relations that
 * this library never had (`seen`). Offsets hold where the text is the same, else passages are found again by their
 * words.
 */
export function recordEdits(
  library: Library,
  record: ProjectRecord,
  target: Target,
  seen: (id: string) => boolean,
): ImportedAnnotations {
  const { paper } = target;
  const here = ofPaper(library.annotations, paper.id);
  const inPaper = record.annotations.filter((annotation) => annotation.paper === paper.id);
  const fresh = inPaper.filter((annotation) => here[annotation.id] === undefined);
  const annotations = fresh.flatMap((annotation) => anchored(annotation, target, record.textSha256) ?? []);
  const added = new Set<string>(annotations.map((annotation) => annotation.id));
  const isThere = (id: string): boolean => added.has(id) || here[id] !== undefined;
  const positions = record.positions.filter(
    ({ id, annotation }) =>
      isThere(annotation) &&
      recordOf(library.positions, paper.id, id) === undefined &&
      (added.has(annotation) || !seen(id)),
  );
  const relations = record.relations.filter(({ id, source, target: other }) => {
    const ends = [source.annotation, other.annotation];
    return (
      library.relations[id] === undefined && ends.every(isThere) && (ends.some((end) => added.has(end)) || !seen(id))
    );
  });
  const edits: Edit[] = [
    ...mergeCodebook(library, record, { annotations, positions, relations, paper }),
    ...annotations.map((to): Edit => ({ table: "annotations", from: null, to })),
    ...positions.map((to): Edit => ({ table: "positions", from: null, to })),
    ...relations.map((to): Edit => ({ table: "relations", from: null, to })),
  ];
  const edited = inPaper.filter((annotation) => isAltered(here[annotation.id], annotation, record.withheld)).length;
  const lost = fresh.length - annotations.length;
  return {
    edits,
    warnings: [
      ...(lost === 0 ? [] : [message("import.claimsNotFound", { count: lost })]),
      ...(edited === 0 ? [] : [message("import.claimsDiffer", { count: edited })]),
    ],
  };
}

function isAltered(here: Annotation | undefined, there: Annotation, withheld: Withhold): boolean {
  if (here === undefined) return false;
  const coder = withheld.coders ? here.coder : there.coder;
  const note = withheld.notes ? here.note : there.note;
  return !equal({ ...there, coder, note }, here);
}

/** As in the record where the text is the same; else by its words, null when one of its ranges is lost. */
function anchored(annotation: Annotation, { content, geometry }: Target, textSha256: string): Annotation | null {
  if (digest(content.text) === textSha256) return annotation;
  const { region } = annotation.passage;
  // A rectangle is on the page, whatever the words near it have become.
  if (region !== undefined)
    return { ...annotation, passage: { ranges: [regionAnchor(content, region, null)], areas: [], region } };
  const found = annotation.passage.ranges.map((range) => match(content.text, range));
  const ranges = found.flatMap((match) => (match.kind === "lost" ? [] : [{ start: match.start, end: match.end }]));
  if (ranges.length < found.length) return null;
  const anchors = describe(content.text, ranges);
  return {
    ...annotation,
    passage: { ranges: anchors, areas: geometry === null ? [] : areasOf(geometry, anchors) },
  };
}
