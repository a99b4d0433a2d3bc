import "./query.css";
import type { ComponentType } from "react";
import type { Bond, PassageQuery } from "../../../shared/analysis/passage-query.ts";
import { parsePassages, printPassages } from "../../../shared/analysis/passage-text.ts";
import { filterWithNames, simplified } from "../../../shared/filter/names.ts";
import type { Filter } from "../../../shared/model/filter.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { QueryInput } from "../ui/QueryInput.tsx";
import { Select, type SelectOption } from "../ui/Select.tsx";

/** What edits a filter: the window gives it, since it is that of the filter bar. */
export type ConditionsEditor = ComponentType<Readonly<{ filter: Filter; onChange: (filter: Filter) => void }>>;
type Props = Readonly<{
  query: PassageQuery;
  onChange: (query: PassageQuery) => void;
  conditions: ConditionsEditor;
}>;
type Step = PassageQuery["steps"][number];

const all: Filter = { all: [] };
const bonds = ["overlap", "inside", "around", "sentence", "paragraph", "words"] as const;

/** A query of passages in conditions, side by side with the same in writing. */
export function QueryBuilder({ query, onChange, conditions: Conditions }: Props) {
  const { t, shown } = useTexts();
  const library = useLibrary((state) => state.library);
  // Steps have no name of their own and every part of them is drawn from the query, so the place is key enough.
  const steps = query.steps.map((step, place) => ({ step, place }));
  const put = (place: number, step: Step): void =>
    onChange({ ...query, steps: query.steps.map((known, index) => (index === place ? step : known)) });
  const named = {
    where: filterWithNames(shown(library), simplified(query.where)),
    steps: query.steps.map((step) => ({ ...step, where: filterWithNames(shown(library), simplified(step.where)) })),
  };
  const written = printPassages(named);
  return (
    <section className="query" aria-label={t("query.name")}>
      <QueryInput
        key={written}
        label={t("query.written")}
        isLabelShown={false}
        placeholder={t("query.example")}
        button={t("query.find")}
        text={written === "()" ? "" : written}
        onUse={(words) => onChange(parsePassages(words))}
      />
      <div className="query-side">
        <span>{t("query.claims")}</span>
        <Conditions filter={query.where} onChange={(where) => onChange({ ...query, where })} />
      </div>
      {steps.map(({ step, place }) => (
        <div className="query-side" key={place}>
          <Joint step={step} onChange={(next) => put(place, next)} />
          <Conditions filter={step.where} onChange={(where) => put(place, { ...step, where })} />
          <button
            type="button"
            className="quiet"
            aria-label={t("query.remove")}
            onClick={() => onChange({ ...query, steps: query.steps.filter((_, index) => index !== place) })}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        disabled={query.steps.length >= 10}
        onClick={() =>
          onChange({ ...query, steps: [...query.steps, { not: false, bond: { unit: "paragraph" }, where: all }] })
        }
      >
        + {t("query.beside")}
      </button>
    </section>
  );
}

function Joint({ step, onChange }: Readonly<{ step: Step; onChange: (step: Step) => void }>) {
  const { t } = useTexts();
  const { bond, not } = step;
  const choose = (unit: string): void => {
    const wanted = bonds.find((bond) => bond === unit) ?? "paragraph";
    const next: Bond = wanted === "words" ? { unit: wanted, words: 10 } : { unit: wanted };
    onChange({ ...step, bond: next });
  };
  return (
    <span className="joint">
      <Select
        label={t("query.negation")}
        value={not ? "not" : "is"}
        options={[
          ["is", t("query.is")],
          ["not", t("query.not")],
        ]}
        onChange={(value) => onChange({ ...step, not: value === "not" })}
      />
      <Select
        label={t("query.joint")}
        value={bond.unit}
        options={bonds.map((unit): SelectOption => [unit, t(`query.bond.${unit}`)])}
        onChange={choose}
      />
      {bond.unit === "words" && (
        <input
          type="number"
          min="0"
          max="1000"
          aria-label={t("analysis.words")}
          value={bond.words}
          onChange={(event) =>
            onChange({ ...step, bond: { unit: "words", words: Math.min(1000, event.target.valueAsNumber || 0) } })
          }
        />
      )}
    </span>
  );
}
