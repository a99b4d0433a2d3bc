import { Composer } from "../annotate/Composer.tsx";
import { Pages } from "../pages/Pages.tsx";
import { FindBar } from "../reader/FindBar.tsx";
import { Reader } from "../reader/Reader.tsx";
import { usePageView } from "../state/page-view.ts";
import { useReading } from "../state/reading.ts";

/** The paper as text, as pages, or both side by side, with the composer over it. */
export function ReadView() {
  const arrangement = usePageView((state) => state.arrangement);
  const composing = useReading((state) => state.composing);
  const editing = useReading((state) => state.editing);
  const range = useReading((state) => state.range);
  const paper = useReading((state) => state.paper);
  return (
    <div className="read">
      <FindBar />
      <div className={`views ${arrangement}`}>
        {arrangement !== "pages" && <Reader />}
        {arrangement !== "text" && <Pages />}
      </div>
      {composing && paper !== null && <Composer key={editing ?? `${range?.start}-${range?.end}`} />}
    </div>
  );
}
