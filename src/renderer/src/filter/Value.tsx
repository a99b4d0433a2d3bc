import { RelationKind } from "../../../shared/model/annotation.ts";
import { Condition, type DateRange } from "../../../shared/model/filter.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { actorOptions, issueOptions, noStanceValue, stanceOptions, stanceValue } from "../state/options.ts";
import { Select, type SelectOption } from "../ui/Select.tsx";

type Props = Readonly<{ condition: Condition; onChange: (condition: Condition) => void }>;

/** The value of one condition, with the means its field asks for. */
export function Value({ condition, onChange }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  if ("words" in condition)
    return (
      <input
        aria-label={t("filter.value")}
        value={condition.words}
        onChange={(event) => onChange({ words: event.target.value })}
      />
    );
  if ("position" in condition) return <PositionValue condition={condition} onChange={onChange} />;
  if ("actor" in condition) {
    const members = condition.members === true;
    const put = (actor: string, members: boolean): void => onChange({ actor, ...(members ? { members: true } : {}) });
    return (
      <>
        <Select
          label={t("filter.value")}
          value={condition.actor}
          none={t("filter.noActor")}
          options={actorOptions(library)}
          onChange={(actor) => put(actor, members)}
        />
        <label className="check">
          <input type="checkbox" checked={members} onChange={(event) => put(condition.actor, event.target.checked)} />
          {t("filter.members")}
        </label>
      </>
    );
  }
  if ("kind" in condition)
    return (
      <Select
        label={t("filter.value")}
        value={condition.kind}
        options={(["claim", "note"] as const).map((kind) => [kind, t(`filter.kind.${kind}`)])}
        onChange={(kind) => onChange({ kind: kind === "note" ? "note" : "claim" })}
      />
    );
  if ("relation" in condition)
    return (
      <Select
        label={t("filter.value")}
        value={condition.relation}
        options={(["any", ...RelationKind.options] as const).map((kind) => [kind, t(`filter.relation.${kind}`)])}
        onChange={(relation) => onChange(Condition.parse({ relation }))}
      />
    );
  if ("version" in condition)
    return (
      <Select
        label={t("filter.value")}
        value={condition.version}
        options={(["all", "newest", "earlier"] as const).map((version) => [version, t(`filter.version.${version}`)])}
        onChange={(version) => onChange(Condition.parse({ version }))}
      />
    );
  if ("coder" in condition || "paper" in condition || "tag" in condition || "collection" in condition) {
    const [[field = "", value = ""] = []] = Object.entries(condition);
    return (
      <Select
        label={t("filter.value")}
        value={value}
        none=""
        options={choicesOf(library, field)}
        onChange={(chosen) => onChange(Condition.parse({ [field]: chosen }))}
      />
    );
  }
  const [[field = "", range = null] = []] = Object.entries(condition);
  return <RangeValue field={field} range={range} onChange={(to) => onChange(Condition.parse({ [field]: to }))} />;
}

function PositionValue({ condition, onChange }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  if (!("position" in condition)) return null;
  const { issue = "", alone = false, strength } = condition.position;
  const stance = stanceValue(library, condition.position.stance);
  const put = (part: Readonly<{ issue?: string; stance?: string; alone?: boolean }>): void => {
    const next = { issue, stance, alone, ...part };
    onChange({
      position: {
        ...(next.issue === "" ? {} : { issue: next.issue }),
        ...(next.alone && next.issue !== "" ? { alone: true } : {}),
        ...(next.stance === "" ? {} : { stance: next.stance === noStanceValue ? "" : next.stance }),
        ...(strength === undefined ? {} : { strength }),
      },
    });
  };
  return (
    <>
      <Select
        label={t("filter.issue")}
        value={issue}
        none={t("filter.all", { name: t("filter.issue") })}
        options={issueOptions(library)}
        onChange={(chosen) => put({ issue: chosen })}
      />
      {issue !== "" && (
        <label className="check">
          <input type="checkbox" checked={alone} onChange={(event) => put({ alone: event.target.checked })} />
          {t("filter.alone")}
        </label>
      )}
      <Select
        label={t("filter.stance")}
        value={stance}
        none={t("filter.all", { name: t("filter.stance") })}
        options={stanceOptions(library)}
        onChange={(chosen) => put({ stance: chosen })}
      />
      <span className="soft">{t("filter.strength")}</span>
      <RangeValue
        field="strength"
        range={strength === undefined ? {} : strength}
        onChange={(to) => {
          const { strength: _before, ...rest } = condition.position;
          const open = to !== null && to.from === undefined && to.to === undefined;
          onChange(Condition.parse({ position: open ? rest : { ...rest, strength: to } }));
        }}
      />
    </>
  );
}

const scales: Readonly<Record<string, readonly string[]>> = {
  strength: ["1", "2", "3"],
  certainty: ["1", "2", "3", "4", "5"],
  credibility: ["1", "2", "3", "4", "5", "6"],
  reliability: ["A", "B", "C", "D", "E", "F"],
};

type RangeProps = Readonly<{
  field: string;
  range: DateRange<string | number>;
  onChange: (range: DateRange<string | number>) => void;
}>;

/** From and to on a scale or in days; what is "not said" can be asked for too. */
function RangeValue({ field, range, onChange }: RangeProps) {
  const { t } = useTexts();
  const scale = scales[field];
  const numeric = field !== "reliability" && scale !== undefined;
  const read = (text: string): string | number | undefined => (text === "" ? undefined : numeric ? Number(text) : text);
  const put = (end: "from" | "to", text: string): void => {
    const { [end]: _before, ...rest } = range ?? {};
    const value = read(text);
    onChange(value === undefined ? rest : { ...rest, [end]: value });
  };
  const canBeUnsaid = field !== "created" && field !== "modified";
  return (
    <>
      {(range === null ? [] : (["from", "to"] as const)).map((end) =>
        scale === undefined ? (
          <input
            key={end}
            type="date"
            aria-label={t(`filter.${end}`)}
            value={String(range?.[end] ?? "")}
            onChange={(event) => put(end, event.target.value)}
          />
        ) : (
          <Select
            key={end}
            label={`${t(`filter.${end}`)}`}
            value={String(range?.[end] ?? "")}
            none={`${t(`filter.${end}`)}: ${t("filter.any")}`}
            options={scale.map((value) => [value, `${t(`filter.${end}`)} ${value}`])}
            onChange={(text) => put(end, text)}
          />
        ),
      )}
      {canBeUnsaid && (
        <label className="check">
          <input
            type="checkbox"
            checked={range === null}
            onChange={(event) => onChange(event.target.checked ? null : {})}
          />
          {t("filter.notSet")}
        </label>
      )}
    </>
  );
}

function choicesOf(library: Library, field: string): SelectOption[] {
  const papers = Object.values(library.papers);
  if (field === "coder") return named(library.coders);
  if (field === "paper") return papers.map((paper): SelectOption => [paper.id, paper.title]).sort(byLabel);
  const words = papers.flatMap((paper) => (field === "tag" ? paper.tags : paper.collections));
  return [...new Set(words)].sort().map((word) => [word, word]);
}

function named(table: Readonly<Record<string, { readonly id: string; readonly name: string }>>): SelectOption[] {
  return Object.values(table)
    .map((option): SelectOption => [option.id, option.name])
    .sort(byLabel);
}

function byLabel([, a]: SelectOption, [, b]: SelectOption): number {
  return a.localeCompare(b);
}
