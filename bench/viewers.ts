/**
 * The first page of a PDF and one more highlight among many, in the window and in PDF.js's own viewer, side by side in
 * one browser and run: `bench/viewers.ts [pages] [claims]`, after `npm run build`. Both show the same file; for PDF.js
 * the claims are highlights in it, as our own export writes them. "First page" is the time from opening the address
 * until the page is drawn, with server and browser started before; files of PDF.js come through Playwright. A highlight
 * is counted from the key (ours) or the call (PDF.js) until the frame after it is drawn; ours is saved on disk by then,
 * that of PDF.js is only in the window.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { resourcesFolder } from "../src/main/services/files/resources.ts";
import { closePool } from "../src/main/services/tasks/run-task.ts";
import { typst } from "../src/main/services/typst/typst.ts";
import { openWorkbench } from "../src/main/services/workbench.ts";
import { middle } from "./frames.ts";

const pages = Number(process.argv[2] ?? 300);
const count = Number(process.argv[3] ?? 10_000);
const rounds = 3;
const root = path.resolve(import.meta.dirname, "..");
const folder = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const library = path.join(folder, "library");

/** The paper in a library with its claims, and as a PDF with the claims as highlights. */
async function makePaper(): Promise<Uint8Array> {
  const perPage = Math.ceil(count / pages) + 8;
  const line = (page: number, at: number): string => `Page ${page}, point ${at}: the dues follow the length of a boat.`;
  const text = Array.from({ length: pages }, (_, page) =>
    Array.from({ length: perPage }, (_, at) => line(page + 1, at)).join("\\\n"),
  );
  const source = typst(`#set page(paper: "a4")\n#set text(size: 8pt)\n${text.join("\n#pagebreak()\n")}`);
  const workbench = await openWorkbench({
    folder: library,
    coder: "Ada",
    program: "a bench",
    resources: resourcesFolder(),
  });
  const { paper } = await workbench.importPaper({ name: "dues.pdf", bytes: source });
  const { text: words } = await workbench.content({ paper: paper.id });
  const lines = [...words.matchAll(/Page \d+, point (\d+): [^.]*\./g)].filter((match) => Number(match[1]) >= 8);
  for (let from = 0; from < count; from += 1000) {
    const rows = lines.slice(from, Math.min(count, from + 1000)).map((match) => ({
      paper: paper.id,
      quote: match[0],
      start: match.index,
      positions: [{ issue: `Dues/Class ${match.index % 40}`, stance: "supports" }],
    }));
    const { failed } = await workbench.annotate({ rows });
    if (failed.length > 0) throw new Error(`${failed.length} rows were refused.`);
  }
  const { bytes } = await workbench.exportPaper({ paper: paper.id, format: "pdf" });
  await workbench.close();
  await closePool();
  return bytes;
}

const browserOf = async (): Promise<Browser> => {
  const { executablePath } = await findBrowser();
  return chromium.launch({ executablePath, args: ["--disable-gpu"] });
};

/** Serves PDF.js and the file from this program, on the address of the window. */
async function serveViewer(page: Page, pdf: Uint8Array): Promise<void> {
  const style = `<link rel="stylesheet" href="/pdfjs/web/pdf_viewer.css"><style>#container{position:absolute;inset:0;overflow:auto}</style>`;
  const body = `<!doctype html>${style}<div id="container"><div id="viewer" class="pdfViewer"></div></div><script type="module" src="/viewer.js"></script>`;
  await page.route("http://viewer.test/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body });
    if (pathname === "/paper.pdf") return route.fulfill({ contentType: "application/pdf", body: Buffer.from(pdf) });
    const file =
      pathname === "/viewer.js"
        ? path.join(root, "bench/browser/pdfjs-viewer.js")
        : path.join(root, "node_modules/pdfjs-dist", pathname.slice("/pdfjs/".length));
    const contentType = /\.m?js$/.test(file) ? "text/javascript" : "text/css";
    return route.fulfill({ contentType, body: await readFile(file) });
  });
}

type Times = Readonly<{ first: number[]; highlight: number[] }>;

