/**
 * How the claims table, the filter and the library view bear a large library in the real window:
 * `bench/claims.ts [papers] [claims per paper] [library folder]`, after `npm run build`. Frames are those of scrolling
 * by 160 pixels a frame at ten places; a letter is answered when the count beside the filter and the rows under it have
 * been painted for the last time. Beside the elapsed time is the work: the time the window's main thread was running,
 * which other programs on the machine do not lengthen.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { memoryOf, percentile, processMemory, scrollThrough } from "./frames.ts";
import { makeLargeLibrary } from "./large-library.ts";

const root = path.resolve(import.meta.dirname, "..");
const papers = Number(process.argv[2] ?? 1_000);
const each = Number(process.argv[3] ?? 100);
const kept = process.argv[4];
const folder = kept ?? (await mkdtemp(path.join(tmpdir(), "stancemark-bench-")));
const library = path.join(folder, "library");
if (!existsSync(library)) await makeLargeLibrary(library, papers, 20_000, each);

const cli = path.join(root, "out/main/cli.js");
const server = spawn(process.execPath, [cli, "serve", "--library", library], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise<string>((resolve) =>
  server.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
);
const { executablePath } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: ["--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
page.on("pageerror", (error) => console.error(error));
const began = performance.now();
await page.goto(url);
await page.locator(".ProseMirror mark").first().waitFor({ timeout: 600_000 });
console.log(`load ${loadavg()[0]?.toFixed(1)}; ${papers} papers, ${papers * each} claims`);
const opened = performance.now();
const since = (): string => `${((performance.now() - opened) / 1000).toFixed(1)} s after that`;
console.log(`window open ${Math.round(opened - began)} ms`);
await page.waitForFunction(() => document.querySelector(".loading-claims") === null, null, {
  timeout: 600_000,
  polling: 100,
});
console.log(`all claims there ${since()}, ${await memory()}`);

const metrics = await page.context().newCDPSession(page);
await metrics.send("Performance.enable", { timeDomain: "threadTicks" });

/** How long the window's main thread has been running so far, in milliseconds. */
async function work(): Promise<number> {
  const { metrics: all } = await metrics.send("Performance.getMetrics");
  return 1000 * (all.find((metric) => metric.name === "TaskDuration")?.value ?? 0);
}

/** Memory of the script, and of the window's whole process. */
async function memory(): Promise<string> {
  return `memory ${await memoryOf(page)} MB of script, ${await processMemory(browser)} MB of the process`;
}

const spread = (list: readonly number[]): string =>
  `p50 ${percentile(list, 50)} p95 ${percentile(list, 95)} longest ${percentile(list, 100)} ms`;

/** Scroll all over a list: how long its frames were, and how much work each step of 160 pixels was. */
async function scrolling(name: string, selector: string): Promise<void> {
  const lengths = await scrollThrough(page, selector);
  const works: number[] = [];
  for (let step = 0; step < 60; step++) {
    const before = await work();
    await page.evaluate(
      async ([list, at]) => {
        const scroller = document.querySelector(list);
        if (scroller === null) return;
        // Every tenth step goes on elsewhere; what that draws is no scrolling.
        if (at % 10 === 0) scroller.scrollTop = (scroller.scrollHeight * at) / 60;
        scroller.scrollTop += 160;
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      },
      [selector, step] as const,
    );
    if (step % 10 > 0) works.push((await work()) - before);
  }
  console.log(`${name}: frames ${spread(lengths)} of ${lengths.length}; work a step ${spread(works)}`);
  await page.evaluate((list) => document.querySelector(list)?.scrollTo(0, 0), selector);
}

