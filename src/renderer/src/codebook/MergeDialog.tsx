import { useMemo, useState } from "react";
import { treeNodes } from "../../../shared/codebook/codebook-tree.ts";
import { entryOf, mergeEntry, nameOfEntry } from "../../../shared/codebook/entries.ts";
import { message } from "../../../shared/messages/message.ts";
import { plainWords } from "../../../shared/text/words.ts";
import { useTexts } from "../i18n/texts.ts";
import { selectEntry, useCodebook, useSelectedEntry } from "../state/codebook.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TypeAhead } from "../ui/TypeAhead.tsx";
import { EffectList, planOf } from "./EffectList.tsx";

/** Joins the chosen entry with another, after what that changes has been looked at. */
export function MergeDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t, say } = useTexts();
  const library = useLibrary((state) => state.library);
  const kind = useCodebook((state) => state.kind);
  const entry = useSelectedEntry(library);
  const [words, setWords] = useState("");
  const [into, setInto] = useState<string | null>(null);
  const others = useMemo(
    () =>
      treeNodes(library, kind).flatMap(({ id }) => {
        const other = id === entry?.id ? null : entryOf(library, kind, id);
        return other === null ? [] : [{ id, value: say(nameOfEntry(library, other)) }];
      }),
    [library, kind, entry?.id, say],
  );
  const plan = useMemo(
    () => planOf(() => (entry === null || into === null ? [] : mergeEntry(library, entry, into))),
    [library, entry, into],
  );
  if (entry === null) return null;
  const name = nameOfEntry(library, entry);
  const wanted = plainWords(words);
  const found = into === null ? others.filter(({ value }) => plainWords(value).includes(wanted)).slice(0, 7) : [];
  const merge = (): void => {
    if (into === null) return;
    const target = entryOf(library, kind, into);
    onClose();
    void commitNext(
      message("change.merge", { name, into: target === null ? words : nameOfEntry(library, target) }),
      (now) => mergeEntry(now, entry, into),
    ).then((kept) => kept && selectEntry(kind, into));
  };
  return (
    <Dialog
      title={t("codebook.mergeTitle", { name: say(name) })}
      onClose={onClose}
      isQuestion
      buttons={
        <button type="button" className="primary" disabled={plan.edits.length === 0} onClick={merge}>
          {t("codebook.mergeDo")}
        </button>
      }
    >
      <div className="codebook-dialog">
        <TypeAhead
          label={t("codebook.mergeInto")}
          placeholder={t("codebook.mergeInto")}
          value={words}
          early
          offers={found.map((offer) => ({ ...offer, look: <span dir="auto">{offer.value}</span> }))}
          none={into === null ? t("codebook.nothing") : null}
          onChange={(value) => {
            setWords(value);
            setInto(null);
          }}
          onChoose={(offer) => {
            setWords(offer.value);
            setInto(offer.id);
          }}
        />
        {into === null ? <p className="soft">{t("codebook.mergeHelp")}</p> : <EffectList plan={plan} />}
      </div>
    </Dialog>
  );
}
