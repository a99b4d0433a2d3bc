import type { Coded } from "../claims/claims.ts";
import { quoteOf } from "../model/annotation.ts";
import { recordOf } from "../model/by-paper.ts";
import type { PaperContent } from "../model/content.ts";
import type { Library } from "../model/library.ts";
import { pageLabelAt, passageLabel } from "../model/page-map.ts";
import { type AnalysisEntry, entriesOf } from "./entries.ts";
import type { QueriedPassage } from "./passage-query.ts";

/** What passages can be counted by. */
export const tallies = ["paper", "actor", "issue", "stance"] as const;
/** One of those. */
export type TallyBy = (typeof tallies)[number];

/** A passage found with its words and its printed page label. */
export type AnalysedPassage = QueriedPassage & Readonly<{ text: string; page: string }>;

/** How many passages and claims fall to an entry. */
export type Tally = AnalysisEntry & Readonly<{ passages: number; claims: number }>;

/** What a passage query found: `shown` of `total` passages with their words, and all of them counted. */
export type AnalysedPassages = Readonly<{
  total: number;
  claims: number;
  shown: readonly AnalysedPassage[];
  tallies: Readonly<Record<TallyBy, readonly Tally[]>>;
}>;

/** A passage with its words; without the paper's content those of its claims. */
export function worded(library: Library, found: QueriedPassage, content: PaperContent | undefined): AnalysedPassage {
  const [only = "", ...others] = found.claims;
  const passage = others.length > 0 ? undefined : recordOf(library.annotations, found.paper, only)?.passage;
  if (content !== undefined && passage?.region !== undefined)
    return { ...found, text: quoteOf(passage), page: passageLabel(content, passage) };
  if (content !== undefined)
    return { ...found, text: content.text.slice(found.start, found.end), page: pageLabelAt(content, found.start) };
  return { ...found, text: found.claims.map((claim) => quoteIn(library, found, claim)).join(" … "), page: "" };
}

function quoteIn(library: Library, { paper }: QueriedPassage, claim: string): string {
  const annotation = recordOf(library.annotations, paper, claim);
  return annotation === undefined ? "" : quoteOf(annotation.passage);
}

/**
 * Passages counted by paper, actor, issue and stance: every entry of the library, those without any too. An entry
 * counts once for a passage, however many of its claims have it.
 */
export function talliesOf(
  library: Library,
  coded: readonly Coded[],
  found: readonly QueriedPassage[],
): AnalysedPassages["tallies"] {
  const byId = new Map(coded.map((claim) => [claim.annotation.id, claim]));
  const count = (by: TallyBy): Tally[] => {
    const counts = new Map<string, { passages: number; claims: Set<string> }>();
    for (const { claims } of found) {
      const seen = new Set<string>();
      for (const id of claims) {
        const claim = byId.get(id);
        for (const key of claim === undefined ? [] : keysOf(claim, by)) {
          const tally = counts.get(key) ?? { passages: 0, claims: new Set() };
          counts.set(key, tally);
          tally.claims.add(id);
          if (!seen.has(key)) tally.passages++;
          seen.add(key);
        }
      }
    }
    return entriesOf(library, by, new Set([...Object.keys(tableOf(library, by)), ...counts.keys()])).map((entry) => {
      const tally = counts.get(entry.id);
      return { ...entry, passages: tally?.passages ?? 0, claims: tally?.claims.size ?? 0 };
    });
  };
  return { paper: count("paper"), actor: count("actor"), issue: count("issue"), stance: count("stance") };
}

function tableOf(library: Library, by: TallyBy): Readonly<Record<string, unknown>> {
  return { paper: library.papers, actor: library.actors, issue: library.issues, stance: library.stances }[by];
}

function keysOf({ annotation, positions }: Coded, by: TallyBy): readonly string[] {
  if (by === "paper") return [annotation.paper];
  if (by === "actor") return [annotation.actor ?? ""];
  return positions.map((position) => position[by] ?? "");
}
