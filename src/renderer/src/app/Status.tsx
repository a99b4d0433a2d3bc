import { useMemo } from "react";
import { type Coded, codedIn } from "../../../shared/claims/claims.ts";
import { noStance, stanceLook, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { Sign } from "../filter/Sign.tsx";
import { useTexts } from "../i18n/texts.ts";
import { coverageShare } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { upkeepTexts } from "../state/upkeep.ts";
import { LoadingClaims } from "../ui/LoadingClaims.tsx";
import { runCommand } from "./commands.ts";
import { Confirmation } from "./Messages.tsx";

const none: readonly Coded[] = [];

/** The line at the foot: is all on disk, how much of the paper is coded, and how its stances are shared out. */
export function Status() {
  const { t, say, shown, percent, number } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const saved = useLibrary((state) => state.saved);
  const server = useLibrary((state) => state.server);
  const coded = paper === null ? none : codedIn(library, paper);
  const positions = useMemo(() => coded.flatMap((claim) => claim.positions), [coded]);
  const coverage = useMemo(() => (content === null ? 0 : coverageShare(coded, content.text.length)), [coded, content]);
  return (
    <footer className="status">
      <Confirmation />
      {server.access.mode === "read" ? (
        <strong>{say(server.access.reason)}</strong>
      ) : (
        <span>{saved === null ? t("status.allOnDisk") : t("status.saved", { time: saved })}</span>
      )}
      {upkeepTexts(server.upkeep, { t, say }).map(({ work, short, full }) => (
        <strong key={work} title={full}>
          {short}
        </strong>
      ))}
      {paper !== null && (
        <span className="coverage" title={t("status.coverageHelp")}>
          {t("status.coverage")} <progress aria-label={t("status.coverage")} value={coverage} max={1} />{" "}
          {percent(coverage)}
        </span>
      )}
      {positions.length > 0 && (
        <span className="share">
          {stanceScale(shown(library).stances).map((stance) => (
            <b
              key={stance.id}
              className={stanceLook(stance)}
              title={stance.name}
            >{`${stance.glyph} ${number(positions.filter((position) => position.stance === stance.id).length)}`}</b>
          ))}
          {positions.some((position) => position.stance === null) && (
            <b
              className="none"
              title={t("annotate.noStance")}
            >{`${noStance.glyph} ${number(positions.filter((position) => position.stance === null).length)}`}</b>
          )}
        </span>
      )}
      <LoadingClaims />
      <Sign />
      <span className="grow" />
      <span className="offline">{t("status.offline", { name: server.name })}</span>
      <button type="button" onClick={() => runCommand("keys")}>
        <kbd>?</kbd> {t("status.keys")}
      </button>
    </footer>
  );
}
