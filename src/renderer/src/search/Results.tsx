import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import type { PaperHits, SearchHit, SearchResults } from "../../../shared/contract/workbench.ts";
import { labelValues } from "../../../shared/model/page-map.ts";
import { useTexts } from "../i18n/texts.ts";
import { contextName } from "../state/context.ts";
import { focusOn, registerFocus } from "../state/focus.ts";
import { actorOf, lookOf, sayingOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";
import { each, openHit, openHits, useSearch } from "../state/search.ts";

type Props = Readonly<{
  found: SearchResults;
  /** A hit is pointed at, or has the keyboard. */
  onPoint: (hit: SearchHit) => void;
}>;

type Numbered = Readonly<{ hit: SearchHit; index: number }>;

/** The hits under the titles of their papers. Up and down go through them over all papers, Enter opens. */
export function Results({ found, onPoint }: Props) {
  const { t } = useTexts();
  const current = useSearch((state) => state.at);
  const list = useRef<HTMLElement>(null);
  const groups = useMemo(
    () =>
      Map.groupBy(
        found.hits.map((hit, index) => ({ hit, index })),
        ({ hit }) => hit.paper,
      ),
    [found],
  );
  // Until a hit has been opened, the first one.
  useLayoutEffect(
    () =>
      registerFocus(
        "hits",
        () => list.current?.querySelector<HTMLElement>(`[data-hit="${Math.max(0, useSearch.getState().at)}"]`) ?? null,
      ),
    [],
  );
  useEffect(() => {
    // Coming back from a paper, the keyboard is at the hit that was opened.
    const last = useSearch.getState().at;
    if (last >= 0) list.current?.querySelector<HTMLElement>(`[data-hit="${last}"]`)?.focus();
  }, []);
  const point = (target: EventTarget): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-hit]") : null;
    const hit = row === null ? undefined : found.hits[Number(row.dataset.hit)];
    if (hit !== undefined) onPoint(hit);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -stops.length, End: stops.length }[
      event.key
    ];
    if (step === undefined || here < 0) return;
    event.preventDefault();
    if (here === 0 && step === -1) focusOn("search");
    else stops[Math.max(0, Math.min(stops.length - 1, here + step))]?.focus();
  };
  return (
    <section
      className="hits"
      ref={list}
      aria-label={t("search.hits")}
      onKeyDown={onKeyDown}
      onFocus={(event) => point(event.target)}
      onMouseOver={(event) => point(event.target)}
    >
      {found.papers.slice(0, 100).map((paper) => (
        <Group key={paper.paper} counts={paper} hits={groups.get(paper.paper) ?? []} at={current} />
      ))}
      {found.papers.length > 100 && <p className="soft">{t("search.more", { count: found.papers.length - 100 })}</p>}
    </section>
  );
}

function Group({ counts, hits, at }: Readonly<{ counts: PaperHits; hits: readonly Numbered[]; at: number }>) {
  const { t } = useTexts();
  const paper = useLibrary((state) => state.library.papers[counts.paper]);
  const isOpen = useSearch((state) => state.open.has(counts.paper));
  if (paper === undefined) return null;
  const { places, annotations, about } = counts;
  const more = !isOpen && (hits.length >= each || (hits.length === 0 && places + annotations > 0));
  return (
    <section aria-label={paper.title}>
      <h2>
        <button
          type="button"
          dir="auto"
          data-context={contextName("paper", paper.id)}
          onClick={() => void openPaper(paper.id)}
        >
          {paper.title}
        </button>
        <span className="soft">
          {[paper.authors[0], paper.date?.slice(0, 4)].filter((part) => part !== undefined).join(", ")}
        </span>
        <span className="counts">
          {about && <span className="about">{t("search.about")}</span>}
          {t("search.paperCounts", { places, claims: annotations })}
        </span>
      </h2>
      {hits.map(({ hit, index }) => (
        <HitRow key={`${hit.start} ${hit.annotation}`} hit={hit} index={index} last={index === at} />
      ))}
      {more && places + annotations > hits.length && (
        <button type="button" className="all" onClick={() => void openHits(paper.id)}>
          {t("search.all", { count: places })}
        </button>
      )}
    </section>
  );
}

function HitRow({ hit, index, last }: Readonly<{ hit: SearchHit; index: number; last: boolean }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const coded = hit.annotation === null ? null : codedOne(library, hit.paper, hit.annotation);
  return (
    <button
      type="button"
      className={`hit${last ? " on" : ""}`}
      data-hit={index}
      data-context={
        hit.annotation === null ? contextName("paper", hit.paper) : contextName("row", hit.annotation, hit.paper)
      }
      aria-current={last}
      onClick={() => void openHit(index)}
    >
      <span className="page">{t("search.page", labelValues(hit.page))}</span>
      <span className={coded === null ? "words" : `words claim ${lookOf(library, coded)}`} dir="auto">
        {pieces(hit).map(({ text, marked, from }) => (marked ? <mark key={from}>{text}</mark> : text))}
        {coded !== null && (
          <small dir="auto">
            {t("reader.highlight", { actor: actorOf(library, coded), saying: sayingOf(library, coded) })}
          </small>
        )}
      </span>
    </button>
  );
}

/** A snippet in turns of plain and marked words. */
function pieces({ snippet, marks }: SearchHit): { text: string; marked: boolean; from: number }[] {
  const all: { text: string; marked: boolean; from: number }[] = [];
  let reached = 0;
  for (const [start, end] of marks) {
    if (start > reached) all.push({ text: snippet.slice(reached, start), marked: false, from: reached });
    all.push({ text: snippet.slice(start, end), marked: true, from: start });
    reached = end;
  }
  if (reached < snippet.length) all.push({ text: snippet.slice(reached), marked: false, from: reached });
  return all;
}
