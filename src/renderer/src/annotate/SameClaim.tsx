import { useEffect, useRef } from "react";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{ onOpen: () => void; onSave: () => void }>;

/** Says that a claim says the same already, and asks which of both is meant. */
export function SameClaim({ onOpen, onSave }: Props) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="same-claim" role="alert">
      <p>{t("annotate.sameClaim")}</p>
      <button type="button" ref={button} onClick={onOpen}>
        {t("annotate.openClaim")}
      </button>
      <button type="button" onClick={onSave}>
        {t("annotate.saveAnyway")}
      </button>
    </div>
  );
}
