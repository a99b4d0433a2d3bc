import { getHost } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { importFiles, openSample } from "../state/import-files.ts";
import { attempt } from "../state/shell.ts";

/** What an empty library shows: the two ways to begin. */
export function Welcome() {
  const { t } = useTexts();
  const host = getHost();
  const choose = async (): Promise<void> => importFiles((await attempt(() => host.chooseFiles({}))) ?? []);
  return (
    <section className="welcome">
      <h1>{t("welcome.title")}</h1>
      <p>{t("welcome.lead")}</p>
      <ol>
        <li>{t("welcome.step1")}</li>
        <li>{t("welcome.step2")}</li>
        <li>{t("welcome.step3")}</li>
      </ol>
      <p className="buttons">
        <button type="button" className="primary" onClick={() => void openSample()}>
          {t("welcome.sample")}
        </button>
        <button type="button" onClick={() => void choose()}>
          {t("welcome.import")}
        </button>
      </p>
    </section>
  );
}
