import { commandOf, isAvailable } from "../../../shared/contract/commands.ts";
import { useTexts } from "../i18n/texts.ts";
import { Arrangements } from "../pages/Arrangements.tsx";
import { landmarkRef } from "../state/focus.ts";
import { commandKey } from "../state/keys.ts";
import { useLibrary } from "../state/library.ts";
import { type PaneSide, useLeft, usePanes } from "../state/panes.ts";
import { useReading } from "../state/reading.ts";
import { useSettings } from "../state/settings.ts";
import { useShell } from "../state/shell.ts";
import { Icon } from "../ui/Icon.tsx";
import { showKey } from "../ui/key-name.ts";
import { runCommand } from "./commands.ts";
import { useFacts } from "./facts.ts";
import { views } from "./views.tsx";

const viewList = landmarkRef("views");
const palette = landmarkRef("palette");

/** The line at the top: views, the one field for everything, undo, export. */
export function Head() {
  const view = useShell((state) => state.view);
  const paper = useReading((state) => state.paper);
  const server = useLibrary((state) => state.server);
  const facts = useFacts();
  const { t, say } = useTexts();
  return (
    <header className="head">
      <PaneButton side="left" />
      <b className="brand">{t("shell.brand")}</b>
      <nav ref={viewList} aria-label={t("shell.views")}>
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
      <select
        className="view-list"
        aria-label={t("shell.views")}
        value={view}
        onChange={(event) => {
          const entry = Object.entries(views).find(([name]) => name === event.target.value);
          if (entry !== undefined) runCommand(entry[1].command);
        }}
      >
        {Object.entries(views).map(([name, { command }]) => (
          <option key={name} value={name}>
            {t(`command.${command}`)}
          </option>
        ))}
      </select>
      {view === "read" && paper !== null && <Arrangements />}
      <span className="grow" />
      <button
        type="button"
        className="search"
        ref={palette}
        aria-label={t("shell.search")}
        title={t("shell.search")}
        onClick={() => runCommand("palette")}
      >
        <Icon name="search" />
        <span>{t("shell.search")}</span> <kbd>{showKey(commandKey("palette") ?? "")}</kbd>
      </button>
      {(["undo", "redo"] as const).map((step) => (
        <button
          type="button"
          key={step}
          className="sign"
          disabled={!facts[step]}
          aria-label={t(`shell.${step}`)}
          title={server[step] === null ? t(`shell.${step}`) : t(`shell.${step}What`, { what: say(server[step]) })}
          onClick={() => runCommand(step)}
        >
          <Icon name={step} />
        </button>
      ))}
      <button
        type="button"
        className="sign"
        aria-label={t("shell.settings")}
        title={t("shell.settings")}
        onClick={() => runCommand("settings")}
      >
        <Icon name="letters" size={20} />
      </button>
      <button
        type="button"
        className="accent"
        disabled={!isAvailable(commandOf("export").when, facts)}
        onClick={() => runCommand("export")}
      >
        {t("shell.export")}
      </button>
      <PaneButton side="right" />
    </header>
  );
}

function PaneButton({ side }: Readonly<{ side: PaneSide }>) {
  const { t } = useTexts();
  const left = useLeft();
  const right = useSettings((state) => state.right);
  const narrow = usePanes((state) => state.narrow);
  const drawer = usePanes((state) => state.drawer);
  return (
    <button
      type="button"
      className="sign"
      aria-label={t(`command.toggle-${side}`)}
      title={t(`command.toggle-${side}`)}
      aria-pressed={narrow ? drawer === side : side === "left" ? left : right}
      onClick={() => runCommand(`toggle-${side}`)}
    >
      <Icon name={side} />
    </button>
  );
}
