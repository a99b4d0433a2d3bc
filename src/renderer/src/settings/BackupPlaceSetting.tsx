import { useEffect, useState } from "react";
import type { BackupPlace } from "../../../shared/contract/backup-place.ts";
import { getHost, getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { attempt, showMessage } from "../state/shell.ts";

/** Where the library is backed up each day besides its own folder. Only the desktop app can ask for a folder. */
export function BackupPlaceSetting() {
  const { t, date, time } = useTexts();
  const workbench = getWorkbench();
  const mayWrite = useLibrary(({ server }) => server.access.mode === "write");
  const [place, setPlace] = useState<BackupPlace | null>(null);
  const look = async (): Promise<void> => setPlace((await attempt(() => workbench.backupPlace({}))) ?? null);
  useEffect(() => {
    void attempt(() => workbench.backupPlace({})).then((found) => setPlace(found ?? null));
  }, [workbench]);
  const choose = async (): Promise<void> => {
    const made = await attempt(() => getHost().chooseBackupFolder({}));
    if (made) showMessage(t("settings.backup.made", { folder: made.folder }));
    await look();
  };
  const forget = async (): Promise<void> => {
    await attempt(() => workbench.forgetBackupPlace({}));
    await look();
  };
  const isDesktop = getHost().kind === "electron";
  return (
    <fieldset className="setting">
      <legend>{t("settings.backup")}</legend>
      <div className="second-backup">
        <p className="soft">{t("settings.backup.what")}</p>
        {place !== null && (
          <p>
            <bdi>{place.folder}</bdi>{" "}
            <span className="soft">
              {place.last === null
                ? t("settings.backup.away")
                : t("settings.backup.last", { date: date(place.last.at), time: time(place.last.at) })}
            </span>
          </p>
        )}
        {!isDesktop && place === null && (
          <p className="soft">
            {t("settings.backup.command")} <code dir="ltr">stancemark backup --to FOLDER --daily</code>
          </p>
        )}
        {isDesktop && (
          <button type="button" disabled={!mayWrite} onClick={() => void choose()}>
            {t("settings.backup.choose")}
          </button>
        )}
        {place !== null && (
          <button type="button" disabled={!mayWrite} onClick={() => void forget()}>
            {t("settings.backup.forget")}
          </button>
        )}
      </div>
    </fieldset>
  );
}
