import "./history.css";
import { useMemo, useState } from "react";
import type { CoderId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { focusRef } from "../state/focus.ts";
import { type Scope, scopes, setScope, useHistory } from "../state/history.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { attempt } from "../state/shell.ts";
import { upkeepTexts } from "../state/upkeep.ts";
import { Icon } from "../ui/Icon.tsx";
import { Select } from "../ui/Select.tsx";
import { ChangeLine } from "./ChangeLine.tsx";
import { useChanges } from "./use-changes.ts";

const focus = focusRef("history");

/**
 * What was done, newest first: of the library, the open paper or the selected claim; by whom, and what undo would
 * revert.
 */
export function HistoryView() {
  const { t, say, date } = useTexts();
  const library = useLibrary((state) => state.library);
  const upkeep = useLibrary((state) => state.server.upkeep);
  const [coder, setCoder] = useState("");
  const [words, setWords] = useState("");
  const scope = useScope();
  const selected = useReading((state) => state.selected);
  const { changes, whole, more } = useChanges({ scope, coder: coder as CoderId | "", words });
  // In a new library there is nothing to match.
  const sought = scope !== "library" || coder !== "" || words.trim() !== "";
  const days = useMemo(() => [...Map.groupBy(changes, (change) => date(change.at))], [changes, date]);
  return (
    <div className="history">
      <header className="history-head">
        <Scopes />
        <Select
          label={t("history.coder")}
          value={coder}
          none={t("history.anyCoder")}
          options={Object.values(library.coders).map((coder) => [coder.id, coder.name])}
          onChange={setCoder}
        />
        <input
          ref={focus}
          type="search"
          aria-label={t("history.words")}
          placeholder={t("history.words")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="grow" />
        <NextSteps />
      </header>
      <div className="history-scroll">
        {upkeepTexts(upkeep, { t, say }).map(({ work, full }) => (
          <p key={work} className="upkeep">
            {full}
          </p>
        ))}
        {days.map(([day, dayChanges]) => (
          <section key={day}>
            <h2>{day}</h2>
            <ol>
              {dayChanges.map((change) => (
                <ChangeLine key={change.id} change={change} only={scope === "claim" ? selected : null} />
              ))}
            </ol>
          </section>
        ))}
        {changes.length === 0 && whole && <p className="empty">{t(sought ? "history.nothing" : "history.empty")}</p>}
        {!whole && (
          <button type="button" className="older" onClick={more}>
            {t("history.older")}
          </button>
        )}
      </div>
    </div>
  );
}

function useThere(): Readonly<Record<Scope, boolean>> {
  const paper = useReading((state) => state.paper);
  const selected = useReading((state) => state.selected);
  return { library: true, paper: paper !== null, claim: selected !== null };
}

/** Whose history is shown: the library's when the paper or claim wanted is no longer chosen. */
function useScope(): Scope {
  const scope = useHistory((state) => state.scope);
  return useThere()[scope] ? scope : "library";
}

function Scopes() {
  const { t } = useTexts();
  const scope = useScope();
  const there = useThere();
  return (
    <fieldset className="scopes" aria-label={t("history.of")}>
      {scopes.map((name) => (
        <button
          type="button"
          key={name}
          aria-pressed={scope === name}
          className={scope === name ? "on" : ""}
          disabled={!there[name]}
          onClick={() => setScope(name)}
        >
          {t(`history.of.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** What undo would revert and redo would repeat, over all papers and restarts. */
function NextSteps() {
  const { t, say } = useTexts();
  const server = useLibrary((state) => state.server);
  const workbench = getWorkbench();
  return (
    <div className="next-steps">
      {(["undo", "redo"] as const).map((step) => {
        if (server[step] === null) return null;
        const words = t(`history.${step}`, { label: say(server[step]) });
        return (
          <button
            type="button"
            key={step}
            title={words}
            disabled={server.access.mode === "read"}
            onClick={() => void attempt(() => workbench[step]({}))}
          >
            <Icon name={step} size={14} /> <span>{words}</span>
          </button>
        );
      })}
    </div>
  );
}
