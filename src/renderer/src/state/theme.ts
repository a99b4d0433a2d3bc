import { create } from "zustand";
import { setSettings, type Theme, themes, useSettings } from "./settings.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
/** The system's colours take the place of ours, so that ours must go with its ground, whatever is chosen. */
const forced = matchMedia("(forced-colors: active)");

/** The themes on the screen now: the window's, and that of the original pages in it. */
export const useTheme = create(present);

function present(): Readonly<{ window: Theme; pages: Theme }> {
  const { theme, pages } = useSettings.getState();
  const system = contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
  const window = forced.matches ? (dark.matches ? "contrast" : "light") : theme === "system" ? system : theme;
  return { window, pages: pages === "window" ? window : pages };
}

/** Whether letters are light on a dark ground in a theme. */
export function isDark(theme: Theme): boolean {
  return theme === "dark" || theme === "contrast";
}

/** Paint the window in the chosen theme, now and whenever the choice or the system's changes. */
export function saveTheme(): void {
  const paint = (): void => {
    useTheme.setState(present());
    document.documentElement.dataset.theme = useTheme.getState().window;
  };
  for (const query of [dark, contrast, forced]) query.addEventListener("change", paint);
  useSettings.subscribe(paint);
  // Paper is light.
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
  });
  addEventListener("afterprint", paint);
  paint();
}

/** The theme after the present one. */
export function nextTheme(): void {
  setSettings({ theme: themes[(themes.indexOf(useTheme.getState().window) + 1) % themes.length] ?? "light" });
}

/**
 * Dark pages for light ones and light for dark, whatever the window's theme is; as the window where that comes to the
 * same.
 */
export function turnPages(): void {
  const { window, pages } = useTheme.getState();
  const wanted = isDark(pages) ? "light" : "dark";
  setSettings({ pages: isDark(window) === isDark(wanted) ? "window" : wanted });
}
