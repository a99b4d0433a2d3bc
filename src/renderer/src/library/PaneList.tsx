import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Paper } from "../../../shared/model/paper.ts";
import { filterPapers, paperFacts } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { contextName } from "../state/context.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper, useReading } from "../state/reading.ts";
import { StanceBar } from "./StanceBar.tsx";

/** So many papers are simply there; of more, only those in sight are drawn. */
const few = 30;
/** Of more papers than these one is searched for, not looked for. */
const handful = 6;

/** The papers by the time they came, each with its number of annotations and its stances. */
export function PaneList() {
  const { t } = useTexts();
  const [words, setWords] = useState("");
  const papers = useLibrary((state) => state.library.papers);
  const list = useMemo(() => Object.values(papers).sort((a, b) => (a.added < b.added ? -1 : 1)), [papers]);
  const found = useMemo(() => filterPapers(list, { words }), [list, words]);
  return (
    <>
      {list.length > handful && (
        <input
          type="search"
          className="find-in-part"
          dir="auto"
          aria-label={t("papers.words")}
          placeholder={t("papers.words")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {found.length <= few ? found.map((shown) => <PaperRow key={shown.id} paper={shown} />) : <Long papers={found} />}
      {found.length === 0 && list.length > 0 && <p className="empty">{t("library.noPaper")}</p>}
    </>
  );
}

function Long({ papers }: Readonly<{ papers: readonly Paper[] }>) {
  const top = useRef<HTMLDivElement>(null);
  const open = useReading((state) => state.paper);
  const keyOf = useCallback((index: number): string | number => papers[index]?.id ?? index, [papers]);
  const rows = useVirtualizer({
    count: papers.length,
    getScrollElement: () => top.current?.closest<HTMLElement>(".part-rows") ?? null,
    estimateSize: () => 50,
    overscan: 4,
    initialOffset: () => Math.max(0, papers.findIndex((paper) => paper.id === open) - 2) * 50,
    getItemKey: keyOf,
  });
  return (
    <div ref={top} style={{ height: rows.getTotalSize(), position: "relative" }}>
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const paper = papers[index];
        return paper === undefined ? null : (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            style={{ position: "absolute", insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
          >
            <PaperRow paper={paper} />
          </div>
        );
      })}
    </div>
  );
}

function PaperRow({ paper }: Readonly<{ paper: Paper }>) {
  const { number } = useTexts();
  const library = useLibrary((state) => state.library);
  const on = useReading((state) => state.paper === paper.id);
  const isLoading = useLibrary((state) => state.loading !== null);
  const facts = paperFacts(library, paper);
  return (
    <button
      type="button"
      className={`row${on ? " on" : ""}`}
      aria-current={on}
      data-context={contextName("paper", paper.id)}
      draggable
      onClick={() => void openPaper(paper.id)}
    >
      <span dir="auto">{paper.title}</span>
      {!isLoading && <span className="count">{number(facts.claims + facts.notes)}</span>}
      {!isLoading && facts.positions > 0 && <StanceBar library={library} facts={facts} />}
    </button>
  );
}
