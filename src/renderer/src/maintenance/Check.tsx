import { useState } from "react";
import type { Verification } from "../../../shared/contract/maintenance.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { attempt } from "../state/shell.ts";

/** Every file, checksum, anchor and reference looked at, and what is wrong in words. */
export function Check() {
  const { t, say } = useTexts();
  const workbench = getWorkbench();
  const [found, setFound] = useState<Verification | "checking" | null>(null);
  const check = async (): Promise<void> => {
    setFound("checking");
    setFound(await attempt(() => workbench.verify({})));
  };
  const outcome = found === null || found === "checking" ? null : found;
  return (
    <section>
      <h3>{t("keeping.check")}</h3>
      <p className="soft">{t("keeping.checkWhat")}</p>
      <div role="status">
        {found === "checking" && <p>{t("keeping.checking")}</p>}
        {outcome?.ok && <p>{t("keeping.noProblems")}</p>}
        {outcome?.ok === false && <p>{t("keeping.problems", { count: outcome.problems.length })}</p>}
      </div>
      {outcome?.ok === false && (
        <ul className="problems">
          {outcome.problems.map((problem) => (
            <li key={JSON.stringify(problem)} dir="auto">
              {say(problem)}
            </li>
          ))}
        </ul>
      )}
      <button type="button" disabled={found === "checking"} onClick={() => void check()}>
        {t("keeping.checkNow")}
      </button>
    </section>
  );
}
