import type { Stance } from "../model/codebook.ts";
import type { StanceId } from "../model/ids.ts";
import { defaultStances, type Library } from "../model/library.ts";
import { noStanceNames, stanceNames } from "../model/stance-name.ts";
import type { Table } from "../model/table.ts";
import { nameKey, sameName } from "../text/names.ts";

/**
 * The stance of a name in any language it is shown in, of a glyph or of a key; a plain hyphen counts as minus. Null
 * when the scale has none.
 */
export function findStance(stances: Table<Stance>, text: string): Stance | null {
  const wanted = text.trim();
  const fits = (stance: Stance): boolean => {
    const { name, glyph, key } = stance;
    const words = [...stanceNames(stance), glyph, key, name.replace(/s$/i, "")];
    return words.some((word) => word !== null && sameName(word, wanted));
  };
  return Object.values(stances).find(fits) ?? null;
}

/** The stance scale in its order. */
export function stanceScale(stances: Table<Stance>): readonly Stance[] {
  return Object.values(stances).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
}

/**
 * How the absence of a stance is shown: a dotted ring, which no stance of the default scale has, and its name in
 * English.
 */
export const noStance = { name: "no stance", glyph: "◌" } as const;

/**
 * Whether a person or a file says that there is no stance: nothing, `none`, or `no stance` in any language. Ask
 * `findStance` first.
 */
export function meansNoStance(text: string): boolean {
  return ["", "none", ...noStanceNames].map(nameKey).includes(nameKey(text.trim()));
}

/** How a stance is drawn: colour, kind of line, pattern. `none` is for a position without a stance. */
export type StanceLook = "supports" | "opposes" | "neutral" | "mixed" | "unclear" | "none";

/**
 * The look of a stance, by its polarity; what is neither for nor against is told apart by identifier, never by name.
 */
export function stanceLook(stance: Pick<Stance, "id" | "polarity"> | null | undefined): StanceLook {
  if (stance === null || stance === undefined) return "none";
  if (stance.polarity === null) return "unclear";
  if (stance.polarity !== 0) return stance.polarity > 0 ? "supports" : "opposes";
  return stance.id === defaultStances.mixed ? "mixed" : "neutral";
}

/** The stance of a position; undefined where it has none. */
export function stanceOf(
  library: Pick<Library, "stances">,
  { stance }: { stance: StanceId | null },
): Stance | undefined {
  return stance === null ? undefined : library.stances[stance];
}

/** How a whole claim is drawn, each look once in the order of its positions; empty for a note. */
export function claimLooks(
  library: Pick<Library, "stances">,
  positions: readonly { stance: StanceId | null }[],
): readonly StanceLook[] {
  return [...new Set(positions.map((position) => stanceLook(stanceOf(library, position))))];
}
