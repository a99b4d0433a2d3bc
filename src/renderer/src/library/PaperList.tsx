import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Paper } from "../../../shared/model/paper.ts";
import { useTexts } from "../i18n/texts.ts";
import { registerFocus } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { choosePapers, setPapers, usePapers } from "../state/papers.ts";
import { openPaper } from "../state/reading.ts";
import { removePapers } from "../state/remove-papers.ts";
import { openDialog } from "../state/shell.ts";
import { isComposing } from "../ui/composing.ts";
import { signAmong } from "../ui/pressed-signs.ts";
import { PaperHeads } from "./PaperHeads.tsx";
import { PaperItem } from "./PaperItem.tsx";
import { focusLabels, focusPaperList, stepOf } from "./paper-list-keys.ts";

const row = { list: 62, cards: 350 } as const;
const cover = { list: 36, cards: 148 } as const;
const cardWidth = 196;

/**
 * The papers themselves. Arrows go from one to the next, Enter opens, Space chooses, F2 opens the record, T and C tag
 * and collect, Delete removes. Only what is in sight is drawn.
 */
export function PaperList({ papers }: Readonly<{ papers: readonly Paper[] }>) {
  const { t, direction } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const layout = usePapers((state) => state.layout);
  const chosen = usePapers((state) => state.chosen);
  const currentId = usePapers((state) => state.current);
  const scroll = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const across = useAcross(scroll, layout === "cards");
  const current = Math.max(
    0,
    papers.findIndex((paper) => paper.id === currentId),
  );
  // Another layout has rows of another height.
  const keyOf = useCallback((index: number) => `${layout} ${across} ${index}`, [layout, across]);
  const rows = useVirtualizer({
    count: Math.ceil(papers.length / across),
    getScrollElement: () => scroll.current,
    estimateSize: () => row[layout],
    getItemKey: keyOf,
    overscan: 3,
    paddingStart: 8,
    paddingEnd: 16,
  });
  const goTo = (index: number): void => {
    setPapers({ current: papers[index]?.id ?? null });
    rows.scrollToIndex(Math.floor(index / across));
    focusItem(scroll.current, index, 4);
  };
  const range = (to: number): void => {
    const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    choosePapers(
      papers.slice(from, until + 1).map((paper) => paper.id),
      true,
    );
  };
  const choose = (index: number, extend: boolean): void => {
    const paper = papers[index];
    if (paper === undefined) return;
    if (extend) range(index);
    else choosePapers([paper.id], !chosen.has(paper.id));
    if (!extend) anchor.current = index;
  };
  const remove = async (index: number): Promise<void> => {
    const wanted = papers.filter((paper) => chosen.has(paper.id));
    const gone = wanted.length > 0 ? wanted : papers.slice(index, index + 1);
    const next =
      papers.find((paper, position) => position > index && !gone.includes(paper)) ?? papers[Math.max(0, index - 1)];
    if (!(await removePapers(gone))) return;
    setPapers({ chosen: new Set(), current: next?.id ?? null });
    requestAnimationFrame(focusPaperList);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const offset = indexOf(event.target);
    const paper = offset === null ? undefined : papers[offset];
    if (offset === null || paper === undefined || event.altKey || isComposing(event)) return;
    const mod = event.ctrlKey || event.metaKey;
    const to = mod ? null : stepOf(event.key, offset, papers.length, across, direction === "rtl");
    const letter = signAmong(event, ["a", "c", "t"]);
    if (to !== null) {
      if (event.shiftKey) range(to);
      else anchor.current = to;
      goTo(to);
    } else if (mod && letter === "a" && !event.shiftKey)
      choosePapers(
        papers.map((paper) => paper.id),
        true,
      );
    else if (mod) return;
    else if (event.key === "Enter") void openPaper(paper.id);
    else if (event.key === " ") choose(offset, event.shiftKey);
    else if (event.key === "Escape" && chosen.size > 0) setPapers({ chosen: new Set() });
    else if (event.key === "F2") {
      setPapers({ edited: paper.id });
      openDialog("record");
    } else if (writable && event.key === "Delete") void remove(offset);
    else if (writable && (letter === "t" || letter === "c")) {
      if (chosen.size === 0) choosePapers([paper.id], true);
      focusLabels(letter === "t" ? "tags" : "collections");
    } else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const offset = indexOf(event.target);
    const paper = offset === null ? undefined : papers[offset];
    if (offset === null || paper === undefined || !(event.target instanceof Element)) return;
    const part = event.target.closest<HTMLElement>("[data-part]");
    const name = part?.dataset.name ?? "";
    setPapers({ current: paper.id });
    if (part?.dataset.part === "title") void openPaper(paper.id);
    else if (part?.dataset.part === "tag") setPapers({ filter: { tag: name } });
    else if (part?.dataset.part === "collection") setPapers({ filter: { collection: name } });
    else if (part?.dataset.part === "tick" || event.shiftKey || event.ctrlKey || event.metaKey)
      choose(offset, event.shiftKey);
    else anchor.current = offset;
  };
  useLayoutEffect(
    () =>
      registerFocus(
        "papers",
        () => scroll.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]') ?? null,
      ),
    [],
  );
  useEffect(() => {
    // Coming here by a command, the keyboard is at the paper that had it last.
    const frame = requestAnimationFrame(() => document.activeElement === document.body && focusPaperList());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div className={`shelf-frame ${layout}`}>
      {layout === "list" && <PaperHeads />}
      <div className="shelf" ref={scroll}>
        <div
          role="listbox"
          aria-multiselectable="true"
          aria-label={t("library.papers")}
          tabIndex={-1}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={(event) => {
            const paper = papers[indexOf(event.target) ?? -1];
            if (paper !== undefined) void openPaper(paper.id);
          }}
        >
          {rows.getVirtualItems().map((item) => (
            <div
              key={item.index}
              role="presentation"
              className="shelf-row"
              style={{ transform: `translateY(${item.start}px)`, height: item.size, "--across": across } as object}
            >
              {papers.slice(item.index * across, (item.index + 1) * across).map((paper, column) => {
                const index = item.index * across + column;
                return (
                  <PaperItem
                    key={paper.id}
                    library={library}
                    paper={paper}
                    index={index}
                    count={papers.length}
                    chosen={chosen.has(paper.id)}
                    current={index === current}
                    coverWidth={cover[layout]}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function indexOf(target: EventTarget): number | null {
  const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
  return option === null ? null : Number(option.dataset.index);
}

/** A paper far away is drawn in one of the next frames only. */
function focusItem(shelf: HTMLElement | null, index: number, tries: number): void {
  const item = shelf?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (item != null) item.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusItem(shelf, index, tries - 1));
}

/** How many cards are in a row. */
function useAcross(scroll: Readonly<{ current: HTMLElement | null }>, cards: boolean): number {
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroll]);
  return cards ? Math.max(1, Math.floor((width - 32) / cardWidth)) : 1;
}
