/**
 * How long one paragraph of two million characters takes to open, and each letter of what is looked for in it to be
 * answered and painted: `bench/find.ts`, after `npm run build`. The targets are 2 s and 100 ms.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";

const root = path.resolve(import.meta.dirname, "..");
const folder = await mkdtemp(path.join(tmpdir(), "stancemark-find-"));
const library = path.join(folder, "library");
const file = path.join(folder, "one-paragraph.txt");
const text = Array.from({ length: 60_000 }, (_, index) => `Line ${index} of the log: value=${index}, said so.`).join(
  " ",
);
await writeFile(file, text);
const cli = path.join(root, "out/main/cli.js");
execFileSync(process.execPath, [cli, "import", file, "--library", library]);
const server = spawn(process.execPath, [cli, "serve", "--library", library], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise<string>((resolve) =>
  server.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
);
const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: ["--disable-gpu"] });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 860 } })).newPage();
await page.goto(url);
await page.locator(".paper p").first().waitFor();
const opened: number[] = [];
for (let round = 0; round < 3; round++) {
  const began = performance.now();
  await page.reload();
  await page.locator(".paper p").first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  opened.push(Math.round(performance.now() - began));
}
console.log(`load ${loadavg()[0]?.toFixed(1)}; ${text.length} characters in one paragraph`);
console.log(`open: ${opened.join(" ")} ms, the window's own start included`);

await page.keyboard.press("Control+f");
const field = page.locator("search.find input");
await field.waitFor();
await page.waitForTimeout(1000);
for (const words of ["Line 4999 of", "said so", "e"]) {
  await field.fill("");
  const times: string[] = [];
  for (const letter of words) {
    const time = await field.evaluate(async (input: HTMLInputElement, next) => {
      const began = performance.now();
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      set?.call(input, input.value + next);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - began;
    }, letter);
    times.push(time.toFixed(0));
  }
  console.log(`“${words}”: ${times.join(" ")} ms a letter, ${await page.locator("search.find output").textContent()}`);
}
await browser.close();
server.kill();
await once(server, "exit");
await rm(folder, { recursive: true, force: true });
