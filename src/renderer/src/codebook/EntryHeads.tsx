import type { EntrySorting } from "../../../shared/codebook/sort-entries.ts";
import { useTexts } from "../i18n/texts.ts";
import { sortCodebook, useCodebook } from "../state/codebook.ts";

/** The heads of the columns: a click sorts each branch by it, the next turns that round, a third one ends it. */
export function EntryHeads() {
  const { t } = useTexts();
  const kind = useCodebook((state) => state.kind);
  return (
    <fieldset className="entry-heads" aria-label={t("papers.sort")}>
      <Head by="name" name={t(`codebook.kind.${kind}`)} sorts={t("codebook.sort.name")} />
      <Head by="direct" name={t("codebook.direct")} sorts={t("codebook.sort.direct")} />
      {kind !== "stance" && (
        <Head by="total" name={t("codebook.total", { kind })} sorts={t("codebook.sort.total", { kind })} />
      )}
    </fieldset>
  );
}

type HeadProps = Readonly<{ by: EntrySorting; name: string; sorts: string }>;

function Head({ by, name, sorts }: HeadProps) {
  const { t } = useTexts();
  const order = useCodebook(({ sort }) => (sort?.by === by ? (sort.down ? "down" : "up") : "none"));
  return (
    <button
      type="button"
      className={by === "name" ? "grow" : ""}
      aria-pressed={order !== "none"}
      aria-label={t("codebook.sortBy", { head: name, name: sorts, order })}
      title={t("codebook.sortBy", { head: name, name: sorts, order })}
      onClick={() => sortCodebook(by)}
    >
      {name}
      <span aria-hidden="true">{order === "none" ? "" : order === "down" ? " ↓" : " ↑"}</span>
    </button>
  );
}
