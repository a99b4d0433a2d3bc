import type { Stance } from "../model/codebook.ts";
import type { Table } from "../model/table.ts";
import { sameName } from "../text/names.ts";

/** The stance of a name, glyph or key; a plain hyphen counts as minus. Null when the scale has none. */
export function findStance(stances: Table<Stance>, text: string): Stance | null {
  const wanted = text.trim();
  const fits = ({ name, glyph, key }: Stance): boolean =>
    [name, glyph, key, name.replace(/s$/i, "")].some((one) => one !== null && sameName(one, wanted));
  return Object.values(stances).find(fits) ?? null;
}

/** The stance scale in its order. */
export function stanceScale(stances: Table<Stance>): readonly Stance[] {
  return Object.values(stances).sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
}
