import { useDeferredValue } from "react";
import { useTexts } from "../i18n/texts.ts";
import { countable, filteredClaims, isOpen } from "../state/filtered-claims.ts";
import { commandKey } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { clearFilter, useShell } from "../state/shell.ts";
import { showKey } from "../ui/key-name.ts";

/** Says in every view that the filter hides claims, and shows them again. */
export function Sign() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useDeferredValue(useShell((state) => state.query));
  const isLoading = useLibrary((state) => state.loading !== null);
  if (isOpen(query)) return null;
  const counts = isLoading ? null : { shown: filteredClaims(library, query).count, all: countable(library, query) };
  const key = commandKey("clear-filter");
  return (
    <button
      type="button"
      className="filter-sign"
      title={key === null ? t("filter.showAll") : `${t("filter.showAll")} (${showKey(key)})`}
      onClick={() => clearFilter()}
    >
      <b>{t("filter.sign")}</b> {counts === null ? t("filter.showAll") : t("filter.hiding", counts)}
    </button>
  );
}
