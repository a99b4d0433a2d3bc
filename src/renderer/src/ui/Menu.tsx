import "./menu.css";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTexts } from "../i18n/texts.ts";
import { isComposing } from "./composing.ts";
import { type MenuRow, nextRow } from "./menu-keys.ts";
import { type Point, placeMenu } from "./place.ts";

type Props = Readonly<{
  label: string;
  /** Groups with a line between them. */
  groups: readonly (readonly MenuRow[])[];
  at: Point;
  onChoose: (id: string) => void;
  onClose: () => void;
}>;

/** How long typed letters belong together, in milliseconds. */
const typeAheadTime = 700;

/** A menu at a point of the window. It has the keyboard until it closes, and gives it back to what had it. */
export function Menu({ label, groups, at, onChoose, onClose }: Props) {
  const { direction } = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const items = useRef<(HTMLButtonElement | null)[]>([]);
  const typed = useRef({ text: "", at: 0 });
  const [active, setActive] = useState(0);
  const [place, setPlace] = useState<Point>(at);
  const rows = groups.flat();
  const { left, top } = at;
  useLayoutEffect(() => {
    const box = element.current?.getBoundingClientRect();
    if (box === undefined) return;
    const window = { width: innerWidth, height: innerHeight };
    setPlace(placeMenu({ left, top }, box, window, direction === "rtl"));
  }, [left, top, direction]);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => items.current[active]?.focus(), [active]);
  useEffect(() => {
    const outside = (event: Event): void => {
      if (!(event.target instanceof Node) || !element.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", outside, true);
    addEventListener("blur", onClose);
    addEventListener("resize", onClose);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      removeEventListener("blur", onClose);
      removeEventListener("resize", onClose);
    };
  }, [onClose]);
  const choose = (row: MenuRow | undefined): void => {
    if (row === undefined) return;
    onClose();
    // After the keyboard is back where it was: what a command does may depend on it.
    setTimeout(() => onChoose(row.id));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposing(event)) return;
    const now = performance.now();
    const before = now - typed.current.at < typeAheadTime ? typed.current.text : "";
    if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (event.key === "Enter" || (event.key === " " && before === "")) choose(rows[active]);
    else {
      const next = nextRow(rows, active, event.key, before);
      if ([...event.key].length === 1) typed.current = { text: before + event.key, at: now };
      if (next === null) return;
      setActive(next);
    }
    event.preventDefault();
  };
  let index = -1;
  return createPortal(
    <div
      className="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      ref={element}
      style={place}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groups.map((group, position) => (
        <div role="none" className="group" key={group[0]?.id ?? position}>
          {group.map((row) => {
            index++;
            const position = index;
            return (
              <button
                type="button"
                key={row.id}
                {...(row.checked === undefined
                  ? { role: "menuitem" }
                  : { role: "menuitemradio", "aria-checked": row.checked })}
                tabIndex={position === active ? 0 : -1}
                ref={(item) => {
                  items.current[position] = item;
                }}
                className={position === active ? "item on" : "item"}
                style={{ paddingInlineStart: 10 + (row.level ?? 0) * 14 }}
                onPointerMove={() => position !== active && setActive(position)}
                onClick={() => choose(row)}
              >
                {row.colour !== undefined && <i aria-hidden="true" style={{ background: row.colour }} />}
                <span dir="auto">{row.label}</span>
                {row.key != null && <kbd>{row.key}</kbd>}
              </button>
            );
          })}
        </div>
      ))}
    </div>,
    document.body,
  );
}
