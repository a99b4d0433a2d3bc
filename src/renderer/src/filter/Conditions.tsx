import type { Condition, Filter } from "../../../shared/model/filter.ts";
import { useTexts } from "../i18n/texts.ts";
import { blankCondition, type FilterField, fieldOf, fields, filterOfGroup, groupOf } from "./conditions.ts";
import { Value } from "./Value.tsx";

type Props = Readonly<{ filter: Filter; onChange: (filter: Filter) => void; depth?: number }>;

/** A group of conditions and groups, joined by AND or OR; each can be turned round. */
export function Conditions({ filter, onChange, depth = 0 }: Props) {
  const { t } = useTexts();
  const { op, items } = groupOf(filter);
  // Conditions have no name of their own and every part of them is drawn from the filter, so the place is key enough.
  const rows = items.map((item, place) => ({ item, place }));
  const put = (items: readonly Filter[]): void => onChange(filterOfGroup({ op, items }));
  const replace = (index: number, by: Filter): void =>
    put(items.map((item, position) => (position === index ? by : item)));
  return (
    <fieldset className="conditions">
      <legend>
        <select
          aria-label={t("filter.groupName")}
          value={op}
          onChange={(event) => onChange(filterOfGroup({ op: event.target.value === "any" ? "any" : "all", items }))}
        >
          <option value="all">{t("filter.group.all")}</option>
          <option value="any">{t("filter.group.any")}</option>
        </select>
      </legend>
      {rows.map(({ item, place }) => (
        <Item
          key={place}
          filter={item}
          depth={depth}
          onChange={(by) => replace(place, by)}
          onRemove={() => put(items.filter((_, index) => index !== place))}
        />
      ))}
      <div className="buttons">
        <button type="button" onClick={() => put([...items, blankCondition("words")])}>
          + {t("filter.addCondition")}
        </button>
        {depth < 4 && (
          <button
            type="button"
            onClick={() => put([...items, filterOfGroup({ op: op === "all" ? "any" : "all", items: [] })])}
          >
            + {t("filter.addGroup")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

type ItemProps = Readonly<{ filter: Filter; depth: number; onChange: (filter: Filter) => void; onRemove: () => void }>;

function Item({ filter, depth, onChange, onRemove }: ItemProps) {
  const { t } = useTexts();
  const negated = "not" in filter;
  const inner = negated ? filter.not : filter;
  const put = (by: Filter): void => onChange(negated ? { not: by } : by);
  const isGroup = "all" in inner || "any" in inner || "not" in inner;
  return (
    <div className="condition">
      {!isGroup && <FieldChoice condition={inner} onChange={put} />}
      <select
        aria-label={t("filter.negation")}
        value={negated ? "not" : "is"}
        onChange={(event) => onChange(event.target.value === "not" ? { not: inner } : inner)}
      >
        <option value="is">{t("filter.is")}</option>
        <option value="not">{t("filter.isNot")}</option>
      </select>
      {isGroup ? (
        <Conditions filter={inner} depth={depth + 1} onChange={put} />
      ) : (
        <Value condition={inner} onChange={put} />
      )}
      <button type="button" className="quiet" aria-label={t("filter.remove")} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}

function FieldChoice({ condition, onChange }: Readonly<{ condition: Condition; onChange: (filter: Filter) => void }>) {
  const { t } = useTexts();
  return (
    <select
      aria-label={t("filter.field")}
      value={fieldOf(condition)}
      onChange={(event) => onChange(blankCondition(event.target.value as FilterField))}
    >
      {fields.map((field) => (
        <option key={field} value={field}>
          {t(`filter.field.${field}`)}
        </option>
      ))}
    </select>
  );
}
