import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { landmarkRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { isComposing } from "../ui/composing.ts";
import { Card } from "./Card.tsx";
import { cardAfter } from "./card-keys.ts";
import { arrangeCards, type CardPosition, glyphSize } from "./layout.ts";

/** What the cards are beside: the text or the pages. */
export type CardSurface = Readonly<{
  /**
   * Where the words of a claim begin, in CSS pixels from the top of the lane, which is at `laneTop` in the window; null
   * when the surface is gone.
   */
  topOf: (claim: Coded, laneTop: number) => number | null;
  /** An element whose size changes when words move. */
  watched: Element;
}>;

type Props = Readonly<{
  content: PaperContent;
  /** From top to bottom; of more than `maxCards` only those near the screen. */
  shown: readonly Coded[];
  surface: CardSurface | null;
  hovered: AnnotationId | null;
  onHover: (annotation: AnnotationId | null) => void;
}>;

/** Up to this many cards are drawn all at once; of more only those near the screen. */
export const maxCards = 120;
/** A lane less wide than this, in pixels, has room for glyphs only. */
const narrowest = 120;

/** Cards beside their passages; pointing at a card shows its words, pointing at words shows their card. */
export function Margin({ content, shown, surface, hovered, onHover }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const selected = useReading((state) => state.selected);
  const lane = useRef<HTMLElement>(null);
  useLayoutEffect(() => landmarkRef("margin")(lane.current), []);
  const [focused, setFocused] = useState<AnnotationId | null>(null);
  const [stands, setStands] = useState<ReadonlyMap<string, CardPosition>>(new Map());
  const heights = useRef(new Map<string, number>());
  const again = useRef(0);
  const latest = useRef<() => void>(() => undefined);

  const place = useCallback((): void => {
    const element = lane.current;
    if (surface === null || element === null) return;
    const { top: zero, width } = element.getBoundingClientRect();
    const narrow = width < narrowest;
    for (const card of element.querySelectorAll<HTMLElement>(".card:not(.small)"))
      heights.current.set(card.dataset.annotation ?? "", card.offsetHeight);
    const tops = shown.flatMap((claim) => surface.topOf(claim, zero) ?? []);
    if (tops.length < shown.length) return;
    const wishes = shown.map((claim, index) => ({
      wanted: Math.round((tops[index] ?? 0) - 3),
      height: heights.current.get(claim.annotation.id) ?? 56,
      open: claim.annotation.id === selected && !narrow,
    }));
    const found = arrangeCards(wishes, Math.max(1, Math.floor(width / (glyphSize + 4))), narrow);
    cancelAnimationFrame(again.current);
    // A glyph that becomes a card has a true height only when it is drawn.
    if (shown.some((claim, index) => found[index]?.glyph === false && !heights.current.has(claim.annotation.id)))
      again.current = requestAnimationFrame(() => latest.current());
    const placed = new Map(
      shown.map((claim, index) => [claim.annotation.id, found[index] ?? { top: 0, column: 0, glyph: false }]),
    );
    setStands((before) => (samePlaces(before, placed) ? before : placed));
  }, [shown, surface, selected]);

  useLayoutEffect(() => {
    latest.current = place;
    place();
  }, [place]);
  useEffect(() => {
    const watch = new ResizeObserver(() => latest.current());
    if (surface !== null) watch.observe(surface.watched);
    if (lane.current !== null) watch.observe(lane.current);
    return () => {
      cancelAnimationFrame(again.current);
      watch.disconnect();
    };
  }, [surface]);

  const ids = shown.map(({ annotation }) => annotation.id);
  // Tab comes to one card: where the keyboard was last, else the selected one, else the first.
  const stop = [focused, selected].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  return (
    <section
      className="margin"
      ref={lane}
      aria-label={t("reader.cards")}
      onFocus={(event) => setFocused(idOfCard(event.target))}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isComposing(event)) return;
        if (event.key === "Escape") {
          reader()?.focus();
          event.preventDefault();
          return;
        }
        const next = cardAfter(ids, idOfCard(event.target), event.key);
        if (next === null) return;
        event.preventDefault();
        focusCard(event.currentTarget, next);
      }}
    >
      {shown.map((claim) => {
        const { id } = claim.annotation;
        const stand = stands.get(id);
        return (
          <Card
            key={id}
            coded={claim}
            content={content}
            library={library}
            selected={id === selected}
            hovered={id === hovered}
            glyph={stand?.glyph ?? false}
            stop={id === stop}
            top={stand?.top ?? -1000}
            start={stand?.glyph === true ? stand.column * (glyphSize + 4) : null}
            onHover={onHover}
          />
        );
      })}
    </section>
  );
}

/** Whether every card is where it was, so that nothing has to be drawn again. */
function samePlaces(before: ReadonlyMap<string, CardPosition>, now: ReadonlyMap<string, CardPosition>): boolean {
  return (
    before.size === now.size &&
    [...now].every(([id, { top, column, glyph }]) => {
      const old = before.get(id);
      return old?.top === top && old.column === column && old.glyph === glyph;
    })
  );
}

function idOfCard(target: EventTarget): AnnotationId | null {
  const card = target instanceof Element ? target.closest<HTMLElement>(".card") : null;
  return (card?.dataset.annotation ?? null) as AnnotationId | null;
}

function focusCard(lane: HTMLElement, id: AnnotationId): void {
  for (const card of lane.querySelectorAll<HTMLElement>(".card"))
    if (card.dataset.annotation === id) card.querySelector<HTMLElement>(".face")?.focus();
}
