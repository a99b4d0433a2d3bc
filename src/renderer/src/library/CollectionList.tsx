import { labelsOf } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { setPapers, usePapers } from "../state/papers.ts";

/** The collections beside the papers: a click shows the papers of one, and papers can be dropped on it. */
export function CollectionList() {
  const { t, number } = useTexts();
  const papers = useLibrary((state) => state.library.papers);
  const filter = usePapers((state) => state.filter);
  const all = Object.values(papers);
  const names = labelsOf(all, "collections");
  if (names.length === 0) return null;
  const { collection: shown, ...others } = filter;
  return (
    <nav className="collections" aria-label={t("papers.collections")}>
      <h2>{t("papers.collections")}</h2>
      <button
        type="button"
        className={shown === undefined ? "row on" : "row"}
        aria-current={shown === undefined}
        onClick={() => setPapers({ filter: others })}
      >
        <span>{t("papers.all")}</span>
        <span className="count">{number(all.length)}</span>
      </button>
      {names.map(([name, count]) => (
        <button
          type="button"
          key={name}
          className={shown === name ? "row on" : "row"}
          aria-current={shown === name}
          data-part="collection"
          data-name={name}
          onClick={() => setPapers({ filter: { ...others, collection: name } })}
        >
          <span dir="auto">{name}</span>
          <span className="count">{number(count)}</span>
        </button>
      ))}
    </nav>
  );
}
