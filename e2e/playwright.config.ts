import { defineConfig } from "@playwright/test";
import { electronBinary } from "../src/main/cli/electron-runtime.ts";
import { hasDisplay } from "../src/main/cli/programs.ts";
import { findTestBrowser } from "./browser.ts";
import type { Options } from "./fixtures.ts";
import { chooseLanes } from "./lanes.ts";

const { executablePath, from } = await findTestBrowser();
const lanes = chooseLanes({ browser: from, electron: electronBinary(), display: hasDisplay() });
if (process.env.TEST_WORKER_INDEX === undefined) for (const { say } of lanes) console.log(say);

/**
 * Pages live for seconds, so optimised code costs more than it saves. Stacks of requests, which Playwright asks for,
 * need positions in the source: found while compiling, they cost less than parsing every function again.
 */
const engine = "--js-flags=--no-opt,--no-maglev,--no-enable-lazy-source-positions";

export default defineConfig<Options>({
  testDir: ".",
  testMatch: "*.spec.ts",
  globalSetup: "./connections/lane.ts",
  outputDir: "../.cache/e2e",
  workers: 2,
  // A machine that does other work is several times slower than a quiet one.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // What passes only when tried again is named at the end, as flaky.
  retries: 1,
  reporter: [["list"], ["json", { outputFile: "../.cache/results/e2e.json" }]],
  use: {
    viewport: { width: 1440, height: 860 },
    launchOptions: { executablePath, args: ["--disable-gpu", "--font-render-hinting=none", engine] },
  },
  projects: lanes.filter((lane) => lane.runs).map(({ name }) => ({ name, use: { shell: name } })),
});
