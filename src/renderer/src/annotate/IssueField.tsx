import { type KeyboardEvent, type RefObject, useState } from "react";
import { fold } from "../../../shared/anchor/fold.ts";
import { issueNames, showPath } from "../../../shared/issue-path.ts";
import type { Library } from "../../../shared/model/library.ts";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{
  library: Library;
  value: string;
  onChange: (path: string) => void;
  input?: RefObject<HTMLInputElement | null>;
}>;

/** An issue by type-ahead over the whole tree; what is not there yet is made. */
export function IssueField({ library, value, onChange, input }: Props) {
  const { t } = useTexts();
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const paths = Object.values(library.issues).map((issue) => showPath(issueNames(library.issues, issue.id)));
  const words = fold(value, { case: true }).text.trim();
  const found = words === "" ? [] : paths.filter((path) => fold(path, { case: true }).text.includes(words)).slice(0, 6);
  const shown = open && value !== "" && !paths.includes(value);
  const choose = (path: string): void => {
    onChange(path);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!shown) return;
    if (event.key === "ArrowDown") setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if ((event.key === "Enter" || event.key === "Tab") && found[active] !== undefined) choose(found[active]);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };
  return (
    <label className="issue-field">
      {t("annotate.issue")}
      <input
        ref={input}
        role="combobox"
        aria-expanded={shown}
        aria-controls="issue-choices"
        aria-autocomplete="list"
        value={value}
        placeholder={t("annotate.issueHint")}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setOpen(true);
          setActive(0);
          onChange(event.target.value);
        }}
      />
      {shown && (
        <ul id="issue-choices" className="choices">
          {found.map((path, index) => (
            <li key={path}>
              <button type="button" className={index === active ? "active" : ""} onMouseDown={() => choose(path)}>
                {path}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="soft">{t("annotate.makes", { name: value })}</li>}
        </ul>
      )}
    </label>
  );
}
