import "./filter.css";
import { useEffect, useState } from "react";
import { allCoded, codedIn } from "../../../shared/claims.ts";
import { stanceScale } from "../../../shared/coding.ts";
import { issueNames, parsePath, printPath, showPath } from "../../../shared/issue-path.ts";
import { matches } from "../../../shared/query.ts";
import type { Query } from "../../../shared/workbench.ts";
import { useTexts } from "../i18n/texts.ts";
import { isOpen, shownClaims, warmWords } from "../state/shown.ts";
import { useStore } from "../state/store.ts";
import { Select } from "../ui/Select.tsx";
import { conditionCount } from "./conditions.ts";
import { FilterPanel } from "./FilterPanel.tsx";
import { Saved } from "./Saved.tsx";

/** The one filter of reader, table, analysis and report. Over the paper it is there as long as it hides something. */
export function FilterBar() {
  const { t } = useTexts();
  const { library, query, view, filtering } = useStore();
  const [building, setBuilding] = useState(false);
  useEffect(() => warmWords(library), [library]);
  if (view === "read" && isOpen(query) && !filtering) return null;
  const set = (part: "issue" | "stance" | "actor" | "text", value: string): void => {
    const { [part]: _before, ...rest } = query;
    useStore.setState({ query: value === "" ? rest : ({ ...rest, [part]: value } satisfies Query) });
  };
  const issues = Object.values(library.issues)
    .map((issue) => printPath(issueNames(library.issues, issue.id)))
    .sort();
  const actors = Object.values(library.actors)
    .map((actor) => actor.name)
    .sort();
  const conditions = query.where === undefined ? 0 : conditionCount(query.where);
  return (
    <search className="filter-bar" aria-label={t("filter.name")}>
      <div className="filter">
        <input
          id="filter-text"
          type="search"
          placeholder={t("filter.words")}
          aria-label={t("filter.words")}
          value={query.text ?? ""}
          onChange={(event) => set("text", event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && useStore.setState({ filtering: false })}
        />
        <Select
          label={t("filter.issue")}
          none={t("filter.all", { name: t("filter.issue") })}
          value={query.issue ?? ""}
          options={issues.map((path) => [path, showPath(parsePath(path))])}
          onChange={(value) => set("issue", value)}
        />
        <Select
          label={t("filter.stance")}
          none={t("filter.all", { name: t("filter.stance") })}
          value={query.stance ?? ""}
          options={stanceScale(library.stances).map((one) => [one.name, `${one.glyph} ${one.name}`])}
          onChange={(value) => set("stance", value)}
        />
        <Select
          label={t("filter.actor")}
          none={t("filter.all", { name: t("filter.actor") })}
          value={query.actor ?? ""}
          options={actors.map((name) => [name, name])}
          onChange={(value) => set("actor", value)}
        />
        <button
          type="button"
          aria-expanded={building}
          className={conditions > 0 ? "on" : ""}
          onClick={() => setBuilding(!building)}
        >
          {conditions > 0 ? t("filter.moreCount", { count: conditions }) : t("filter.more")}
        </button>
        <Saved />
        <Hiding />
      </div>
      {building && <FilterPanel />}
    </search>
  );
}

/** The sign that something is hidden, and the way to see all again. */
function Hiding() {
  const { t } = useTexts();
  const { library, query, view, paper } = useStore();
  const inPaper = view === "read" && paper !== null;
  const all = inPaper ? codedIn(library, paper) : allCoded(library);
  const shown = inPaper ? all.filter(matches(library, query)) : shownClaims(library, query);
  if (shown.length === all.length && isOpen(query))
    return <output className="soft">{t("filter.count", { count: all.length })}</output>;
  const counts = { shown: shown.length, all: all.length };
  return (
    <>
      <output className={shown.length < all.length ? "hiding" : "soft"}>
        {inPaper ? t("filter.hidingPaper", counts) : t("filter.hiding", counts)}
      </output>
      <button type="button" onClick={() => useStore.setState({ query: {}, filtering: false })}>
        {t("filter.showAll")}
      </button>
    </>
  );
}
