/**
 * Where a preview is scrolled to: how far, and the claim at its upper edge, if any, with how many times it occurs
 * before and where it begins, in pixels from the edge.
 */
export type PreviewPlace = Readonly<{
  top: number;
  claim: Readonly<{ id: string; nth: number; from: number }> | null;
}>;

/** Where a page is scrolled to. */
export function placeOf(page: Document): PreviewPlace {
  const { scrollTop: top, clientWidth } = page.documentElement;
  const claim = page.elementFromPoint(clientWidth / 2, 8)?.closest<HTMLElement>("[data-claim]");
  const id = claim?.dataset.claim;
  if (!claim || id === undefined) return { top, claim: null };
  const nth = occurrences(page, id).indexOf(claim);
  return { top, claim: { id, nth, from: claim.getBoundingClientRect().top } };
}

/**
 * Scroll a page, drawn again, to where it was. By the claim where there is one: what was never on screen has no height
 * of its own yet.
 */
export function scrollToPlace(page: Document, { top, claim }: PreviewPlace): void {
  const root = page.documentElement;
  root.scrollTop = top;
  if (claim === null) return;
  const found = occurrences(page, claim.id);
  const element = found[claim.nth] ?? found[0];
  // What comes on screen by the first step gets its height, which the second one makes up for.
  for (let step = 0; step < 2 && element !== undefined; step++)
    root.scrollTop += element.getBoundingClientRect().top - claim.from;
}

function occurrences(page: Document, id: string): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`)];
}
