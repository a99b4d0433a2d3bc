import { useEffect, useState } from "react";
import type { Backup, RestorePreview } from "../../../shared/contract/maintenance.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { attempt, confirmChange, showMessage } from "../state/shell.ts";
import { isRepeatedClick } from "../ui/clicks.ts";
import { RestoreStep } from "./RestoreStep.tsx";

/** The backups there are, newest first: keep one more, or see what restoring one would do, and restore it. */
export function Backups({ onDone }: Readonly<{ onDone: () => void }>) {
  const { t, date, time, number } = useTexts();
  const workbench = getWorkbench();
  const server = useLibrary((state) => state.server);
  const [all, setAll] = useState<readonly Backup[]>([]);
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const look = async (): Promise<void> => setAll((await attempt(() => workbench.backups({}))) ?? []);
  useEffect(() => {
    void attempt(() => workbench.backups({})).then((found) => setAll(found ?? []));
  }, [workbench]);
  const when = ({ at }: Backup): string => t("keeping.when", { date: date(at), time: time(at) });
  const keep = async (): Promise<void> => {
    const made = await attempt(() => workbench.backup({}));
    if (made !== null) showMessage(t("keeping.kept"));
    await look();
  };
  const ask = async (backup: Backup): Promise<void> =>
    setPreview(await attempt(() => workbench.previewRestore({ backup: backup.name })));
  const restore = async (backup: Backup): Promise<void> => {
    if ((await attempt(() => workbench.restore({ backup: backup.name }))) === null) return;
    if (server.damaged) showMessage(t("keeping.restoredDamaged", { when: when(backup) }));
    else confirmChange(t("keeping.restored", { when: when(backup) }));
    onDone();
  };
  const mayWrite = server.access.mode === "write";
  return (
    <section>
      <h3>{t("keeping.backups")}</h3>
      <p className="soft">{t("keeping.backupsWhat")}</p>
      {all.length > 0 && (
        <ul className="backups">
          {all.map((backup) => (
            <li key={backup.name}>
              <span>{when(backup)}</span>
              <span className="soft">{t("keeping.size", { size: number(Math.ceil(backup.bytes / 1000)) })}</span>
              <button
                type="button"
                aria-label={t("keeping.restoreOf", { when: when(backup) })}
                disabled={!mayWrite && !server.damaged}
                onClick={() => void ask(backup)}
              >
                {t("keeping.restore")}
              </button>
            </li>
          ))}
        </ul>
      )}
      {preview !== null && (
        <RestoreStep
          key={preview.backup.name}
          preview={preview}
          onRestore={() => void restore(preview.backup)}
          onCancel={() => setPreview(null)}
        />
      )}
      <button type="button" disabled={!mayWrite} onClick={(event) => isRepeatedClick(event) || void keep()}>
        {t("keeping.backUp")}
      </button>
    </section>
  );
}
