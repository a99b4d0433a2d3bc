import { useEffect, useRef } from "react";
import type { AnnotationId } from "../../../shared/model/ids.ts";
import { useTexts } from "../i18n/texts.ts";
import { reader } from "../state/reader-control.ts";
import { closeComposer, selectAnnotation } from "../state/reading.ts";

type Props = Readonly<{ found: Readonly<{ id: AnnotationId }>; onSave: () => void }>;

/** Says that a claim says the same already, and asks which of both is meant. */
export function SameClaim({ found, onSave }: Props) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const open = (): void => {
    closeComposer();
    selectAnnotation(found.id);
    reader()?.focus();
  };
  return (
    <div className="same-claim" role="alert">
      <p>{t("annotate.sameClaim")}</p>
      <button type="button" ref={button} onClick={open}>
        {t("annotate.openClaim")}
      </button>
      <button type="button" onClick={onSave}>
        {t("annotate.saveAnyway")}
      </button>
    </div>
  );
}
