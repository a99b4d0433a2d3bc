import { create } from "zustand";
import type { ContextTarget } from "../../../shared/contract/commands.ts";

type OpenMenu = Readonly<{
  target: ContextTarget;
  /** Where it was asked for, in pixels of the window. */
  at: Readonly<{ left: number; top: number }>;
  /** What it was asked for on: a mark of a chart is only known by its element. */
  element: Element;
}>;

/** The menu of what was clicked with the right button. */
export const useContextMenu = create<Readonly<{ open: OpenMenu | null; element: Element | null }>>(() => ({
  open: null,
  element: null,
}));

export function openContextMenu(open: OpenMenu): void {
  useContextMenu.setState({ open, element: open.target === "mark" ? open.element : null });
}

export function closeContextMenu(): void {
  useContextMenu.setState({ open: null });
}
