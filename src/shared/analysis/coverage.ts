import { supersededPapers } from "../claims/versions.ts";
import { ofPaper } from "../model/by-paper.ts";
import type { Library } from "../model/library.ts";
import { unionLength } from "../model/ranges.ts";
import { type AnalysisEntry, entriesOf } from "./entries.ts";
import type { PositionRow } from "./table.ts";

/** How much of a paper is marked, in UTF-16 units of its canonical text. */
export type PaperCoverage = AnalysisEntry &
  Readonly<{
    characters: number;
    /** Characters that at least one claim marks, UTF-16 units. */
    marked: number;
    /** marked / characters, 0 to 1. */
    share: number;
    claims: number;
    /** Marked characters per issue. */
    issues: Readonly<Record<string, number>>;
  }>;

/**
 * How much of each paper its claims mark, in all and by issue. A claim's extent counts from its first to its last
 * character, that of a rectangle not at all. Papers without claims are listed too, unless they have a newer version.
 */
export function paperCoverage(library: Library, rows: readonly PositionRow[]): PaperCoverage[] {
  const byPaper = Map.groupBy(rows, (row) => row.paper as string);
  const superseded = supersededPapers(library.papers);
  const papers = Object.keys(library.papers).filter((id) => !superseded.has(id) || byPaper.has(id));
  return entriesOf(library, "paper", papers).map((entry) => {
    const paperRows = byPaper.get(entry.id) ?? [];
    const words = paperRows.filter(
      (row) => ofPaper(library.annotations, row.paper)[row.claim]?.passage.region === undefined,
    );
    const characters = library.papers[entry.id]?.characters ?? 0;
    const marked = unionLength(words);
    const issues = Object.fromEntries(
      [...Map.groupBy(words, (row) => row.issue)].map(([id, some]) => [id, unionLength(some)]),
    );
    const claims = new Set(paperRows.map((row) => row.claim)).size;
    return { ...entry, characters, marked, share: characters === 0 ? 0 : marked / characters, claims, issues };
  });
}
