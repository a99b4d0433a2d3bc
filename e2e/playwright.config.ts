import { defineConfig } from "@playwright/test";
import { findBrowser } from "./browser.ts";

const { executablePath, from } = await findBrowser();
if (process.env.TEST_WORKER_INDEX === undefined) {
  console.log(`lane web: runs in ${from === "installed" ? executablePath : "the Chromium that comes by npm"}`);
  console.log("lane electron: left out, no spec is written for it yet");
}

export default defineConfig({
  testDir: ".",
  outputDir: "../.cache/e2e",
  workers: 1,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "../.cache/results/e2e.json" }]],
  use: {
    viewport: { width: 1440, height: 860 },
    launchOptions: { executablePath, args: ["--disable-gpu", "--font-render-hinting=none"] },
  },
  projects: [{ name: "web" }],
});
