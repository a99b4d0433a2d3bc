import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import type { Region } from "../../../shared/model/annotation.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import type { Layout } from "../../../shared/page-view/layout.ts";
import { type CardSurface, Margin, maxCards } from "../cards/Margin.tsx";
import { startOf } from "../state/highlights.ts";
import { usePageTexts } from "./page-texts.ts";
import type { VisiblePages } from "./use-scroll.ts";
import type { PagesView } from "./view.ts";

type Props = Readonly<{
  content: PaperContent;
  coded: readonly Coded[];
  view: PagesView;
  layout: Layout;
  shown: VisiblePages;
  onHover: (annotation: AnnotationId | null) => void;
}>;

const regionOf = ({ annotation }: Coded): Region | null => annotation.passage.region ?? null;

/**
 * The cards beside the pages, where no text with its own cards is beside them. Their lane is outside of what scrolls
 * and follows it, so that the pages keep the middle of the room that is left.
 */
export function PageCards({ content, coded, view, layout, shown, onHover }: Props) {
  const letters = usePageTexts((state) => state.pages);
  const lane = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<AnnotationId | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words move with the pages, and when their letters come
  const surface = useMemo(
    (): CardSurface => ({
      topOf: (claim) => view.heightOf(startOf(claim), regionOf(claim)),
      watched: view.scroller,
    }),
    [view, layout, letters],
  );
  const near = useMemo(() => {
    const claims = coded.filter((claim) => {
      const page = coded.length <= maxCards ? shown.first : view.pageOf(startOf(claim), regionOf(claim));
      return page >= shown.first - 1 && page <= shown.last + 1;
    });
    // The second column begins above the end of the first.
    const heights = new Map(claims.map((claim) => [claim, surface.topOf(claim, 0) ?? 0]));
    return claims.sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
  }, [coded, view, surface, shown.first, shown.last]);
  useLayoutEffect(() => {
    const follow = (): void => {
      if (lane.current !== null) lane.current.style.translate = `0 ${-view.scroller.scrollTop}px`;
    };
    follow();
    view.scroller.addEventListener("scroll", follow, { passive: true });
    return () => view.scroller.removeEventListener("scroll", follow);
  }, [view]);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    // The lane itself cannot be scrolled: the pages are, and the lane follows.
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) view.scroller.scrollBy(0, event.deltaY);
    };
    const reveal = (event: FocusEvent): void => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>(".card") : null;
      const claim = near.find(({ annotation }) => annotation.id === card?.dataset.annotation);
      const region = claim === undefined ? null : regionOf(claim);
      if (region !== null) view.revealRegion(region);
      else if (claim !== undefined) view.reveal(startOf(claim));
    };
    element.addEventListener("wheel", turn, { passive: true });
    element.addEventListener("focusin", reveal);
    return () => {
      element.removeEventListener("wheel", turn);
      element.removeEventListener("focusin", reveal);
    };
  }, [view, near]);
  const point = (annotation: AnnotationId | null): void => {
    setHovered(annotation);
    onHover(annotation);
  };
  return (
    <div className="page-cards" ref={frame}>
      <div ref={lane} className="lane" style={{ height: layout.height }}>
        <Margin content={content} shown={near} surface={surface} hovered={hovered} onHover={point} />
      </div>
    </div>
  );
}
