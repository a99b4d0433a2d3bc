import { useState } from "react";
import { placesToCheck } from "../../../shared/claims/places-to-check.ts";
import type { PaperId } from "../../../shared/model/ids.ts";
import { isReadByOlder } from "../../../shared/model/reader-version.ts";
import { useTexts } from "../i18n/texts.ts";
import { isWritable, useLibrary } from "../state/library.ts";
import { readWithNewer } from "../state/read-with-newer.ts";
import { useReading } from "../state/reading.ts";
import { openDialog } from "../state/shell.ts";
import "./reader-notice.css";

/**
 * What can be done about the text of the open paper, in a line above it: check places that are not certain, or read a
 * file again that an earlier version has read. It asks for nothing, and is gone for this session when it is dismissed.
 */
export function ReaderNotice() {
  const { t } = useTexts();
  const library = useLibrary((state) => state.library);
  const writable = useLibrary((state) => isWritable(state));
  const id = useReading((state) => state.paper);
  const [dismissed, setDismissed] = useState<ReadonlySet<PaperId>>(new Set());
  const paper = id === null ? undefined : library.papers[id];
  if (paper === undefined || !writable || dismissed.has(paper.id)) return null;
  const count = placesToCheck(library, paper).length;
  if (count === 0 && !isReadByOlder(paper)) return null;
  return (
    <aside className="reader-notice" aria-label={t("versions.notice")}>
      <span>{count > 0 ? t("versions.noticePlaces", { count }) : t("reading.newer")}</span>
      {count > 0 ? (
        <button type="button" onClick={() => openDialog("versions")}>
          {t("versions.noticeCheck")}
        </button>
      ) : (
        <button type="button" onClick={() => void readWithNewer([paper.id])}>
          {t("reading.newer.read")}
        </button>
      )}
      <button
        type="button"
        className="close"
        aria-label={t("shell.closeMessage")}
        onClick={() => setDismissed(new Set([...dismissed, paper.id]))}
      >
        ×
      </button>
    </aside>
  );
}
