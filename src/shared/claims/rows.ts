import { noStance, type StanceLook, stanceLook, stanceOf } from "../codebook/stance-scale.ts";
import { inEnglish, message, printMessage, type SpokenLanguage } from "../messages/message.ts";
import { extentOf, type Passage, quoteOf, Region, type Relation, textRanges } from "../model/annotation.ts";
import { recordOf } from "../model/by-paper.ts";
import type { PaperContent } from "../model/content.ts";
import type { AnnotationId, PaperId, StanceId } from "../model/ids.ts";
import { issueNames, printPath } from "../model/issue-path.ts";
import type { Library } from "../model/library.ts";
import { isRecognised, passageLabel } from "../model/page-map.ts";
import { isolate } from "../text/isolate.ts";
import type { Coded } from "./claims.ts";

/** One annotation as reports and data show it: names instead of identifiers, the printed page label. */
export type ClaimRow = Readonly<{
  id: AnnotationId;
  paper: PaperId;
  paperTitle: string;
  quote: string;
  page: string;
  /** Whether its words are the paper's own, or were read with OCR. */
  text: "own" | "ocr";
  /** Offsets in the canonical text, UTF-16 units; null of a rectangle on a page. */
  start: number | null;
  end: number | null;
  /** The rectangle that is marked instead of words; null where words are. */
  region: Region | null;
  positions: readonly Readonly<{
    issue: string;
    /** Identifier, name and glyph of the stance. Null and the glyph of `noStance` where none was given. */
    stanceId: StanceId | null;
    stance: string | null;
    glyph: string;
    look: StanceLook;
    polarity: 1 | 0 | -1 | null;
    strength: number | null;
  }>[];
  actor: string | null;
  certainty: number | null;
  grade: string | null;
  note: string;
  coder: string;
  created: string;
  /** Links to other annotations, one phrase each: `contradicts “…”`. */
  relations: readonly string[];
}>;

/**
 * Rows of some annotations; the papers' contents give the page labels. Stances are named as `library` has them, links
 * are phrases of the language.
 */
export function claimRows(
  library: Library,
  coded: readonly Coded[],
  contents: ReadonlyMap<string, PaperContent>,
  language: SpokenLanguage = inEnglish,
): ClaimRow[] {
  const relations = Map.groupBy(Object.values(library.relations), (relation) => relation.source.annotation);
  return coded.map(({ annotation, positions }) => {
    const { passage } = annotation;
    const region = passage.region ?? null;
    const { start, end } = region === null ? extentOf(passage) : { start: null, end: null };
    const content = contents.get(annotation.paper);
    return {
      id: annotation.id,
      paper: annotation.paper,
      paperTitle: library.papers[annotation.paper]?.title ?? "",
      quote: quoteIn(passage, language),
      page: content === undefined ? "" : passageLabel(content, passage),
      text: content !== undefined && isRecognised(content, textRanges(passage)) ? "ocr" : "own",
      start,
      end,
      region,
      positions: positions.map((position) => {
        const stance = stanceOf(library, position);
        return {
          issue: printPath(issueNames(library.issues, position.issue)),
          stanceId: position.stance,
          stance: stance?.name ?? null,
          glyph: stance?.glyph ?? noStance.glyph,
          look: stanceLook(stance),
          polarity: stance?.polarity ?? null,
          strength: position.strength,
        };
      }),
      actor: annotation.actor === null ? null : (library.actors[annotation.actor]?.name ?? null),
      certainty: annotation.certainty,
      grade: annotation.grade === null ? null : `${annotation.grade.reliability}${annotation.grade.credibility}`,
      note: annotation.note,
      coder: library.coders[annotation.coder]?.name ?? "",
      created: annotation.created,
      relations: (relations.get(annotation.id) ?? []).map((relation) => phraseOf(library, relation, language)),
    };
  });
}

/** The words of a passage as people read them: a rectangle without any is named as such. */
function quoteIn(passage: Passage, language: SpokenLanguage): string {
  return passage.region?.quote === "" ? printMessage(message("claim.region"), language) : quoteOf(passage);
}

/** The quote of a claim as programs read it: empty of a rectangle without words. */
export function dataQuote({ quote, region }: ClaimRow): string {
  return region === null ? quote : region.quote;
}

/** A rectangle as data files and the command line write it: `PAGE,x,y,width,height`, the page counted from 1. */
export function printRegion({ page, x, y, width, height }: Region): string {
  return [page + 1, ...[x, y, width, height].map((length) => Math.round(length * 100) / 100)].join(",");
}

/** The rectangle that `printRegion` wrote, without words; null for anything else. */
export function parseRegion(text: string): Region | null {
  const parts = text.split(",").map((part) => part.trim());
  const [page = 0, x, y, width, height] = parts.map(Number);
  if (parts.length !== 5 || parts.includes("")) return null;
  return Region.safeParse({ page: page - 1, x, y, width, height, quote: "" }).data ?? null;
}

function phraseOf(library: Library, { kind, target }: Relation, language: SpokenLanguage): string {
  const other = recordOf(library.annotations, target.paper, target.annotation);
  const quote = other === undefined ? "" : quoteIn(other.passage, language);
  const verb = printMessage(message(`relation.${kind}`), language);
  const shown = language.locale === "ur" ? isolate(quote, "rtl") : quote;
  return `${verb} ${printMessage(message("report.quoted", { text: shown }), language, (text) => text)}`;
}
