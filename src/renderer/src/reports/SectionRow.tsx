import { type KeyboardEvent, useEffect, useRef } from "react";
import { shortened } from "../../../shared/change/differences.ts";
import type { ReportSection } from "../../../shared/report/template.ts";
import { useTexts } from "../i18n/texts.ts";
import { SectionOptions } from "./SectionOptions.tsx";

type Props = Readonly<{
  section: ReportSection;
  at: number;
  last: number;
  open: boolean;
  dragged: boolean;
  onOpen: () => void;
  onChange: (section: ReportSection) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onDrag: (on: boolean) => void;
  onDragOver: () => void;
}>;

/** One section of the list: its name opens it, Alt with the arrows moves it, Delete takes it out. */
export function SectionRow(props: Props) {
  const { section, at, last, open, dragged, onOpen, onChange, onMove, onRemove, onDrag, onDragOver } = props;
  const { t } = useTexts();
  const usual = t(`section.${section.kind}`);
  const name = section.heading === null || section.heading === "" ? usual : section.heading;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === "ArrowUp") onMove(at - 1);
    else if (event.altKey && event.key === "ArrowDown") onMove(at + 1);
    else if (event.key === "Delete") onRemove();
    else return;
    event.preventDefault();
  };
  const words = section.kind === "text" ? shortened(section.text.replace(/\[@[^\]]*\]|\*/g, "")) : "";
  return (
    <li
      className={`section ${open ? "open" : ""} ${dragged ? "dragged" : ""}`}
      draggable={!open}
      ref={row}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="section-head">
        <span className="grip" aria-hidden="true">
          ⠿
        </span>
        <button type="button" className="section-name" aria-expanded={open} onClick={onOpen} onKeyDown={onKeyDown}>
          <span dir="auto">{name}</span>
          {name !== usual && <span className="soft"> {usual}</span>}
          {words !== "" && (
            <span className="soft section-words" dir="auto">
              {words}
            </span>
          )}
        </button>
        <span className="section-tools">
          <button
            type="button"
            aria-label={t("report.up", { name })}
            title={t("report.up", { name })}
            disabled={at === 0}
            onClick={() => onMove(at - 1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={t("report.down", { name })}
            title={t("report.down", { name })}
            disabled={at === last}
            onClick={() => onMove(at + 1)}
          >
            ↓
          </button>
          <button
            type="button"
            aria-label={t("report.remove", { name })}
            title={t("report.remove", { name })}
            onClick={onRemove}
          >
            ×
          </button>
        </span>
      </div>
      {open && <SectionOptions section={section} onChange={onChange} />}
    </li>
  );
}
