import { runCommand } from "./commands.ts";
import { useTexts } from "./i18n/texts.ts";
import { Arrangements } from "./pages/Arrangements.tsx";
import { keyOf } from "./state/keys.ts";
import { useStore } from "./state/store.ts";
import { showKey } from "./ui/key-name.ts";

const views = [
  ["view-read", "read"],
  ["view-claims", "claims"],
  ["view-matrix", "matrix"],
] as const;

/** The line at the top: views, the one field for everything, undo, export. */
export function Head() {
  const { view, paper, server } = useStore();
  const { t } = useTexts();
  return (
    <header className="head">
      <b className="brand">{t("shell.brand")}</b>
      <nav aria-label={t("shell.views")}>
        {views.map(([id, name]) => (
          <button
            type="button"
            key={id}
            aria-pressed={view === name}
            className={view === name ? "on" : ""}
            onClick={() => runCommand(id)}
          >
            {t(`command.${id}`)}
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
