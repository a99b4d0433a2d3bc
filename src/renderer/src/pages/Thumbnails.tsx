import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { layoutOf, pixelsPerPoint, seenSize, shownPages } from "../../../shared/page-view/layout.ts";
import { rectsOf } from "../../../shared/page-view/page-text.ts";
import { rectOfRegion } from "../../../shared/page-view/region.ts";
import { pageSpans } from "../../../shared/page-view/scroll-sync.ts";
import { useTexts } from "../i18n/texts.ts";
import { partsOf } from "../state/highlights.ts";
import { watchScroll } from "../ui/watch-scroll.ts";
import type { PageHighlight } from "./Marks.tsx";
import { Picture } from "./Picture.tsx";
import { usePageTexts, wantUnits } from "./page-texts.ts";

type Props = Readonly<{
  paper: PaperId;
  content: PaperContent;
  marks: readonly PageHighlight[];
  page: number;
  onPage: (page: number) => void;
}>;

/** Width of the widest thumbnail and room between two, in CSS pixels; the room holds the page's label. */
const width = 84;
const gap = 26;

/** All pages small, one below the other, each with the claims on it as strokes in the colours of their stances. */
export function Thumbnails({ paper, content, marks, page, onPage }: Props) {
  const { t } = useTexts();
  const strip = useRef<HTMLElement>(null);
  const layout = useMemo(() => {
    const sizes = content.pages.map(seenSize);
    const widest = Math.max(1, ...sizes.map((size) => size.width));
    return layoutOf(sizes, width / (widest * pixelsPerPoint), gap);
  }, [content]);
  const counts = useMemo(() => countsOf(content, marks), [content, marks]);
  const [shown, setShown] = useState({ first: 0, last: 0 });

  useLayoutEffect(() => {
    const element = strip.current;
    if (element === null) return undefined;
    return watchScroll(element, () => {
      const next = shownPages(layout, Math.max(0, element.scrollTop - 100), element.clientHeight + 200);
      setShown((before) => (before.first === next.first && before.last === next.last ? before : next));
    });
  }, [layout]);

  useEffect(() => {
    const [own, box] = [strip.current, layout.pages[page]];
    if (own === null || box === undefined) return;
    if (box.top < own.scrollTop + gap) own.scrollTop = box.top - gap;
    else if (box.top + box.height + gap > own.scrollTop + own.clientHeight)
      own.scrollTop = box.top + box.height + gap - own.clientHeight;
  }, [page, layout]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(content.pages.length - 1, Math.max(0, page + by));
    onPage(next);
    requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>(`[data-page="${next}"]`)?.focus());
  };
  const from = Math.min(shown.first, page);
  return (
    <nav className="thumbnails" ref={strip} aria-label={t("pages.thumbnails")} onKeyDown={onKeyDown}>
      <div style={{ height: layout.height }}>
        {layout.pages.map((box, index) =>
          (index >= from && index <= shown.last && index >= shown.first) || index === page ? (
            <button
              type="button"
              key={box.top}
              data-page={index}
              className={index === page ? "on" : ""}
              aria-current={index === page ? "page" : undefined}
              aria-label={t("pages.page", { label: content.pages[index]?.label ?? "", claims: counts[index] ?? 0 })}
              tabIndex={index === page ? 0 : -1}
              style={{ top: box.top, width: box.width, height: box.height, marginInlineStart: -box.width / 2 }}
              onClick={() => onPage(index)}
            >
              <Picture paper={paper} page={index} size={box} from={0} to={box.height} urgency="later" />
              {(counts[index] ?? 0) > 0 && <Strokes page={index} marks={marks} />}
              <span>
                {content.pages[index]?.label}
                {(counts[index] ?? 0) > 0 && <b> · {counts[index]}</b>}
              </span>
            </button>
          ) : null,
        )}
      </div>
    </nav>
  );
}

/** How many annotations begin on each page. */
function countsOf(content: PaperContent, marks: readonly PageHighlight[]): number[] {
  const spans = pageSpans(content);
  return spans.map(
    ({ start, end }, page) =>
      marks.filter((mark) => {
        if (mark.region !== null) return mark.region.page === page;
        const at = mark.ranges[0]?.start ?? 0;
        return at >= start && at < end;
      }).length,
  );
}

const Strokes = memo(function Strokes({ page, marks }: Readonly<{ page: number; marks: readonly PageHighlight[] }>) {
  const units = usePageTexts((state) => state.pages.get(page));
  useEffect(() => wantUnits(page, "later"), [page]);
  if (units === undefined) return null;
  const { sheet, ranges } = units;
  const here = marks.filter(
    (mark) =>
      mark.region?.page === page ||
      mark.ranges.some((range) => ranges.some((own) => range.start < own.end && range.end > own.start)),
  );
  return (
    <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" preserveAspectRatio="none">
      {here.map((mark) => (
        <g key={mark.id} className={mark.look}>
          {(mark.region === null
            ? mark.ranges.flatMap((range) => rectsOf(units, range))
            : [rectOfRegion(mark.region)]
          ).flatMap((box) =>
            partsOf(mark.look).map((part, at, parts) => (
              <rect
                key={`${box.x0} ${box.y0} ${part}`}
                className={part}
                x={box.x0}
                y={box.y0 + ((box.y1 - box.y0) * at) / parts.length}
                width={box.x1 - box.x0}
                height={(box.y1 - box.y0) / parts.length}
              />
            )),
          )}
        </g>
      ))}
    </svg>
  );
});
