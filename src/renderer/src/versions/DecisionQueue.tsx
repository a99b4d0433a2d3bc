import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import { useTexts } from "../i18n/texts.ts";
import { stepHistory } from "../state/commit-next.ts";
import { actorOf, sayingOf } from "../state/highlights.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { type QueueKey, queueKey } from "./queue-keys.ts";
import { useQueuePlace } from "./queue-place.ts";

/** Why words that were written name no place. */
type Problem = "versions.wordsMissing" | "versions.wordsSeveral";

/** A claim that waits for a decision. */
export type QueueItem = Readonly<{
  coded: Coded;
  status: string;
  quote: ReactNode;
  /** What can be decided with one key; null where that is not possible for this claim. */
  decisions: readonly Readonly<{ key: "accept" | "leave"; label: string; decide: (() => void) | null }>[];
  /** Puts the claim where some words are. */
  place: (words: string) => Promise<Problem | null>;
}>;

type Props = Readonly<{
  items: readonly QueueItem[];
  placeLabel: string;
  help: string;
  /** What is said when nothing waits. */
  done: string;
}>;

const letters = { accept: "A", leave: "L" } as const;

/** Claims that wait for a decision, one after the other; one key decides. */
export function DecisionQueue({ items, placeLabel, help, done }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const [problem, setProblem] = useState<Problem | null>(null);
  const frame = useRef<HTMLElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const { place, step, followUndo } = useQueuePlace(items.map(({ coded }) => coded.annotation.id));
  const item = items[place] ?? null;
  const id = item?.coded.annotation.id;
  // One decision follows the other without looking for the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is shown
  useEffect(() => frame.current?.focus(), [id]);
  const acts: Readonly<Record<QueueKey, () => void>> = {
    accept: () => decide("accept"),
    leave: () => decide("leave"),
    place: () => words.current?.focus(),
    next: () => step(1),
    previous: () => step(-1),
    undo: () => {
      followUndo();
      void stepHistory("undo");
    },
  };
  const decide = (key: "accept" | "leave"): void => {
    if (writable) item?.decisions.find((decision) => decision.key === key)?.decide?.();
  };
  const onPlace = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (item !== null) setProblem(await item.place(words.current?.value ?? ""));
  };
  const onKey = (event: KeyboardEvent): void => {
    const meant = event.target instanceof HTMLInputElement ? null : queueKey(event);
    if (meant === null) return;
    acts[meant]();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={frame} tabIndex={-1} className="carry" aria-label={t("versions.queueName")} onKeyDown={onKey}>
      {item === null ? (
        <p>{done}</p>
      ) : (
        <>
          <p>
            <b>{t("versions.item", { at: place + 1, count: items.length })}</b>{" "}
            <span className="soft">
              {t("reader.highlight", { actor: actorOf(library, item.coded), saying: sayingOf(library, item.coded) })}
            </span>
          </p>
          <p className="carry-status">{item.status}</p>
          <blockquote dir="auto">{item.quote}</blockquote>
          <div className="carry-keys">
            {item.decisions.map(({ key, label, decide: way }) => (
              <button type="button" key={key} disabled={way === null || !writable} onClick={() => way?.()}>
                <kbd>{letters[key]}</kbd> {label}
              </button>
            ))}
            <button type="button" disabled={place === 0} onClick={() => step(-1)}>
              <kbd>↑</kbd> {t("versions.previous")}
            </button>
            <button type="button" disabled={place >= items.length - 1} onClick={() => step(1)}>
              <kbd>↓</kbd> {t("versions.next")}
            </button>
          </div>
          <form className="carry-place" onSubmit={(event) => void onPlace(event)}>
            <label>
              <span>
                <kbd>P</kbd> {placeLabel}
              </span>
              <input key={id} ref={words} dir="auto" disabled={!writable} onChange={() => setProblem(null)} />
            </label>
            <button type="submit" disabled={!writable}>
              {t("versions.place")}
            </button>
          </form>
          {problem !== null && <p role="alert">{t(problem)}</p>}
          <p className="soft">{help}</p>
        </>
      )}
    </section>
  );
}
