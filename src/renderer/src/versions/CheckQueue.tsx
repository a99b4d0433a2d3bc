import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { placesToCheck } from "../../../shared/claims/places-to-check.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { useTexts } from "../i18n/texts.ts";
import { checkPlace } from "../state/carry.ts";
import { stepHistory } from "../state/commit-next.ts";
import { actorOf, sayingOf } from "../state/highlights.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { useQueuePlace } from "./queue-place.ts";
import { WordDifference } from "./WordDifference.tsx";

/** The claims whose places are not certain since the text was read again, one after the other; one key decides. */
export function CheckQueue({ paper }: Readonly<{ paper: Paper }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const [problem, setProblem] = useState<string | null>(null);
  const frame = useRef<HTMLElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const waiting = placesToCheck(library, paper);
  const [checked] = useState(() => readingOf(paper));
  const isUndone = checked !== readingOf(paper);
  const { place, step, followUndo } = useQueuePlace(waiting.map(({ coded }) => coded.annotation.id));
  const item = waiting[place];
  // One decision follows the other without looking for the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is shown
  useEffect(() => frame.current?.focus(), [item?.coded.annotation.id]);
  const accept = (): void => {
    if (item !== undefined && writable) void checkPlace(paper, item.coded.annotation);
  };
  const onPlace = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (item === undefined) return;
    const said = await checkPlace(paper, item.coded.annotation, words.current?.value ?? "");
    setProblem(said === null ? null : t(said));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    const name = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) !== (name === "z")) return;
    if (name === "a") accept();
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
  if (item === undefined)
    return (
      <section ref={frame} tabIndex={-1} className="carry" aria-label={t("versions.queueName")} onKeyDown={onKey}>
        <p>{t(isUndone ? "versions.readingUndone" : "versions.allChecked")}</p>
      </section>
    );
  const { coded, status, quote } = item;
  return (
    <section ref={frame} tabIndex={-1} className="carry" aria-label={t("versions.queueName")} onKeyDown={onKey}>
      <p>
        <b>{t("versions.item", { at: place + 1, count: waiting.length })}</b>{" "}
        <span className="soft">
          {t("reader.highlight", { actor: actorOf(library, coded), saying: sayingOf(library, coded) })}
        </span>
      </p>
      <p className="carry-status">{t(status === "lost" ? "versions.lostInReading" : `versions.status.${status}`)}</p>
      <blockquote dir="auto">
        <WordDifference before={quote} after={quoteOf(coded.annotation.passage)} />
      </blockquote>
      <div className="carry-keys">
        <button type="button" disabled={!writable} onClick={accept}>
          <kbd>A</kbd> {t("versions.right")}
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
            <kbd>P</kbd> {t("versions.otherWords")}
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
      <p className="soft">{t("versions.checkHelp")}</p>
    </section>
  );
}

/** How a paper is read, to see whether that is undone. */
function readingOf({ reader, reading }: Paper): string {
  return JSON.stringify([reader, reading]);
}
