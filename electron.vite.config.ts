import { defineConfig } from "electron-vite";
import { asciiOutput } from "./e2e/tools/ascii-output.ts";
import { programChunks, windowChunks } from "./e2e/tools/chunks.ts";
import { lateModules } from "./e2e/tools/late-modules.ts";
import { notices } from "./e2e/tools/notices.ts";
import { ocrFiles } from "./e2e/tools/ocr-files.ts";
import { windowAliases, windowPlugins } from "./e2e/tools/window-build.ts";

/** One flat folder of modules, so that a worker finds its file beside whichever module starts it. */
const flat = { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" };
/** The command of an installed package is started by its first line (npm documentation, package.json, "bin"). */
const banner = ({ name }: { name: string }): string => (name === "cli" ? "#!/usr/bin/env node" : "");

export default defineConfig({
  main: {
    plugins: [lateModules(), ocrFiles(), notices(), asciiOutput()],
    build: {
      // Packages of `dependencies` stay outside; those of `devDependencies` are built in, without what is not used of them.
      rollupOptions: {
        input: {
          index: "src/main/index.ts",
          cli: "src/main/cli.ts",
          web: "src/main/web.ts",
          start: "src/main/start.ts",
          worker: "src/main/services/tasks/worker.ts",
        },
        output: {
          ...flat,
          banner,
          codeSplitting: programChunks(import.meta.dirname),
          // Without spaces and comments, which Node would read and check at each start; names stay, for error reports.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    plugins: [notices()],
    build: {
      // A sandboxed preload is one CommonJS file with everything in it (Electron documentation, "Process Sandboxing").
      externalizeDeps: false,
      rollupOptions: {
        input: { index: "src/preload/index.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    plugins: [windowPlugins(), notices()],
    resolve: { alias: windowAliases(import.meta.dirname) },
    // One sheet, so that a view that is loaded later finds its styles and changes no order of the others.
    build: {
      minify: true,
      cssCodeSplit: false,
      rollupOptions: { input: "src/renderer/index.html", output: { codeSplitting: windowChunks(import.meta.dirname) } },
    },
  },
});
