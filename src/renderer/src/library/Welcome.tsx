import { useEffect, useRef } from "react";
import { useTexts } from "../i18n/texts.ts";
import { importChosen, openSample } from "../state/import-files.ts";
import { useLibrary } from "../state/library.ts";
import { openDialog, showView } from "../state/shell.ts";
import { CoderName } from "../ui/CoderName.tsx";

/** What an empty library shows: the ways to begin. The first of them has the keyboard. */
export function Welcome() {
  const { t } = useTexts();
  const isNamed = useLibrary((state) => state.server.isCoderNamed);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Not taken from a field or a button that has it.
    if (document.activeElement === document.body) first.current?.focus();
  }, []);
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
        <button type="button" className="primary" ref={first} onClick={() => void openSample()}>
          {t("welcome.sample")}
        </button>
        <button type="button" onClick={() => void importChosen()}>
          {t("welcome.import")}
        </button>
        <button type="button" onClick={() => showView("codebook")}>
          {t("welcome.codebook")}
        </button>
        <button type="button" onClick={() => void openSample().then(() => openDialog("tour"))}>
          {t("welcome.tour")}
        </button>
      </p>
      {!isNamed && <CoderName />}
    </section>
  );
}
