import type { PaperContent } from "../../../shared/model/content.ts";
import { doubtfulWords, isRecognised } from "../../../shared/model/page-map.ts";
import type { TextRange } from "../../../shared/model/ranges.ts";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{ content: PaperContent; ranges: readonly TextRange[] }>;

/** Says of words that they were read with OCR, and how many of them are uncertain; nothing of other words. */
export function OcrMark({ content, ranges }: Props) {
  const { t } = useTexts();
  if (!isRecognised(content, ranges)) return null;
  const count = doubtfulWords(content, ranges);
  const label = count === 0 ? t("ocr.marked") : t("ocr.markedUnsure", { count });
  return (
    <span className={count === 0 ? "ocr-mark" : "ocr-mark unsure"} title={label}>
      <span aria-hidden="true">{t("ocr.mark")}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}
