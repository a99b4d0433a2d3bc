import { useState } from "react";
import { placesToCheck } from "../../../shared/claims/places-to-check.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { useTexts } from "../i18n/texts.ts";
import { checkPlace } from "../state/carry.ts";
import { useLibrary } from "../state/library.ts";
import { DecisionQueue, type QueueItem } from "./DecisionQueue.tsx";
import { WordDifference } from "./WordDifference.tsx";

/** The claims whose places are not certain since the text was read again. */
export function CheckQueue({ paper }: Readonly<{ paper: Paper }>) {
  const { t } = useTexts();
  const waiting = placesToCheck(
    useLibrary((state) => state.library),
    paper,
  );
  const [checked] = useState(() => readingOf(paper));
  const isUndone = checked !== readingOf(paper);
  const items = waiting.map(({ coded, status, quote }): QueueItem => {
    const { annotation } = coded;
    return {
      coded,
      status: t(status === "lost" ? "versions.lostInReading" : `versions.status.${status}`),
      quote: <WordDifference before={quote} after={quoteOf(annotation.passage)} />,
      decisions: [{ key: "accept", label: t("versions.right"), decide: () => void checkPlace(paper, annotation) }],
      place: (words) => checkPlace(paper, annotation, words),
    };
  });
  return (
    <DecisionQueue
      items={items}
      placeLabel={t("versions.otherWords")}
      help={t("versions.checkHelp")}
      done={t(isUndone ? "versions.readingUndone" : "versions.allChecked")}
    />
  );
}

/** How a paper is read, to see whether that is undone. */
function readingOf({ reader, reading }: Paper): string {
  return JSON.stringify([reader, reading]);
}
