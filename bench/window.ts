/**
 * What steps of the window cost in script and layout with 5,000 claims in a PDF of 300 pages, and whether a task takes
 * longer than 100 ms while text, pages and table are scrolled: `bench/window.ts [pages] [claims] [rounds]`, after
 * `npm run build`. The numbers are those of the browser's own tracing (CDP,
 * `Tracing`): time of the window's thread on the processor. Waiting for other programs is not in it, but they take the
 * window's caches. So a loop of fixed work is measured in the same way between the rounds, and each step is also given
 * as a multiple of it, by which different machines and loads can be compared.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { resourcesFolder } from "../src/main/services/files/resources.ts";
import { typst } from "../src/main/services/typst/typst.ts";
import { openWorkbench } from "../src/main/services/workbench.ts";
import { middle, scrollThrough } from "./frames.ts";
import { seeded } from "./large-library.ts";

const pages = Number(process.argv[2] ?? 300);
const claims = Number(process.argv[3] ?? 5000);
const rounds = Number(process.argv[4] ?? 20);
/** Milliseconds of script and layout that a step may take, and that a task may take during scrolling. */
const [mostStep, mostTask] = [50, 100];

const root = path.resolve(import.meta.dirname, "..");
const folder = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const library = path.join(folder, "library");

/** A PDF of so many pages, ten paragraphs each, and claims on its sentences. */
async function makeLibrary(): Promise<void> {
  const next = seeded(7);
  const sentence = (page: number, at: number): string =>
    `On page ${page} the council holds in point ${at} that dues of class ${next(90)} should follow the length of a boat.`;
  const paragraph = (page: number, at: number): string =>
    [0, 1, 2].map((part) => sentence(page, at * 3 + part)).join(" ");
  const text = Array.from({ length: pages }, (_, page) =>
    Array.from({ length: 10 }, (_, at) => paragraph(page + 1, at)).join("\n\n"),
  );
  const pdf = typst(`#set page(paper: "a4")\n#set text(size: 9pt)\n${text.join("\n#pagebreak()\n")}`);
  const workbench = await openWorkbench({
    folder: library,
    coder: "Ada",
    program: "a bench",
    resources: resourcesFolder(),
  });
  const { paper } = await workbench.importPaper({ name: "dues.pdf", bytes: pdf });
  const content = await workbench.content({ paper: paper.id });
  const sentences = [...content.text.matchAll(/On page \d+ the[^.]*\./g)];
  // Spread over the paper, so that there are a next claim and an uncoded sentence everywhere.
  const share = claims / sentences.length;
  const rows = sentences
    .filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))
    .slice(0, claims)
    .map((match, index) => ({
      paper: paper.id,
      quote: match[0],
      start: match.index,
      positions: [{ issue: `Dues/Class ${index % 40}`, stance: ["supports", "opposes", "neutral"][index % 3] ?? "" }],
      actor: `Member ${index % 60}`,
    }));
  for (let at = 0; at < rows.length; at += 1000) {
    const { failed } = await workbench.annotate({ rows: rows.slice(at, at + 1000) });
    if (failed.length > 0) throw new Error(`${failed.length} rows were refused.`);
  }
  console.log(`${content.pages.length} pages, ${rows.length} claims`);
  await workbench.close();
}

type TraceEvent = Readonly<{
  name: string;
  ph: string;
  dur?: number;
  tdur?: number;
  ts: number;
  tid: number;
  pid: number;
}>;

/** Events by which the renderer's main thread runs script and lays out. */
const counted = new Set([
  "FunctionCall",
  "EvaluateScript",
  "TimerFire",
  "FireAnimationFrame",
  "EventDispatch",
  "RunMicrotasks",
  "UpdateLayoutTree",
  "Layout",
]);

/** Milliseconds of script and layout during some work: events within others count once. The longest task as well. */
async function traced(session: CDPSession, work: () => Promise<unknown>): Promise<{ busy: number; longest: number }> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", take);
  const categories = "devtools.timeline,disabled-by-default-devtools.timeline,toplevel";
  await session.send("Tracing.start", { transferMode: "ReportEvents", categories });
  await work();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", take);
  const own = mainThread(events);
  const spans = own
    .filter(({ name, ph }) => ph === "X" && counted.has(name))
    .map(({ ts, dur = 0, tdur = dur }) => ({ start: ts, end: ts + dur, own: tdur }))
    .sort((a, b) => a.start - b.start);
  let [busy, reached] = [0, 0];
  for (const { start, end, own: spent } of spans) {
    if (start >= reached) busy += spent;
    reached = Math.max(reached, end);
  }
  const tasks = own.filter(({ name }) => name === "RunTask" || name === "ThreadControllerImpl::RunTask");
  return { busy: busy / 1000, longest: Math.max(0, ...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / 1000 };
}

