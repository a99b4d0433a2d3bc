import { useEffect, useState } from "react";
import type { CarryItem } from "../../../shared/claims/carry-edits.ts";
import { undecided } from "../../../shared/claims/versions.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { acceptCarried, leaveBehind, placeAt } from "../state/carry.ts";
import { useLibrary } from "../state/library.ts";
import { attempt } from "../state/shell.ts";
import { DecisionQueue, type QueueItem } from "./DecisionQueue.tsx";
import { WordDifference } from "./WordDifference.tsx";

/** The claims of the earlier version that wait for a decision. */
export function CarryQueue({ paper }: Readonly<{ paper: Paper }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const proposals = useProposals(paper);
  const items = undecided(library, paper).map((coded): QueueItem => {
    const { annotation } = coded;
    const proposal = proposals.get(annotation.id);
    const passage = proposal?.passage ?? null;
    const old = quoteOf(annotation.passage);
    return {
      coded,
      status: proposal === undefined ? "…" : t(`versions.status.${proposal.status}`),
      quote: passage === null ? old : <WordDifference before={old} after={quoteOf(passage)} />,
      decisions: [
        {
          key: "accept",
          label: t("versions.accept"),
          decide: passage === null ? null : () => void acceptCarried(paper, annotation, passage),
        },
        { key: "leave", label: t("versions.leave"), decide: () => void leaveBehind(paper, annotation) },
      ],
      place: (words) => placeAt(paper, annotation, words),
    };
  });
  return (
    <DecisionQueue
      items={items}
      placeLabel={t("versions.otherPlace")}
      help={t("versions.help")}
      done={t("versions.allDecided")}
    />
  );
}

/** The proposals for all that waits, by claim; asked for again when something waits that they don't have. */
function useProposals(paper: Paper): ReadonlyMap<string, CarryItem> {
  const library = useLibrary((state) => state.library);
  const [proposals, setProposals] = useState<ReadonlyMap<string, CarryItem>>(new Map());
  const isMissing = undecided(library, paper).some(({ annotation }) => !proposals.has(annotation.id));
  const { id } = paper;
  useEffect(() => {
    let isWanted = isMissing;
    if (isMissing)
      void attempt(() => getWorkbench().carryQueue({ paper: id })).then((found) => {
        if (!isWanted || found === null) return;
        setProposals((before) => new Map([...before, ...found.map((item) => [item.annotation, item] as const)]));
      });
    return () => {
      isWanted = false;
    };
  }, [id, isMissing]);
  return proposals;
}
