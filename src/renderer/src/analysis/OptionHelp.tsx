import { useTexts } from "../i18n/texts.ts";
import { type Tab, useAnalysis } from "./store.ts";

const explained = {
  matrix: ["count", "clock"],
  actors: ["count", "clock"],
  timeline: ["lanes", "clock"],
  network: ["tie", "normalisation", "duplicates", "window", "threshold"],
  together: ["near"],
  contradictions: ["kind"],
} as const satisfies Partial<Record<Tab, readonly string[]>>;

/** What the options of an analysis mean, for whoever asks. */
export function OptionHelp() {
  const { t } = useTexts();
  const tab = useAnalysis((state) => state.tab);
  const names = tab in explained ? explained[tab as keyof typeof explained] : [];
  if (names.length === 0) return null;
  return (
    <details className="option-help">
      <summary>{t("analysis.help")}</summary>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`analysis.${name}`)}</dt>
            <dd>{t(`analysis.help.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
