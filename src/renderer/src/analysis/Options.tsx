import { useShallow } from "zustand/react/shallow";
import { Dimension } from "../../../shared/analysis/entries.ts";
import { MatrixOptions } from "../../../shared/analysis/matrix.ts";
import { NetworkOptions } from "../../../shared/analysis/network.ts";
import { type Clock, PeriodUnit } from "../../../shared/analysis/period.ts";
import type { Nearness } from "../../../shared/analysis/places.ts";
import { TimelineOptions } from "../../../shared/analysis/timeline.ts";
import type { MessageId } from "../i18n/english.ts";
import { useTexts } from "../i18n/texts.ts";
import { Select, type SelectOption } from "../ui/Select.tsx";
import { type AnalysisState, shownChoices, useAnalysis, windowChoices } from "./store.ts";

type Value = Extract<MessageId, `analysis.value.${string}`> extends `analysis.value.${infer Name}` ? Name : never;

type PickProps<Name extends Value> = Readonly<{
  label: string;
  value: Name;
  values: readonly Name[];
  onChange: (value: Name) => void;
}>;

/** A question with a choice of one-word answers. */
function Pick<Name extends Value>({ label, value, values, onChange }: PickProps<Name>) {
  const { t } = useTexts();
  const options = values.map((value): SelectOption => [value, `${label}: ${t(`analysis.value.${value}`)}`]);
  const choose = (text: string): void => {
    const chosen = values.find((value) => value === text);
    if (chosen !== undefined) onChange(chosen);
  };
  return <Select label={label} value={value} options={options} onChange={choose} />;
}

/** What can be chosen for the analysis that is shown, in one row. */
export function Options() {
  const { tab, timeline, network, nearness, contradictions, ...matrices } = useAnalysis(
    useShallow(({ tab, matrix, actors, timeline, network, nearness, contradictions }) => ({
      tab,
      matrix,
      actors,
      timeline,
      network,
      nearness,
      contradictions,
    })),
  );
  switch (tab) {
    case "matrix":
    case "actors":
      return <MatrixChoices tab={tab} options={matrices[tab]} />;
    case "timeline":
      return <TimelineChoices options={timeline} />;
    case "network":
      return <NetworkChoices options={network} />;
    case "together":
      return <NearChoices nearness={nearness} />;
    case "contradictions":
      return <KindChoice kind={contradictions} />;
    default:
      return null;
  }
}

/** How many of a great number of entries are shown; nothing where there are few. */
export function ShownChoice({ all }: Readonly<{ all: number }>) {
  const { t, number } = useTexts();
  const shown = useAnalysis((state) => state.shown);
  if (all <= shownChoices[0]) return null;
  const options = shownChoices.map((shownChoice): SelectOption => {
    const few = shownChoice < all;
    return [
      String(shownChoice),
      few ? t("analysis.onlyBusiest", { count: number(shownChoice) }) : t("analysis.showAll"),
    ];
  });
  const known = options.filter(([, label], index) => options.findIndex(([, other]) => other === label) === index);
  const value = known.some(([id]) => id === String(shown)) ? String(shown) : (known.at(-1)?.[0] ?? "");
  return (
    <Select
      label={t("analysis.show")}
      value={value}
      options={known}
      onChange={(next) => useAnalysis.setState({ shown: Number(next) })}
    />
  );
}

function MatrixChoices({ tab, options }: Readonly<{ tab: "matrix" | "actors"; options: MatrixOptions }>) {
  const { t } = useTexts();
  const put = (part: Partial<MatrixOptions>): void => useAnalysis.setState({ [tab]: { ...options, ...part } });
  const counts = MatrixOptions.shape.count.def.innerType.options;
  const timed = options.rows === "period" || options.columns === "period";
  return (
    <>
      <Pick
        label={t("analysis.rows")}
        value={options.rows}
        values={Dimension.options}
        onChange={(rows) => put({ rows })}
      />
      <Pick
        label={t("analysis.columns")}
        value={options.columns}
        values={Dimension.options}
        onChange={(columns) => put({ columns })}
      />
      <Pick label={t("analysis.count")} value={options.count} values={counts} onChange={(count) => put({ count })} />
      {timed && <TimeChoices options={options} onChange={put} />}
    </>
  );
}

type Timed = Readonly<{ clock: Clock; unit: PeriodUnit }>;

