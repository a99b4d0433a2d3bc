export type Window =
  | Readonly<{ kind: "electron"; program: string; say: null }>
  | Readonly<{ kind: "browser"; program: string; say: string }>
  | Readonly<{ kind: "address"; say: string }>;

/** How `npm start` shows the workbench, and what it says when that is not the desktop app. */
export function chooseWindow(found: {
  electron: string | null;
  /** Why there is no runtime. */
  reason?: string | null;
  browser: string | null;
  display: boolean;
}): Window {
  const why = found.reason ? ` (${found.reason})` : "";
  const lacks = `Electron's runtime could not be downloaded${why}`;
  if (!found.display) return { kind: "address", say: "There is no display here; open the address below in a browser." };
  if (found.electron !== null) return { kind: "electron", program: found.electron, say: null };
  if (found.browser !== null)
    return {
      kind: "browser",
      program: found.browser,
      say: `${lacks}; opening the same workbench in ${found.browser}.`,
    };
  return { kind: "address", say: `${lacks} and there is no Chromium-family browser; open the address below.` };
}
