import { useEffect, useState } from "react";
import type { SearchHit } from "../../../shared/contract/workbench.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";

/** So many paragraphs are shown before and after that of the hit. */
const around = 3;

/** The paper around a hit, read as soon as a hit of it is pointed at or has the keyboard. */
export function Preview({ hit }: Readonly<{ hit: SearchHit }>) {
  const { t } = useTexts();
  const title = useLibrary(({ library }) => library.papers[hit.paper]?.title ?? "");
  const content = useContent(hit.paper);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long paragraphs are scrolled by keys
    <aside className="hit-preview" aria-label={t("search.preview")} tabIndex={0}>
      <h2 dir="auto">{title}</h2>
      {content === null ? <p className="skeleton" aria-hidden="true" /> : <Paragraphs content={content} hit={hit} />}
    </aside>
  );
}

function Paragraphs({ content, hit }: Readonly<{ content: PaperContent; hit: SearchHit }>) {
  const index = content.blocks.findLastIndex(({ start }) => start <= hit.start);
  const blocks = content.blocks.slice(Math.max(0, index - around), index + around + 1);
  return (
    <>
      {blocks.map(({ start, end, kind, direction }) => {
        const [from, to] = [Math.max(start, Math.min(end, hit.start)), Math.max(start, Math.min(end, hit.end))];
        return (
          <p key={start} dir={direction} className={kind === "heading" ? "heading" : ""}>
            {content.text.slice(start, from)}
            {from < to && (
              <mark ref={(mark) => mark?.scrollIntoView({ block: "center" })}>{content.text.slice(from, to)}</mark>
            )}
            {content.text.slice(to, end)}
          </p>
        );
      })}
    </>
  );
}

/** The words of a paper; null while they are read, or where they can't be. */
function useContent(paper: PaperId): PaperContent | null {
  const open = useReading((state) => (state.paper === paper ? state.content : null));
  const [read, setRead] = useState<Readonly<{ paper: PaperId; content: PaperContent }> | null>(null);
  useEffect(() => {
    if (open !== null) return undefined;
    let isWanted = true;
    void getWorkbench()
      .content({ paper })
      .then(
        (content) => isWanted && setRead({ paper, content }),
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [paper, open]);
  return open ?? (read?.paper === paper ? read.content : null);
}
