import { type PointerEvent, useRef } from "react";
import { type ClaimColumn, claimColumns, widthWithin } from "../../../shared/claims/columns.ts";
import { type Sorting, sortings } from "../../../shared/claims/sorting.ts";
import { useTexts } from "../i18n/texts.ts";
import { isComposing } from "../ui/composing.ts";
import { setColumns, useColumns } from "./store.ts";

type HeadProps = Readonly<{
  column: ClaimColumn;
  width: number;
  sort: Readonly<{ by: Sorting; down: boolean }>;
  onSort: (by: Sorting) => void;
}>;

/** The head of a column: a click sorts by it; its edge, or Shift with the arrows, makes it wider or narrower. */
export function ColumnHead({ column, width, sort, onSort }: HeadProps) {
  const { t, direction } = useTexts();
  const by = sortings.find((sorting) => sorting === column);
  const on = by !== undefined && sort.by === by;
  return (
    <th scope="col" className={`of-${column}`} aria-sort={!on ? undefined : sort.down ? "descending" : "ascending"}>
      <button
        type="button"
        aria-disabled={by === undefined}
        title={t("claims.headKeys")}
        onClick={() => by !== undefined && onSort(by)}
        onKeyDown={(event) => {
          const step = { ArrowRight: 16, ArrowLeft: -16 }[event.key];
          if (step === undefined || !event.shiftKey) return;
          event.preventDefault();
          const side = direction === "rtl" ? -1 : 1;
          setColumns({ widths: { ...useColumns.getState().widths, [column]: widthWithin(width + side * step) } });
        }}
      >
        <span>{t(`claims.column.${column}`)}</span>
        {on && <span aria-hidden="true">{sort.down ? "↓" : "↑"}</span>}
      </button>
      <Edge column={column} width={width} />
    </th>
  );
}

/** The edge of a column. A double click or Enter gives the width back to the table. */
function Edge({ column, width }: Readonly<{ column: ClaimColumn; width: number }>) {
  const { t, direction } = useTexts();
  const began = useRef<Readonly<{ at: number; width: number }> | null>(null);
  const put = (value: number): void =>
    setColumns({ widths: { ...useColumns.getState().widths, [column]: widthWithin(value) } });
  const giveBack = (): void => {
    const { [column]: _given, ...rest } = useColumns.getState().widths;
    setColumns({ widths: rest });
  };
  const side = direction === "rtl" ? -1 : 1;
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    began.current = { at: event.clientX, width };
  };
  return (
    <input
      type="range"
      className="edge"
      tabIndex={-1}
      aria-label={t("claims.widthOf", { column: t(`claims.column.${column}`) })}
      min={48}
      max={900}
      step={8}
      value={width}
      onChange={(event) => put(Number(event.target.value))}
      onKeyDown={(event) => !isComposing(event) && event.key === "Enter" && giveBack()}
      onDoubleClick={giveBack}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (began.current !== null) put(began.current.width + side * (event.clientX - began.current.at));
      }}
      onPointerUp={() => {
        began.current = null;
      }}
    />
  );
}

/** Which columns there are: those chosen, or as many as there is room for. */
export function ColumnChoice({ shown }: Readonly<{ shown: readonly ClaimColumn[] }>) {
  const { t } = useTexts();
  const chosen = useColumns((state) => state.chosen);
  return (
    <details className="column-choice">
      <summary>{t("claims.columns")}</summary>
      <div>
        {claimColumns.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
              disabled={column === "quote"}
              onChange={(event) =>
                setColumns({
                  chosen: event.target.checked
                    ? [...shown, column]
                    : shown.filter((claimColumn) => claimColumn !== column),
                })
              }
            />
            {t(`claims.column.${column}`)}
          </label>
        ))}
        <button
          type="button"
          disabled={chosen === null && Object.keys(useColumns.getState().widths).length === 0}
          onClick={() => setColumns({ chosen: null, widths: {} })}
        >
          {t("claims.columnsAuto")}
        </button>
      </div>
    </details>
  );
}
