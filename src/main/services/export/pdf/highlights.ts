import type { Coded } from "../../../../shared/claims/claims.ts";
import { lanesOf } from "../../../../shared/claims/lanes.ts";
import type { ClaimRow } from "../../../../shared/claims/rows.ts";
import { stanceOf } from "../../../../shared/codebook/stance-scale.ts";
import type { HighlightColours } from "../../../../shared/contract/workbench.ts";
import type { Message } from "../../../../shared/messages/arguments.ts";
import { message } from "../../../../shared/messages/message.ts";
import { type Area, textRanges } from "../../../../shared/model/annotation.ts";
import type { Library } from "../../../../shared/model/library.ts";
import { pageName } from "../../../../shared/report/outline.ts";
import type { ReportWords } from "../../../../shared/report/words.ts";
import { cutText } from "../../../../shared/text/cut.ts";
import type { Geometry } from "../../geometry/geometry.ts";
import { areasOf } from "../../geometry/geometry.ts";
import { unstated } from "./chart.ts";
import { rgbOf, tint } from "./colour.ts";
import type { Highlighter } from "./highlight.ts";
import { noteText } from "./note-text.ts";

/** Where an annotation begins: the index of its first page and the top of its first line, points. */
export type ClaimPlace = Readonly<{ page: number; top: number }>;
/** Where each annotation begins, by identifier, and in words those that have no place. */
export type PlacedClaims = Readonly<{ places: ReadonlyMap<string, ClaimPlace>; warnings: readonly Message[] }>;

type Claims = Readonly<{
  library: Library;
  coded: readonly Coded[];
  rows: readonly ClaimRow[];
  /** The printed label of a page by its index. */
  labelOf: (page: number) => string;
  /** Asked for only when an annotation has no places of its own. */
  geometry: () => Geometry;
  colours: HighlightColours;
  words: ReportWords;
}>;

/** `lane` is which line under the words is its own. */
type One = Readonly<{ coded: Coded; row: ClaimRow; areas: readonly Area[]; lane: number }>;

/** Every annotation as a highlight, one per page it is on. What is on no page is named in a warning. */
export function placeClaims(highlighter: Highlighter, claims: Claims): PlacedClaims {
  const places = new Map<string, ClaimPlace>();
  const warnings: Message[] = [];
  const lanes = lanesOf(claims.coded.flatMap((claim) => textRanges(claim.annotation.passage)));
  let starts = 0;
  for (const [index, claim] of claims.coded.entries()) {
    const row = claims.rows[index];
    const { areas: stored, region } = claim.annotation.passage;
    const ranges = textRanges(claim.annotation.passage);
    const areas = stored.length > 0 || region !== undefined ? stored : areasOf(claims.geometry(), ranges);
    const lane = lanes[starts] ?? 0;
    starts += ranges.length;
    const place = row === undefined ? null : placeOne(highlighter, claims, { coded: claim, row, areas, lane });
    if (place === null) warnings.push(message("export.noPlace", { quote: cutText(row?.quote ?? "", 60) }));
    else places.set(claim.annotation.id, place);
  }
  return { places, warnings };
}

/**
 * One linked highlight per page: a reply may not be on another page than what it replies to (ISO 32000-1, table 170),
 * so the parts are linked by their names and say where the passage goes on.
 */
function placeOne(
  highlighter: Highlighter,
  { library, labelOf, colours, words }: Claims,
  { coded: { annotation, positions }, row, areas, lane }: One,
): ClaimPlace | null {
  const [colour = plain, ...others] = coloursOf(library, positions, colours);
  const common = {
    colour: tint(colour),
    line: rgbOf(colour),
    author: row.coder,
    subject: words.say(message(row.positions.length === 0 ? "popup.note" : "popup.claim")),
    created: row.created,
    modified: annotation.modified,
  };
  const { region } = annotation.passage;
  if (region !== undefined) {
    // The words that somebody typed are nowhere on the page; a reader of the file finds them here.
    const quote = region.quote === "" ? "" : `${words.quoted(region.quote)}\n\n`;
    const top = highlighter.addRegion(region, { ...common, name: row.id, contents: `${quote}${noteText(row, words)}` });
    return top === null ? null : { page: region.page, top };
  }
  const here = areas.filter((area) => area.quads.length > 0);
  const label = (area: Area | undefined): string => pageName(labelOf(area?.page ?? 0), words);
  let first: ClaimPlace | null = null;
  for (const [index, area] of here.entries()) {
    const before = index === 0 ? "" : `${words.say(message("popup.continued", { page: label(here[index - 1]) }))}\n\n`;
    const after =
      index === here.length - 1 ? "" : `\n\n${words.say(message("popup.continues", { page: label(here[index + 1]) }))}`;
    const added = highlighter.add({
      ...common,
      name: index === 0 ? row.id : `${row.id}-p${index + 1}`,
      page: area.page,
      quads: area.quads,
      also: others.map((other) => ({ colour: tint(other), line: rgbOf(other) })),
      lane,
      contents: `${before}${noteText(row, words)}${after}`,
    });
    if (added) first ??= { page: area.page, top: Math.max(...area.quads.map((quad) => quad[1] ?? 0)) };
  }
  return first;
}

/** The colour of notes. */
const plain = "#d9b400";
const maxColours = 4;

/** The colours of a claim's positions, each once; none of a note. */
function coloursOf(library: Library, positions: Coded["positions"], colours: HighlightColours): readonly string[] {
  const all = positions.map((position) =>
    colours === "issue"
      ? (library.issues[position.issue]?.colour ?? plain)
      : (stanceOf(library, position)?.colour ?? unstated),
  );
  return [...new Set(all)].slice(0, maxColours);
}
