import { useDeferredValue } from "react";
import { useTexts } from "../i18n/texts.ts";
import { everyClaim, isOpen, leftClaims } from "../state/filtered-claims.ts";
import { keyOf } from "../state/keys.ts";
import { useStore } from "../state/store.ts";
import { showKey } from "../ui/key-name.ts";

/** Says in every view that the filter hides claims, and shows them again. */
export function Sign() {
  const { t } = useTexts();
  const library = useStore((state) => state.library);
  const query = useDeferredValue(useStore((state) => state.query));
  if (isOpen(query)) return null;
  const counts = { shown: leftClaims(library, query).count, all: everyClaim(library).length };
  const key = keyOf("clear-filter");
  return (
    <button
      type="button"
      className="filter-sign"
      title={key === null ? t("filter.showAll") : `${t("filter.showAll")} (${showKey(key)})`}
      onClick={() => useStore.setState({ query: {}, filtering: false })}
    >
      <b>{t("filter.sign")}</b> {t("filter.hiding", counts)}
    </button>
  );
}
