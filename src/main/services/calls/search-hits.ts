import type { Coded } from "../../../shared/claims/claims.ts";
import type { SearchHit } from "../../../shared/contract/workbench.ts";
import { extentOf, quoteOf, textRanges } from "../../../shared/model/annotation.ts";
import type { Library } from "../../../shared/model/library.ts";
import { labelIn, type PageMap, passageLabelIn } from "../../../shared/model/page-map.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import {
  holdsTerm,
  rangesIn,
  rangesOf,
  type Searchable,
  type SearchPlace,
  snippetOf,
  type Term,
} from "../../../shared/search/search.ts";
import { cutText } from "../../../shared/text/cut.ts";
import { plainWords } from "../../../shared/text/words.ts";
import type { PaperText } from "./search-texts.ts";

/**
 * What was found in a paper: the first places, how many there are in all, and the annotations that say the words.
 * `words` are null where there are no places.
 */
export type PaperPlaces = Readonly<{
  paper: Paper;
  words: Searchable | null;
  places: readonly SearchPlace[];
  count: number;
  claims: readonly Coded[];
  about: boolean;
}>;

/**
 * The first hits of a paper. An annotation around a place is reported with it; one that has the words in its note or
 * coding is a hit of its own.
 */
export function hitsIn(
  library: Library,
  { paper, words, places, claims }: PaperPlaces,
  { text, pages }: PaperText,
  terms: readonly Term[],
  most: number,
): SearchHit[] {
  const inText = places.slice(0, most).map((place): SearchHit => {
    const ranges = words === null ? [] : rangesOf(text, words, place);
    const [start, end] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
    const around = claims.find(({ annotation }) =>
      textRanges(annotation.passage).some((range) => range.start <= start && range.end >= end),
    );
    const page = labelIn(pages, start);
    return { paper: paper.id, start, end, page, ...snippetOf(text, ranges), annotation: around?.annotation.id ?? null };
  });
  const inWords = claims.filter(({ annotation }) => {
    // The words of a rectangle are nowhere in the text.
    if (annotation.passage.region !== undefined) return true;
    const quote = plainWords(quoteOf(annotation.passage));
    return !terms.every((term) => holdsTerm(quote, term));
  });
  const own = inWords.slice(0, most).map((word) => saying(library, word, terms, pages));
  return [...inText, ...own].sort((a, b) => a.start - b.start).slice(0, most);
}

function saying(library: Library, { annotation, positions }: Coded, terms: readonly Term[], pages: PageMap): SearchHit {
  const { start, end } = extentOf(annotation.passage);
  const quote = quoteOf(annotation.passage);
  const actor = annotation.actor === null ? "" : (library.actors[annotation.actor]?.name ?? "");
  const issues = positions.map((position) => library.issues[position.issue]?.name ?? "");
  const short = quote.length > 120 ? `${cutText(quote, 119).trimEnd()}…` : quote;
  // Beside the quote only what says one of the words.
  const parts = [cutText(annotation.note, 240), actor, ...issues].filter((part) => rangesIn(part, terms).length > 0);
  const snippet = [short, ...parts].join(" — ").replace(/\s/g, " ");
  const page = passageLabelIn(pages, annotation.passage);
  return {
    paper: annotation.paper,
    start,
    end,
    page,
    snippet,
    marks: rangesIn(snippet, terms),
    annotation: annotation.id,
  };
}
