import { type FormEvent, useMemo, useState } from "react";
import { message } from "../../../shared/messages/message.ts";
import type { Paper } from "../../../shared/model/paper.ts";
import { addLabel, paperEdits, removeLabel } from "../../../shared/papers/edits.ts";
import { labelsOf } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { focusRef } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { setPapers, usePapers } from "../state/papers.ts";
import { removePapers } from "../state/remove-papers.ts";
import { openDialog } from "../state/shell.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { focusPaperList } from "./paper-list-keys.ts";

const fields = { tags: focusRef("tags"), collections: focusRef("collections") };

/**
 * What can be done to the chosen papers: tags and collections, each taken off by its cross or added by its field;
 * removal. Each is one change.
 */
export function Labels({ papers }: Readonly<{ papers: readonly Paper[] }>) {
  const { t } = useTexts();
  const writable = useLibrary((state) => state.server.access.mode === "write");
  const chosen = usePapers((state) => state.chosen);
  const selectedPapers = useMemo(() => papers.filter((paper) => chosen.has(paper.id)), [papers, chosen]);
  if (selectedPapers.length === 0 || !writable) return null;
  const remove = async (): Promise<void> => {
    if (await removePapers(selectedPapers)) setPapers({ chosen: new Set() });
  };
  return (
    <section className="papers-labels" aria-label={t("papers.selectedName")}>
      <b>{t("papers.selected", { count: selectedPapers.length })}</b>
      <Kind kind="tags" own={selectedPapers} />
      <Kind kind="collections" own={selectedPapers} />
      <span className="grow" />
      <button
        type="button"
        onClick={() => {
          setPapers({ edited: selectedPapers[0]?.id ?? null });
          openDialog("record");
        }}
      >
        {t("papers.details")}
      </button>
      <button type="button" className="danger" onClick={() => void remove()}>
        <Icon name="trash" /> {t("papers.remove")}
      </button>
      <button type="button" onClick={() => setPapers({ chosen: new Set() })}>
        {t("claims.selectNone")}
      </button>
    </section>
  );
}

function Kind({ kind, own }: Readonly<{ kind: "tags" | "collections"; own: readonly Paper[] }>) {
  const { t } = useTexts();
  const papers = useLibrary((state) => state.library.papers);
  const [typed, setTyped] = useState("");
  const ids = own.map((paper) => paper.id);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const label = typed.trim();
    if (label === "") return;
    setTyped("");
    void commitNext(message(`change.${kind}.add`, { name: label, count: ids.length }), (now) =>
      paperEdits(now, ids, (paper) => addLabel(now, paper, kind, label)),
    );
  };
  const takeOff = (label: string): void =>
    void commitNext(message(`change.${kind}.remove`, { name: label, count: ids.length }), (now) =>
      paperEdits(now, ids, (paper) => removeLabel(paper, kind, label)),
    );
  return (
    <form onSubmit={add}>
      {labelsOf(own, kind).map(([name, count]) => (
        <span key={name} className={kind === "tags" ? "tag" : "collection"}>
          <span dir="auto">{name}</span>
          {count < own.length && <small>{count}</small>}
          <button type="button" aria-label={t(`papers.${kind}.remove`, { name })} onClick={() => takeOff(name)}>
            <Icon name="cross" size={12} />
          </button>
        </span>
      ))}
      <input
        id={`papers-${kind}`}
        ref={fields[kind]}
        list={`papers-${kind}-known`}
        dir="auto"
        maxLength={200}
        placeholder={t(`papers.${kind}.add`)}
        aria-label={t(`papers.${kind}.add`)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || isComposing(event)) return;
          setTyped("");
          focusPaperList();
        }}
      />
      <datalist id={`papers-${kind}-known`}>
        {labelsOf(Object.values(papers), kind).map(([name]) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}
