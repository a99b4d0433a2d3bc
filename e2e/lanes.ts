export type Lane = Readonly<{ name: "web" | "electron"; runs: boolean; say: string }>;

/** Which lanes of the end-to-end tests run on this machine, and why one is left out. Both hold the same specs. */
export function chooseLanes(found: { browser: string; electron: string | null; display: boolean }): readonly Lane[] {
  const electron = (runs: boolean, say: string): Lane => ({ name: "electron", runs, say: `lane electron: ${say}` });
  return [
    { name: "web", runs: true, say: `lane web: runs in ${found.browser}` },
    found.electron === null
      ? electron(false, "left out, Electron's runtime is not installed (`npx install-electron` fetches it)")
      : found.display
        ? electron(true, `runs in ${found.electron}`)
        : electron(false, "left out, there is no display to show a window on (`xvfb-run` gives one)"),
  ];
}
