import { removeFilter, savedFilters } from "../../../shared/change/saved-filters.ts";
import { sameFilter } from "../../../shared/filter/names.ts";
import { filterOf } from "../../../shared/filter/query.ts";
import { message } from "../../../shared/messages/message.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { setQuery, useShell } from "../state/shell.ts";
import { Select } from "../ui/Select.tsx";

/** The filters kept in the library: choose one, forget one. */
export function Saved() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const server = useLibrary((state) => state.server);
  const saved = savedFilters(library.settings);
  if (saved.length === 0) return null;
  const present = filterOf(query);
  const chosen = saved.find((filter) => sameFilter(filter.filter, present))?.name ?? "";
  const use = (name: string): void => {
    const filter = saved.find((entry) => entry.name === name)?.filter;
    setQuery(filter === undefined ? {} : { where: filter });
  };
  return (
    <>
      <Select
        label={t("filter.saved")}
        value={chosen}
        none={t("filter.saved")}
        options={saved.map((entry) => [entry.name, entry.name])}
        onChange={use}
      />
      {chosen !== "" && server.access.mode === "write" && (
        <button
          type="button"
          className="quiet"
          aria-label={t("filter.delete", { name: chosen })}
          title={t("filter.delete", { name: chosen })}
          onClick={() =>
            void commitNext(message("change.forgetFilter", { name: chosen }), ({ settings }) =>
              removeFilter(settings, chosen),
            )
          }
        >
          ×
        </button>
      )}
    </>
  );
}
