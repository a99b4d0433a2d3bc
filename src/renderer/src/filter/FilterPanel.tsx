import { type FormEvent, useState } from "react";
import { saveFilter } from "../../../shared/change/saved-filters.ts";
import { filterWithNames, simplified } from "../../../shared/filter/names.ts";
import { filterOf } from "../../../shared/filter/query.ts";
import { parseFilter, printFilter } from "../../../shared/filter/text.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Filter } from "../../../shared/model/filter.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { setQuery, useShell } from "../state/shell.ts";
import { QueryInput } from "../ui/QueryInput.tsx";
import { Conditions } from "./Conditions.tsx";

/** The conditions of the filter as a tree, in writing, and under a name. */
export function FilterPanel() {
  const { t, shown } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const where = query.where ?? { all: [] };
  const put = (filter: Filter): void => {
    const { where: _before, ...rest } = useShell.getState().query;
    const empty = "all" in filter && filter.all.length === 0;
    setQuery(empty ? rest : { ...rest, where: filter });
  };
  const written = printFilter(filterWithNames(shown(library), simplified(where)));
  return (
    <div className="filter-panel">
      <Conditions filter={where} onChange={put} />
      <QueryInput
        key={written}
        label={t("filter.query")}
        isLabelShown
        placeholder={t("filter.queryHelp")}
        button={t("filter.apply")}
        text={written === "()" ? "" : written}
        onUse={(words) => put(parseFilter(words))}
      />
      <SaveAs filter={simplified(filterOf(query))} />
    </div>
  );
}

function SaveAs({ filter }: Readonly<{ filter: Filter }>) {
  const { t } = useTexts();
  const server = useLibrary((state) => state.server);
  const [name, setName] = useState("");
  if (server.access.mode === "read") return null;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const clean = name.trim();
    void commitNext(message("change.saveFilter", { name: clean }), ({ settings }) =>
      saveFilter(settings, clean, filter),
    ).then((kept) => kept && setName(""));
  };
  return (
    <form onSubmit={save}>
      <label>
        {t("filter.saveAs")}
        <input value={name} maxLength={200} dir="auto" onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" disabled={name.trim() === "" || ("all" in filter && filter.all.length === 0)}>
        {t("filter.save")}
      </button>
    </form>
  );
}
