import { Composer } from "../annotate/Composer.tsx";
import { SelectionToolbar } from "../annotate/SelectionToolbar.tsx";
import { Pages } from "../pages/Pages.tsx";
import { FindBar } from "../reader/FindBar.tsx";
import { Reader } from "../reader/Reader.tsx";
import { usePageView } from "../state/page-view.ts";
import { useReading } from "../state/reading.ts";
import { useElement } from "../ui/use-element.ts";
import { ReaderNotice } from "../versions/ReaderNotice.tsx";
import { runCommand } from "./commands.ts";
import { canRun } from "./facts.ts";

/** The paper as text, as pages, or both side by side, with the composer over it. */
export function ReadView() {
  const arrangement = usePageView((state) => state.arrangement);
  const composing = useReading((state) => state.composing);
  const editing = useReading((state) => state.editing);
  const paper = useReading((state) => state.paper);
  const [area, setArea] = useElement<HTMLDivElement>();
  return (
    <div className="read">
      <FindBar />
      <ReaderNotice />
      <div className={`views ${arrangement}`} ref={setArea}>
        {arrangement !== "pages" && <Reader />}
        {arrangement !== "text" && <Pages />}
      </div>
      <SelectionToolbar area={area} can={canRun} run={runCommand} />
      {composing && paper !== null && <Composer key={editing ?? "new"} />}
    </div>
  );
}
