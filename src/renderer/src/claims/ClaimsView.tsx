import "./claims.css";
import { type MouseEvent, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { fitColumns } from "../../../shared/claims/columns.ts";
import { type Grouping, groupings } from "../../../shared/claims/groups.ts";
import { claimsOf, lineOfClaim, type TableLine, tableLines } from "../../../shared/claims/lines.ts";
import { canRegroup } from "../../../shared/claims/regroup.ts";
import { orderClaims, type Sorting } from "../../../shared/claims/sorting.ts";
import { inOrder } from "../../../shared/filter/filter-result.ts";
import { useTexts } from "../i18n/texts.ts";
import { copyClaims } from "../state/copy-claims.ts";
import { copyClaimOf } from "../state/copy-quote.ts";
import { allClaims, filteredClaims } from "../state/filtered-claims.ts";
import { focusOn, registerFocus } from "../state/focus.ts";
import { useLibrary } from "../state/library.ts";
import { wantPageMaps } from "../state/page-maps.ts";
import { inspect, openPaper, selectAnnotation, useReading } from "../state/reading.ts";
import { useShell } from "../state/shell.ts";
import { Select } from "../ui/Select.tsx";
import { Bulk } from "./Bulk.tsx";
import { ColumnChoice, ColumnHead } from "./Columns.tsx";
import { ClaimTableRow, EditedRow, GroupRow } from "./Row.tsx";
import { recodeClaims } from "./recode-claims.ts";
import { SelectionTools } from "./SelectionTools.tsx";
import { useColumns } from "./store.ts";
import { focusRow, moveFocus, rowOf } from "./table-keys.ts";
import { useContentWidth } from "./use-content-width.ts";
import { useRegroup } from "./use-regroup.ts";
import { useRows } from "./use-rows.ts";
import { useSelection } from "./use-selection.ts";

const none: ReadonlySet<string> = new Set();
const tickWidth = 36;

/**
 * All claims that the filter leaves, over all papers: sorted, grouped, edited in place and many at a time. Only rows in
 * sight are drawn.
 */
export function ClaimsView() {
  const { t, shown } = useTexts();
  const library = useLibrary((state) => state.library);
  const selected = useReading((state) => state.selected);
  const writable = useLibrary((state) => state.server.access.mode === "write");
  // Typing in the filter goes before drawing the table.
  const query = useDeferredValue(useShell((state) => state.query));
  const [sort, setSort] = useState<Readonly<{ by: Sorting; down: boolean }>>({ by: "place", down: false });
  const [grouping, setGrouping] = useState<Grouping>("none");
  const [closed, setClosed] = useState<ReadonlySet<string>>(none);
  const [editing, setEditing] = useState<string | null>(null);
  const list = allClaims(library);
  const left = filteredClaims(library, query);
  // All claims are put in order once, not those left at each letter of the filter.
  const order = useMemo(() => orderClaims(library, list, sort.by, sort.down), [library, list, sort]);
  const lines = useMemo(
    () => tableLines({ library: shown(library), list, places: inOrder(left, order), by: grouping, closed }),
    [library, shown, list, left, order, grouping, closed],
  );
  const selection = useSelection(lines);
  const regroup = useRegroup(lines, grouping, selection.coded);
  const scroll = useRef<HTMLDivElement>(null);
  const room = useContentWidth(scroll);
  const chosen = useColumns((state) => state.chosen);
  const widths = useColumns((state) => state.widths);
  const onePaper = grouping === "paper" || Object.keys(library.papers).length < 2;
  const fitted = useMemo(
    () => fitColumns({ room: room - tickWidth, chosen, widths, idle: onePaper ? ["paper"] : [] }),
    [room, chosen, widths, onePaper],
  );
  const columns = useMemo(() => fitted.map(([column]) => column), [fitted]);
  const whole = fitted.reduce((sum, [, width]) => sum + width, 0);
  const rows = useRows(scroll, lines);
  const drawn = Array.from({ length: Math.max(0, rows.to - rows.from) }, (_, index) => rows.from + index);
  const stop = drawn.find((index) => isClaim(lines.at(index), selected)) ?? rows.from;
  const body = useRef<HTMLTableSectionElement>(null);
  const find = useRef<() => HTMLElement | null>(() => null);
  useLayoutEffect(() => {
    // The row of the selected claim, which may have to be scrolled to and is drawn then; else the first in sight.
    find.current = () => {
      const index = selected === null ? null : lineOfClaim(lines, selected);
      if (index === null) return body.current === null ? null : firstInSight(body.current);
      rows.scrollTo(index);
      return body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? null;
    };
  });
  useLayoutEffect(() => registerFocus("claims", () => find.current()), []);
  // Another order or grouping is read from its beginning.
  const toTop = (): void => scroll.current?.scrollTo({ top: 0 });
  useEffect(() => {
    const papers = drawn.flatMap((index) => {
      const line = lines.at(index);
      return line?.kind === "claim" ? [line.coded.annotation.paper] : [];
    });
    wantPageMaps(new Set(papers));
  });
  const toggle = (key: string): void => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const open = (index: number): void => {
    const line = lines.at(index);
    if (line?.kind === "group") toggle(line.key);
    else if (line !== undefined) void openPaper(line.coded.annotation.paper, line.coded.annotation.id);
  };
  const done = (index: number): void => {
    setEditing(null);
    requestAnimationFrame(() => scroll.current !== null && focusRow(scroll.current, index, 3));
  };
  const look = (index: number): void => {
    const line = lines.at(index);
    if (line?.kind === "claim") inspect(line.coded.annotation.paper, line.coded.annotation.id);
  };
  const copyAt = (index: number): void => {
    const line = lines.at(index);
    if (line?.kind === "claim") void copyClaimOf(line.coded.annotation.paper, line.coded.annotation.id);
  };
  const remove = (index: number): void => {
    if (!writable) return;
    // A whole group is selected first, so that one sees what another Delete would delete.
    if (selection.coded.length === 0 && lines.at(index)?.kind === "group") {
      selection.only(index);
      return;
    }
    const gone = selection.coded.length > 0 ? selection.coded : claimsOf(lines, index, index + 1);
    void recodeClaims(gone, { kind: "delete" }).then((deleted) => {
      if (!deleted) return;
      selection.clear();
      done(Math.max(0, Math.min(index, lines.length - gone.length - 1)));
    });
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const row = rowOf(event.target);
    if (row === null || !(event.target instanceof Element) || event.target.closest(".edited") !== null) return;
    // Its label clicks the box, too.
    if (event.target.closest("label") !== null && !(event.target instanceof HTMLInputElement)) return;
    if (event.target.closest("input[type=checkbox]") !== null) selection.toggle(row, event.shiftKey);
    else if (event.target.closest(".copy") !== null) copyAt(row);
    else if (event.target.closest(".place button") !== null) open(row);
    else if (event.shiftKey) selection.toggle(row, true);
    else if (event.ctrlKey || event.metaKey) selection.add(row);
    else {
      selection.begin(row);
      look(row);
      if (lines.at(row)?.kind === "claim") focusRow(event.currentTarget, row, 1);
    }
  };
  return (
    <div className="claims">
      <div className="claims-head">
        <Select
          label={t("claims.groupBy")}
          value={grouping}
          options={groupings.map((grouping) => [grouping, `${t("claims.groupBy")}: ${t(`claims.group.${grouping}`)}`])}
          onChange={(value) => {
            setGrouping(groupings.find((grouping) => grouping === value) ?? "none");
            setClosed(none);
            toTop();
          }}
        />
        <ColumnChoice shown={columns} />
        <SelectionTools coded={selection.coded} />
        <Bulk coded={selection.coded} onDone={selection.clear} />
      </div>
      <div className="scroll" ref={scroll}>
        <div className="rows" style={{ minHeight: rows.height, paddingTop: rows.above, paddingBottom: rows.below }}>
          <table aria-label={t("claims.name")} aria-rowcount={lines.length + 1} style={{ width: tickWidth + whole }}>
            <colgroup>
              <col style={{ width: tickWidth }} />
              {fitted.map(([column, width]) => (
                <col key={column} style={{ width }} />
              ))}
            </colgroup>
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
                {fitted.map(([column, width]) => (
                  <ColumnHead
                    key={column}
                    column={column}
                    width={width}
                    sort={sort}
                    onSort={(by) => {
                      setSort({ by, down: sort.by === by && !sort.down });
                      toTop();
                    }}
                  />
                ))}
              </tr>
            </thead>
            <tbody
              ref={body}
              {...regroup}
              onClick={onClick}
              onDoubleClick={(event) => {
                const line = lines.at(rowOf(event.target) ?? -1);
                if (line?.kind === "claim" && writable) setEditing(line.key);
              }}
              onKeyDown={(event) =>
                moveFocus(event, {
                  count: lines.length,
                  scrollTo: (index) => rows.scrollTo(index),
                  look,
                  open,
                  edit: (index) => writable && setEditing(lines.at(index)?.key ?? null),
                  select: (index, extend) => selection.toggle(index, extend),
                  all: selection.all,
                  copy: (index) =>
                    void copyClaims(selection.coded.length > 0 ? selection.coded : claimsOf(lines, index, index + 1)),
                  clear: () => (selection.coded.length > 0 ? selection.clear() : selectAnnotation(null)),
                  remove,
                  act: (index) => {
                    if (selection.coded.length === 0) selection.toggle(index, false);
                    // The bar comes with the selection.
                    requestAnimationFrame(() => focusOn("bulk"));
                  },
                })
              }
            >
              {drawn.map((index) => {
                const line = lines.at(index);
                if (line === undefined) return null;
                const { key } = line;
                if (line.kind === "group")
                  return (
                    <GroupRow
                      key={key}
                      line={line}
                      index={index}
                      grouping={grouping}
                      columns={columns.length}
                      onToggle={toggle}
                    />
                  );
                const { id } = line.coded.annotation;
                const common = {
                  library,
                  coded: line.coded,
                  index,
                  columns,
                  chosen: selection.has(id),
                  current: id === selected,
                };
                return editing === line.key && writable ? (
                  <EditedRow key={key} {...common} measure={rows.measure} onDone={() => done(index)} />
                ) : (
                  <ClaimTableRow
                    key={key}
                    {...common}
                    stop={index === stop}
                    draggable={writable && canRegroup(grouping)}
                  />
                );
              })}
            </tbody>
          </table>
          {lines.length === 0 && (
            <p className="empty">{list.length === 0 ? t("claims.empty") : t("claims.allHidden")}</p>
          )}
        </div>
      </div>
    </div>
  );
}

function isClaim(line: TableLine | undefined, claim: string | null): boolean {
  return line?.kind === "claim" && line.coded.annotation.id === claim;
}

/** The first row that the head of the table does not cover. */
function firstInSight(body: HTMLElement): HTMLElement | null {
  const rows = [...body.querySelectorAll<HTMLElement>("tr[data-index]")];
  const bottom = body.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
  return rows.find((row) => Math.round(row.getBoundingClientRect().top) >= Math.round(bottom)) ?? rows[0] ?? null;
}
