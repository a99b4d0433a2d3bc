import { useState } from "react";
import { message } from "../../../shared/messages/message.ts";
import type { PaperContent } from "../../../shared/model/content.ts";
import { LabelRange, LabelStyle } from "../../../shared/model/label-range.ts";
import { labelBy, labelEdits, labelled, withRange } from "../../../shared/papers/page-labels.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { useLibrary } from "../state/library.ts";
import { useReading } from "../state/reading.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Select } from "../ui/Select.tsx";
import "./page-labels.css";

type Draft = { from: number; to: number; style: LabelStyle; prefix: string; start: number };

/** Give the pages of the open paper other numbers than the file has, a stretch at a time, seen before it is done. */
export function PageLabelsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const id = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  const paper = id === null ? undefined : library.papers[id];
  const last = content?.pages.length ?? 1;
  const [draft, setDraft] = useState<Draft>({ from: 1, to: last, style: "arabic", prefix: "", start: 1 });
  if (paper === undefined || content === null) return null;
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const range = LabelRange.safeParse(draft);
  const fits = range.success && draft.from <= draft.to && draft.to <= last && labelBy([draft], draft.from) !== null;
  const keep = (labels: (before: readonly LabelRange[]) => readonly LabelRange[]) =>
    commitNext(message("change.pageLabels"), ({ papers }) => {
      const now = papers[paper.id];
      return now === undefined ? [] : labelEdits(now, labels(now.labels));
    });
  const number = (name: "from" | "to" | "start") => (
    <label>
      {t(`labels.${name}`)}
      <input
        type="number"
        min={1}
        max={name === "start" ? 100_000 : last}
        value={draft[name] || ""}
        onChange={(event) => set({ [name]: event.target.valueAsNumber || 0 })}
      />
    </label>
  );
  return (
    <Dialog
      title={t("labels.title")}
      onClose={onClose}
      isQuestion
      buttons={
        <>
          <button type="button" disabled={paper.labels.length === 0} onClick={() => void keep(() => [])}>
            {t("labels.reset")}
          </button>
          <button type="submit" form="labels-form" className="primary" disabled={!fits}>
            {t("labels.give")}
          </button>
        </>
      }
    >
      <form
        id="labels-form"
        className="labels"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) void keep((before) => withRange(before, draft));
        }}
      >
        {number("from")}
        {number("to")}
        <div>
          <span aria-hidden="true">{t("labels.style")}</span>
          <Select
            label={t("labels.style")}
            value={draft.style}
            options={LabelStyle.options.map((style) => [style, t(`labels.style.${style}`)] as const)}
            onChange={(value) => set({ style: LabelStyle.parse(value) })}
          />
        </div>
        <label>
          {t("labels.prefix")}
          <input value={draft.prefix} maxLength={40} onChange={(event) => set({ prefix: event.target.value })} />
        </label>
        {number("start")}
      </form>
      <Preview content={content} fresh={labelled(content, fits ? withRange(paper.labels, draft) : paper.labels)} />
    </Dialog>
  );
}

/** Every page with its label as it would be; those that would be another are marked. */
function Preview({ content, fresh }: Readonly<{ content: PaperContent; fresh: PaperContent }>) {
  const { t } = useTexts();
  const pages = fresh.pages.map(({ label }, index) => {
    return { page: index + 1, label, isNew: label !== content.pages[index]?.label };
  });
  return (
    <ol className="labels-preview" aria-label={t("labels.preview")}>
      {pages.map(({ page, label, isNew }) => (
        <li key={page} className={isNew ? "new" : ""}>
          <span>{page}</span> <b>{label}</b>
        </li>
      ))}
    </ol>
  );
}
