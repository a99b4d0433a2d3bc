/**
 * How a very long paper with very many claims opens, scrolls and takes one more claim in the real window:
 * `bench/reader.ts [paragraphs] [claims] [folder with @recogito/text-annotator installed] [source of the Hypothesis
 * client, with classnames and approx-string-match installed]`, after `npm run build`. Beside it, in the same browser
 * and run: the same pages in a bare ProseMirror view, and the same text in Recogito's and Hypothesis' annotators.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { findBrowser } from "../e2e/browser.ts";
import { beginFrames, framesOf, memoryOf, middle, percentile, scrollThrough } from "./frames.ts";
import { makeLargeLibrary } from "./large-library.ts";

const root = path.resolve(import.meta.dirname, "..");
const paragraphs = Number(process.argv[2] ?? 20_000);
const claims = Number(process.argv[3] ?? 10_000);
const [recogito, hypothesis] = process.argv.slice(4);
const rounds = 3;
const folder = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const library = path.join(folder, "library");

/** A script of `bench/browser`, bundled. */
async function bundled(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: {
      alias: {
        ...(recogito && { "@recogito/text-annotator": path.join(recogito, "node_modules/@recogito/text-annotator") }),
        ...(hypothesis && { "hypothesis-client": hypothesis }),
      },
    },
    build: {
      write: false,
      minify: true,
      lib: { entry: path.join(root, "bench/browser", name), formats: ["iife"], name: "bench" },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (first === undefined || !("output" in first)) throw new Error(`${name} was not bundled.`);
  return first.output[0].code;
}

/** A page of the served origin with the window's styles, a place for the text and a script; in a process of its own. */
async function blank(window: BrowserContext, origin: string, script: string): Promise<Page> {
  const context = await browser.newContext({ viewport, bypassCSP: true, storageState: await window.storageState() });
  const styles = (await readdir(path.join(root, "out/renderer/assets"))).filter((name) => name.endsWith(".css"));
  const page = await context.newPage();
  const links = styles.map((name) => `<link rel="stylesheet" href="/assets/${name}">`).join("");
  const body = `<!doctype html>${links}<div class="reading" style="height:100vh;--size:17px;--width:640px;--spacing:1.62"><div class="scroller"><div class="column"><div class="paper" id="text"></div></div></div></div><script>${script}</script>`;
  await page.route(`${origin}/blank`, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${origin}/blank`);
  return page;
}

/**
 * Milliseconds from asking for the paper to the first claim on the screen. Asked seldom, so that the asking costs
 * nothing.
 */
async function openingOfWindow(page: Page): Promise<number> {
  const opened = () => (globalThis as unknown as { opened?: number }).opened ?? 0;
  await page.waitForFunction(opened, undefined, { polling: 500, timeout: 180_000 });
  return page.evaluate(opened);
}

/** Milliseconds from asking for the paper to the frame after its words are there. */
const opening = (page: Page, paper: string): Promise<number> =>
  page.evaluate(async (id) => {
    const begin = performance.now();
    await (globalThis as unknown as { openText(paper: string): Promise<void> }).openText(id);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begin;
  }, paper);

await makeLargeLibrary(library, 1, paragraphs * 385, claims, { least: 3, most: 4, perPage: 28 });
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
const viewport = { width: 1440, height: 860 };
const context = await browser.newContext({ viewport, bypassCSP: true });
await context.addInitScript(beginFrames);
const window = await context.newPage();
window.on("pageerror", (error) => console.error(error));
await window.goto(url);
const origin = new URL(url).origin;
await openingOfWindow(window);
const paper = await window.evaluate(() => localStorage.getItem("paper") ?? "");

const bare = await bundled("bare.ts");
const times = { window: [] as number[], bare: [] as number[] };
let bareMemory = 0;
let bareScroll: number[] = [];
for (let round = 0; round < rounds; round++) {
  const other = await blank(context, origin, bare);
  times.bare.push(await opening(other, paper));
  bareMemory = await memoryOf(other);
  if (round === rounds - 1) bareScroll = await scrollThrough(other, ".scroller");
  await other.context().close();
  await window.reload();
  times.window.push(await openingOfWindow(window));
}
console.log(`load ${loadavg()[0]?.toFixed(1)}; ${paragraphs} paragraphs, ${claims} claims`);
console.log(
  `open: window ${middle(times.window)} ms [${times.window.map(Math.round)}], bare ${middle(times.bare)} ms [${times.bare.map(Math.round)}], ratio ${(middle(times.window) / middle(times.bare)).toFixed(2)}`,
);
console.log(`memory: window ${await memoryOf(window)} MB, bare ${bareMemory} MB`);

const scrolled = await scrollThrough(window, ".scroller");
console.log(
  `scroll with margin: p50 ${percentile(scrolled, 50)} ms, p95 ${percentile(scrolled, 95)} ms of ${scrolled.length} frames; bare p95 ${percentile(bareScroll, 95)} ms`,
);

// The first claim is coded in the form; those after it repeat its coding.
for (const key of ["F6", "u", "s", "Enter"]) await window.keyboard.press(key);
await window.keyboard.type("Dues");
for (const key of ["Enter", "Enter"]) await window.keyboard.press(key);
const made: { frames: number; wait: number; whole: number }[] = [];
for (let turn = 0; turn < 12; turn++) {
  for (const key of ["u", "s"]) await window.keyboard.press(key);
  await window.waitForTimeout(150);
  made.push(await framesOf(window, ["r"]));
}
console.log(
  `one more claim: ${made.map((sample) => sample.frames).join(" ")} frames after the news; ${made.map((sample) => Math.round(sample.wait)).join(" ")} ms; whole ${made.map((sample) => Math.round(sample.whole)).join(" ")} ms`,
);

/** Another annotator with the same text and claims: how long it takes to open, to show one more, and to scroll. */
async function measureOther(name: string, script: string): Promise<void> {
  const other = await blank(context, origin, await bundled(script));
  // As the command line lists them: the same program reads the library beside the one that serves it.
  const output = execFileSync(process.execPath, [cli, "claims", "--library", library, "--json"], { maxBuffer: 1e9 });
  const ranges = JSON.parse(output.toString()) as unknown;
  const {
    open,
    script: added,
    painted,
    elements,
  } = await other.evaluate(
    async ([id, ranges]) => {
      type Annotator = {
        openText(paper: string, ranges: unknown): Promise<void>;
        addOne(range: unknown): void | Promise<void>;
      };
      const own = globalThis as unknown as Annotator;
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const begin = performance.now();
      await own.openText(id, ranges);
      await frame();
      const open = performance.now() - begin;
      const adding = performance.now();
      await own.addOne({ start: 40, end: 90, quote: "x".repeat(50) });
      const script = performance.now() - adding;
      await frame();
      const painted = performance.now() - adding;
      // Of annotators that highlight with elements: none may be missing.
      return { open, script, painted, elements: document.querySelectorAll("hypothesis-highlight").length };
    },
    [paper, ranges] as const,
  );
  console.log(
    `${name}: open ${Math.round(open)} ms, one more ${Math.round(added)} ms script, ${Math.round(painted)} ms to paint, ${elements} elements for highlights, memory ${await memoryOf(other)} MB`,
  );
  try {
    console.log(`${name}: scroll p95 ${percentile(await scrollThrough(other, ".scroller"), 95)} ms`);
  } catch (error) {
    console.log(`${name}: its page ended while it was scrolled: ${error instanceof Error ? error.message : error}`);
  }
}

if (recogito === undefined)
  console.log("Recogito was not measured: no folder with @recogito/text-annotator was given.");
else await measureOther("recogito", "recogito.js");
if (hypothesis === undefined)
  console.log("Hypothesis was not measured: no folder with the source of its client was given.");
else await measureOther("hypothesis", "hypothesis.js");
await browser.close();
server.kill();
await once(server, "exit");
await rm(folder, { recursive: true, force: true });
