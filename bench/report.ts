/**
 * What does a report with every section cost in each form? `bench/report.ts [claims] [checkouts...]` after
 * `npm run build`: the built worker of this checkout, or of others to compare them in turn, each time in a new process,
 * so that nothing is loaded or typeset before. Processor time is that of all threads.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { WorkerPool } from "../src/main/services/workers/pool.ts";
import type { ReportFormat } from "../src/shared/contract/workbench.ts";
import { reportInput } from "./report-input.ts";

const formats: readonly ReportFormat[] = ["html", "md", "pdf", "docx", "xlsx"];
const rounds = 3;

type Cost = Readonly<{ clock: number; processor: number; bytes: number }>;

/** One report in a worker that has done nothing before; seconds. */
async function costOf(format: ReportFormat, claims: number, checkout: string): Promise<Cost> {
  const { input } = reportInput(claims);
  const { tasks } = await import("../src/main/services/tasks/tasks.ts");
  const worker = path.join(checkout, "out/main/worker.js");
  const pool = new WorkerPool({ tasks, worker, threads: 1, idle: 30_000, heap: 8192 });
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { bytes } = await pool.run(
    "report",
    { format, language: "en", input },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const { user, system } = process.cpuUsage(before);
  const clock = performance.now() - began;
  await pool.close();
  return { clock: clock / 1e3, processor: (user + system) / 1e6, bytes: bytes.length };
}

const [first = "1000", ...others] = process.argv.slice(2);
if (first === "--one") {
  const [format = "html", claims = "", checkout = ""] = others;
  console.log(JSON.stringify(await costOf(format as ReportFormat, Number(claims), checkout)));
} else {
  const checkouts = others.length > 0 ? others : [path.join(import.meta.dirname, "..")];
  console.log(`${first} claims; seconds of processor time (by the clock), ${rounds} runs`);
  for (const format of formats) {
    const costs = new Map(checkouts.map((checkout): [string, Cost[]] => [checkout, []]));
    for (let round = 0; round < rounds; round++)
      for (const [checkout, runs] of costs) {
        const args = [import.meta.filename, "--one", format, first, checkout];
        const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
        if (stdout === "") throw new Error(stderr);
        runs.push(JSON.parse(stdout));
      }
    for (const [checkout, runs] of costs) {
      const times = runs.map(({ clock, processor }) => `${processor.toFixed(2)} (${clock.toFixed(2)})`).join(", ");
      const size = ((runs[0]?.bytes ?? 0) / 1e6).toFixed(2);
      console.log(`${format.padEnd(5)} ${times}  ${size} MB${checkouts.length > 1 ? `  ${checkout}` : ""}`);
    }
  }
}
