import { runCommand } from "./commands.ts";
import { useTexts } from "./i18n/texts.ts";
import { Arrangements } from "./pages/Arrangements.tsx";
import { keyOf } from "./state/keys.ts";
import { useStore } from "./state/store.ts";
import { showKey } from "./ui/key-name.ts";
import { views } from "./views.tsx";

/** The line at the top: views, the one field for everything, undo, export. */
export function Head() {
  const { view, paper, server } = useStore();
  const { t } = useTexts();
  return (
    <header className="head">
      <b className="brand">{t("shell.brand")}</b>
      <nav aria-label={t("shell.views")}>
        {Object.entries(views).map(([name, { command }]) => (
          <button
            type="button"
            key={name}
            aria-pressed={view === name}
            className={view === name ? "on" : ""}
            onClick={() => runCommand(command)}
          >
            {t(`command.${command}`)}
          </button>
        ))}
      </nav>
      {view === "read" && paper !== null && <Arrangements />}
      <span className="grow" />
      <button type="button" className="search" onClick={() => runCommand("palette")}>
        {t("shell.search")} <kbd>{showKey(keyOf("palette") ?? "")}</kbd>
      </button>
      <button
        type="button"
        disabled={server.undo === null}
        title={server.undo ?? ""}
        onClick={() => runCommand("undo")}
      >
        {t("shell.undo")}
      </button>
      <button
        type="button"
        disabled={server.redo === null}
        title={server.redo ?? ""}
        onClick={() => runCommand("redo")}
      >
        {t("shell.redo")}
      </button>
      <button type="button" onClick={() => runCommand("report")}>
        {t("shell.report")}
      </button>
      <button type="button" className="accent" disabled={paper === null} onClick={() => runCommand("export")}>
        {t("shell.export")}
      </button>
    </header>
  );
}
