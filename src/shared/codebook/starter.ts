import type { LanguageTag } from "../messages/message.ts";
import type { IssueLine } from "./issue-lines.ts";
import { type Branch, englishBranches } from "./starter-english.ts";
import { urduBranches } from "./starter-urdu.ts";

/**
 * A general list of policy issues to begin with, in the words of briefing papers: the same branches and issues, in the
 * same order, in each language. A branch or the whole can be taken.
 */
const branchesIn: Readonly<Record<LanguageTag, readonly Branch[]>> = { en: englishBranches, ur: urduBranches };

/** Names of the branches in a language, in order. */
export function starterBranches(language: LanguageTag): readonly string[] {
  return branchesIn[language].map(({ name }) => name);
}

/**
 * The starter codebook as a list in a language: all of it, or the branches named. Names are found in every language,
 * whatever their case; others are left out.
 */
export function starterLines(
  language: LanguageTag,
  wanted: readonly string[] = starterBranches(language),
): IssueLine[] {
  const names = new Set(wanted.map((name) => name.trim().toLowerCase()));
  return branchesIn[language]
    .filter((_, index) =>
      Object.values(branchesIn).some((branches) => names.has(branches[index]?.name.toLowerCase() ?? "")),
    )
    .flatMap(({ name, definition, under }): IssueLine[] => [
      { names: [name], definition },
      ...under.map(([child, meaning, include = "", exclude = ""]) => ({
        names: [name, child],
        definition: meaning,
        include,
        exclude,
      })),
    ]);
}
