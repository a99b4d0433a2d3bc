/**
 * Reads PDFs of 300, 1,200 and 2,400 pages, typeset for it, against the programs that only print a page's characters or
 * words with their boxes: `bench/import.ts [FILE.pdf ...]`, after `npm run build`: what is measured are the workers as
 * they are built. Each run is a process of its own, begun with the file in the system's cache; medians of three runs in
 * turn (nine of a short file), of time on the clock and of processor time: what the second says holds on a busy machine
 * too.
 * Needs bash, for its clock; MuPDF's `mutool` and poppler's `pdftotext` take part where they are installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, MessageChannel, type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import type { ContentPart } from "../src/main/services/import/imported.ts";
import type { ReadSourceEnd } from "../src/main/services/import/read-source.ts";
import type { TaskMessage } from "../src/main/services/workers/task.ts";
import type { Reply } from "../src/shared/contract/reply.ts";

const folder = path.join(tmpdir(), "stancemark-bench");
const ours = "ours";
const builtWorker = path.join(import.meta.dirname, "../out/main/worker.js");
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
    `(${measureOne})(${JSON.stringify([builtWorker, import.meta.resolve("tinypool"), file, young])})`,
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
 * The whole import of a file by two workers, as `importInPools` has it. Its source goes to `node --eval`, so it names
 * nothing of this file: as in the product, no TypeScript is read and nothing but the built workers is loaded.
 */
async function measureOne([filename, tinypool, file, young]: readonly [string, string, string, number]): Promise<void> {
  const { readFileSync } = await import("node:fs");
  const { MessageChannel, receiveMessageOnPort } = await import("node:worker_threads");
  const { Tinypool } = (await import(tinypool)) as typeof import("tinypool");
  const bytes = readFileSync(file);
  const resourceLimits = { maxYoungGenerationSizeMb: young };
  const [papers, pages] = [1, 2].map(() => new Tinypool({ filename, minThreads: 0, maxThreads: 1, resourceLimits }));
  const [own, parts, between] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
  let characters = 0;
  const receive = (message: TaskMessage): void => {
    if ("part" in message) characters += (message.part as ContentPart).text.length;
  };
  parts.port1.on("message", receive);
  const work = { bytes, password: null, port: between.port2 };
  void pages?.run({ name: "readPages", input: work, port: own.port2 }, { transferList: [own.port2, between.port2] });
  const input = { name: "paper.pdf", bytes, known: [], help: { port: between.port1 } };
  const reply: Reply = await papers?.run(
    { name: "importSource", input, port: parts.port2 },
    { transferList: [parts.port2, between.port1] },
  );
  if (!reply.ok) throw new Error(reply.error.message);
  const { imported } = reply.value as ReadSourceEnd;
  for (let left = receiveMessageOnPort(parts.port1); left !== undefined; left = receiveMessageOnPort(parts.port1))
    receive(left.message as TaskMessage);
  const each = (imported?.geometry?.length ?? 0) / characters;
  process.stderr.write(
    `${imported?.end.pages.length} pages, ${characters} characters, ${each.toFixed(2)} bytes of geometry each\n`,
  );
  process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
  process.exit();
}

/**
 * How many MB larger the program is at most while its workers read a file that is in memory: all that they are and
 * have, and their answer.
 */
async function inWorker(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const { pdfPool, taskPool } = await import("../src/main/services/tasks/run-task.ts");
  const { importInPools } = await import("../src/main/services/tasks/import-in-pools.ts");
  const { WorkerPool } = await import("../src/main/services/workers/pool.ts");
  const [tasks, pages] = [new WorkerPool(taskPool), new WorkerPool(pdfPool)];
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const { ContentParts } = await import("../src/main/services/import/content-parts.ts");
  const parts = new ContentParts();
  const run = { signal: new AbortController().signal, onProgress: () => {}, onPart: parts.add };
  const { imported } = await importInPools({ tasks, pages }, { name: path.basename(file), bytes, known: [] }, run);
  const paper = imported && parts.paper(imported);
  clearInterval(look);
  if (paper?.content.text.length !== paper?.content.blocks.at(-1)?.end) throw new Error("Not all of it came.");
  await Promise.all([tasks.close(), pages.close()]);
  console.log(Math.round((most - before) / 1024 / 1024));
}

type Own = Readonly<{ bytes: Uint8Array; port: MessagePort; isPages: boolean }>;

/**
 * How many MB are at most in the own hands of the worker that makes the paper, and of the one that reads the pages:
 * heap, buffers (the file is one of them) and PDFium's memory. What the threads cost beside them, and the answer in the
 * program that gets it, is in the other number.
 */
function ownOfWorkers(file: string): Promise<number[]> {
  const { port1, port2 } = new MessageChannel();
  const bytes = readFileSync(file);
  return Promise.all(
    [port1, port2].map((port) => {
      const worker = new Worker(import.meta.filename, {
        workerData: { bytes, port, isPages: port === port2 } satisfies Own,
        transferList: [port],
        resourceLimits: { maxYoungGenerationSizeMb: young },
      });
      return new Promise<number>((resolve, reject) =>
        // Parts of the paper come first; this program forgets them.
        worker.on("message", (answer: unknown) => typeof answer === "number" && resolve(answer)).once("error", reject),
      );
    }),
  );
}

async function sayOwn({ bytes, port, isPages }: Own): Promise<void> {
  // As services/tasks/worker.ts has it.
  setFlagsFromString("--heap-growing-percent=60");
  let most = 0;
  const look = (): void => {
    const { heapTotal, external } = process.memoryUsage();
    most = Math.max(most, heapTotal + external);
  };
  if (isPages) {
    const { servePages } = await import("../src/main/services/import/pdf/serve-pages.ts");
    port.on("message", look);
    await servePages({ bytes, password: null, port });
  } else {
    const { importPdf } = await import("../src/main/services/import/pdf/import-pdf.ts");
    const { PagesAhead } = await import("../src/main/services/import/pdf/pages-ahead.ts");
    const out = { onProgress: look, onPart: (part: ContentPart) => parentPort?.postMessage(part) };
    await importPdf(bytes, null, out, [], new PagesAhead(port));
  }
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
      `two workers that read it: ${(await ownOfWorkers(file)).join(" and ")} MB their own; with all that the program grows by, and its answer: ${worker.stdout.trim()} MB`,
    );
  }
