import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CarryItem } from "../../../shared/claims/carry-edits.ts";
import { undecided } from "../../../shared/claims/versions.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { acceptCarried, leaveBehind, placeAt } from "../state/carry.ts";
import { stepHistory } from "../state/commit-next.ts";
import { actorOf, sayingOf } from "../state/highlights.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { attempt } from "../state/shell.ts";
import { useQueuePlace } from "./queue-place.ts";
import { WordDifference } from "./WordDifference.tsx";

/** The claims of the earlier version that wait for a decision, one after the other; one key decides. */
export function CarryQueue({ paper }: Readonly<{ paper: Paper }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const items = useQueue(paper);
  const [problem, setProblem] = useState<string | null>(null);
  const frame = useRef<HTMLElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const waiting = undecided(library, paper);
  const { place, step, followUndo } = useQueuePlace(waiting.map(({ annotation }) => annotation.id));
  const coded = waiting[place];
  const item = items.find(({ annotation }) => annotation === coded?.annotation.id);
  // One decision follows the other without looking for the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is shown
  useEffect(() => frame.current?.focus(), [coded?.annotation.id]);
  const accept = (): void => {
    if (coded !== undefined && item?.passage != null && writable)
      void acceptCarried(paper, coded.annotation, item.passage);
  };
  const leave = (): void => {
    if (coded !== undefined && writable) void leaveBehind(paper, coded.annotation);
  };
  const onPlace = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (coded === undefined) return;
    const problem = await placeAt(paper, coded.annotation, words.current?.value ?? "");
    setProblem(problem === null ? null : t(problem));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    const name = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) !== (name === "z")) return;
    if (name === "a") accept();
    else if (name === "l") leave();
    else if (name === "p") words.current?.focus();
    else if (name === "arrowdown") step(1);
    else if (name === "arrowup") step(-1);
    else if (name === "z") {
      followUndo();
      void stepHistory("undo");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (coded === undefined)
    return (
      <section ref={frame} tabIndex={-1} className="carry" aria-label={t("versions.queueName")} onKeyDown={onKey}>
        <p>{t("versions.allDecided")}</p>
      </section>
    );
  const old = quoteOf(coded.annotation.passage);
  return (
    <section ref={frame} tabIndex={-1} className="carry" aria-label={t("versions.queueName")} onKeyDown={onKey}>
      <p>
        <b>{t("versions.item", { at: place + 1, count: waiting.length })}</b>{" "}
        <span className="soft">
          {t("reader.highlight", { actor: actorOf(library, coded), saying: sayingOf(library, coded) })}
        </span>
      </p>
      <p className="carry-status">{item === undefined ? "…" : t(`versions.status.${item.status}`)}</p>
      <blockquote dir="auto">
        {item?.passage == null ? old : <WordDifference before={old} after={quoteOf(item.passage)} />}
      </blockquote>
      <div className="carry-keys">
        <button type="button" disabled={item?.passage == null || !writable} onClick={accept}>
          <kbd>A</kbd> {t("versions.accept")}
        </button>
        <button type="button" disabled={!writable} onClick={leave}>
          <kbd>L</kbd> {t("versions.leave")}
        </button>
        <button type="button" disabled={place === 0} onClick={() => step(-1)}>
          <kbd>↑</kbd> {t("versions.previous")}
        </button>
        <button type="button" disabled={place >= waiting.length - 1} onClick={() => step(1)}>
          <kbd>↓</kbd> {t("versions.next")}
        </button>
      </div>
      <form className="carry-place" onSubmit={(event) => void onPlace(event)}>
        <label>
          <span>
            <kbd>P</kbd> {t("versions.otherPlace")}
          </span>
          <input
            key={coded.annotation.id}
            ref={words}
            dir="auto"
            disabled={!writable}
            onChange={() => setProblem(null)}
          />
        </label>
        <button type="submit" disabled={!writable}>
          {t("versions.place")}
        </button>
      </form>
      {problem !== null && <p role="alert">{problem}</p>}
      <p className="soft">{t("versions.help")}</p>
    </section>
  );
}

/** The proposals for all that waits; asked for again when something waits that they don't have. */
function useQueue(paper: Paper): readonly CarryItem[] {
  const library = useLibrary((state) => state.library);
  const [items, setItems] = useState<readonly CarryItem[]>([]);
  const known = new Set<string>(items.map(({ annotation }) => annotation));
  const isMissing = undecided(library, paper).some(({ annotation }) => !known.has(annotation.id));
  const { id } = paper;
  useEffect(() => {
    let isWanted = isMissing;
    if (isMissing)
      void attempt(() => getWorkbench().carryQueue({ paper: id })).then((found) => {
        if (isWanted && found !== null) setItems((before) => [...before, ...found]);
      });
    return () => {
      isWanted = false;
    };
  }, [id, isMissing]);
  return items;
}
