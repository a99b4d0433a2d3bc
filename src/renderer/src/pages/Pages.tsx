import { useEffect, useMemo, useRef, useState } from "react";
import { shortened } from "../../../shared/change/differences.ts";
import { codedIn } from "../../../shared/claims/claims.ts";
import { matchesInPaper } from "../../../shared/filter/query.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { AnnotationId, PaperId } from "../../../shared/model/ids.ts";
import { hasPages } from "../../../shared/model/paper-format.ts";
import { directionOf } from "../../../shared/text/direction.ts";
import { getHost } from "../client/connection.ts";
import { nextInStack } from "../editor/annotations.ts";
import { controlOf } from "../editor/control.ts";
import { type HandleSurface, RangeHandles } from "../editor/RangeHandles.tsx";
import { useHighlights } from "../editor/use-highlights.ts";
import { useTexts } from "../i18n/texts.ts";
import { useFind } from "../state/find.ts";
import { useLibrary } from "../state/library.ts";
import { usePageView } from "../state/page-view.ts";
import { setReader } from "../state/reader-control.ts";
import { editClaim, finishGoal, selectAnnotation, selectWords, useReading } from "../state/reading.ts";
import { useRegion } from "../state/region.ts";
import { useShell } from "../state/shell.ts";
import { useTheme } from "../state/theme.ts";
import { useElement } from "../ui/use-element.ts";
import { useOnChange } from "../ui/use-on-change.ts";
import { pageCaret } from "./control.ts";
import { moveByKey } from "./keyboard.ts";
import { NoPages, Refused } from "./NoPages.tsx";
import { PageCards } from "./PageCards.tsx";
import { setEnds } from "./page-caret.ts";
import { beginPages, usePageTexts } from "./page-texts.ts";
import { usePointer } from "./pointer.ts";
import { RegionBox } from "./RegionBox.tsx";
import { useRegionDrawing } from "./region-pointer.ts";
import { Sheet } from "./Sheet.tsx";
import { Thumbnails } from "./Thumbnails.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { annotationsUnder } from "./under.ts";
import { useScroll } from "./use-scroll.ts";
import type { PagesView, SheetPoint } from "./view.ts";
import "./pages.css";

/** The pages of the open paper as they look, with all that is marked on them. */
export function Pages() {
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const text = content?.text ?? null;
  const isBegun = usePageTexts((state) => state.paper === paper && state.text === text);
  useEffect(() => {
    // Not again when the view comes back: the sheets that are there have asked for their letters already.
    if (paper !== null && text !== null && !isBegun) beginPages(paper, text);
  }, [paper, text, isBegun]);
  if (paper === null || content === null) return null;
  const record = library.papers[paper];
  if (record === undefined || !hasPages(record.format)) return <NoPages />;
  if (!isBegun) return null;
  return <Facsimile key={paper} paper={paper} content={content} title={record.title} />;
}

type Props = Readonly<{ paper: PaperId; content: PaperContent; title: string }>;

