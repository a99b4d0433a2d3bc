import type { Coded } from "../../../shared/claims.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf } from "../state/highlights.ts";
import { openPaper, useStore } from "../state/store.ts";

/** The passages behind a mark; each opens in its paper. */
export function Passages({ passages, onClose }: Readonly<{ passages: readonly Coded[]; onClose: () => void }>) {
  const { t } = useTexts();
  const { library } = useStore();
  return (
    <section className="passages" aria-live="polite">
      <h2>
        {t("analysis.passages", { count: passages.length })}
        <button type="button" aria-label={t("analysis.close")} onClick={onClose}>
          ×
        </button>
      </h2>
      {passages.slice(0, 200).map((one) => (
        <button
          type="button"
          key={one.annotation.id}
          className={`quote ${lookOf(library, one)}`}
          dir="auto"
          onClick={() => void openPaper(one.annotation.paper, one.annotation.id)}
        >
          {quoteOf(one.annotation.passage)} <span className="soft">{actorOf(library, one)}</span>
        </button>
      ))}
    </section>
  );
}
