import { useEffect, useState } from "react";
import { useTexts } from "../i18n/texts.ts";
import { type Landmark, landmark } from "../state/focus.ts";
import { reader } from "../state/reader-control.ts";
import { setGoal, useReading } from "../state/reading.ts";
import { setSettings } from "../state/settings.ts";
import { isComposing } from "../ui/composing.ts";
import { key } from "../ui/key.tsx";

const steps = ["papers", "paper", "code", "cards", "inspector", "views", "keys"] as const;

/** What each step speaks of. */
const places: Readonly<Record<(typeof steps)[number], Landmark>> = {
  papers: "papers",
  paper: "paper",
  code: "paper",
  cards: "margin",
  inspector: "inspector",
  views: "views",
  keys: "palette",
};

/** Choose the next claim and show it at the top, where the tour does not cover it. */
function showCard(): void {
  if (useReading.getState().selected === null) reader()?.step(1);
  const { paper } = useReading.getState();
  const start = reader()?.caret();
  if (paper !== null && start !== undefined) setGoal({ paper, start, focus: false });
}

/** A short walk through the window; it covers nothing that it speaks of, and Escape ends it. */
export function Tour({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, rich } = useTexts();
  const [index, setIndex] = useState(0);
  const step = steps[index] ?? "papers";
  useEffect(() => {
    // There are no cards beside the first page of the sample: the tour goes to the first that is.
    if (step === "cards") showCard();
    const spoken = landmark(places[step]);
    spoken?.classList.add("shown");
    return () => spoken?.classList.remove("shown");
  }, [step]);
  const end = (): void => {
    setSettings({ toured: true });
    onClose();
    reader()?.focus();
  };
  return (
    <section
      className="tour"
      role="dialog"
      aria-modal="false"
      aria-label={t("tour.title")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isComposing(event)) end();
      }}
    >
      <p className="soft">{t("tour.at", { at: index + 1, of: steps.length })}</p>
      <h2>{t(`tour.${step}`)}</h2>
      <p>{rich(`tour.${step}.what`, { kbd: key })}</p>
      <div className="steps">
        <button type="button" onClick={end}>
          {t("tour.end")}
        </button>
        <span className="grow" />
        <button type="button" disabled={index === 0} onClick={() => setIndex(index - 1)}>
          {t("tour.before")}
        </button>
        <button
          type="button"
          className="primary"
          ref={(button) => {
            if (index === 0) button?.focus();
          }}
          onClick={() => (index === steps.length - 1 ? end() : setIndex(index + 1))}
        >
          {t(index === steps.length - 1 ? "tour.done" : "tour.next")}
        </button>
      </div>
    </section>
  );
}
