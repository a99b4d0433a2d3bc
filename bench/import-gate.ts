/**
 * Reads every PDF of a folder and counts: `node bench/import-gate.ts FOLDER [SECONDS]`. The folder is pdf.js's
 * test/pdfs, kept elsewhere.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { wholePdf } from "../src/main/services/import/whole.cases.ts";
import { WorkbenchError } from "../src/shared/model/errors.ts";

/** Passwords of test files, as pdf.js's own tests name them. */
const passwords: Readonly<Record<string, string>> = {
  "issue15893_reduced.pdf": "test",
  "issue3371.pdf": "ELXRTQWS",
  "issue6010_1.pdf": "abc",
  "issue6010_2.pdf": "æøå",
  "pr6531_1.pdf": "asdfasdf",
  "pr6531_2.pdf": "asdfasdf",
  "print_protection.pdf": "1234",
};

type Outcome =
  | { kind: "read"; pages: number; characters: number; places: boolean; milliseconds: number }
  | { kind: "refused" | "crashed"; code: string; message: string }
  | { kind: "hung" };

async function readOne(file: string): Promise<Outcome> {
  const start = performance.now();
  const fileName = path.basename(file);
  const password = passwords[fileName] ?? null;
  try {
    if (password !== null) await isAskedFor(file);
    const { content, geometry } = await wholePdf(readFileSync(file), password);
    const { pages, text } = content;
    const milliseconds = performance.now() - start;
    return { kind: "read", pages: pages.length, characters: text.length, places: geometry !== null, milliseconds };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { kind: code === "" ? "crashed" : "refused", code, message: String(error) };
  }
}

/** A file with a password must ask for it. */
async function isAskedFor(file: string): Promise<void> {
  const refused = await wholePdf(readFileSync(file)).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof WorkbenchError && refused.code === "password"))
    throw new Error("It opens without a password.");
}

/** One worker for all files, a new one after a crash or a hang. */
async function gate(folder: string, seconds: number): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  const outcomes = new Map<string, Outcome>();
  let worker: Worker | null = null;
  for (const name of files) {
    worker ??= new Worker(new URL(import.meta.url));
    const outcome = await ask(worker, path.join(folder, name), seconds);
    outcomes.set(name, outcome);
    if (outcome.kind === "read" || outcome.kind === "refused") continue;
    await worker.terminate();
    worker = null;
  }
  await worker?.terminate();
  report(outcomes);
}

function ask(worker: Worker, file: string, seconds: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const died = (error: unknown): void => done({ kind: "crashed", code: "worker", message: String(error) });
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off("message", done).off("error", died).off("exit", died);
      resolve(outcome);
    };
    const timer = setTimeout(() => done({ kind: "hung" }), seconds * 1000);
    worker.on("message", done).on("error", died).on("exit", died);
    worker.postMessage(file);
  });
}

function report(outcomes: ReadonlyMap<string, Outcome>): void {
  const all = [...outcomes];
  const count = (test: (outcome: Outcome) => boolean): number => all.filter(([, outcome]) => test(outcome)).length;
  console.log(`files ${all.length}`);
  console.log(`opened ${count((outcome) => outcome.kind === "read")}`);
  console.log(`with text ${count((outcome) => outcome.kind === "read" && outcome.characters > 0)}`);
  const opened = all.filter(([name, outcome]) => outcome.kind === "read" && name in passwords);
  console.log(`opened with their password, after asking for it: ${opened.map(([name]) => name).join(", ")}`);
  console.log(
    `refused for a password ${count((outcome) => outcome.kind === "refused" && outcome.code === "password")}`,
  );
  console.log(`refused as unreadable ${count((outcome) => outcome.kind === "refused" && outcome.code !== "password")}`);
  console.log(`crashed ${count((outcome) => outcome.kind === "crashed")}`);
  console.log(`hung ${count((outcome) => outcome.kind === "hung")}`);
  const slow = all.flatMap(([name, outcome]) =>
    outcome.kind === "read" && outcome.milliseconds > 3000 ? [`${name} ${Math.round(outcome.milliseconds)} ms`] : [],
  );
  console.log(`over 3 s: ${slow.join(", ") || "none"}`);
  for (const [name, outcome] of all)
    if (outcome.kind !== "read") console.log(`${name}: ${outcome.kind} ${"message" in outcome ? outcome.message : ""}`);
}

if (isMainThread) {
  const [folder, seconds = "20"] = process.argv.slice(2);
  if (folder === undefined) throw new Error("usage: node bench/import-gate.ts FOLDER [SECONDS]");
  await gate(folder, Number(seconds));
} else
  parentPort?.on("message", async (file: string) => {
    parentPort?.postMessage(await readOne(file));
  });
