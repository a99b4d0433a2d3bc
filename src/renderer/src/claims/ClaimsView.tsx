import "./claims.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { type Grouping, groupings, linesOf, type Sorting, sortClaims } from "../../../shared/claim-table.ts";
import { allCoded } from "../../../shared/claims.ts";
import { useTexts } from "../i18n/texts.ts";
import { shownClaims } from "../state/shown.ts";
import { openPaper, useStore } from "../state/store.ts";
import { Select } from "../ui/Select.tsx";
import { Bulk } from "./Bulk.tsx";
import { columns, GroupRow, Row } from "./Row.tsx";
import { moveFocus } from "./table-keys.ts";
import { useSelection } from "./use-selection.ts";

const none: ReadonlySet<string> = new Set();

/** All claims that the filter leaves, over all papers: sorted, grouped, edited in place and many at a time. Only rows in sight are drawn. */
export function ClaimsView() {
  const { t } = useTexts();
  const library = useStore((state) => state.library);
  const selected = useStore((state) => state.selected);
  // Typing in the filter goes before drawing the table.
  const query = useDeferredValue(useStore((state) => state.query));
  const [sort, setSort] = useState<Readonly<{ by: Sorting; down: boolean }>>({ by: "place", down: false });
  const [grouping, setGrouping] = useState<Grouping>("none");
  const [closed, setClosed] = useState<ReadonlySet<string>>(none);
  const [editing, setEditing] = useState<string | null>(null);
  const shown = shownClaims(library, query);
  const sorted = useMemo(() => sortClaims(library, shown, sort.by, sort.down), [library, shown, sort]);
  const lines = useMemo(() => linesOf(library, sorted, grouping, closed), [library, sorted, grouping, closed]);
  const selection = useSelection(lines);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (lines[index]?.kind === "group" ? 36 : 58),
    overscan: 20,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  const drawn = rows.getVirtualItems();
  const toggle = (key: string): void => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  return (
    <div className="claims">
      <div className="claims-head">
        <Select
          label={t("claims.groupBy")}
          value={grouping}
          options={groupings.map((one) => [one, `${t("claims.groupBy")}: ${t(`claims.group.${one}`)}`])}
          onChange={(value) => {
            setGrouping(groupings.find((one) => one === value) ?? "none");
            setClosed(none);
          }}
        />
        <Bulk coded={selection.coded} onDone={selection.clear} />
      </div>
      <div className="scroll" ref={scroll}>
        <div
          style={{ paddingTop: drawn[0]?.start ?? 0, paddingBottom: rows.getTotalSize() - (drawn.at(-1)?.end ?? 0) }}
        >
          <table aria-label={t("claims.name")} aria-rowcount={lines.length + 1}>
            <thead>
              <tr>
                <th scope="col" className="tick">
                  <input
                    type="checkbox"
                    aria-label={t("claims.selectAll")}
                    checked={selection.isAll}
                    onChange={(event) => (event.target.checked ? selection.all() : selection.clear())}
                  />
                </th>
                {columns.map((by) => (
                  <th
                    scope="col"
                    key={by}
                    className={`of-${by}`}
                    aria-sort={sort.by !== by ? undefined : sort.down ? "descending" : "ascending"}
                  >
                    <button
                      type="button"
                      disabled={by === "note"}
                      onClick={() => by !== "note" && setSort({ by, down: sort.by === by && !sort.down })}
                    >
                      {t(`claims.column.${by}`)}
                      <span aria-hidden="true">{sort.by !== by ? "" : sort.down ? " ↓" : " ↑"}</span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody
              onKeyDown={(event) =>
                moveFocus(event, {
                  count: lines.length,
                  scrollTo: (index) => rows.scrollToIndex(index),
                  open: (index) => {
                    const line = lines[index];
                    if (line?.kind === "group") toggle(line.key);
                    else if (line !== undefined) void openPaper(line.coded.annotation.paper, line.coded.annotation.id);
                  },
                  edit: (index) => setEditing(lines[index]?.key ?? null),
                  select: (index, extend) => selection.toggle(index, extend),
                  remove: (index) => selection.only(index),
                })
              }
            >
              {drawn.map((item) => {
                const line = lines[item.index];
                if (line === undefined) return null;
                const place = { index: item.index, measure: rows.measureElement };
                return line.kind === "group" ? (
                  <GroupRow key={item.key} line={line} place={place} grouping={grouping} onToggle={toggle} />
                ) : (
                  <Row
                    key={item.key}
                    coded={line.coded}
                    place={place}
                    chosen={selection.has(line.coded.annotation.id)}
                    current={line.coded.annotation.id === selected}
                    editing={editing === line.key}
                    onEdit={(on) => setEditing(on ? line.key : null)}
                    onChoose={(extend) => selection.toggle(item.index, extend)}
                  />
                );
              })}
            </tbody>
          </table>
          {lines.length === 0 && (
            <p className="empty">{allCoded(library).length === 0 ? t("claims.empty") : t("claims.allHidden")}</p>
          )}
        </div>
      </div>
    </div>
  );
}
