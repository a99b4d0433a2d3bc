import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { positionOf } from "../../../shared/claims/claim-edits.ts";
import { findOrCreateIssue } from "../../../shared/codebook/find-or-create.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Annotation } from "../../../shared/model/annotation.ts";
import { typedPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { commit, useLibrary } from "../state/library.ts";
import { isComposing } from "../ui/composing.ts";
import { Icon } from "../ui/Icon.tsx";
import { IssueField } from "./IssueField.tsx";

/** One more issue for the selected claim: the button becomes the field, Enter keeps, Escape leaves. */
export function AddPosition({ annotation }: Readonly<{ annotation: Annotation }>) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const [path, setPath] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = path !== null;
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);
  const leave = (): void => {
    setPath(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const add = async (): Promise<void> => {
    const names = typedPath(library.issues, path ?? "");
    if (names.length === 0) return;
    const issue = findOrCreateIssue(library.issues, names);
    const to = positionOf(annotation, { issue: issue.id, stance: null, strength: null });
    if (await commit(message("change.addPosition"), [...issue.edits, { table: "positions", from: null, to }])) leave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (event.key === "Enter") void add();
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!open)
    return (
      <button type="button" className="quiet" ref={button} onClick={() => setPath("")}>
        <Icon name="plus" size={14} /> {t("annotate.addPosition")}
      </button>
    );
  return (
    <form
      className="add"
      aria-label={t("annotate.addPosition")}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <IssueField library={library} value={path} onChange={setPath} input={input} />
      <button type="button" className="primary" onClick={() => void add()} disabled={path === ""}>
        {t("annotate.add")}
      </button>
    </form>
  );
}
