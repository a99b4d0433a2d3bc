import { useEffect, useRef } from "react";
import type { RestorePreview } from "../../../shared/contract/maintenance.ts";
import { useTexts } from "../i18n/texts.ts";

type Props = Readonly<{ preview: RestorePreview; onRestore: () => void; onCancel: () => void }>;

/** What restoring a backup would do, before it is done. */
export function RestoreStep({ preview, onRestore, onCancel }: Props) {
  const { t, say } = useTexts();
  const restore = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    restore.current?.focus();
    restore.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section className="restore" aria-label={t("keeping.restoreStep")}>
      <ul>
        {preview.sentences.map((sentence) => (
          <li key={sentence.key} dir="auto">
            {say(sentence)}
          </li>
        ))}
      </ul>
      <p className="soft">{t("keeping.restoreCanUndo")}</p>
      <button type="button" className="primary" ref={restore} onClick={onRestore}>
        {t("keeping.restoreNow")}
      </button>{" "}
      <button type="button" onClick={onCancel}>
        {t("keeping.cancel")}
      </button>
    </section>
  );
}
