import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { attempt, showMessage } from "../state/shell.ts";

/** What could not be read of a damaged library, and the way to go on without it. */
export function Damage({ onDone }: Readonly<{ onDone: () => void }>) {
  const { t, say } = useTexts();
  const server = useLibrary((state) => state.server);
  const workbench = getWorkbench();
  const goOn = async (): Promise<void> => {
    const made = await attempt(() => workbench.repair({}));
    if (made === null) return;
    showMessage(t("keeping.repaired", { count: made.records, folder: made.setAside }));
    onDone();
  };
  return (
    <section className="damage">
      <h3>{t("keeping.damaged")}</h3>
      <p dir="auto">{server.access.mode === "read" ? say(server.access.reason) : ""}</p>
      <p className="soft">{t("keeping.setAside")}</p>
      <button type="button" onClick={() => void goOn()}>
        {t("keeping.continue")}
      </button>
    </section>
  );
}
