/**
 * Writes highlights into every PDF of a folder and asks other programs about the result:
 * `node bench/export-gate.ts FOLDER [SECONDS]`. The seconds are the writer's; those who check have ten times as many.
 * The folder is pdf.js's test/pdfs, kept elsewhere; needs qpdf and poppler.
 */
import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { annotatedPdf } from "../src/main/services/export/pdf/annotated-pdf.ts";
import { openPdf } from "../src/main/services/pdfium/reader.ts";
import { coded } from "./coded.ts";

type Outcome =
  | Readonly<{ kind: "written"; repaired: boolean; problems: readonly string[]; milliseconds: number }>
  | Readonly<{ kind: "refused" | "crashed"; code: string; message: string }>
  | Readonly<{ kind: "hung" }>;

/** Said between writing and checking. */
type Checking = Readonly<{ kind: "checking"; repaired: boolean; milliseconds: number }>;

/** Passwords of the pdf.js tests' own files, from its test_manifest.json. */
const passwords: Readonly<Record<string, string>> = {
  "bug1782186.pdf": "Hello",
  "issue15893_reduced.pdf": "test",
  "issue21579.pdf": "pässwört",
  "issue3371.pdf": "ELXRTQWS",
  "issue6010_1.pdf": "abc",
  "issue6010_2.pdf": "æøå",
  "saslprep-r6.pdf": "S\u00aaSL\u00adprep",
};

async function writeOne(file: string, tell: (done: Checking) => void): Promise<Outcome> {
  const began = performance.now();
  const name = path.basename(file);
  const password = passwords[name] ?? null;
  try {
    const source = readFileSync(file);
    const reader = await openPdf(source, password);
    const { pageCount } = reader;
    const wanted = [...new Set([0, Math.floor(pageCount / 2), pageCount - 1])].map((page) => {
      const [x0, , , y1] = reader.page(page).visible;
      const quads = [0, 1].map((line) => {
        const [left, top] = [Math.round(x0) + 40.25, Math.round(y1) - 40.5 - line * 14];
        return [left, top, left + 90, top, left, top - 12, left + 90, top - 12];
      });
      return { page, quads };
    });
    reader.close();
    const input = coded(source, wanted, password);
    const { bytes, warnings } = await annotatedPdf(input, () => {});
    const milliseconds = performance.now() - began;
    const repaired = warnings.some((warning) => warning.key === "export.repaired");
    tell({ kind: "checking", repaired, milliseconds });
    const problems = await problemsOf({ source, bytes: Buffer.from(bytes), password, pageCount, wanted, repaired });
    return { kind: "written", repaired, problems, milliseconds };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { kind: code === "" ? "crashed" : "refused", code, message: String(error) };
  }
}

type Made = Readonly<{
  source: Buffer;
  bytes: Buffer;
  password: string | null;
  pageCount: number;
  wanted: readonly { page: number; quads: readonly number[][] }[];
  repaired: boolean;
}>;

async function problemsOf({ source, bytes, password, pageCount, wanted, repaired }: Made): Promise<string[]> {
  const problems: string[] = [];
  if (!repaired && Buffer.compare(bytes.subarray(0, source.length), source) !== 0) problems.push("prefix");
  const folder = mkdtempSync(path.join(tmpdir(), "export-gate-"));
  const [before, after] = [path.join(folder, "before.pdf"), path.join(folder, "after.pdf")];
  writeFileSync(before, source);
  writeFileSync(after, bytes);
  const run = (program: string, args: string[]) => spawnSync(program, args, { timeout: 30_000, maxBuffer: 2 ** 28 });
  const check = (name: string) =>
    run("qpdf", ["--check", ...(password === null ? [] : [`--password=${password}`]), name]);
  const clean = check(before).status === 0;
  const checked = check(after);
  // Killed when its time is over.
  if (checked.status === null) problems.push(unchecked);
  else if (clean && checked.status !== 0) problems.push(`qpdf: ${checked.stderr.toString().split("\n")[0]}`);
  const unlock = password === null ? [] : ["-upw", password];
  const words = (name: string) => {
    const { status, stdout, stderr } = run("pdftotext", [...unlock, "-l", String(pageCount), name, "-"]);
    return status === 0 ? { text: stdout.toString("latin1"), isBroken: stderr.includes("Syntax Error") } : null;
  };
  // What poppler cannot open, or finds no word in for errors, may well be read once it is repaired.
  const read = words(before);
  const isUnread = read === null || (repaired && read.isBroken && read.text.trim() === "");
  if (!isUnread && read.text !== words(after)?.text) problems.push("poppler text");
  rmSync(folder, { recursive: true });
  // What a number can be to readers, who keep them in 32 bits.
  const kept = (quads: readonly number[][]): string[] => quads.flat().map((quad) => Math.fround(quad).toFixed(1));
  const expected = wanted.map(({ page, quads }) => `${page}: ${kept(quads)}`).join("; ");
  const pages = wanted.map(({ page }) => page);
  const byPdfium = await quadsByPdfium(bytes, password, pages);
  if (byPdfium !== expected) problems.push(`PDFium: ${byPdfium} instead of ${expected}`);
  const byPdfjs = await quadsByPdfjs(bytes, password, pages).catch((error: unknown) => String(error));
  if (byPdfjs !== expected) {
    if (await readsInPdfjs(source, password, pages)) problems.push(`PDF.js: ${byPdfjs} instead of ${expected}`);
  }
  return problems;
}

