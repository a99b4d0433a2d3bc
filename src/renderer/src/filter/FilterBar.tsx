import { isComposing } from "../ui/composing.ts";
import "./filter.css";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { codedIn } from "../../../shared/claims/claims.ts";
import { noStance, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { matchesInPaper } from "../../../shared/filter/query.ts";
import { issueNames, parsePath, printPath, showPath } from "../../../shared/model/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import type { Query } from "../../../shared/model/query.ts";
import { stanceLabel } from "../../../shared/model/stance-name.ts";
import { lookUp } from "../../../shared/model/table.ts";
import { type Texts, useTexts } from "../i18n/texts.ts";
import { countable, filteredClaims, isOpen, warmColumns } from "../state/filtered-claims.ts";
import { focusRef } from "../state/focus.ts";
import { commandKey } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { noStanceValue, stanceValue } from "../state/options.ts";
import { useReading } from "../state/reading.ts";
import { clearFilter, setFiltering, setQuery, useShell } from "../state/shell.ts";
import { showKey } from "../ui/key-name.ts";
import { LoadingClaims } from "../ui/LoadingClaims.tsx";
import { Select } from "../ui/Select.tsx";
import { conditionCount } from "./conditions.ts";
import { FilterPanel } from "./FilterPanel.tsx";
import { Saved } from "./Saved.tsx";

const focus = focusRef("filter");

/** The one filter of reader, table, analysis and report. Over the paper it is there as long as it hides something. */
export function FilterBar() {
  const texts = useTexts();
  const { t } = texts;
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const view = useShell((state) => state.view);
  const filtering = useShell((state) => state.filtering);
  const [building, setBuilding] = useState(false);
  useEffect(() => warmColumns(library), [library]);
  const { issues, stances, actors } = useNames(library, texts);
  if (view === "read" && isOpen(query) && !filtering) return null;
  const set = (part: "issue" | "stance" | "actor" | "text", value: string): void => {
    const { [part]: _before, ...rest } = query;
    setQuery(value === "" ? rest : ({ ...rest, [part]: value } satisfies Query));
  };
  const conditions = query.where === undefined ? 0 : conditionCount(query.where);
  return (
    <search className="filter-bar" aria-label={t("filter.name")}>
      <div className="filter">
        <input
          id="filter-text"
          ref={focus}
          type="search"
          placeholder={t("filter.words")}
          aria-label={t("filter.words")}
          value={query.text ?? ""}
          onChange={(event) => set("text", event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && !isComposing(event) && setFiltering(false)}
        />
        <Select
          label={t("filter.issue")}
          none={t("filter.all", { name: t("filter.issue") })}
          value={query.issue ?? ""}
          options={issues}
          onChange={(value) => set("issue", value)}
        />
        <Select
          label={t("filter.stance")}
          none={t("filter.all", { name: t("filter.stance") })}
          value={nameOfStance(library, query.stance)}
          options={stances}
          onChange={(value) => set("stance", idOfStance(library, value))}
        />
        <Select
          label={t("filter.actor")}
          none={t("filter.all", { name: t("filter.actor") })}
          value={query.actor ?? ""}
          options={actors}
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

/** The option of a stance in the query: its name, so that it can be read. */
function nameOfStance(library: Library, written: string | undefined): string {
  const value = stanceValue(library, written);
  return lookUp(library.stances, value)?.name ?? value;
}

/** What the query has for an option, so that it stays the same stance when that gets another name. */
function idOfStance(library: Library, name: string): string {
  return Object.values(library.stances).find((stance) => stance.name === name)?.id ?? name;
}

type Choices = readonly (readonly [value: string, label: string])[];

/** What the fields offer, each by its stored name, so that a filter can be read. */
function useNames(
  { issues, stances, actors }: Library,
  { t, say }: Texts,
): Readonly<{ issues: Choices; stances: Choices; actors: Choices }> {
  return useMemo(() => {
    const paths = Object.values(issues).map((issue) => printPath(issueNames(issues, issue.id)));
    const names = Object.values(actors).map((actor) => actor.name);
    return {
      issues: paths.sort().map((path) => [path, showPath(parsePath(path))]),
      stances: [
        ...stanceScale(stances).map((stance) => [stance.name, `${stance.glyph} ${say(stanceLabel(stance))}`] as const),
        [noStanceValue, `${noStance.glyph} ${t("annotate.noStance")}`],
      ],
      actors: names.sort().map((name) => [name, name]),
    };
  }, [issues, stances, actors, t, say]);
}

/** The sign that something is hidden, and the way to see all again. */
function Hiding() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const view = useShell((state) => state.view);
  const paper = useReading((state) => state.paper);
  // Counting comes after typing.
  const query = useDeferredValue(useShell((state) => state.query));
  const isLoading = useLibrary((state) => state.loading !== null);
  const inPaper = view === "read" && paper !== null;
  if (isLoading && !inPaper) return <LoadingClaims />;
  const all = inPaper ? codedIn(library, paper) : [];
  const shown = inPaper ? all.filter(matchesInPaper(library, query)).length : filteredClaims(library, query).count;
  if (isOpen(query)) return <output className="soft">{t("filter.count", { count: shown })}</output>;
  const counts = { shown, all: inPaper ? all.length : countable(library, query) };
  const key = commandKey("clear-filter");
  return (
    <>
      <output className={shown < counts.all ? "hiding" : "soft"}>
        {inPaper ? t("filter.hidingPaper", counts) : t("filter.hiding", counts)}
      </output>
      <button type="button" title={key === null ? undefined : showKey(key)} onClick={() => clearFilter()}>
        {t("filter.showAll")}
      </button>
    </>
  );
}
