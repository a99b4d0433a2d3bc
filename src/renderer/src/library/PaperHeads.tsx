import type { PaperSorting } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { setPapers, usePapers } from "../state/papers.ts";

/** What is sorted from its greatest value by a first click: numbers and times, not names. */
const greatestFirst: ReadonlySet<PaperSorting> = new Set(["date", "added", "claims", "coverage", "changed"]);

/** The heads of the columns of the list; a click sorts by the column, another one reverses the order. */
export function PaperHeads() {
  const { t } = useTexts();
  return (
    <fieldset className="paper-heads" aria-label={t("papers.sort")}>
      <span className="about">
        <Head by="title" />
        <Head by="author" />
      </span>
      <span className="date">
        <Head by="date" />
      </span>
      <span className="size">{t("papers.head.length")}</span>
      <span className="progress">
        <Head by="claims" />
        <Head by="coverage" />
      </span>
      <span className="changed">
        <Head by="changed" />
      </span>
      <span className="labels">{t("papers.head.labels")}</span>
    </fieldset>
  );
}

function Head({ by }: Readonly<{ by: PaperSorting }>) {
  const { t } = useTexts();
  const on = usePapers((state) => state.sort === by);
  const down = usePapers((state) => state.down);
  const name = t(`papers.sort.${by}`);
  return (
    <button
      type="button"
      aria-label={on ? t("papers.sortedBy", { name, order: down ? "down" : "up" }) : t("papers.sortBy", { name })}
      aria-pressed={on}
      onClick={() => setPapers({ sort: by, down: on ? !down : greatestFirst.has(by) })}
    >
      {name}
      <span aria-hidden="true">{!on ? "" : down ? " ↓" : " ↑"}</span>
    </button>
  );
}
