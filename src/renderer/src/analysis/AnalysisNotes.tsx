import type { Analysis } from "../../../shared/analysis/analyse.ts";
import type { Busiest } from "../../../shared/analysis/busiest.ts";
import { useTexts } from "../i18n/texts.ts";

/**
 * What a picture does not show: entries there is no room for, positions left out, and how well two camps explain a
 * network.
 */
export function AnalysisNotes({ busiest }: Readonly<{ busiest: Busiest }>) {
  const { t, number } = useTexts();
  const { shown, all, ties } = busiest;
  return (
    <>
      {shown < all && <p className="soft">{t("analysis.busiest", { shown: number(shown), all: number(all) })}</p>}
      {ties !== undefined && ties.shown < ties.all && (
        <p className="soft">{t("analysis.heaviest", { shown: number(ties.shown), all: number(ties.all) })}</p>
      )}
      <p className="soft">{t("analysis.clickHint")}</p>
      <Figures analysis={busiest.analysis} />
    </>
  );
}

function Figures({ analysis }: Readonly<{ analysis: Analysis }>) {
  const { t, percent, number } = useTexts();
  if (analysis.kind === "timeline" && analysis.timeline.undated > 0)
    return <p className="soft">{t("analysis.undated", { count: analysis.timeline.undated })}</p>;
  if (analysis.kind !== "network") return null;
  const { network, polarisation } = analysis;
  return (
    <p className="soft">
      {network.ties.length > 0 &&
        t("analysis.camps", {
          share: percent(polarisation.balance),
          polarisation: number(Math.round(polarisation.polarisation * 100) / 100),
        })}{" "}
      {polarisation.parts > 1 && t("analysis.parts", { count: polarisation.parts })}{" "}
      {network.leftOut > 0 && t("analysis.leftOut", { count: network.leftOut })}
    </p>
  );
}
