import { useEffect, useMemo, useRef } from "react";
import { codedIn } from "../../../shared/claims/claims.ts";
import { startOf } from "../state/highlights.ts";
import { useLibrary } from "../state/library.ts";
import { goTo, useReading } from "../state/reading.ts";
import { usePlace } from "../state/scroll-sync.ts";
import { type OutlineSection, sectionsOf } from "./sections.ts";

/** The headings of the open paper with their numbers of claims and notes; a paper without headings has one section. */
export function useOutline(): readonly OutlineSection[] {
  const library = useLibrary((state) => state.library);
  const paper = useReading((state) => state.paper);
  const content = useReading((state) => state.content);
  return useMemo(
    () => (paper === null || content === null ? [] : sectionsOf(content, codedIn(library, paper).map(startOf))),
    [library, paper, content],
  );
}

/** The outline of the open paper, the section being read marked; one click goes there. */
export function OutlineList({ sections }: Readonly<{ sections: readonly OutlineSection[] }>) {
  const paper = useReading((state) => state.paper);
  const here = usePlace(({ standing }) => indexOf(sections, standing?.paper === paper ? standing.offset : 0));
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here >= 0) current.current?.scrollIntoView({ block: "nearest" });
  }, [here]);
  if (paper === null) return null;
  return sections.map((section, index) => (
    <button
      type="button"
      key={section.start}
      className={index === here ? "row on" : "row"}
      aria-current={index === here ? "location" : undefined}
      ref={index === here ? current : null}
      style={{ paddingInlineStart: `${14 + Math.min(4, section.level) * 12}px` }}
      onClick={() => void goTo(paper, section.start)}
    >
      <span dir="auto">{section.title}</span>
      <span className="count">{section.count || ""}</span>
    </button>
  ));
}

/** The section an offset lies in, -1 before the first. */
function indexOf(sections: readonly OutlineSection[], offset: number): number {
  return sections.findLastIndex((section) => section.start <= offset);
}
