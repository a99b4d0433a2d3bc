import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { changeIssueEdits } from "../../../shared/claims/position-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Position } from "../../../shared/model/annotation.ts";
import { issueNames, showPath, typedPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { focusRef } from "../state/focus.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { isComposing } from "../ui/composing.ts";
import { IssueField } from "./IssueField.tsx";
import "./claim-tools.css";

type Props = Readonly<{
  position: Position;
  /** The one that the command leads to. */
  first: boolean;
}>;

const target = focusRef("claim-issue");

/** The issue of a position: a button that becomes the field. Enter saves, Escape leaves it as it was. */
export function PositionIssue({ position, first }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary(isWritable);
  const path = showPath(issueNames(library.issues, position.issue));
  const [written, setWritten] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement | null>(null);
  const open = written !== null;
  useEffect(() => {
    if (!open) return;
    input.current?.focus();
    input.current?.select();
  }, [open]);
  const leave = (): void => {
    setWritten(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = async (): Promise<void> => {
    const names = typedPath(library.issues, written ?? "");
    if (names.length === 0) return;
    const saved = await commitNext(message("change.issue"), (now) =>
      changeIssueEdits(now, position.paper, position.id, names),
    );
    if (saved) leave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) void save();
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!open)
    return (
      <button
        type="button"
        className="name"
        title={path}
        disabled={!writable}
        aria-label={t("annotate.changeIssue", { issue: path })}
        ref={(element) => {
          button.current = element;
          return first ? target(element) : undefined;
        }}
        onClick={() => setWritten(path)}
      >
        <bdi>{path}</bdi>
      </button>
    );
  return (
    <form
      className="issue-form"
      aria-label={t("annotate.changeIssue", { issue: path })}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <IssueField library={library} value={written} onChange={setWritten} input={input} />
      <div>
        <button type="button" onClick={leave}>
          {t("annotate.cancel")}
        </button>
        <button type="button" className="primary" onClick={() => void save()} disabled={written.trim() === ""}>
          {t("annotate.saveIssue")}
        </button>
      </div>
    </form>
  );
}
