import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import type { Region } from "../../../shared/model/annotation.ts";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import type { Layout } from "../../../shared/page-view/layout.ts";
import { shiftRegion } from "../../../shared/page-view/region.ts";
import { useTexts } from "../i18n/texts.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { cancelRegion, draftRegion, takeRegion, useRegion } from "../state/region.ts";
import { isComposing } from "../ui/composing.ts";
import type { PagesView } from "./view.ts";
import "./region-box.css";

type Shown = Readonly<{ region: Region; annotation: AnnotationId | null }>;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far an arrow key moves a rectangle, in points; with Ctrl as far as the second. */
const steps = [10, 1] as const;

/**
 * The frame of the rectangle being drawn, coded or selected. Its edges move it and its corner resizes it, by dragging
 * or, once the keyboard has it, by arrow keys.
 */
export function RegionBox({ view, layout }: Readonly<{ view: PagesView; layout: Layout }>) {
  const { t, rich, direction } = useTexts();
  const draft = useRegion((state) => state.draft);
  const shown = useShown();
  const box = useRef<HTMLButtonElement>(null);
  const byKey = draft?.byKey === true;
  const isBegun = draft !== null;
  useEffect(() => {
    if (!byKey) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, [byKey]);
  const placed = shown === null ? undefined : layout.pages[shown.region.page];
  if (shown === null || placed === undefined) return null;
  const { region, annotation } = shown;
  const size = view.sheetSize(region.page);
  const ratio = placed.width / size.width;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const arrow = arrows[event.key];
    if (arrow !== undefined) {
      const step = event.ctrlKey || event.metaKey ? steps[1] : steps[0];
      const by = { x: arrow[0] * step, y: arrow[1] * step };
      draftRegion(shiftRegion(region, event.shiftKey ? "size" : "move", by, size), annotation, true);
    } else if (event.key === "Enter") void takeRegion();
    else if (event.key === "Escape") cancelRegion();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const grip = (how: "move" | "size", className: string) => (
    <i className={className} onPointerDown={(event) => startDrag(event, how, shown, ratio, size)} />
  );
  return (
    <div
      className={isBegun ? "region-box begun" : "region-box"}
      style={{
        top: placed.top + region.y * ratio,
        marginInlineStart: region.x * ratio - placed.width / 2,
        width: region.width * ratio,
        height: region.height * ratio,
      }}
    >
      {byKey && (
        <button
          type="button"
          className="key"
          ref={box}
          aria-label={t("area.box", { label: view.content.pages[region.page]?.label ?? "" })}
          aria-describedby="area-help"
          onKeyDown={onKeyDown}
          onClick={() => void takeRegion()}
        />
      )}
      {["top", "bottom", "left", "right"].map((side) => (
        <span key={side}>{grip("move", side)}</span>
      ))}
      {grip("size", "corner")}
      {byKey && (
        // Pages run from left to right in every language; the words about them do not.
        <div className="range-handles" dir={direction}>
          <div className="range-bar" role="toolbar" aria-label={t("area.name")}>
            <span id="area-help">
              {rich("area.help", { kbd: (parts) => <kbd key={String(parts[0])}>{parts}</kbd> })}
            </span>
            <button type="button" onClick={cancelRegion}>
              {t("range.cancel")}
            </button>
            <button type="button" className="primary" onClick={() => void takeRegion()}>
              {t(annotation === null ? "area.take" : "range.save")}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** What has a frame: what is being drawn, else what is to be coded, else the selected annotation. */
function useShown(): Shown | null {
  const draft = useRegion((state) => state.draft);
  const drawn = useReading((state) => state.region?.region);
  const paper = useReading((state) => state.paper);
  const selected = useReading((state) => state.selected);
  const writable = useLibrary((state) => isWritable(state));
  const stored = useLibrary((state) =>
    paper === null || selected === null
      ? undefined
      : codedOne(state.library, paper, selected)?.annotation.passage.region,
  );
  if (draft !== null) return draft;
  if (drawn !== undefined) return { region: drawn, annotation: null };
  return stored === undefined || !writable ? null : { region: stored, annotation: selected };
}

/** Follow the pointer until it is released, which takes the rectangle, or Escape is pressed, which leaves it. */
function startDrag(
  event: PointerEvent<HTMLElement>,
  how: "move" | "size",
  { region, annotation }: Shown,
  ratio: number,
  size: Readonly<{ width: number; height: number }>,
): void {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  const byKey = useRegion.getState().draft?.byKey === true;
  const start = { x: event.clientX, y: event.clientY };
  let dragged = false;
  const move = (next: globalThis.PointerEvent): void => {
    const by = { x: (next.clientX - start.x) / ratio, y: (next.clientY - start.y) / ratio };
    dragged ||= Math.hypot(by.x, by.y) * ratio > 3;
    if (dragged) draftRegion(shiftRegion(region, how, by, size), annotation, byKey);
  };
  const end = (): void => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("keydown", onEscape, true);
  };
  const up = (): void => {
    end();
    if (dragged && !byKey) void takeRegion();
  };
  const onEscape = (key: globalThis.KeyboardEvent): void => {
    if (isComposing(key) || key.key !== "Escape") return;
    key.preventDefault();
    key.stopPropagation();
    end();
    cancelRegion();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("keydown", onEscape, true);
}
