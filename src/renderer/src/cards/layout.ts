/** A card to place level with its passage. Pixels from the top of the lane. */
export type CardRequest = Readonly<{ wanted: number; height: number /** Never made a glyph. */; open: boolean }>;
export type CardPosition = Readonly<{
  top: number /** From 0, for glyphs side by side. */;
  column: number;
  glyph: boolean;
}>;

/** A glyph's side and the gap around things, in pixels. */
export const glyphSize = 28;
const gap = 6;
/** How far below its passage a card may be before it becomes a glyph. */
const drift = 90;

/** One card, or glyphs side by side. Pixels. */
type Row = { top: number; readonly height: number; readonly glyph: boolean; used: number };

/**
 * Places for cards so that none covers another: each level with its passage, or below the one before; where that takes
 * it too far from its words it becomes a glyph, and glyphs are in rows of `columns`. The open card is level with its
 * passage; those before it move up only as far as they must. `wishes` are in the order of the text.
 */
export function arrangeCards(wishes: readonly CardRequest[], columns: number, narrow: boolean): CardPosition[] {
  const rows: Row[] = [];
  const freeBelow = (row: Row | undefined): number => (row === undefined ? 0 : row.top + row.height + gap);
  const places = wishes.map(({ wanted, height, open }) => {
    const last = rows.at(-1);
    const free = freeBelow(last);
    if (open || (!narrow && Math.max(wanted, free) - wanted <= drift)) {
      const row: Row = { top: Math.max(wanted, free), height, glyph: false, used: 1 };
      rows.push(row);
      if (open) makeRoom(rows, wanted);
      return { row, column: 0 };
    }
    const hasRoom = last?.glyph === true && last.used < columns && wanted <= last.top + glyphSize;
    const row: Row = hasRoom ? last : { top: Math.max(wanted, free), height: glyphSize, glyph: true, used: 0 };
    if (!hasRoom) rows.push(row);
    return { row, column: row.used++ };
  });
  return places.map(({ row, column }) => ({ top: row.top, column, glyph: row.glyph }));
}

/** Put the last row where it wants to be, and those before it above it; never above the lane. */
function makeRoom(rows: readonly Row[], wanted: number): void {
  let limit = Infinity;
  for (const row of rows.toReversed()) {
    const top = limit === Infinity ? wanted : limit - gap - row.height;
    if (row.top <= top) break;
    row.top = top;
    limit = top;
  }
  let free = 0;
  for (const row of rows) {
    row.top = Math.max(row.top, free);
    free = row.top + row.height + gap;
  }
}
