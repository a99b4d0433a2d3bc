/**
 * How long it takes from the start of the web host to the first readable paper, and until all claims are there, as a
 * ratio to a library without claims: `bench/first-paper.ts [papers] [claims per paper...]`, after `npm run build`. The
 * libraries take turns. Beside the time by the clock is the work: processor time of the server (Linux only) and of the
 * window's main thread, which other programs on the machine lengthen less.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../e2e/browser.ts";
import { memoryOf } from "./frames.ts";
import { makeLargeLibrary } from "./large-library.ts";

const papers = Number(process.argv[2] ?? 1000);
const counts = process.argv.slice(3).map(Number);
const each = counts.length === 0 ? [100] : counts;
const rounds = 3;
const patience = { timeout: 600_000 };

const root = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const cli = path.resolve(import.meta.dirname, "../out/main/cli.js");
const { executablePath } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: ["--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
});

/** Milliseconds by the clock and of processor time. */
type Time = Readonly<{ clock: number; work: number }>;
type Opening = Readonly<{ readable: Time; ready: Time; memory: number }>;

/** Processor time of a process so far, in milliseconds (proc_pid_stat(5); 100 ticks a second); 0 where unknown. */
async function workOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return 10 * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
}

async function open(library: string): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  const metrics = await page.context().newCDPSession(page);
  await metrics.send("Performance.enable", { timeDomain: "threadTicks" });
  const began = performance.now();
  const server = spawn(process.execPath, [cli, "serve", "--library", library], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) =>
    server.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
  );
  const now = async (): Promise<Time> => {
    const clock = performance.now() - began;
    const { metrics: all } = await metrics.send("Performance.getMetrics");
    const window = 1000 * (all.find((metric) => metric.name === "TaskDuration")?.value ?? 0);
    return { clock, work: window + (await workOf(server.pid)) };
  };
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".ProseMirror p").first().waitFor(patience);
  const readable = await now();
  await page.waitForFunction(() => document.querySelector(".loading-claims") === null, null, {
    ...patience,
    polling: 250,
  });
  const ready = await now();
  const memory = await memoryOf(page);
  await page.close();
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill();
  await ended;
  return { readable, ready, memory };
}

const libraries = [
  { name: "no claims", folder: path.join(root, "none"), papers: 1, each: 0 },
  ...each.map((claims) => ({
    name: `${papers * claims} claims`,
    folder: path.join(root, `${claims}`),
    papers,
    each: claims,
  })),
];
for (const library of libraries) await makeLargeLibrary(library.folder, library.papers, 20_000, library.each);
// The first start of a day makes a backup.
for (const { folder } of libraries) await open(folder);
console.log(`load ${loadavg()[0]?.toFixed(1)}; times by the clock (and of work) in seconds, ratios to no claims`);
for (let round = 1; round <= rounds; round++) {
  let least: Time | null = null;
  for (const { name, folder } of libraries) {
    const { readable, ready, memory } = await open(folder);
    least ??= readable;
    const seconds = ({ clock, work }: Time): string => `${(clock / 1000).toFixed(1)} (${(work / 1000).toFixed(1)})`;
    const ratio = `${(readable.clock / least.clock).toFixed(2)} (${(readable.work / least.work).toFixed(2)})`;
    console.log(
      `round ${round}, ${name}: readable ${seconds(readable)}, ratio ${ratio}, all there ${seconds(ready)}, ` +
        `memory ${memory} MB`,
    );
  }
}
await browser.close();
await rm(root, { recursive: true, force: true });
