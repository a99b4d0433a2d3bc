import { useSyncExternalStore } from "react";
import { usePageView } from "./page-view.ts";
import { set, useSettings } from "./settings.ts";
import { useStore } from "./store.ts";

/** Wide enough for library, text, pages and inspector at once. */
const wide = matchMedia("(min-width: 1500px)");

/** Which setting says whether the library pane is shown: text and pages side by side have one of their own in a narrow window. */
function settingNow(): "left" | "leftBeside" {
  const beside = usePageView.getState().arrangement === "both" && useStore.getState().view === "read";
  return beside && !wide.matches ? "leftBeside" : "left";
}

/** Whether the library pane is shown now. */
export function useLeft(): boolean {
  const setting = useSyncExternalStore(watch, settingNow);
  return useSettings((state) => state[setting]);
}

function watch(changed: () => void): () => void {
  const ends = [usePageView.subscribe(changed), useStore.subscribe(changed)];
  wide.addEventListener("change", changed);
  return () => {
    for (const end of ends) end();
    wide.removeEventListener("change", changed);
  };
}

/** Put the library pane away, or show it again. */
export function toggleLeft(): void {
  const setting = settingNow();
  set({ [setting]: !useSettings.getState()[setting] });
}
