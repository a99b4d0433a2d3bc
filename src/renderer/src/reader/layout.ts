/** Tops of cards so that none covers another: each at its passage where it can, else below the one before. In pixels. */
export function stack(cards: readonly Readonly<{ wanted: number; height: number }>[], gap: number): number[] {
  let free = 0;
  return cards.map(({ wanted, height }) => {
    const top = Math.max(wanted, free);
    free = top + height + gap;
    return top;
  });
}
