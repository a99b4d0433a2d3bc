import { useEffect, useRef } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { useTexts } from "../i18n/texts.ts";
import { contextName } from "../state/context.ts";
import { actorOf, lookOf, quoteShown } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { openPaper } from "../state/reading.ts";
import { isComposing } from "../ui/composing.ts";

type Props = Readonly<{ passages: readonly Coded[]; title: string; onClose: () => void }>;

/**
 * The passages of a mark, under the picture; each opens in its paper. Escape closes them and goes back to the mark.
 */
export function Passages({ passages, title, onClose }: Props) {
  const { t } = useTexts();
  const place = useRef<HTMLElement>(null);
  // The list takes the keyboard each time another mark is opened, and gives it back.
  useEffect(() => {
    const before = document.activeElement;
    if (passages.length > 0) place.current?.querySelector<HTMLElement>(".quote")?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, [passages]);
  return (
    <section
      className="passages"
      ref={place}
      aria-label={t("analysis.passages", { count: passages.length })}
      onKeyDown={(event) => event.key === "Escape" && !isComposing(event) && onClose()}
    >
      <h2>
        <span dir="auto">
          {title} <span className="soft">{t("analysis.passages", { count: passages.length })}</span>
        </span>
        <button type="button" aria-label={t("analysis.close")} onClick={onClose}>
          ×
        </button>
      </h2>
      <div className="quotes">
        {passages.slice(0, 200).map((passage) => (
          <PassageQuote key={passage.annotation.id} coded={passage} />
        ))}
      </div>
    </section>
  );
}

/**
 * The words of a claim with who holds it and where; opens in its paper. Its colour is that of its first stance, or of
 * `look`.
 */
export function PassageQuote({ coded, look }: Readonly<{ coded: Coded; look?: string }>) {
  const library = useLibrary((state) => state.library);
  const { annotation } = coded;
  return (
    <button
      type="button"
      className={`quote ${look ?? lookOf(library, coded)}`}
      dir="auto"
      data-context={contextName("row", annotation.id, annotation.paper)}
      onClick={() => void openPaper(annotation.paper, annotation.id)}
    >
      <q>{quoteShown(annotation.passage)}</q>
      <span className="soft">
        {actorOf(library, coded)} · {library.papers[annotation.paper]?.title}
      </span>
    </button>
  );
}
