import { useEffect, useState } from "react";
import type { ConflictCopy } from "../../../shared/contract/maintenance.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { attempt, confirmChange, showMessage } from "../state/shell.ts";

/**
 * Changes that another machine or a synchronising program wrote beside this library; nothing is shown where there are
 * none.
 */
export function Conflicts() {
  const { t, say } = useTexts();
  const workbench = getWorkbench();
  const server = useLibrary((state) => state.server);
  const [found, setFound] = useState<readonly ConflictCopy[]>([]);
  useEffect(() => {
    void attempt(() => workbench.conflicts({})).then((all) => setFound(all ?? []));
  }, [workbench]);
  const merge = async (): Promise<void> => {
    const made = await attempt(() => workbench.mergeConflicts({}));
    if (made === null) return;
    const sentence = [t("keeping.merged", { count: made.merged }), ...made.refused.map(say)].join(" ");
    if (made.merged > 0) confirmChange(sentence);
    else showMessage(sentence);
    setFound((await attempt(() => workbench.conflicts({}))) ?? []);
  };
  if (found.length === 0) return null;
  return (
    <section>
      <h3>{t("keeping.conflicts")}</h3>
      <ul className="problems">
        {found.map(({ name, sentence }) => (
          <li key={name} dir="auto">
            {say(sentence)}
          </li>
        ))}
      </ul>
      <p className="soft">{t("keeping.mergeWhat")}</p>
      <button type="button" disabled={server.access.mode === "read"} onClick={() => void merge()}>
        {t("keeping.merge")}
      </button>
    </section>
  );
}
