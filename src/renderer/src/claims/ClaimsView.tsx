import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { allCoded, type Coded } from "../../../shared/claims.ts";
import { issueNames, showPath } from "../../../shared/issue-path.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { matches } from "../../../shared/query.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf } from "../state/highlights.ts";
import { openPaper, useStore } from "../state/store.ts";
import { FilterBar } from "./FilterBar.tsx";

const columns = ["claims.claim", "claims.issueAndStance", "claims.actor", "claims.paper"] as const;

/** All claims that the filter leaves, over all papers; a row opens its passage, up and down go from row to row. Only rows in sight are drawn. */
export function ClaimsView() {
  const { t } = useTexts();
  const { library, query } = useStore();
  const coded = useMemo(() => allCoded(library).filter(matches(library, query)), [library, query]);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: coded.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 58,
    overscan: 24,
    getItemKey: (index) => coded[index]?.annotation.id ?? index,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const row = event.target instanceof Element ? event.target.closest("[data-index]") : null;
    if (step === undefined || row === null) return;
    const at = Number(row.getAttribute("data-index"));
    event.preventDefault();
    const next = Math.max(0, Math.min(coded.length - 1, at + step));
    rows.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus({ preventScroll: true }),
    );
  };
  const drawn = rows.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <div className="claims">
      <h1 className="hidden">{t("claims.name")}</h1>
      <FilterBar />
      <div className="scroll" ref={scroll}>
        <div style={{ paddingTop: above, paddingBottom: below }}>
          <table aria-label={t("claims.name")} aria-rowcount={coded.length + 1}>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th scope="col" key={name}>
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody onKeyDown={onKeyDown}>
              {drawn.map((item) => {
                const one = coded[item.index];
                return (
                  one !== undefined && (
                    <Row key={item.key} coded={one} index={item.index} measure={rows.measureElement} />
                  )
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
}

type RowProps = Readonly<{ coded: Coded; index: number; measure: (row: HTMLTableRowElement | null) => void }>;

function Row({ coded, index, measure }: RowProps) {
  const { library, selected } = useStore();
  const { annotation, positions } = coded;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className={annotation.id === selected ? "on" : ""}>
      <td>
        <button
          type="button"
          className={`quote ${lookOf(library, coded)}`}
          dir="auto"
          onClick={() => void openPaper(annotation.paper, annotation.id)}
        >
          {quoteOf(annotation.passage)}
        </button>
      </td>
      <td>
        {positions.map((position) => (
          <div key={position.id}>
            {`${library.stances[position.stance]?.glyph ?? ""} ${showPath(issueNames(library.issues, position.issue))}`}
          </div>
        ))}
      </td>
      <td>{actorOf(library, coded)}</td>
      <td className="soft">{library.papers[annotation.paper]?.title}</td>
    </tr>
  );
}