function TimeChoices({ options, onChange }: Readonly<{ options: Timed; onChange: (part: Partial<Timed>) => void }>) {
  const { t } = useTexts();
  return (
    <>
      <Pick
        label={t("analysis.unit")}
        value={options.unit}
        values={PeriodUnit.options}
        onChange={(unit) => onChange({ unit })}
      />
      <Pick
        label={t("analysis.clock")}
        value={options.clock === "paper" ? "published" : "coded"}
        values={["published", "coded"]}
        onChange={(clock) => onChange({ clock: clock === "published" ? "paper" : "claim" })}
      />
    </>
  );
}

function TimelineChoices({ options }: Readonly<{ options: TimelineOptions }>) {
  const { t } = useTexts();
  const put = (part: Partial<TimelineOptions>): void => useAnalysis.setState({ timeline: { ...options, ...part } });
  return (
    <>
      <Pick
        label={t("analysis.lanes")}
        value={options.lanes}
        values={TimelineOptions.shape.lanes.def.innerType.options}
        onChange={(lanes) => put({ lanes })}
      />
      <TimeChoices options={options} onChange={put} />
    </>
  );
}

const oneMode = ["none", "average", "jaccard", "cosine"] as const;
const twoMode = ["none", "activity", "prominence"] as const;

function NetworkChoices({ options }: Readonly<{ options: NetworkOptions }>) {
  const { t } = useTexts();
  const put = (part: Partial<NetworkOptions>): void => useAnalysis.setState({ network: { ...options, ...part } });
  const ways = options.tie === "affiliation" ? twoMode : oneMode;
  return (
    <>
      <Pick
        label={t("analysis.tie")}
        value={options.tie}
        values={NetworkOptions.shape.tie.def.innerType.options}
        onChange={(tie) =>
          put({
            tie,
            normalisation:
              tie === "affiliation" ? "none" : options.tie === "affiliation" ? "average" : options.normalisation,
          })
        }
      />
      {options.tie !== "affiliation" && (
        <Pick
          label={t("analysis.nodes")}
          value={options.nodes}
          values={NetworkOptions.shape.nodes.def.innerType.options}
          onChange={(nodes) => put({ nodes })}
        />
      )}
      <Pick
        label={t("analysis.normalisation")}
        value={options.normalisation}
        values={ways}
        onChange={(normalisation) => put({ normalisation })}
      />
      <Pick
        label={t("analysis.duplicates")}
        value={options.duplicates === "include" ? "include" : `once-${options.duplicates}`}
        values={["include", "once-paper", "once-week", "once-month", "once-year", "once-all"]}
        onChange={(value) => put({ duplicates: NetworkOptions.shape.duplicates.parse(value.replace("once-", "")) })}
      />
      <WindowChoice />
      <label className="least">
        {t("analysis.threshold")}
        <input
          type="number"
          min="0"
          step="0.05"
          value={options.threshold}
          onChange={(event) => put({ threshold: Math.max(0, event.target.valueAsNumber || 0) })}
        />
      </label>
    </>
  );
}

const windows = ["windowNone", "windowQuarter", "windowYear", "windowFive"] as const;

/** The network of the whole time, or how polarised it was window by window. */
function WindowChoice() {
  const { t } = useTexts();
  const window = useAnalysis((state) => state.window);
  const value = windows.find((choice) => choice !== "windowNone" && windowChoices[choice] === window) ?? "windowNone";
  return (
    <Pick
      label={t("analysis.window")}
      value={value}
      values={windows}
      onChange={(next) => useAnalysis.setState({ window: next === "windowNone" ? null : windowChoices[next] })}
    />
  );
}

const units = ["claim", "overlap", "sentence", "paragraph", "words"] as const;

function NearChoices({ nearness }: Readonly<{ nearness: Nearness }>) {
  const { t } = useTexts();
  const put = (next: Nearness): void => useAnalysis.setState({ nearness: next });
  return (
    <>
      <Pick
        label={t("analysis.near")}
        value={nearness.unit}
        values={units}
        onChange={(unit) => put(unit === "words" ? { unit, words: 10 } : { unit })}
      />
      {nearness.unit === "words" && (
        <label className="least">
          {t("analysis.words")}
          <input
            type="number"
            min="0"
            max="1000"
            value={nearness.words}
            onChange={(event) => put({ unit: "words", words: Math.min(1000, event.target.valueAsNumber || 0) })}
          />
        </label>
      )}
    </>
  );
}

function KindChoice({ kind }: Readonly<{ kind: AnalysisState["contradictions"] }>) {
  const { t } = useTexts();
  return (
    <Pick
      label={t("analysis.kind")}
      value={kind === "paper" ? "onePaper" : kind}
      values={["all", "turn", "dispute", "onePaper"]}
      onChange={(next) => useAnalysis.setState({ contradictions: next === "onePaper" ? "paper" : next })}
    />
  );
}