async function quadsByPdfium(bytes: Uint8Array, password: string | null, pages: readonly number[]): Promise<string> {
  const reader = await openPdf(bytes, password);
  try {
    const found = pages.map((page) => {
      const mine = reader
        .page(page)
        .annotations.filter((annotation) => annotation.subtype === "highlight" && annotation.author === "Gate");
      return `${page}: ${mine.flatMap((mark) => mark.quads.flat()).map((number) => number.toFixed(1))}`;
    });
    return found.join("; ");
  } finally {
    reader.close();
  }
}

type Found = Readonly<{ subtype: string; titleObj: { str: string }; quadPoints: Float32Array }>;

async function quadsByPdfjs(bytes: Uint8Array, password: string | null, pages: readonly number[]): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, ...(password === null ? {} : { password }) });
  try {
    const document = await task.promise;
    const found: string[] = [];
    for (const page of pages) {
      const all = (await (await document.getPage(page + 1)).getAnnotations()) as Found[];
      const mine = all.filter((mark) => mark.subtype === "Highlight" && mark.titleObj.str === "Gate");
      found.push(`${page}: ${mine.flatMap((mark) => [...mark.quadPoints]).map((number) => number.toFixed(1))}`);
    }
    return found.join("; ");
  } finally {
    await task.destroy();
  }
}

/**
 * Whether PDF.js can read these pages of the source: for a highlight it reads the words below it, which fails where
 * their fonts are damaged.
 */
async function readsInPdfjs(bytes: Uint8Array, password: string | null, pages: readonly number[]): Promise<boolean> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, ...(password === null ? {} : { password }) });
  try {
    const document = await task.promise;
    for (const page of pages) await (await document.getPage(page + 1)).getTextContent();
    return true;
  } catch {
    return false;
  } finally {
    await task.destroy();
  }
}

function start(): ChildProcess {
  return fork(import.meta.filename, ["--work"]);
}

/** One process for all files, a new one after a hang. */
async function gate(folder: string, seconds: number): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  const outcomes = new Map<string, Outcome>();
  let worker = start();
  for (const name of files) {
    const outcome = await new Promise<Outcome>((resolve) => {
      let timer = setTimeout(() => done({ kind: "hung" }), seconds * 1000);
      const done = (outcome: Outcome): void => {
        clearTimeout(timer);
        worker.removeAllListeners();
        resolve(outcome);
      };
      worker.on("message", (answer: Outcome | Checking) => {
        if (answer.kind !== "checking") return done(answer);
        clearTimeout(timer);
        const late: Outcome = { ...answer, kind: "written", problems: [unchecked] };
        timer = setTimeout(() => done(late), seconds * 10_000);
      });
      worker.once("error", (error) => done({ kind: "crashed", code: "worker", message: String(error) }));
      worker.once("exit", (code) => done({ kind: "crashed", code: "exit", message: `exit code ${code}` }));
      worker.send(path.join(folder, name));
    });
    outcomes.set(name, outcome);
    if (outcomes.size % 50 === 0) console.error(`${outcomes.size} of ${files.length}`);
    const isBusy = outcome.kind === "hung" || (outcome.kind === "written" && outcome.problems.includes(unchecked));
    if (isBusy || (outcome.kind === "crashed" && ["worker", "exit"].includes(outcome.code))) {
      worker.removeAllListeners();
      worker.kill("SIGKILL");
      worker = start();
    }
  }
  worker.kill("SIGKILL");
  report([...outcomes]);
}

const unchecked = "not checked in time";

function report(all: readonly (readonly [string, Outcome])[]): void {
  const count = (test: (outcome: Outcome) => boolean): number => all.filter(([, outcome]) => test(outcome)).length;
  console.log(`files ${all.length}`);
  console.log(`written ${count((outcome) => outcome.kind === "written")}`);
  console.log(`of these repaired first ${count((outcome) => outcome.kind === "written" && outcome.repaired)}`);
  console.log(
    `refused for a password ${count((outcome) => outcome.kind === "refused" && outcome.code === "password")}`,
  );
  console.log(`refused as unreadable ${count((outcome) => outcome.kind === "refused" && outcome.code !== "password")}`);
  console.log(`crashed ${count((outcome) => outcome.kind === "crashed")}`);
  console.log(`hung ${count((outcome) => outcome.kind === "hung")}`);
  const times = all.flatMap(([name, outcome]) =>
    outcome.kind === "written" ? [{ name, time: outcome.milliseconds }] : [],
  );
  const slowest = times.sort((a, b) => b.time - a.time).slice(0, 3);
  console.log(
    `slowest to write ${slowest.map(({ name, time }) => `${name} ${(time / 1000).toFixed(1)} s`).join(", ")}`,
  );
  for (const kind of ["prefix", "qpdf", "poppler", "PDFium", "PDF.js", unchecked])
    console.log(
      `problems of ${kind} ${count((outcome) => outcome.kind === "written" && outcome.problems.some((text) => text.startsWith(kind)))}`,
    );
  for (const [name, outcome] of all) {
    if (outcome.kind === "written")
      for (const problem of outcome.problems) console.log(`${name}: ${problem.slice(0, 300)}`);
    else console.log(`${name}: ${outcome.kind} ${"message" in outcome ? outcome.message.slice(0, 200) : ""}`);
  }
}

const [folder, seconds = "20"] = process.argv.slice(2);
if (folder === "--work")
  process.on("message", async (file) => {
    process.send?.(await writeOne(String(file), (done) => process.send?.(done)));
  });
else if (folder === undefined) throw new Error("usage: node bench/export-gate.ts FOLDER [SECONDS]");
else await gate(folder, Number(seconds));
