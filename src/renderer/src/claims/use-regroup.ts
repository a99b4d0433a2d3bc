import { type DragEvent, useRef } from "react";
import type { Coded } from "../../../shared/claims/claims.ts";
import type { Grouping } from "../../../shared/claims/groups.ts";
import type { TableLine, TableLines } from "../../../shared/claims/lines.ts";
import { regrouping } from "../../../shared/claims/regroup.ts";
import { recodeClaims } from "./recode-claims.ts";
import { rowOf } from "./table-keys.ts";

type Dragged = Readonly<{ claims: readonly Coded[]; group: string }>;

/** Claims dragged to another group get its issue, stance or actor, as one change: a selected one brings the others. */
export function useRegroup(lines: TableLines, by: Grouping, selected: readonly Coded[]) {
  const dragged = useRef<Dragged | null>(null);
  const lit = useRef<Element | null>(null);
  const light = (row: Element | null): void => {
    lit.current?.removeAttribute("data-drop");
    row?.setAttribute("data-drop", "");
    lit.current = row;
  };
  const wishAt = (event: DragEvent) => {
    const line = lines.at(rowOf(event.target) ?? -1);
    return line === undefined || dragged.current === null ? null : regrouping(by, dragged.current.group, groupOf(line));
  };
  return {
    onDragStart: (event: DragEvent): void => {
      const line = lines.at(rowOf(event.target) ?? -1);
      if (line?.kind !== "claim") return;
      const isSelected = selected.some(({ annotation }) => annotation.id === line.coded.annotation.id);
      dragged.current = { claims: isSelected ? selected : [line.coded], group: groupOf(line) };
    },
    onDragOver: (event: DragEvent): void => {
      const isWanted = wishAt(event) !== null;
      if (isWanted) event.preventDefault();
      light(isWanted && event.target instanceof Element ? event.target.closest("tr") : null);
    },
    onDrop: (event: DragEvent): void => {
      const wish = wishAt(event);
      if (wish === null || dragged.current === null) return;
      void recodeClaims(dragged.current.claims, wish);
    },
    onDragEnd: (): void => {
      light(null);
      dragged.current = null;
    },
  };
}

/** The key of the group that a line is in; that of a claim begins its own. */
function groupOf(line: TableLine): string {
  return line.kind === "group" ? line.key : line.key.slice(0, -line.coded.annotation.id.length - 1);
}
