import { noStance } from "../codebook/stance-scale.ts";
import { message, printLabel, type SpokenLanguage } from "../messages/message.ts";
import type { Library } from "../model/library.ts";
import { stanceLabel } from "../model/stance-name.ts";
import type { Analysis } from "./analyse.ts";
import type { AnalysisEntry, Dimension } from "./entries.ts";
import { tallies } from "./found.ts";
import type { Matrix } from "./matrix.ts";
import type { Timeline } from "./timeline.ts";

/**
 * An analysis as people read it: stances, and what has no actor, stance or date, are named in the reader's language.
 * Identifiers, numbers and order stay.
 */
export function shownAnalysis<Kind extends Analysis>(library: Library, analysis: Kind, language: SpokenLanguage): Kind;
export function shownAnalysis(library: Library, analysis: Analysis, language: SpokenLanguage): Analysis {
  switch (analysis.kind) {
    case "matrix":
      return { ...analysis, matrix: shownMatrix(library, analysis.matrix, language) };
    case "timeline":
      return { ...analysis, timeline: shownTimeline(library, analysis.timeline, language) };
    case "passages": {
      const named = tallies.map((by) => [by, analysis.found.tallies[by].map(naming(library, by, language))]);
      return { ...analysis, found: { ...analysis.found, tallies: Object.fromEntries(named) } };
    }
    default:
      return analysis;
  }
}

/** A matrix as people read it. */
export function shownMatrix(library: Library, matrix: Matrix, language: SpokenLanguage): Matrix {
  const { rows, columns } = matrix.options;
  return {
    ...matrix,
    columns: matrix.columns.map(naming(library, columns, language)),
    lines: matrix.lines.map(naming(library, rows, language)),
  };
}

/** A timeline as people read it. */
export function shownTimeline(library: Library, timeline: Timeline, language: SpokenLanguage): Timeline {
  const { lanes } = timeline.options;
  const everything = printLabel(message("facts.everything"), language);
  return {
    ...timeline,
    stances: timeline.stances.map(naming(library, "stance", language)),
    lanes: timeline.lanes.map(
      lanes === "all" ? (lane) => ({ ...lane, name: everything }) : naming(library, lanes, language),
    ),
  };
}

/** Names an entry of a dimension in a language. A group of others, which the window makes, is named already. */
function naming(library: Library, dimension: Dimension, language: SpokenLanguage) {
  return <Entry extends AnalysisEntry>(entry: Entry): Entry => {
    if (entry.of !== undefined) return entry;
    if (dimension === "stance") {
      const stance = library.stances[entry.id];
      if (stance === undefined && entry.id !== "") return entry;
      return { ...entry, name: `${stance?.glyph ?? noStance.glyph} ${printLabel(stanceLabel(stance), language)}` };
    }
    if (entry.id !== "") return entry;
    if (dimension === "actor") return { ...entry, name: printLabel(message("facts.noActor"), language) };
    return dimension === "period" ? { ...entry, name: printLabel(message("facts.noDate"), language) } : entry;
  };
}
