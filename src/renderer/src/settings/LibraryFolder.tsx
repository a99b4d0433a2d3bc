import { getHost } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";

/** Where the library is, and how to open another one. A window itself can name no folder. */
export function LibraryFolder() {
  const { t } = useTexts();
  const folder = useLibrary((state) => state.server.folder);
  return (
    <div className="library-folder">
      <p>
        <bdi>{folder}</bdi>
      </p>
      {getHost().kind === "electron" ? (
        <p className="soft">{t("settings.library.desktop")}</p>
      ) : (
        <p className="soft">
          {t("settings.library.command")} <code dir="ltr">stancemark serve --open --library FOLDER</code>
        </p>
      )}
    </div>
  );
}
