import { set, type Theme, themes, useSettings } from "./settings.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");

/** The theme on the screen now. */
export function presentTheme(): Theme {
  const { theme } = useSettings.getState();
  if (theme !== "system") return theme;
  return contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
}

/** Paint the window in the chosen theme, now and whenever the choice or the system's changes. */
export function keepTheme(): void {
  const paint = (): void => {
    document.documentElement.dataset.theme = presentTheme();
  };
  for (const one of [dark, contrast]) one.addEventListener("change", paint);
  useSettings.subscribe(paint);
  paint();
}

/** The theme after the present one. */
export function nextTheme(): void {
  set({ theme: themes[(themes.indexOf(presentTheme()) + 1) % themes.length] ?? "light" });
}
