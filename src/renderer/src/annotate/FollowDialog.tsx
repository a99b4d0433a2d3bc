import { useState } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { useTexts } from "../i18n/texts.ts";
import { actorOf, lookOf, quoteShown } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { reader } from "../state/reader-control.ts";
import { openPaper, useReading } from "../state/reading.ts";
import { linksOf } from "../state/relations.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Finder } from "../ui/Finder.tsx";

/** To which of several linked claims to go. */
export function FollowDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const selected = useReading((state) => state.selected);
  const [words, setWords] = useState("");
  const found = (selected === null ? [] : (linksOf(library).get(selected) ?? [])).flatMap((link) => {
    const { relation, other, back } = link;
    const coded = codedOne(library, other.paper, other.annotation);
    if (coded === null) return [];
    const label = t(back ? `relation.${relation.kind}.back` : `relation.${relation.kind}`);
    const quote = quoteShown(coded.annotation.passage);
    const look = (
      <>
        <q dir="auto">{quote}</q>
        <span className="soft">{`${label} · ${actorOf(library, coded)}`}</span>
      </>
    );
    return [{ id: relation.id, other, quote, label, className: lookOf(library, coded), look }];
  });
  const wanted = plainWords(words);
  const go = (id: string): void => {
    const other = found.find((relation) => relation.id === id)?.other;
    onClose();
    if (other !== undefined) void openPaper(other.paper, other.annotation).then(() => reader()?.focus());
  };
  return (
    <Dialog title={t("link.follow")} onClose={onClose}>
      <Finder
        label={t("link.words")}
        list={t("link.claims")}
        words={words}
        nothing={t("link.nothing")}
        found={found.filter(({ quote, label }) => plainWords(`${quote} ${label}`).includes(wanted))}
        onWords={setWords}
        onChoose={go}
      />
    </Dialog>
  );
}
