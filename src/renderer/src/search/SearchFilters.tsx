import { useMemo } from "react";
import { labelsOf } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { emptySearchFilter, filterSearch, useSearch } from "../state/search.ts";
import { Select } from "../ui/Select.tsx";

const kinds = ["all", "text", "claims"] as const;

/** Which papers are searched, and whether in their text or in claims and notes. */
export function SearchFilters() {
  const { t, number } = useTexts();
  const papers = useLibrary((state) => state.library.papers);
  const filter = useSearch((state) => state.filter);
  const options = useMemo(() => {
    const all = Object.values(papers);
    const labels = (kind: "tags" | "collections") =>
      labelsOf(all, kind).map(([name, count]) => [name, `${name} (${number(count)})`] as const);
    const titles = all.map(({ id, title }) => [id, title] as const).sort(([, a], [, b]) => a.localeCompare(b));
    return { collection: labels("collections"), tag: labels("tags"), paper: titles };
  }, [papers, number]);
  return (
    <>
      <Select
        label={t("search.in")}
        value={filter.kind}
        options={kinds.map((kind) => [kind, t(`search.in.${kind}`)])}
        onChange={(value) => filterSearch({ kind: kinds.find((kind) => kind === value) ?? "all" })}
      />
      {(["paper", "collection", "tag"] as const).map(
        (kind) =>
          options[kind].length > (kind === "paper" ? 1 : 0) && (
            <Select
              key={kind}
              label={t(`search.${kind}`)}
              none={t(`search.${kind}.all`)}
              value={filter[kind]}
              options={options[kind]}
              onChange={(value) => filterSearch({ [kind]: value })}
            />
          ),
      )}
      {filter !== emptySearchFilter && Object.values(filter).some((value) => value !== "" && value !== "all") && (
        <button type="button" onClick={() => filterSearch(emptySearchFilter)}>
          {t("filter.showAll")}
        </button>
      )}
    </>
  );
}
