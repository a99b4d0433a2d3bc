import { noStance, stanceLook, stanceScale } from "../../../shared/codebook/stance-scale.ts";
import { recordCount } from "../../../shared/model/by-paper.ts";
import { paperFacts } from "../../../shared/papers/table.ts";
import { Sign } from "../filter/Sign.tsx";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { useShell } from "../state/shell.ts";
import { upkeepTexts } from "../state/upkeep.ts";
import { LoadingClaims } from "../ui/LoadingClaims.tsx";
import { runCommand } from "./commands.ts";
import { Confirmation } from "./Messages.tsx";

/**
 * The line at the foot: is all on disk, and beside the paper how much of it is coded and how its stances are shared
 * out, beside views of the whole library how much there is in it.
 */
export function Status() {
  const { t, say, shown, percent, number } = useTexts();
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const saved = useLibrary((state) => state.saved);
  const connected = useLibrary((state) => state.connected);
  const isLoading = useLibrary((state) => state.loading !== null);
  const reads = useShell((state) => state.view === "read");
  const server = useLibrary((state) => state.server);
  const opened = paper === null || !reads ? undefined : library.papers[paper];
  const facts = opened === undefined ? null : paperFacts(library, opened);
  return (
    <footer className="status">
      <Confirmation />
      {!connected ? (
        <strong>{t("status.reconnecting")}</strong>
      ) : server.access.mode === "read" ? (
        <strong>{say(server.access.reason)}</strong>
      ) : (
        <span>{saved === null ? t("status.allOnDisk") : t("status.saved", { time: saved })}</span>
      )}
      {upkeepTexts(server.upkeep, { t, say }).map(({ work, short, full }) => (
        <strong key={work} title={full}>
          {short}
        </strong>
      ))}
      {facts !== null && (
        <span className="coverage" title={t("status.coverageHelp")}>
          {t("status.coverage")} <progress aria-label={t("status.coverage")} value={facts.coverage} max={1} />{" "}
          {percent(facts.coverage)}
        </span>
      )}
      {facts !== null && facts.positions > 0 && (
        <span className="share">
          {stanceScale(shown(library).stances).map((stance) => (
            <b
              key={stance.id}
              className={stanceLook(stance)}
              title={stance.name}
            >{`${stance.glyph} ${number(facts.stances.get(stance.id) ?? 0)}`}</b>
          ))}
          {facts.stances.has("") && (
            <b
              className="none"
              title={t("annotate.noStance")}
            >{`${noStance.glyph} ${number(facts.stances.get("") ?? 0)}`}</b>
          )}
        </span>
      )}
      {!reads && !isLoading && (
        <span>
          {t("status.library", {
            papers: Object.keys(library.papers).length,
            claims: recordCount(library.annotations),
          })}
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
