/** A card that wants to stand at its passage. Pixels from the top of the lane. */
export type CardRequest = Readonly<{ wanted: number; height: number /** Never made a glyph. */; open: boolean }>;
export type CardPosition = Readonly<{
  top: number /** From 0, for glyphs side by side. */;
  column: number;
  glyph: boolean;
}>;

/** A glyph's side and the gap around things, in pixels. */
export const glyphSize = 28;
const gap = 6;
/** How far below its passage a card may stand before it becomes a glyph. */
const drift = 90;

/**
 * Where cards stand so that none covers another: each at its passage, or below the one before; where that takes it too far
 * from its words it becomes a glyph, and glyphs stand in rows of `columns`. `wishes` are in the order of the text.
 */
export function arrangeCards(wishes: readonly CardRequest[], columns: number, narrow: boolean): CardPosition[] {
  let free = 0;
  let row: { top: number; used: number } | null = null;
  return wishes.map(({ wanted, height, open }) => {
    if (open || (!narrow && Math.max(wanted, free) - wanted <= drift)) {
      const top = Math.max(wanted, free);
      free = top + height + gap;
      row = null;
      return { top, column: 0, glyph: false };
    }
    if (row === null || row.used >= columns || wanted > row.top + glyphSize)
      row = { top: Math.max(wanted, free), used: 0 };
    const stand = { top: row.top, column: row.used++, glyph: true };
    free = row.top + glyphSize + gap;
    return stand;
  });
}
