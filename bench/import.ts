/**
 * Reads PDFs of 300, 1,200 and 2,400 pages, typeset for it, against the programs that only print a page's characters or
 * words with their boxes: `bench/import.ts [FILE.pdf ...]`, after `npm run build`: what is measured is the worker as it
 * is built. Each run is a process of its own, begun with the file in the system's cache; medians of three runs in turn
 * (nine of a short file), of time on the clock and of processor time: what the second says holds on a busy machine too.
 * Needs bash, for its clock; MuPDF's `mutool` and poppler's `pdftotext` take part where they are installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { ContentPart } from "../src/main/services/import/imported.ts";
import type { ReadSourceEnd } from "../src/main/services/import/read-source.ts";
import type work from "../src/main/services/tasks/worker.ts";
import type { TaskMessage } from "../src/main/services/workers/task.ts";
import type { Reply } from "../src/shared/contract/wire.ts";

const folder = path.join(tmpdir(), "stancemark-bench");
const ours = "ours";
/** As in services/workers/pool.ts, in MB. */
const young = 24;
const programs: Readonly<Record<string, (file: string) => string[]>> = {
  "mutool draw -F stext": (file) => ["mutool", "draw", "-F", "stext", "-o", "/dev/null", file],
  "pdftotext -bbox-layout": (file) => ["pdftotext", "-bbox-layout", file, "/dev/null"],
  // What is new on the heap has the room that it has in our workers, of which a semi-space is a third.
  [ours]: (file) => [
    process.execPath,
    `--max-semi-space-size=${young / 3}`,
    "--eval",
    `(${measureOne})(${JSON.stringify(path.join(import.meta.dirname, "../out/main/worker.js"))}, ${JSON.stringify(file)})`,
  ],
};

/**
 * A paper of about so many pages: numbered headings, prose, lists, notes, tables, a running head; tagged. Made once.
 */
async function paperOf(pages: number): Promise<string> {
  const file = path.join(folder, `paper-${pages}.pdf`);
  mkdirSync(folder, { recursive: true });
  if (existsSync(file)) return file;
  const source = `#set page(paper: "a4", numbering: "1", header: [Review of Charges #h(1fr) Draft])
#set text(size: 10.5pt, lang: "en", hyphenate: true)
#set par(justify: true)
#set heading(numbering: "1.1")
#for i in range(${Math.round(pages / 3)}) [
= On the Charge of Year #(i + 1)
#lorem(260)#footnote[#lorem(24)] #lorem(180)
== What Was Said
#lorem(210) *#lorem(4)* #lorem(90)
- #lorem(30)
- #lorem(42)
- #lorem(12)
#lorem(310)
#table(columns: 4, ..range(24).map(n => [Cell #(i * n)]))
== What Was Done
#lorem(280) #emph[#lorem(9)] #lorem(150)
#pagebreak(weak: true)
]`;
  const { typst } = await import("../src/main/services/typst/typst.ts");
  writeFileSync(file, typst(source));
  return file;
}

/** Seconds; the largest size of the process in MB, where it says so. */
type Run = Readonly<{ clock: number; processor: number; memory: number }>;

