import { useRef, useState } from "react";
import { codedOne } from "../../../shared/claims/claims.ts";
import { addPositionEdits } from "../../../shared/claims/position-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { Icon } from "../ui/Icon.tsx";
import { IssueForm } from "./IssueForm.tsx";

/** One more issue for the selected claim: a button that becomes the field. */
export function AddPosition({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const writable = useLibrary((state) => isWritable(state));
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = (names: readonly string[]): Promise<boolean> =>
    commitNext(message("change.addPosition"), (now) => {
      const coded = codedOne(now, annotation.paper, annotation.id);
      return coded === null ? [] : addPositionEdits(now, coded.annotation, names);
    });
  if (open)
    return (
      <IssueForm label={t("annotate.addPosition")} action={t("annotate.add")} path="" onSave={save} onLeave={leave} />
    );
  return (
    <button type="button" className="quiet" ref={button} disabled={!writable} onClick={() => setOpen(true)}>
      <Icon name="plus" size={14} /> {t("annotate.addPosition")}
    </button>
  );
}
