import { useMemo, useState } from "react";
import { type AnnotationId, AnnotationId as AnnotationIds } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { shownClaims } from "../state/filtered-claims.ts";
import { findClaims } from "../state/find-claims.ts";
import { actorOf, lookOf, quoteShown, sayingOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Finder } from "../ui/Finder.tsx";

/** Chooses a claim to cite, of those that the filter leaves; null when none is wanted. */
export function CiteDialog({ onChoose }: Readonly<{ onChoose: (id: AnnotationId | null) => void }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const query = useShell((state) => state.query);
  const [words, setWords] = useState("");
  const found = useMemo(() => findClaims(library, shownClaims(library, query), words), [library, query, words]);
  return (
    <Dialog title={t("report.cite")} onClose={() => onChoose(null)}>
      <Finder
        label={t("link.words")}
        list={t("link.claims")}
        words={words}
        nothing={t("link.nothing")}
        found={found.map((claim) => ({
          id: claim.annotation.id,
          className: lookOf(library, claim),
          look: (
            <>
              <q dir="auto">{quoteShown(claim.annotation.passage)}</q>
              <span className="soft">
                {t("reader.highlight", { actor: actorOf(library, claim), saying: sayingOf(library, claim) })}
              </span>
            </>
          ),
        }))}
        onWords={setWords}
        onChoose={(id) => onChoose(AnnotationIds.parse(id))}
      />
    </Dialog>
  );
}
