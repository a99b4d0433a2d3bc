import "./drop-zones.css";
import { useMemo } from "react";
import { labelsOf } from "../../../shared/papers/table.ts";
import { useTexts } from "../i18n/texts.ts";
import { useDragging } from "../state/dragging.ts";
import { isWritable, useLibrary } from "../state/library.ts";

/** Where dragged files and papers can be dropped, while they are dragged. */
export function DropZones() {
  const files = useDragging((state) => state.files);
  const paper = useDragging((state) => state.carried?.target === "paper");
  const writable = useLibrary((state) => isWritable(state));
  if (files) return <Files writable={writable} />;
  return paper && writable ? <Collections /> : null;
}

function Files({ writable }: Readonly<{ writable: boolean }>) {
  const { t } = useTexts();
  return (
    <div className={writable ? "drop-files" : "drop-files refused"} role="status">
      <strong>{t(writable ? "drop.files" : "drop.readOnly")}</strong>
      {writable && <span>{t("drop.formats")}</span>}
    </div>
  );
}

function Collections() {
  const { t } = useTexts();
  const papers = useLibrary((state) => state.library.papers);
  const names = useMemo(() => labelsOf(Object.values(papers), "collections"), [papers]);
  return (
    <div className="drop-collections">
      {names.length === 0 ? t("drop.noCollections") : <b>{t("drop.collections")}</b>}
      {names.map(([name]) => (
        <span key={name} data-part="collection" data-name={name} dir="auto">
          {name}
        </span>
      ))}
    </div>
  );
}
