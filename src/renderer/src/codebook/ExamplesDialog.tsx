import { useMemo, useState } from "react";
import { allCoded } from "../../../shared/claims/claims.ts";
import { updateIssue } from "../../../shared/codebook/issues.ts";
import { withDescendants } from "../../../shared/codebook/tree.ts";
import { message } from "../../../shared/messages/message.ts";
import { quoteOf } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { useSelectedEntry } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { ClaimPicker } from "./ClaimPicker.tsx";

/**
 * Takes the words of claims as examples of their issue. Those that are examples already are ticked; examples of one's
 * own stay.
 */
export function ExamplesDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const entry = useSelectedEntry(library);
  const issue = entry?.kind === "issue" ? library.issues[entry.id] : undefined;
  const coded = useMemo(() => {
    if (issue === undefined) return [];
    const ids = new Set<string>(withDescendants(library.issues, issue.id).map((issue) => issue.id));
    return allCoded(library).filter((claim) => claim.positions.some((position) => ids.has(position.issue)));
  }, [library, issue]);
  const quotes = useMemo(
    () =>
      new Map(coded.map((claim) => [claim.annotation.id as string, quoteOf(claim.annotation.passage).slice(0, 5000)])),
    [coded],
  );
  const [before] = useState<ReadonlySet<string>>(
    () => new Set([...quotes].filter(([, quote]) => issue?.examples.includes(quote)).map(([id]) => id)),
  );
  const [chosen, setChosen] = useState(before);
  if (issue === undefined) return null;
  const keep = (): void => {
    const picked = [...quotes].flatMap(([id, quote]) => (chosen.has(id) ? [quote] : []));
    const offered = new Set(quotes.values());
    const kept = issue.examples.filter((example) => !offered.has(example) || picked.includes(example));
    const examples = [...new Set([...kept, ...picked])].slice(0, 200);
    onClose();
    void commitNext(message("change.examples", { name: issue.name }), ({ issues }) =>
      updateIssue(issues, issue.id, { examples }),
    );
  };
  return (
    <Dialog
      title={t("codebook.examplesTitle", { name: issue.name })}
      onClose={onClose}
      isQuestion
      buttons={
        <button
          type="button"
          className="primary"
          disabled={chosen.size === before.size && [...chosen].every((id) => before.has(id))}
          onClick={keep}
        >
          {t("codebook.examplesDo", { count: chosen.size })}
        </button>
      }
    >
      <div className="codebook-dialog">
        <ClaimPicker label={t("codebook.examples")} coded={coded} chosen={chosen} onChoose={setChosen} />
      </div>
    </Dialog>
  );
}