function run(command: readonly string[]): Run | null {
  const script = `TIMEFORMAT='%R %U %S'; time "$@"`;
  const { stderr, stdout, status } = spawnSync("bash", ["-c", script, "-", ...command], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const [clock = 0, user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return status === 0 ? { clock, processor: user + system, memory: Number(stdout.trim()) || 0 } : null;
}

function measure(file: string): void {
  const all = new Map(Object.keys(programs).map((name) => [name, [] as Run[]]));
  // In turn, so that a busy minute of the machine falls on everybody.
  const rounds = readFileSync(file).length < 5e6 ? 9 : 3;
  for (let round = 0; round < rounds; round++)
    for (const [name, runs] of all) {
      const made = run(programs[name]?.(file) ?? []);
      if (made !== null) runs.push(made);
    }
  const middle = (name: string, key: keyof Run): number =>
    (all.get(name) ?? []).map((sample) => sample[key]).sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  for (const name of all.keys()) {
    const [clock, processor] = [middle(name, "clock"), middle(name, "processor")];
    const [by, of] = [middle(ours, "clock") / clock, middle(ours, "processor") / processor];
    const line = name === ours ? `${middle(name, "memory")} MB` : `ours takes ${by.toFixed(2)} (${of.toFixed(2)})`;
    console.log(`${name}: ${clock.toFixed(2)} s on the clock, ${processor.toFixed(2)} s of processor; ${line}`);
  }
}

/**
 * A worker's whole task, in a process of its own instead of in a thread. Its source goes to `node --eval`, so it names
 * nothing of this file: as in the product, no TypeScript is read and nothing but the built worker is loaded.
 */
async function measureOne(builtWorker: string, file: string): Promise<void> {
  const { readFileSync } = await import("node:fs");
  const { MessageChannel, receiveMessageOnPort } = await import("node:worker_threads");
  const input = { name: "paper.pdf", bytes: readFileSync(file), known: [] };
  const { port1, port2 } = new MessageChannel();
  let characters = 0;
  // Opened before the worker shuts itself in, and with it this process.
  const { stdout, stderr } = process;
  const built = await import(builtWorker);
  const reply: Reply = await (built.default as typeof work)({ name: "importSource", input, port: port2 });
  if (!reply.ok) throw new Error(reply.error.message);
  const { imported } = reply.value as ReadSourceEnd;
  for (let answer = receiveMessageOnPort(port1); answer !== undefined; answer = receiveMessageOnPort(port1)) {
    const message = answer.message as TaskMessage;
    if ("part" in message) characters += (message.part as ContentPart).text.length;
  }
  const each = (imported?.geometry?.length ?? 0) / characters;
  stderr.write(
    `${imported?.end.pages.length} pages, ${characters} characters, ${each.toFixed(2)} bytes of geometry each\n`,
  );
  stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
  // The port would keep the process waiting.
  process.exit();
}

/**
 * How many MB larger the program is at most while a worker reads a file that is in memory: all that the worker is and
 * has, and its answer.
 */
async function inWorker(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const { taskPool } = await import("../src/main/services/tasks/run-task.ts");
  const { WorkerPool } = await import("../src/main/services/workers/pool.ts");
  const pool = new WorkerPool(taskPool);
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const { ContentParts } = await import("../src/main/services/import/content-parts.ts");
  const parts = new ContentParts();
  const run = { signal: new AbortController().signal, onProgress: () => {}, onPart: parts.add };
  const { imported } = await pool.run("importSource", { name: path.basename(file), bytes, known: [] }, run);
  const paper = imported && parts.paper(imported);
  clearInterval(look);
  if (paper?.content.text.length !== paper?.content.blocks.at(-1)?.end) throw new Error("Not all of it came.");
  await pool.close();
  console.log(Math.round((most - before) / 1024 / 1024));
}

/**
 * How many MB are in a worker's own hands at most: its heap, its buffers (the file is one of them) and PDFium's memory.
 * What the thread costs beside them, and the answer in the program that gets it, is in the other number.
 */
function ownOfWorker(file: string): Promise<number> {
  const worker = new Worker(import.meta.filename, {
    workerData: readFileSync(file),
    resourceLimits: { maxYoungGenerationSizeMb: young },
  });
  return new Promise((resolve, reject) =>
    // Parts of the paper come first; this program forgets them.
    worker.on("message", (answer: unknown) => typeof answer === "number" && resolve(answer)).once("error", reject),
  );
}

async function sayOwn(bytes: Uint8Array): Promise<void> {
  // As services/tasks/worker.ts has it.
  setFlagsFromString("--heap-growing-percent=60");
  let most = 0;
  const look = (): void => {
    const { heapTotal, external } = process.memoryUsage();
    most = Math.max(most, heapTotal + external);
  };
  const { importPdf } = await import("../src/main/services/import/pdf/import-pdf.ts");
  await importPdf(bytes, null, { onProgress: look, onPart: (part) => parentPort?.postMessage(part) });
  look();
  parentPort?.postMessage(Math.round(most / 1024 / 1024));
}

const [first, second] = process.argv.slice(2);
if (!isMainThread) await sayOwn(workerData);
else if (first === "--worker") await inWorker(second ?? "");
else
  for (const file of first === undefined ? await Promise.all([300, 1200, 2400].map(paperOf)) : process.argv.slice(2)) {
    console.log(`\n${path.basename(file)}: ${(readFileSync(file).length / 1e6).toFixed(1)} MB`);
    measure(file);
    const worker = spawnSync(process.execPath, [import.meta.filename, "--worker", file], { encoding: "utf8" });
    console.log(
      `a worker that reads it: ${await ownOfWorker(file)} MB its own; with all that the program grows by, and its answer: ${worker.stdout.trim()} MB`,
    );
  }
