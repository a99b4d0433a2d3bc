import { memo, useEffect, useMemo } from "react";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { useFind } from "../state/find.ts";
import { usePageView } from "../state/page-view.ts";
import { useRangeChange } from "../state/range-change.ts";
import { useReading } from "../state/reading.ts";
import { Marks, type PageHighlight } from "./Marks.tsx";
import { PageWords } from "./PageWords.tsx";
import { Picture } from "./Picture.tsx";
import { usePageCaret } from "./page-caret.ts";
import { usePageTexts, wantUnits } from "./page-texts.ts";

type Props = Readonly<{
  paper: PaperId;
  content: PaperContent;
  page: number;
  top: number;
  width: number;
  height: number;
  /** Which part of the page is in sight or near it, in CSS pixels from its top. */
  from: number;
  to: number;
  marks: readonly PageHighlight[];
  selected: AnnotationId | null;
  /** The one whose card is pointed at. */
  pointed: AnnotationId | null;
}>;

const none: readonly never[] = [];

/** One page: its picture, what is marked on it, and its words for screen readers. */
export const Sheet = memo(function Sheet(props: Props) {
  const { paper, content, page, top, width, height, from, to, marks, selected, pointed } = props;
  const { t } = useTexts();
  const units = usePageTexts((state) => state.pages.get(page));
  const words = useReading((state) => state.range);
  const changed = useRangeChange((state) => state.change?.ranges);
  const range = changed?.[0] ?? words;
  const places = useFind((state) => state.places);
  const current = useFind((state) => state.at);
  const head = usePageCaret((state) => state.head);
  const side = usePageView((state) => state.side);
  useEffect(() => wantUnits(page, "now"), [page]);
  const here = units?.ranges;
  const touches = useMemo(
    () => (range: Readonly<{ start: number; end: number }>) =>
      here?.some((other) => range.start < other.end && range.end > other.start) === true,
    [here],
  );
  const touched = useMemo(
    () => marks.filter((mark) => mark.region?.page === page || mark.ranges.some(touches)),
    [marks, touches, page],
  );
  const found = useMemo(() => (places.length === 0 ? none : places.filter(touches)), [places, touches]);
  const place = places[current];
  const label = content.pages[page]?.label ?? "";
  return (
    <article
      className="sheet"
      aria-label={t("pages.page", { label, claims: touched.length })}
      data-page={page}
      style={{ top, width, height, marginInlineStart: -width / 2 }}
    >
      <Picture paper={paper} page={page} size={{ width, height }} from={from} to={to} urgency="now" />
      {units !== undefined && (
        <Marks
          units={units}
          marks={touched}
          selected={selected}
          pointed={touched.some(({ id }) => id === pointed) ? pointed : null}
          range={range !== null && touches(range) ? range : null}
          found={found}
          here={place !== undefined && touches(place) ? place : null}
          caret={side === "pages" && range === null ? head : null}
        />
      )}
      {here !== undefined && <PageWords text={content.text} ranges={here} />}
    </article>
  );
});
