import { allCoded } from "../../../shared/claims.ts";
import { stanceScale } from "../../../shared/coding.ts";
import { issueNames, parsePath, printPath, showPath } from "../../../shared/issue-path.ts";
import { matches } from "../../../shared/query.ts";
import type { Query } from "../../../shared/workbench.ts";
import { useTexts } from "../i18n/texts.ts";
import { useStore } from "../state/store.ts";

/** The one filter of reader, list and report, with a sign whenever it hides something. */
export function FilterBar() {
  const { t } = useTexts();
  const { library, query } = useStore();
  const all = allCoded(library);
  const shown = all.filter(matches(library, query)).length;
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
  return (
    <search className="filter" aria-label={t("filter.name")}>
      <input
        id="filter-text"
        type="search"
        placeholder={t("filter.words")}
        aria-label={t("filter.words")}
        value={query.text ?? ""}
        onChange={(event) => set("text", event.target.value)}
      />
      <Choice
        name={t("filter.issue")}
        value={query.issue ?? ""}
        options={issues.map((path) => [path, showPath(parsePath(path))])}
        onChange={(value) => set("issue", value)}
      />
      <Choice
        name={t("filter.stance")}
        value={query.stance ?? ""}
        options={stanceScale(library.stances).map((one) => [one.name, `${one.glyph} ${one.name}`])}
        onChange={(value) => set("stance", value)}
      />
      <Choice
        name={t("filter.actor")}
        value={query.actor ?? ""}
        options={actors.map((name) => [name, name])}
        onChange={(value) => set("actor", value)}
      />
      <output className={shown < all.length ? "hiding" : ""}>
        {shown < all.length ? t("filter.hiding", { shown, all: all.length }) : t("filter.count", { count: all.length })}
      </output>
      {shown < all.length && (
        <button type="button" onClick={() => useStore.setState({ query: {} })}>
          {t("filter.showAll")}
        </button>
      )}
    </search>
  );
}

type ChoiceProps = Readonly<{
  name: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}>;

function Choice({ name, value, options, onChange }: ChoiceProps) {
  const { t } = useTexts();
  return (
    <select aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t("filter.all", { name })}</option>
      {options.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