function Facsimile({ paper, content, title }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const selected = useReading((state) => state.selected);
  const query = useShell((state) => state.query);
  const range = useReading((state) => state.range);
  const goal = useReading((state) => state.goal);
  const host = getHost();
  const letters = usePageTexts((state) => state.pages);
  const arrangement = usePageView((state) => state.arrangement);
  const drawing = useRegion((state) => state.drawing);
  const failure = usePageTexts((state) => state.failure);
  const thumbnails = usePageView((state) => state.thumbnails);
  const theme = useTheme((state) => state.pages);
  const [scroller, setScroller] = useElement<HTMLDivElement>();
  const { view, layout, shown } = useScroll(scroller, content);
  const [pointed, setPointed] = useState<AnnotationId | null>(null);
  const coded = useMemo(() => codedIn(library, paper).filter(matchesInPaper(library, query)), [library, paper, query]);
  const highlights = useHighlights(coded, library);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another one whenever pages move or get their letters
  const drawnPages = useMemo(() => ({}), [layout, letters]);
  const surface = useMemo((): HandleSurface | null => (view === null ? null : surfaceOf(view)), [view]);

  useEffect(() => {
    if (view === null) return undefined;
    setReader(controlOf(pageCaret(view, highlights), content, highlights), "pages");
    return () => setReader(null, "pages");
  }, [view, content, highlights]);

  const editAt = (letter: number | null, point: SheetPoint | null): boolean => {
    const here = annotationsUnder(highlights, letter, point);
    const highlight = here.find(({ id }) => id === useReading.getState().selected) ?? here[0];
    if (highlight !== undefined) void editClaim(highlight.id);
    return highlight !== undefined;
  };
  usePointer(
    view,
    (letter, point) => {
      if (useReading.getState().region !== null) selectWords(null);
      const link = letter === null ? undefined : linkAt(content, letter);
      if (link !== undefined) void host.openLink({ url: link });
      const here = annotationsUnder(highlights, letter, point);
      selectAnnotation(nextInStack(here, useReading.getState().selected));
    },
    editAt,
  );

  useRegionDrawing(view);

  useEffect(() => {
    if (view === null) return undefined;
    const { scroller } = view;
    const onKey = (event: KeyboardEvent): void => {
      // Keys of a handle or of a frame on the page are not meant for the caret.
      if (event.target === scroller && moveByKey(view, event)) event.preventDefault();
    };
    // Like the text view's editor: a text with a caret that nothing changes.
    const ariaLabel = t("pages.of", { title });
    Object.assign(scroller, { tabIndex: 0, role: "textbox", ariaReadOnly: "true", ariaMultiLine: "true", ariaLabel });
    scroller.addEventListener("keydown", onKey);
    return () => scroller.removeEventListener("keydown", onKey);
  }, [view, title, t]);

  const drawn = useRef(highlights);
  drawn.current = highlights;
  const isDrawn = highlights.some((highlight) => highlight.id === selected);
  useOnChange(() => {
    // Only a new selection moves the pages, not a change of the claim; a claim just made is drawn a moment after it is
    // selected.
    const highlight = isDrawn ? drawn.current.find((highlight) => highlight.id === selected) : undefined;
    if (view === null || highlight === undefined) return;
    if (highlight.region === null) view.reveal(highlight.start);
    else view.revealRegion(highlight.region);
  }, [selected, isDrawn, view]);

  const places = useFind((state) => state.places);
  const current = useFind((state) => state.at);
  useOnChange(() => {
    const found = places[current];
    if (view !== null && found !== undefined) view.reveal(found.start);
  }, [places, current, view]);

  useEffect(() => {
    if (view === null || goal === null || goal.paper !== paper) return;
    setEnds(goal.start, goal.start);
    view.stand({ offset: goal.start, line: 0.1 });
    if (usePageView.getState().arrangement !== "pages") return;
    view.scroller.focus({ preventScroll: true });
    finishGoal();
  }, [view, goal, paper]);

  if (failure !== null)
    return <Refused paper={paper} failure={failure} onAgain={() => beginPages(paper, content.text)} />;
  const quote = range === null ? "" : content.text.slice(range.start, range.end);
  const sheets = view === null ? [] : layout.pages.slice(shown.first, shown.last + 1);
  return (
    <section className="facsimile" aria-label={t("pages.name")}>
      <Toolbar content={content} view={view} page={shown.page} />
      <div className="body" data-theme={theme}>
        {thumbnails && (
          <Thumbnails
            paper={paper}
            content={content}
            marks={highlights}
            page={shown.page}
            onPage={(page) => view?.turnTo(page)}
          />
        )}
        <div className={drawing ? "sheets drawing" : "sheets"} ref={setScroller}>
          <div className="stack" style={{ height: layout.height, minWidth: layout.width + 28 }}>
            {sheets.map((sheet, index) => (
              <Sheet
                key={sheet.top}
                page={shown.first + index}
                {...sheet}
                paper={paper}
                content={content}
                from={shown.from - sheet.top}
                to={shown.to - sheet.top}
                marks={highlights}
                selected={selected}
                pointed={pointed}
              />
            ))}
            {view !== null && <RegionBox view={view} layout={layout} />}
            {surface !== null && <RangeHandles surface={surface} version={drawnPages} main={arrangement === "pages"} />}
          </div>
        </div>
        {view !== null && arrangement === "pages" && coded.length > 0 && (
          <PageCards content={content} coded={coded} view={view} layout={layout} shown={shown} onHover={setPointed} />
        )}
      </div>
      <p className="unseen" aria-live="polite">
        {shortened(quote, 300)}
      </p>
    </section>
  );
}

/** Handles are at the outer side of the first or last letter of a range. */
function surfaceOf(view: PagesView): HandleSurface {
  return {
    scroller: view.scroller,
    boxAt: (offset, side) => {
      const letter = side === "start" ? { start: offset, end: offset + 1 } : { start: offset - 1, end: offset };
      // White space has no box of its own.
      const box = view.drawnBoxOf(letter) ?? view.drawnBoxOf({ start: offset, end: offset });
      if (box === null) return null;
      const backwards = directionOf(view.content.text.slice(letter.start, letter.end)) === "rtl";
      return { left: (side === "start") === backwards ? box.right : box.left, top: box.top, height: box.height };
    },
    offsetAt: (x, y) => view.offsetAt(x, y),
  };
}

function linkAt(content: PaperContent, offset: number): string | undefined {
  const links = content.blocks
    .filter((block) => block.start <= offset && offset < block.end)
    .flatMap((block) => block.marks)
    .flatMap((mark) => (mark.kind === "link" && !mark.href.startsWith("#") ? [mark] : []));
  return links.find((mark) => mark.start <= offset && offset < mark.end)?.href;
}
