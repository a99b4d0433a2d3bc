import { useMemo, useState } from "react";
import { findActors, orderActors } from "../../../shared/codebook/actor-order.ts";
import { actorCounts } from "../../../shared/codebook/actors.ts";
import { ActorId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { selectEntry, showKind, useCodebook } from "../state/codebook.ts";
import { contextName } from "../state/context.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { codeActor, hasWords } from "../state/quick-coding.ts";
import { reader } from "../state/reader-control.ts";
import { useReading } from "../state/reading.ts";
import { showClaims, showView } from "../state/shell.ts";
import { isComposing } from "../ui/composing.ts";
import { Tree, type TreeRow } from "../ui/Tree.tsx";

/** So many actors are listed at first: those used last and those with most claims. */
const few = 8;
/** So many at most; more are found by typing a part of their name. */
const most = 200;

/**
 * The actors in short: a click or Enter chooses one for the selected words, dragging it onto words or a card sets who
 * makes the claim.
 */
export function Actors() {
  const { t, number } = useTexts();
  const library = useLibrary((state) => state.library);
  const isLoading = useLibrary((state) => state.loading !== null);
  const writable = useLibrary((state) => isWritable(state));
  const recent = useReading((state) => state.recentActors);
  const chosen = useCodebook((state) => state.chosen.actor);
  const [words, setWords] = useState("");
  const [whole, setWhole] = useState(false);
  const ordered = useMemo(() => orderActors(library, recent), [library, recent]);
  const found = useMemo(() => findActors(ordered, words), [ordered, words]);
  const shown = found.slice(0, whole || words.trim() !== "" ? most : few);
  const rows = shown.map(
    ({ actor }, index): TreeRow => ({
      id: actor.id,
      name: actor.name,
      level: 1,
      at: index + 1,
      of: shown.length,
      open: null,
    }),
  );
  const counts = new Map<string, number>(isLoading ? [] : shown.map(({ actor, count }) => [actor.id, count]));
  const act = (row: TreeRow, by: "key" | "click"): void => {
    if (!writable || !hasWords()) return;
    void codeActor(ActorId.parse(row.id));
    if (by === "click") reader()?.focus();
  };
  const openCodebook = (): void => {
    showKind("actor");
    showView("codebook");
  };
  if (ordered.length === 0) return <p className="empty">{t("library.noActors")}</p>;
  return (
    <>
      {ordered.length > few && (
        <input
          type="search"
          className="find-in-part"
          aria-label={t("library.findActor")}
          placeholder={t("library.findActor")}
          dir="auto"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== "Escape" || words === "") return;
            event.preventDefault();
            setWords("");
          }}
        />
      )}
      {rows.length === 0 ? (
        <p className="empty">{t("library.noSuchActor")}</p>
      ) : (
        <Tree
          label={t("library.actors")}
          rows={rows}
          active={chosen}
          onActive={(id) => selectEntry("actor", id)}
          onOpen={() => undefined}
          onAct={act}
          contextOf={(row) => contextName("actor", row.id)}
          nameOf={(row) =>
            isLoading ? row.name : t("quick.issueClaims", { name: row.name, count: counts.get(row.id) ?? 0 })
          }
          draw={(row) => (
            <>
              <span className="grow" dir="auto" title={row.name}>
                {row.name}
              </span>
              <span className="count">{counts.get(row.id) ? number(counts.get(row.id) ?? 0) : ""}</span>
            </>
          )}
        />
      )}
      {found.length > shown.length && words.trim() === "" && (
        <button type="button" className="row quiet" onClick={() => setWhole(true)}>
          {t("library.moreActors", { count: found.length - shown.length })}
        </button>
      )}
      <button type="button" className="row quiet" onClick={openCodebook}>
        {t("library.openActors")}
      </button>
      <Offered />
    </>
  );
}

/** What can be done with the selected actor while no words are selected. */
function Offered() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const isLoading = useLibrary((state) => state.loading !== null);
  const chosen = useCodebook((state) => state.chosen.actor);
  const actor = library.actors[chosen ?? ""];
  const count = useMemo(
    () => (actor === undefined ? 0 : (actorCounts(library).get(actor.id)?.all ?? 0)),
    [library, actor],
  );
  return (
    <div className="offered">
      {actor === undefined ? (
        <span>{t("quick.actorHint")}</span>
      ) : (
        <>
          <span dir="auto" title={actor.name}>
            {isLoading ? actor.name : t("quick.issueClaims", { name: actor.name, count })}
          </span>
          <button type="button" onClick={() => showClaims({ actor: actor.name })}>
            {t("quick.showClaims")}
          </button>
        </>
      )}
    </div>
  );
}