async function viewer(browser: Browser, pdf: Uint8Array, times: Times): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  page.on("pageerror", (error) => console.error(error));
  await serveViewer(page, pdf);
  await page.goto("http://viewer.test/");
  await page.waitForFunction("globalThis.isLoaded");
  times.first.push(await page.evaluate('show("/paper.pdf")'));
  await page.evaluate("beginHighlighting()");
  for (let n = 0; n < 5; n++) times.highlight.push(await page.evaluate(`highlight(${n})`));
  await page.close();
}

/** In the page: when the first tile was drawn, and when the marks of the page have changed. */
function watchWindow(): void {
  const window = globalThis as unknown as { first?: number; changed?: number | undefined; begun?: number };
  const look = (): void => {
    if (window.first === undefined && document.querySelector('.sheet canvas[data-ready="true"]') !== null)
      requestAnimationFrame(() => setTimeout(() => (window.first ??= performance.now())));
  };
  new MutationObserver((changes) => {
    look();
    const isMark = changes.some(({ target }) => (target as Element).closest?.(".fills") != null);
    if (isMark && window.begun !== undefined && window.changed === undefined)
      requestAnimationFrame(() => setTimeout(() => (window.changed = performance.now())));
  }).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "r") [window.begun, window.changed] = [performance.now(), undefined];
    },
    true,
  );
}

async function ownWindow(page: Page, times: Times): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => (globalThis as unknown as { first?: number }).first, undefined, {
    timeout: 120_000,
  });
  times.first.push(await page.evaluate(() => (globalThis as unknown as { first: number }).first));
  await page.waitForTimeout(2000);
  await page.keyboard.press("F6");
  await page.keyboard.press("Control+Home");
  // What the key `r` repeats.
  for (const key of ["u", "s", "Enter"]) await page.keyboard.press(key);
  await page.keyboard.type("Dues");
  for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
  await page.waitForTimeout(500);
  for (let n = 0; n < 5; n++) {
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.waitForTimeout(300);
    await page.keyboard.press("r");
    await page.waitForFunction(() => (globalThis as unknown as { changed?: number }).changed, undefined, {
      timeout: 60_000,
    });
    times.highlight.push(
      await page.evaluate(() => {
        const { begun, changed } = globalThis as unknown as { begun: number; changed: number };
        return changed - begun;
      }),
    );
  }
  // The next round finds the same sentences as they were.
  for (let n = 0; n < 6; n++) {
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(300);
  }
}

const pdf = await makePaper();
const server = spawn(process.execPath, [path.join(root, "out/main/cli.js"), "serve", "--library", library], {
  stdio: ["ignore", "pipe", "inherit"],
});
const url = await new Promise<string>((resolve) =>
  server.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
);
const browser = await browserOf();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 860 } })).newPage();
page.on("pageerror", (error) => console.error(error));
page.setDefaultTimeout(120_000);
await page.addInitScript(watchWindow);
await page.goto(url);
await page.locator(".ProseMirror mark").first().waitFor({ timeout: 120_000 });
await page.keyboard.press("F6");
await page.keyboard.press("n");
await page.keyboard.press("F9");
await page.locator('.sheet canvas[data-ready="true"]').first().waitFor({ timeout: 120_000 });

const [own, other]: [Times, Times] = [
  { first: [], highlight: [] },
  { first: [], highlight: [] },
];
const said = (times: readonly number[]): string => `${middle(times)} [${times.map(Math.round)}]`;
console.log(`${pages} pages, ${count} highlights; milliseconds, middle [all]`);
for (let round = 1; round <= rounds; round++) {
  await ownWindow(page, own);
  await viewer(browser, pdf, other);
  console.log(`after round ${round}, load ${loadavg()[0]?.toFixed(1)}`);
  console.log(`  first page: window ${said(own.first)}, PDF.js ${said(other.first)}`);
  console.log(`  one more highlight: window ${said(own.highlight)}, PDF.js ${said(other.highlight)}`);
}
await browser.close();
server.kill();
await once(server, "exit");
await rm(folder, { recursive: true, force: true });
