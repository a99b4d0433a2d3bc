import { type FormEvent, useEffect, useState } from "react";
import { languageName } from "../../../shared/papers/ocr-language.ts";
import { parsePageList } from "../../../shared/papers/page-list.ts";
import { getWorkbench } from "../client/connection.ts";
import { useTexts } from "../i18n/texts.ts";
import { useSettings } from "../state/settings.ts";
import { attempt, type OcrChoice, type OcrPapers, useShell } from "../state/shell.ts";
import { Dialog } from "../ui/Dialog.tsx";
import "./reading.css";

/** Asks in which languages papers are to be read with OCR, and which pages of a single one. */
export function OcrDialog() {
  const asked = useShell((state) => state.askedOcr);
  return asked === null ? null : <Form key={asked.papers.titles.join("\n")} {...asked} />;
}

type FormProps = Readonly<{ papers: OcrPapers; answer: (choice: OcrChoice | null) => void }>;

function Form({ papers: { titles, pages }, answer }: FormProps) {
  const { t } = useTexts();
  const locale = document.documentElement.lang.startsWith("ur") ? "ur" : "en";
  const before = useSettings((state) => state.ocrLanguages);
  const [known, setKnown] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<readonly string[]>(
    before.length > 0 ? before : [locale === "ur" ? "urd" : "eng"],
  );
  const [isSome, setSome] = useState(false);
  const [list, setList] = useState(String(pages?.shown ?? 1));
  useEffect(() => {
    void attempt(() => getWorkbench().ocrLanguages({})).then((languages) => setKnown(languages ?? []));
  }, []);
  const languages = known.filter((code) => wanted.includes(code));
  const some = parsePageList(list);
  const isRight = some?.every((page) => page <= (pages?.count ?? 0)) ?? false;
  const toggle = (code: string): void =>
    setWanted(wanted.includes(code) ? wanted.filter((other) => other !== code) : [...wanted, code]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    answer({ languages, ...(isSome && some !== null ? { pages: some.map((page) => page - 1) } : {}) });
  };
  return (
    <Dialog
      title={
        titles.length === 1 ? t("ocr.title", { title: titles[0] ?? "" }) : t("ocr.titles", { count: titles.length })
      }
      onClose={() => answer(null)}
      isQuestion
      buttons={
        <button
          type="submit"
          form="ocr-form"
          className="primary"
          disabled={languages.length === 0 || (isSome && !isRight)}
        >
          {t("ocr.read")}
        </button>
      }
    >
      <form id="ocr-form" className="ocr-form" onSubmit={submit}>
        <p>{t("ocr.about")}</p>
        <fieldset>
          <legend>{t("ocr.languages")}</legend>
          {known.map((code) => (
            <label key={code}>
              <input type="checkbox" checked={wanted.includes(code)} onChange={() => toggle(code)} />
              {languageName(code, locale)}
            </label>
          ))}
        </fieldset>
        {pages !== null && pages.count > 1 && (
          <fieldset>
            <legend>{t("ocr.pages")}</legend>
            <label>
              <input type="radio" name="ocr-pages" checked={!isSome} onChange={() => setSome(false)} />
              {t("ocr.pagesWithoutText")}
            </label>
            <label>
              <input type="radio" name="ocr-pages" checked={isSome} onChange={() => setSome(true)} />
              {t("ocr.somePages", { count: pages.count })}
            </label>
            <input
              aria-label={t("ocr.pageList")}
              aria-invalid={isSome && !isRight}
              disabled={!isSome}
              value={list}
              dir="ltr"
              onChange={(event) => setList(event.target.value)}
            />
            {isSome && !isRight && <small role="alert">{t("ocr.pageListWrong", { count: pages.count })}</small>}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}
