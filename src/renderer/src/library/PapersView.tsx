import "./papers.css";
import { useDeferredValue, useMemo } from "react";
import { filterPapers, sortPapers } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { usePapers } from "../state/papers.ts";
import { CollectionList } from "./CollectionList.tsx";
import { Labels } from "./Labels.tsx";
import { PaperList } from "./PaperList.tsx";
import { Tools } from "./Tools.tsx";

/** All papers of the library, as a list or as cards: found, sorted, tagged, opened, removed. */
export function PapersView() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const sort = usePapers((state) => state.sort);
  const down = usePapers((state) => state.down);
  const filter = usePapers((state) => state.filter);
  // Typing goes before drawing.
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterPapers(Object.values(library.papers), wanted), [library.papers, wanted]);
  const papers = useMemo(() => sortPapers(library, shown, sort, down), [library, shown, sort, down]);
  return (
    <section className="papers-view" aria-label={t("library.name")}>
      <Tools shown={papers.length} />
      <Labels papers={papers} />
      <div className="papers-body">
        <CollectionList />
        {papers.length === 0 ? <p className="empty">{t("papers.allHidden")}</p> : <PaperList papers={papers} />}
      </div>
    </section>
  );
}
