import { useSyncExternalStore } from "react";
import { create } from "zustand";
import { usePageView } from "./page-view.ts";
import { setSettings, useSettings } from "./settings.ts";
import { useShell } from "./shell.ts";

/** Wide enough for library, text, pages and inspector at once. */
const wide = matchMedia("(min-width: 1500px)");

/**
 * Which setting says whether the library pane is shown: text and pages side by side have one of their own in a narrow
 * window.
 */
function settingNow(): "left" | "leftBeside" {
  const beside = usePageView.getState().arrangement === "both" && useShell.getState().view === "read";
  return beside && !wide.matches ? "leftBeside" : "left";
}

/** Whether the library pane is shown now. */
export function useLeft(): boolean {
  const setting = useSyncExternalStore(watch, settingNow);
  return useSettings((state) => state[setting]);
}

function watch(changed: () => void): () => void {
  const ends = [usePageView.subscribe(changed), useShell.subscribe(changed)];
  wide.addEventListener("change", changed);
  return () => {
    for (const end of ends) end();
    wide.removeEventListener("change", changed);
  };
}

export type PaneSide = "left" | "right";

/** In a window less wide than this the outer panes lie over the paper, one at a time. */
const narrow = matchMedia("(max-width: 899px)");

type Panes = Readonly<{ narrow: boolean; drawer: PaneSide | null }>;

/** Whether the outer panes are beside the middle, or one of them as a drawer over it. */
export const usePanes = create<Panes>(() => ({ narrow: narrow.matches, drawer: null }));

narrow.addEventListener("change", ({ matches }) => usePanes.setState({ narrow: matches, drawer: null }));

/** Show an outer pane, or put it away. */
export function togglePane(side: PaneSide): void {
  const { narrow: small, drawer } = usePanes.getState();
  const setting = side === "left" ? settingNow() : side;
  if (small) usePanes.setState({ drawer: drawer === side ? null : side });
  else setSettings({ [setting]: !useSettings.getState()[setting] });
}

/** Make sure that an outer pane is shown. */
export function showPane(side: PaneSide): void {
  if (usePanes.getState().narrow) usePanes.setState({ drawer: side });
  else setSettings({ [side === "left" ? settingNow() : side]: true });
}

/** Put the drawer away; false when none is open. */
export function closeDrawer(): boolean {
  if (usePanes.getState().drawer === null) return false;
  usePanes.setState({ drawer: null });
  return true;
}