/** The events of the thread that dispatches events and lays out. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = Map.groupBy(events, ({ pid, tid }) => `${pid} ${tid}`);
  const scripts = (list: readonly TraceEvent[]): number => list.filter(({ name }) => counted.has(name)).length;
  return [...threads.values()].sort((a, b) => scripts(b) - scripts(a))[0] ?? [];
}

/** Milliseconds of fixed work of the kind that a window does: objects made, put in order and looked up by text. */
async function calibrate(page: Page, session: CDPSession): Promise<number> {
  // In a timer, which the browser's tracing counts as script.
  const work = (): Promise<number> =>
    page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve));
      let seed = 1;
      const next = (): number => {
        seed = (seed * 16807) % 2147483647;
        return seed;
      };
      const rows = Array.from({ length: 30_000 }, () => ({ key: next().toString(36), weight: next() }));
      const byKey = new Map(rows.map((row) => [row.key, row]));
      rows.sort((a, b) => a.weight - b.weight);
      return rows.reduce((sum, { key }) => sum + (byKey.get(key)?.weight ?? 0), 0);
    });
  return (await traced(session, work)).busy;
}

const settled = (page: Page): Promise<void> => page.waitForTimeout(350);

type Step = Readonly<{ name: string; before?: () => Promise<unknown>; run: () => Promise<unknown> }>;

await makeLibrary();
const cli = path.join(root, "out/main/cli.js");
const server = spawn(process.execPath, [cli, "serve", "--library", library], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise<string>((resolve) =>
  server.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
);
const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: ["--disable-gpu"] });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 860 } })).newPage();
page.on("pageerror", (error) => console.error(error));
await page.goto(url);
await page.getByText("dues", { exact: true }).first().click();
await page.locator(".ProseMirror mark").first().waitFor({ timeout: 60_000 });
await page.keyboard.press("F6");
const session = await page.context().newCDPSession(page);
const press =
  (...keys: string[]): (() => Promise<void>) =>
  async () => {
    for (const key of keys) await page.keyboard.press(key);
  };

await press("u", "s", "Enter")();
await page.keyboard.type("Dues");
await press("Enter", "Enter")();
await settled(page);

const steps: readonly Step[] = [
  { name: "next claim", run: press("n") },
  { name: "next sentence", run: press("j") },
  { name: "open the form", before: press("j", "s"), run: press("Enter") },
  { name: "close the form", run: press("Escape") },
  { name: "save a claim (repeat)", before: press("u", "s"), run: press("r") },
  { name: "undo", run: press("Control+z") },
  { name: "to the table", run: press("Control+2") },
  { name: "to the library", run: press("Control+5") },
  { name: "to the paper", run: press("Control+1") },
];
const results = new Map<string, number[]>();
const calibrations: number[] = [];
for (let round = 0; round < rounds; round++) {
  calibrations.push(await calibrate(page, session));
  for (const { name, before, run } of steps) {
    await before?.();
    await settled(page);
    const { busy } = await traced(session, async () => {
      await run();
      await settled(page);
    });
    results.set(name, [...(results.get(name) ?? []), busy]);
    if (name === "close the form" || name === "to the paper") await page.keyboard.press("F6");
  }
}
const loop = middle(calibrations);
console.log(
  `fixed work: ${loop} [${Math.round(Math.min(...calibrations))} to ${Math.round(Math.max(...calibrations))}]`,
);
console.log(`load ${loadavg()[0]?.toFixed(1)}; median of ${rounds}, milliseconds of script and layout`);
for (const [name, times] of results)
  console.log(
    `${middle(times) <= mostStep ? "  " : "! "}${name}: ${middle(times)} [${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))}], ${(middle(times) / loop).toFixed(2)} of the fixed work`,
  );

const scrolls: readonly (readonly [string, readonly string[], string])[] = [
  ["text", ["Control+1"], ".scroller"],
  ["pages", ["F9"], ".sheets"],
  ["table", ["F10", "Control+2"], ".scroll"],
];
for (const [name, keys, selector] of scrolls) {
  await press(...keys)();
  await page.waitForTimeout(1500);
  let frames: number[] = [];
  const { longest } = await traced(session, async () => {
    frames = await scrollThrough(page, selector);
  });
  console.log(
    `${longest <= mostTask ? "  " : "! "}scroll ${name}: longest task ${Math.round(longest)} ms in ${frames.length} frames`,
  );
}
await browser.close();
server.kill();
await once(server, "exit");
await rm(folder, { recursive: true, force: true });
