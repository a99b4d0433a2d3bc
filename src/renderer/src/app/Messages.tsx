import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { closeMessage, useShell } from "../state/shell.ts";

/** What the window has to say: a lost connection, work under way, the outcome of what was done. */
export function MessageBar() {
  const { t, say } = useTexts();
  const message = useShell((state) => state.message);
  const progress = useShell((state) => state.progress);
  const connected = useLibrary((state) => state.connected);
  const workbench = getWorkbench();
  return (
    <>
      {!connected && (
        <div className="message bad" role="alert">
          {t("shell.lost")}
        </div>
      )}
      {message !== null && (
        <div className={`message${message.bad ? " bad" : ""}`} role={message.bad ? "alert" : "status"}>
          <span dir="auto">{message.text}</span>
          <button type="button" aria-label={t("shell.closeMessage")} onClick={() => closeMessage()}>
            ×
          </button>
        </div>
      )}
      {progress !== null && (
        <div className="message" role="status">
          <span>{t("shell.progress", { label: say(progress.label), done: progress.done, total: progress.total })}</span>
          <progress aria-label={say(progress.label)} value={progress.done} max={progress.total} />
          <button type="button" onClick={() => void workbench.cancel({ job: progress.job })}>
            {t("shell.stop")}
          </button>
        </div>
      )}
    </>
  );
}
