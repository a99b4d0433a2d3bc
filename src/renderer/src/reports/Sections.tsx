import { useEffect, useRef, useState } from "react";
import { movedSection } from "../../../shared/report/draft.ts";
import { newSection, type ReportSection, SectionKind } from "../../../shared/report/template.ts";
import { useTexts } from "../i18n/texts.ts";
import { useLibrary } from "../state/library.ts";
import { key } from "../ui/key.tsx";
import { SectionRow } from "./SectionRow.tsx";
import { editTemplate, useTemplate } from "./store.ts";

/** The sections in their order: put in, opened, moved by keys or by dragging, taken out and brought back. */
export function Sections() {
  const { t, rich } = useTexts();
  const library = useLibrary((state) => state.library);
  const { sections } = useTemplate();
  const [open, setOpen] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [removed, setRemoved] = useState<Readonly<{ section: ReportSection; at: number }> | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<number | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelectorAll<HTMLElement>(".section-name")[focus.current]?.focus();
    focus.current = null;
  });
  const update = (next: readonly ReportSection[]): void => editTemplate(library, { sections: [...next] });
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= sections.length) return;
    update(movedSection(sections, from, to));
    focus.current = to;
    if (open === from) setOpen(to);
    else if (open !== null) setOpen(null);
  };
  const remove = (index: number): void => {
    const section = sections[index];
    if (section === undefined) return;
    update(sections.toSpliced(index, 1));
    setRemoved({ section, at: index });
    setOpen(null);
    focus.current = Math.max(0, Math.min(index, sections.length - 2));
  };
  const add = (kind: SectionKind): void => {
    const index = open === null ? sections.length : open + 1;
    update(sections.toSpliced(index, 0, newSection(kind)));
    setOpen(index);
    focus.current = index;
  };
  return (
    <>
      <ol className="sections" ref={list} aria-label={t("report.sections")}>
        {named(sections).map(({ section, key: name }, index) => (
          <SectionRow
            key={name}
            section={section}
            at={index}
            last={sections.length - 1}
            open={open === index}
            dragged={dragged === index}
            onOpen={() => setOpen(open === index ? null : index)}
            onChange={(next) => update(sections.with(index, next))}
            onMove={(to) => move(index, to)}
            onRemove={() => remove(index)}
            onDrag={(on) => setDragged(on ? index : null)}
            onDragOver={() => {
              if (dragged === null || dragged === index) return;
              update(movedSection(sections, dragged, index));
              setDragged(index);
              setOpen(null);
            }}
          />
        ))}
      </ol>
      <div className="sections-foot">
        <select
          aria-label={t("report.add")}
          value=""
          onChange={(event) => {
            const kind = SectionKind.safeParse(event.target.value);
            if (kind.success) add(kind.data);
          }}
        >
          <option value="">{t("report.add")}</option>
          {SectionKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`section.${kind}`)}
            </option>
          ))}
        </select>
        {removed !== null && (
          <button
            type="button"
            onClick={() => {
              update(sections.toSpliced(removed.at, 0, removed.section));
              focus.current = removed.at;
              setRemoved(null);
            }}
          >
            {t("report.restore", { name: removed.section.heading ?? t(`section.${removed.section.kind}`) })}
          </button>
        )}
      </div>
      <p className="soft report-help">{rich("report.help", { kbd: key })}</p>
    </>
  );
}

/** Sections with a name each: their kind, and which of that kind they are. */
function named(sections: readonly ReportSection[]): readonly Readonly<{ section: ReportSection; key: string }>[] {
  const counts = new Map<string, number>();
  return sections.map((section) => {
    const count = counts.get(section.kind) ?? 0;
    counts.set(section.kind, count + 1);
    return { section, key: `${section.kind} ${count}` };
  });
}
