import type { PaperId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { arrange, usePageView } from "../state/page-view.ts";
import { readWithOcr } from "../state/read-with-ocr.ts";
import "./no-text.css";

/** Said in place of the text where a paper has pages but no words, as a scan does. */
export function NoText({ paper }: Readonly<{ paper: PaperId }>) {
  const { t } = useTexts();
  const writable = useLibrary((state) => isWritable(state));
  const arrangement = usePageView((state) => state.arrangement);
  return (
    <div className="no-text">
      <p>{t("reader.noText")}</p>
      <p className="soft">{t("reader.noTextHint")}</p>
      {arrangement === "text" && (
        <button type="button" className={writable ? "" : "primary"} onClick={() => arrange("pages")}>
          {t("reader.showPages")}
        </button>
      )}
      {writable && (
        <button type="button" className="primary" onClick={() => void readWithOcr([paper])}>
          {t("reader.readWithOcr")}
        </button>
      )}
    </div>
  );
}
