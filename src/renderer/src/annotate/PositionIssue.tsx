import { useRef, useState } from "react";
import { changeIssueEdits } from "../../../shared/claims/position-edits.ts";
import { message } from "../../../shared/messages/message.ts";
import type { Position } from "../../../shared/model/annotation.ts";
import { issueNames, showPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { commitNext } from "../state/commit-next.ts";
import { focusRef } from "../state/focus.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { IssueForm } from "./IssueForm.tsx";
import "./claim-tools.css";

type Props = Readonly<{
  position: Position;
  /** The one that the command leads to. */
  first: boolean;
}>;

const target = focusRef("claim-issue");

/** The issue of a position: a button that becomes the field. */
export function PositionIssue({ position, first }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const path = showPath(issueNames(library.issues, position.issue));
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement | null>(null);
  const leave = (): void => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (open)
    return (
      <IssueForm
        label={t("annotate.changeIssue", { issue: path })}
        action={t("annotate.saveIssue")}
        path={path}
        onSave={(names) =>
          commitNext(message("change.issue"), (now) => changeIssueEdits(now, position.paper, position.id, names))
        }
        onLeave={leave}
      />
    );
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
      onClick={() => setOpen(true)}
    >
      <bdi>{path}</bdi>
    </button>
  );
}
