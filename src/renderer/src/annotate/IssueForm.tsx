import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { typedPath } from "../../../shared/model/issue-path.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { isComposing } from "../ui/composing.ts";
import { IssueField } from "./IssueField.tsx";

type Props = Readonly<{
  label: string;
  /** What the button says that saves. */
  action: string;
  /** The path that is there at first. */
  path: string;
  /** Save an issue, by the names of its path; true when that is done. */
  onSave: (names: readonly string[]) => Promise<boolean>;
  onLeave: () => void;
}>;

/** The issue of a position: one click on an issue of the list saves it, and so does Enter. Escape cancels. */
export function IssueForm({ label, action, path, onSave, onLeave }: Props) {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const [written, setWritten] = useState(path);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const save = async (typed: string): Promise<void> => {
    const names = typedPath(library.issues, typed);
    if (names.length > 0 && (await onSave(names))) onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) void save(written);
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className="issue-form" aria-label={label} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <IssueField
        library={library}
        value={written}
        onChange={setWritten}
        onTake={(taken) => void save(taken)}
        input={input}
      />
      <div>
        <button type="button" onClick={onLeave}>
          {t("annotate.cancel")}
        </button>
        <button type="button" className="primary" onClick={() => void save(written)} disabled={written.trim() === ""}>
          {action}
        </button>
      </div>
    </form>
  );
}
