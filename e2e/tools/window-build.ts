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

/** What is asked of the build about its modules. */
interface Modules {
  getModuleInfo(id: string): Readonly<{ importedIds: readonly string[] }> | null;
}

/**
 * Chunks of the window: everything that its entry imports is one file, so that the first load is not sixty small ones.
 * The entry itself is left out. It waits for the language and the library, and what it waits for must not wait for it.
 */
export function windowChunks(root: string): { groups: { name: (id: string, modules: Modules) => string | null }[] } {
  const entry = path.join(root, "src/renderer/src/main.tsx");
  let first: Set<string> | null = null;
  const firstLoad = (modules: Modules): Set<string> => {
    const found = new Set<string>();
    const left = [...(modules.getModuleInfo(entry)?.importedIds ?? [])];
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      left.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
    }
    return found;
  };
  return {
    groups: [
      {
        name: (id, modules) => {
          first ??= firstLoad(modules);
          return first.has(id) ? "first" : null;
        },
      },
    ],
  };
}
