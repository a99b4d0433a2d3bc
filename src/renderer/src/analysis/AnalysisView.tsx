import { useTexts } from "../i18n/texts.ts";
import { focusRef } from "../state/focus.ts";
import { AchView } from "./AchView.tsx";
import { ChartTab } from "./ChartTab.tsx";
import { ContradictionsTab } from "./ContradictionsTab.tsx";
import { PassagesTab } from "./PassagesTab.tsx";
import type { ConditionsEditor } from "./QueryBuilder.tsx";
import { tabs, useAnalysis } from "./store.ts";
import "./analysis.css";

const focus = focusRef("analysis", "[aria-pressed=true]");

/**
 * What a library says as a whole: pictures and tables of what the filter leaves, each with the passages that its marks
 * stand for.
 */
export function AnalysisView({ conditions }: Readonly<{ conditions: ConditionsEditor }>) {
  const { t } = useTexts();
  const tab = useAnalysis((state) => state.tab);
  return (
    <div className="analysis">
      <nav className="tabs" aria-label={t("analysis.name")} ref={focus}>
        {tabs.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === tab}
            onClick={() => useAnalysis.setState({ tab: name })}
          >
            {t(`analysis.tab.${name}`)}
          </button>
        ))}
      </nav>
      {tab === "ach" ? (
        <AchView />
      ) : tab === "passages" ? (
        <PassagesTab conditions={conditions} />
      ) : tab === "contradictions" ? (
        <ContradictionsTab />
      ) : (
        <ChartTab key={tab} />
      )}
    </div>
  );
}
