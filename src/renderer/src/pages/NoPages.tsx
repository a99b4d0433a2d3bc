import { type FormEvent, useState } from "react";
import type { PaperId } from "../../../shared/model/ids.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { arrange } from "../state/page-view.ts";
import { attempt } from "../state/shell.ts";

/** Said in place of pages where a paper has none. */
export function NoPages() {
  const { t } = useTexts();
  return (
    <div className="no-pages">
      <p>{t("pages.none")}</p>
      <p className="soft">{t("pages.noneHint")}</p>
      <button type="button" className="primary" onClick={() => arrange("text")}>
        {t("pages.showText")}
      </button>
    </div>
  );
}

type Props = Readonly<{
  paper: PaperId;
  failure: Readonly<{ code: string; message: string }>;
  /** Show the pages again from the beginning. */
  onAgain: () => void;
}>;

/** Why the pages cannot be shown, with a field for the password where that is all they need. */
export function Refused({ paper, failure, onAgain }: Props) {
  const { t } = useTexts();
  const [password, setPassword] = useState("");
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const workbench = getWorkbench();
    if ((await attempt(() => workbench.pageText({ paper, page: 0, password }))) !== null) onAgain();
  };
  return (
    <div className="no-pages" role="alert">
      <p>{failure.message}</p>
      {failure.code === "password" ? (
        <form onSubmit={(event) => void open(event)}>
          <label>
            {t("pages.password")}
            <input
              type="password"
              autoComplete="off"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <button type="submit" className="primary">
            {t("pages.unlock")}
          </button>
        </form>
      ) : (
        <button type="button" onClick={onAgain}>
          {t("pages.again")}
        </button>
      )}
    </div>
  );
}
