import { autoUpdate, offset, type Placement, shift, size, useFloating } from "@floating-ui/react";
import { type MouseEvent, type ReactNode, type RefObject, useLayoutEffect, useState } from "react";
import { useTexts } from "../i18n/texts.ts";
import { type ListPlace, listPlace } from "./list-place.ts";

/** A row of a list of choices. */
export type Choice = Readonly<{
  id: string;
  value: string;
  look: ReactNode;
  /** Its level in a tree, from 1; left out in a plain list. */
  level?: number;
  /** Explains it below the list while it is highlighted. */
  about?: string;
  /** It creates what is typed. */
  creates?: boolean;
}>;

type Props = Readonly<{
  id: string;
  label: string;
  choices: readonly Choice[];
  highlighted: number;
  /** A tree: its rows have levels. */
  tree: boolean;
  /** Said when there are no choices. */
  none: string | null;
  /** The form that the list is placed beside; without one it is below its field. */
  beside: RefObject<HTMLElement | null> | undefined;
  onChoose: (choice: Choice) => void;
}>;

const placements: Readonly<Record<Exclude<ListPlace, "inside">, Placement>> = {
  right: "right-start",
  left: "left-start",
  below: "bottom-start",
  above: "top-start",
};

/** The choices of a field (ARIA 1.2, "combobox": a listbox, or a tree). The keyboard stays in the field. */
export function ChoiceList({ id, label, choices, highlighted, tree, none, beside, onChoose }: Props) {
  const { direction } = useTexts();
  const [place, setPlace] = useState<ListPlace | null>(null);
  useLayoutEffect(() => {
    const choose = (): void => {
      const box = beside?.current?.getBoundingClientRect();
      if (box !== undefined)
        setPlace(listPlace(box, { width: window.innerWidth, height: window.innerHeight }, direction === "rtl"));
    };
    choose();
    // In another window the form is in another place, once it has been drawn there.
    let frame = 0;
    const onResize = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => requestAnimationFrame(choose));
    };
    window.addEventListener("resize", onResize);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("resize", onResize);
    };
  }, [beside, direction]);
  const floats = place !== null && place !== "inside";
  const { refs, floatingStyles } = useFloating({
    strategy: "fixed",
    transform: false,
    open: floats,
    placement: floats ? placements[place] : "bottom-start",
    middleware: [
      offset(8),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxHeight = `${Math.max(120, Math.min(440, availableHeight))}px`;
        },
      }),
    ],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => {
    if (beside !== undefined) refs.setReference(beside.current);
  }, [refs, beside]);
  const about = choices[highlighted]?.about ?? "";
  const row = (choice: Choice | null, index: number) => ({
    role: tree ? "treeitem" : "option",
    tabIndex: -1,
    "aria-selected": index === highlighted && choice !== null,
    "aria-level": tree ? (choice?.level ?? 1) : undefined,
    onMouseDown: (event: MouseEvent): void => {
      // The keyboard stays in the field.
      event.preventDefault();
      if (event.button === 0 && choice !== null) onChoose(choice);
    },
  });
  const kind = floats ? " beside" : place === "inside" ? " inside" : "";
  return (
    <div className={`choices${kind}`} {...(floats ? { ref: refs.setFloating, style: floatingStyles } : {})}>
      <div id={id} className="rows" {...{ role: tree ? "tree" : "listbox", "aria-label": label }}>
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`${id}-${index}`}
            className={choice.creates === true ? "creates" : undefined}
            style={choice.level === undefined ? undefined : { paddingInlineStart: `${choice.level * 16 - 8}px` }}
            ref={(element) => {
              if (index === highlighted) element?.scrollIntoView({ block: "nearest" });
            }}
            {...row(choice, index)}
          >
            {choice.look}
          </div>
        ))}
        {choices.length === 0 && (
          <div className="soft" aria-disabled="true" {...row(null, -1)}>
            {none}
          </div>
        )}
      </div>
      {about !== "" && (
        <p className="about" dir="auto">
          {about}
        </p>
      )}
    </div>
  );
}
