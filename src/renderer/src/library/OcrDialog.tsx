import { useEffect, useState } from "react";
import { languageName } from "../../../shared/papers/ocr-language.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";

/** Asks in which languages the pages of a paper are to be read with OCR. */
export function OcrDialog() {
  const asked = useShell((state) => state.askedOcr);
  return asked === null ? null : <Form key={asked.title} {...asked} />;
}

type FormProps = Readonly<{ title: string; answer: (languages: readonly string[] | null) => void }>;

function Form({ title, answer }: FormProps) {
  const { t } = useTexts();
  const locale = document.documentElement.lang.startsWith("ur") ? "ur" : "en";
  const [known, setKnown] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([locale === "ur" ? "urd" : "eng"]);
  useEffect(() => {
    void getWorkbench().ocrLanguages({}).then(setKnown);
  }, []);
  const toggle = (code: string): void =>
    setChosen((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code]));
  return (
    <Dialog
      title={t("ocr.title", { title })}
      onClose={() => answer(null)}
      buttons={
        <button type="submit" form="ocr-form" className="primary" disabled={chosen.length === 0}>
          {t("ocr.read")}
        </button>
      }
    >
      <form
        id="ocr-form"
        onSubmit={(event) => {
          event.preventDefault();
          answer(chosen);
        }}
      >
        <p>{t("ocr.about")}</p>
        <fieldset>
          <legend>{t("ocr.languages")}</legend>
          {known.map((code) => (
            <label key={code}>
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />{" "}
              {languageName(code, locale)}
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