/** Milliseconds until something asked for by a key is in the window and has been painted. */
async function until(action: () => Promise<void>, selector: string): Promise<number> {
  const start = performance.now();
  await action();
  await page.locator(selector).first().waitFor({ timeout: 600_000 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return Math.round(performance.now() - start);
}

console.log(`claims shown ${await until(() => page.keyboard.press("Control+2"), ".claims tbody tr")} ms`);
await page.keyboard.press("Control+Shift+f");
const first = await type("a");
console.log(
  `first letter answered ${since()}, in ${Math.round(first.answered)} ms, work ${Math.round(first.work)} ms; ${await memory()}`,
);
await page.keyboard.press("Control+a");
await type(null);
await scrolling("table scrolled", ".claims .scroll");

type Typed = Readonly<{ painted: number; answered: number; work: number }>;

/**
 * Type one letter (or, when null, empty the field): milliseconds until it is painted, and until the table has answered.
 */
async function type(letter: string | null): Promise<Typed> {
  const before = await work();
  await page.evaluate(() => {
    const frame = (then: (time: number) => void): void =>
      void requestAnimationFrame(() => setTimeout(() => then(performance.now())));
    const answer = new Promise<Omit<Typed, "work">>((resolve) => {
      const field = document.querySelector("#filter-text");
      field?.addEventListener(
        "beforeinput",
        () => {
          const start = performance.now();
          const seen = { painted: 0, answered: 0 };
          frame((time) => {
            seen.painted = time - start;
          });
          const watch = new MutationObserver(() =>
            frame((time) => {
              seen.answered = time - start;
            }),
          );
          const what = { childList: true, subtree: true, characterData: true };
          for (const part of document.querySelectorAll(".claims tbody, .filter-bar")) watch.observe(part, what);
          // Later where the answer itself takes longer.
          setTimeout(
            () =>
              frame(() => {
                watch.disconnect();
                resolve(seen);
              }),
            900,
          );
        },
        { once: true },
      );
    });
    Object.assign(globalThis, { answer });
  });
  if (letter === null) await page.keyboard.press("Backspace");
  else await page.keyboard.insertText(letter);
  const seen = await page.evaluate(() => (globalThis as unknown as { answer: Promise<Omit<Typed, "work">> }).answer);
  return { ...seen, work: (await work()) - before };
}

async function typing(name: string, words: readonly string[]): Promise<void> {
  const typed: Typed[] = [];
  for (const word of words) {
    for (const letter of word) typed.push(await type(letter));
    await page.keyboard.press("Control+a");
    typed.push(await type(null));
  }
  const column = (part: keyof Typed): string => spread(typed.map((sample) => sample[part]));
  console.log(
    `${name}: letter painted ${column("painted")}; table answers ${column("answered")}; work a letter ${column("work")}, of ${typed.length} letters`,
  );
}

const words = ["audit", "dues of", "ministère", "محصول", "港口费"];
await page.keyboard.press("Control+Shift+f");
// Only what nobody has typed yet is cold: words of claims are folded while nobody waits.
await typing("typing at once", words.slice(0, 1));
await page.waitForTimeout(4_000);
await typing("typing", words);
const groupBy = page.locator(".claims-head select").first();
for (const grouping of ["issue", "paper"]) {
  console.log(
    `grouped by ${grouping} ${await until(() => groupBy.selectOption(grouping).then(() => undefined), ".group-head")} ms`,
  );
  await scrolling(`table grouped by ${grouping} scrolled`, ".claims .scroll");
}
await page.keyboard.press("Control+Shift+f");
await typing("typing, grouped by paper", words);
await groupBy.selectOption("none");
for (const column of ["quote", "actor"]) {
  const head = page.locator(`.claims th.of-${column} button`);
  console.log(
    `sorted by ${column} ${await until(() => head.click({ timeout: 600_000 }), `.claims th.of-${column}[aria-sort]`)} ms`,
  );
}
await page.keyboard.press("Control+Shift+f");
await typing("typing, sorted by actor", words.slice(0, 2));
console.log(`library shown ${await until(() => page.keyboard.press("Control+5"), ".shelf .paper")} ms`);
await scrolling("library list scrolled", ".shelf");
await page.keyboard.press("Control+Shift+k");
console.log(
  `search of all text ${await until(() => page.keyboard.insertText("grant was paid"), ".hits .hit")} ms, with 160 ms of waiting for more letters`,
);
console.log(`at the end ${await memory()}`);
await browser.close();
server.kill();
await once(server, "exit");
if (kept === undefined) await rm(folder, { recursive: true, force: true });
