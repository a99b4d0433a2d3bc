import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Coded, codedIn } from "../../../shared/claims/claims.ts";
import { matchesInPaper } from "../../../shared/filter/query.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { labelValues } from "../../../shared/model/page-map.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { placesNear } from "../../../shared/text/find.ts";
import { firstWhere } from "../../../shared/text/touching.ts";
import { type CardSurface, Margin, maxCards } from "../cards/Margin.tsx";
import { getHost } from "../client/connection.ts";
import { annotationsAround, type Highlight, isCut, type Overlay } from "../editor/annotations.ts";
import { boxOf, edgeBoxOf, endsOf, moveCaret, offsetAt, selectRange, topOf } from "../editor/caret.ts";
import { type Caret, controlOf } from "../editor/control.ts";
import { type PaperEditor, PaperView } from "../editor/PaperView.tsx";
import { type HandleSurface, RangeHandles } from "../editor/RangeHandles.tsx";
import { syncTextScroll } from "../editor/text-scroll-sync.ts";
import { useHighlights } from "../editor/use-highlights.ts";
import { useTexts } from "../i18n/texts.ts";
import { useFind } from "../state/find.ts";
import { startOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { usePageView } from "../state/page-view.ts";
import { useRangeChange } from "../state/range-change.ts";
import { setReader } from "../state/reader-control.ts";
import { editClaim, finishGoal, selectAnnotation, selectWords, useReading } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { useShell } from "../state/shell.ts";
import { useSpeech } from "../state/speech.ts";
import { useElement } from "../ui/use-element.ts";
import { useOnChange } from "../ui/use-on-change.ts";
import { LiveRegion } from "./LiveRegion.tsx";
import { NoText } from "./NoText.tsx";
import { scrollIntoSight, useCaretInSight, useSavedPlace } from "./place.ts";
import { nearHighlights, nearRange, useNear } from "./use-near.ts";

/** The open paper with its margin of cards. */
export function Reader() {
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const selected = useReading((state) => state.selected);
  const query = useShell((state) => state.query);
  const host = getHost();
  const range = useReading((state) => state.range);
  const added = useReading((state) => state.added);
  const composing = useReading((state) => state.composing);
  const goal = useReading((state) => state.goal);
  const { t } = useTexts();
  const size = useSettings((state) => state.size);
  const width = useSettings((state) => state.width);
  const spacing = useSettings((state) => state.spacing);
  const face = useSettings((state) => state.face);
  const focus = useSettings((state) => state.focus);
  const [view, setView] = useState<PaperEditor | null>(null);
  const [scroller, setScroller] = useElement<HTMLDivElement>();
  const [pointed, setPointed] = useState<AnnotationId | null>(null);
  const [hovered, setHovered] = useState<AnnotationId | null>(null);
  const side = usePageView((state) => state.side);
  const near = useNear(view, scroller);
  const coded = useMemo(
    () => (paper === null ? [] : codedIn(library, paper).filter(matchesInPaper(library, query))),
    [library, paper, query],
  );
  const highlights = useHighlights(coded, library);
  const stretch = useMemo(() => (content === null ? null : nearRange(content, near)), [content, near]);
  const shown = useMemo(() => nearHighlights(highlights, stretch), [highlights, stretch]);
  const overlays = useOverlays({
    highlights,
    selected,
    pointed,
    added,
    pending: composing || side === "pages" ? range : null,
    near: stretch,
  });
  const surface = useMemo(
    (): HandleSurface | null =>
      view === null || scroller === null
        ? null
        : {
            scroller,
            boxAt: (offset, side) => (view.isDestroyed ? null : edgeBoxOf(view, offset, side)),
            offsetAt: (x, y) => offsetAt(view, x, y),
          },
    [view, scroller],
  );
  const cardSurface = useMemo(
    (): CardSurface | null =>
      view === null
        ? null
        : {
            topOf: (claim, laneTop) => (view.isDestroyed ? null : topOf(view, startOf(claim)) - laneTop),
            watched: view.dom,
          },
    [view],
  );
  const cards = useMemo(
    () => (coded.length <= maxCards || stretch === null ? coded : beginningIn(coded, stretch)),
    [coded, stretch],
  );
  const onRange = useCallback((next: TextRange | null) => selectWords(next), []);
  const doubtOf = useCallback(
    (confidence: number | null) => (confidence === null ? t("ocr.unsureWord") : t("ocr.confidence", { confidence })),
    [t],
  );
  const pageName = useCallback((label: string) => t("reader.page", labelValues(label)), [t]);

  useEffect(() => {
    if (view === null || content === null || scroller === null) return undefined;
    const caret: Caret = {
      focus: () => view.focus(),
      ends: () => endsOf(view),
      select: (range, caretFirst) => selectRange(view, range, caretFirst),
      move: (offset) => moveCaret(view, offset),
      show: (offset) => scrollIntoSight(view, scroller, offset),
      at: (left, top) => offsetAt(view, left, top),
      under: (left, top) => annotationsAround(highlights, document.elementFromPoint(left, top)),
      box: () => boxOf(view),
    };
    setReader(controlOf(caret, content, highlights), "text");
    return () => setReader(null, "text");
  }, [view, content, highlights, scroller]);

  const drawn = useRef(highlights);
  drawn.current = highlights;
  const isDrawn = highlights.some((highlight) => highlight.id === selected);
  useOnChange(() => {
    // Only a new selection moves the page, not a change of the claim; a claim just made is drawn a moment after it is
    // selected.
    const start = isDrawn ? drawn.current.find((highlight) => highlight.id === selected)?.start : undefined;
    if (view !== null && scroller !== null && start !== undefined) scrollIntoSight(view, scroller, start);
  }, [selected, isDrawn, view, scroller]);

  const places = useFind((state) => state.places);
  const current = useFind((state) => state.at);
  useOnChange(() => {
    const found = places[current];
    if (view !== null && scroller !== null && found !== undefined) scrollIntoSight(view, scroller, found.start);
  }, [places, current, view, scroller]);

  useEffect(() => {
    if (view === null || view.isDestroyed || scroller === null || goal === null || goal.paper !== paper) return;
    moveCaret(view, goal.start);
    scrollIntoSight(view, scroller, goal.start, "top");
    // Nothing else has the keyboard when the window opens.
    if (goal.focus || document.activeElement === document.body) view.focus();
    if (goal.end !== undefined) selectRange(view, { start: goal.start, end: goal.end });
    finishGoal();
  }, [view, scroller, goal, paper]);
  useSavedPlace(paper, view, scroller);
  useCaretInSight(view, scroller);

  const tied = useRef<PaperEditor | null>(null);
  useEffect(() => {
    if (view === null || scroller === null) return undefined;
    // A text that is only shown again is where it was.
    const begins = tied.current !== view;
    tied.current = view;
    return syncTextScroll(view, begins);
  }, [view, scroller]);

  if (paper === null || content === null) return null;
  const look = { "--size": `${size}px`, "--width": `${width}px`, "--spacing": spacing } as CSSProperties;
  return (
    <div className={`reading ${face}${focus ? " focus" : ""}`} data-testid="reader" style={look}>
      <LiveRegion view={view} highlights={highlights} selected={selected} />
      <div className="scroller" ref={setScroller}>
        <div className="column">
          {content.text.trim() === "" && hasPages(library.papers[paper]?.format ?? "text") && <NoText paper={paper} />}
          <PaperView
            key={paper}
            content={content}
            title={library.papers[paper]?.title ?? ""}
            pageName={pageName}
            doubtOf={doubtOf}
            highlights={shown}
            selected={selected}
            overlays={overlays}
            onHover={setHovered}
            onView={setView}
            onRange={onRange}
            onSelect={(id) => selectAnnotation(id)}
            onEdit={editClaim}
            onLink={(url) => void host.openLink({ url })}
          />
          <Margin
            content={content}
            shown={cards}
            surface={cardSurface}
            hovered={hovered ?? pointed}
            onHover={setPointed}
          />
          {surface !== null && <RangeHandles surface={surface} version={near} main />}
        </div>
      </div>
    </div>
  );
}

/** The claims that begin in a stretch, of those given in the order of the text. */
function beginningIn(coded: readonly Coded[], { start, end }: TextRange): readonly Coded[] {
  const placeOf = (offset: number): number =>
    firstWhere(coded.length, (index) => {
      const claim = coded[index];
      return claim === undefined || startOf(claim) >= offset;
    });
  return coded.slice(placeOf(start), placeOf(end));
}

type Looks = Readonly<{
  highlights: readonly Highlight[];
  selected: AnnotationId | null;
  pointed: AnnotationId | null;
  added: readonly TextRange[];
  pending: TextRange | null;
  /** Found places are drawn only here: there may be very many. */
  near: TextRange | null;
}>;

/** Everything drawn over the words for a while. */
function useOverlays({ highlights, selected, pointed, added, pending, near }: Looks): readonly Overlay[] {
  const places = useFind((state) => state.places);
  const current = useFind((state) => state.at);
  const spoken = useSpeech((state) => state.spoken);
  const changing = useRangeChange((state) => state.change?.ranges);
  return useMemo(() => {
    const overlays = (id: AnnotationId | null, look: string): Overlay[] =>
      (id === null ? [] : (highlights.find((highlight) => highlight.id === id)?.ranges ?? [])).map(
        ({ start, end }) => ({
          start,
          end,
          look,
        }),
      );
    const over = (ranges: readonly TextRange[], look: string): Overlay[] =>
      ranges.map(({ start, end }) => ({ start, end, look }));
    const chosen = highlights.find((highlight) => highlight.id === selected);
    const cut = chosen === undefined || isCut(highlights, chosen);
    return [
      ...overlays(selected, cut ? "selected" : "selected whole"),
      ...overlays(pointed, "hovered"),
      ...over(added, "pending"),
      ...over(pending === null ? [] : [pending], "pending"),
      ...over(changing ?? [], "pending"),
      ...over(near === null ? [] : placesNear(places, near, current), "found"),
      ...over(places.slice(current, current + 1), "found-here"),
      ...over(spoken === null ? [] : [spoken], "spoken"),
    ];
  }, [highlights, selected, pointed, added, pending, changing, near, places, current, spoken]);
}
