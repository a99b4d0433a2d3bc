import { isRepeatedClick } from "./clicks.ts";
import { isComposing } from "./composing.ts";
import "./tree.css";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTexts } from "../i18n/texts.ts";
import { Icon } from "./Icon.tsx";
import { type Dragging, useDrag } from "./use-drag.ts";

/** A line of a tree; levels and places count from 1, `open` is null where there is nothing under it. */
export type TreeRow = Readonly<{
  id: string;
  name: string;
  level: number;
  at: number;
  of: number;
  open: boolean | null;
}>;

/** A line to type in that replaces a row (given by its identifier) or follows a number of rows. */
export type TreeField = Readonly<{ at: string | number; level: number; draw: ReactNode }>;

type Props<Row extends TreeRow> = Readonly<{
  label: string;
  rows: readonly Row[];
  active: string | null;
  onActive: (id: string) => void;
  onOpen: (id: string, open: boolean) => void;
  /** Enter or Space, or a click. */
  onAct?: (row: Row, by: "key" | "click") => void;
  /** Keys of the feature; true when it took one. */
  onKey?: (event: KeyboardEvent, row: Row) => boolean;
  /** What a screen reader says of a row. */
  nameOf: (row: Row) => string;
  classOf?: (row: Row) => string;
  draw: (row: Row) => ReactNode;
  /** What a row shows, as `data-context` has it: such a row has a menu and can be dragged out of the tree. */
  contextOf?: (row: Row) => string | undefined;
  dragging?: Dragging | undefined;
  field?: TreeField | null;
}>;

const indent = (level: number): CSSProperties => ({
  paddingInlineStart: `calc(var(--tree-start) + ${(level - 1) * 16}px)`,
});

/**
 * A tree by the pattern of WAI-ARIA: one stop of Tab, arrows go up, down, in and out, Home and End to the ends, letters
 * to the next name, `*` opens all beside it. Selection follows the keyboard.
 */
export function Tree<Row extends TreeRow>(props: Props<Row>) {
  const { label, rows, active, onActive, onOpen, onAct, onKey, nameOf, classOf, draw, contextOf, dragging, field } =
    props;
  const listId = useId();
  const element = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  const drag = useDrag(dragging);
  const stop = rows.find((row) => row.id === active) ?? rows[0];
  const go = (row: Row | undefined): void => {
    if (row === undefined) return;
    onActive(row.id);
    document.getElementById(`${listId}${row.id}`)?.focus();
  };
  const move = useMoves(rows, { go, onOpen, onAct });
  useEffect(() => {
    // The keyboard follows the chosen row, and comes back when a row that moved or went has taken it along.
    const focused = document.activeElement;
    const here = focused === document.body || (focused?.role === "treeitem" && element.current?.contains(focused));
    if (held.current && here && field == null && stop !== undefined && focused?.id !== `${listId}${stop.id}`)
      document.getElementById(`${listId}${stop.id}`)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent, row: Row): void => {
    if (isComposing(event)) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (onKey?.(event, row) === true || (plain && move(event.key, row))) event.preventDefault();
  };
  const writing = (key: string, level: number) => (
    <div key={key} className="tree-row" style={indent(level)} role="none">
      {field?.draw}
    </div>
  );
  const lines = rows.map((row) =>
    field?.at === row.id ? (
      writing(row.id, row.level)
    ) : (
      <div
        role="treeitem"
        key={row.id}
        id={`${listId}${row.id}`}
        tabIndex={row === stop ? 0 : -1}
        aria-level={row.level}
        aria-posinset={row.at}
        aria-setsize={row.of}
        aria-selected={row.id === active}
        aria-expanded={row.open ?? undefined}
        className={`tree-row ${classOf?.(row) ?? ""}${drag.over?.id === row.id ? ` drop-${drag.over.side}` : ""}`}
        style={indent(row.level)}
        onKeyDown={(event) => onKeyDown(event, row)}
        onClick={(event) => {
          go(row);
          if (!isRepeatedClick(event)) onAct?.(row, "click");
        }}
        onFocus={() => row.id !== active && onActive(row.id)}
        {...drag.of(row)}
        {...(contextOf?.(row) === undefined ? {} : { "data-context": contextOf(row), draggable: true })}
      >
        <Twist open={row.open} onOpen={(open) => onOpen(row.id, open)} />
        {/* Said as a whole sentence, with its numbers explained, and so not as an aria-label, which would have to repeat the row as it is drawn (WCAG 2.5.3). */}
        <span className="unseen">{nameOf(row)}</span>
        <span className="drawn" aria-hidden="true">
          {draw(row)}
        </span>
      </div>
    ),
  );
  if (typeof field?.at === "number") lines.splice(field.at, 0, writing("new", field.level));
  return (
    <div
      role="tree"
      aria-label={label}
      ref={element}
      className="forest"
      onFocus={() => {
        held.current = true;
      }}
      onBlur={({ target, relatedTarget }) => {
        if (relatedTarget !== null) held.current = element.current?.contains(relatedTarget) === true;
        // Nothing has the keyboard now: either the row moved or was removed, and focus is brought back, or the reader
        // moved focus elsewhere.
        else
          requestAnimationFrame(() => {
            if (target.isConnected && document.activeElement === document.body) held.current = false;
          });
      }}
    >
      {lines}
    </div>
  );
}

/** Opens and closes with the mouse; keys have the arrows for it. */
function Twist({ open, onOpen }: Readonly<{ open: boolean | null; onOpen: (open: boolean) => void }>) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={`twist${open === true ? " open" : ""}`}
      onClick={(event) => {
        if (open === null) return;
        event.stopPropagation();
        onOpen(!open);
      }}
    >
      {open !== null && <Icon name="chevron" size={14} />}
    </button>
  );
}

type Ways<Row> = Readonly<{
  go: (row: Row | undefined) => void;
  onOpen: (id: string, open: boolean) => void;
  onAct: ((row: Row, by: "key" | "click") => void) | undefined;
}>;

/** What each key does at a row; false when it does nothing. */
function useMoves<Row extends TreeRow>(rows: readonly Row[], { go, onOpen, onAct }: Ways<Row>) {
  const { direction } = useTexts();
  const typed = useRef({ text: "", at: 0 });
  const [inward, outward] = direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const find = (letter: string, from: number): void => {
    const now = performance.now();
    const text = (now - typed.current.at < 700 ? typed.current.text : "") + letter.toLowerCase();
    typed.current = { text, at: now };
    const start = from + (text.length === 1 ? 1 : 0);
    const inTurn = [...rows.slice(start), ...rows.slice(0, start)];
    go(inTurn.find((row) => row.name.toLowerCase().startsWith(text)));
  };
  return (key: string, row: Row): boolean => {
    const index = rows.indexOf(row);
    if (key === "ArrowDown") go(rows[index + 1]);
    else if (key === "ArrowUp") go(rows[index - 1]);
    else if (key === "Home") go(rows[0]);
    else if (key === "End") go(rows.at(-1));
    else if (key === inward && row.open === false) onOpen(row.id, true);
    else if (key === inward && row.open === true) go(rows[index + 1]);
    else if (key === outward && row.open === true) onOpen(row.id, false);
    else if (key === outward) go(rows.slice(0, index).findLast((candidate) => candidate.level < row.level));
    else if (key === "Enter" || key === " ") onAct?.(row, "key");
    else if (key === "*") {
      for (const sibling of rows) if (sibling.open === false && sibling.level === row.level) onOpen(sibling.id, true);
    } else if (key.length === 1) find(key, index);
    else return false;
    return true;
  };
}
