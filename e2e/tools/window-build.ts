/** How the window's modules are built, in the build and in `npm run dev`. */
import path from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin, PluginOption } from "vite";

/** The name under which JSX is compiled to `src/renderer/src/ui/jsx-runtime.ts`. */
const jsxImportSource = "stancemark-window";

export function windowPlugins(): PluginOption[] {
  return [newestFonts(), ...react({ jsxImportSource })];
}

/** Fonts in WOFF 2 only: their packages offer WOFF as well, for browsers older than any that the window runs in. */
function newestFonts(): Plugin {
  return {
    name: "newest-fonts",
    enforce: "pre",
    transform: (code, id) =>
      id.endsWith(".css") ? code.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g, "") : null,
  };
}

/** Where that name leads, from the root of the checkout. */
export function windowAliases(root: string): Record<string, string> {
  const ui = path.join(root, "src/renderer/src/ui");
  return {
    [`${jsxImportSource}/jsx-runtime`]: path.join(ui, "jsx-runtime.ts"),
    [`${jsxImportSource}/jsx-dev-runtime`]: path.join(ui, "jsx-dev-runtime.ts"),
    // After the others, which begin with it.
    [jsxImportSource]: path.join(ui, "jsx-runtime.ts"),
  };
}
