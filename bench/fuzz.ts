/**
 * The gate for what comes in: mutated files of every form, given to the importers as the program does. Run by hand:
 * `node bench/fuzz.ts [FILES PER FORM] [FOLDER OF PDFS] [SEED] [FORM...]`. Ends with code 1 when something broke, hung
 * past its limit, or went on unseen in the program; such files are kept in the temporary folder that is printed.
 */
import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { resourcesFolder } from "../src/main/services/files/resources.ts";
import {
  type Form,
  Fuzzer,
  forms,
  limit,
  type Outcome,
  ownSeeds,
  type Seeds,
} from "../src/main/services/import/fuzz.cases.ts";
import { seeded } from "../src/main/services/store/memory-disk.cases.ts";
import { closePool } from "../src/main/services/tasks/run-task.ts";
import { openWorkbench } from "../src/main/services/workbench.ts";

const [files = "1000", pdfs, seed = String(Date.now() % 1_000_000), ...wanted] = process.argv.slice(2);
/** Larger seeds would spend the time on bytes that are only copied. */
const largest = 150_000;

const folder = await mkdtemp(path.join(tmpdir(), "stancemark-fuzz-"));
const resources = resourcesFolder();
const unseen: unknown[] = [];
process.on("unhandledRejection", (error) => unseen.push(error)).on("uncaughtException", (error) => unseen.push(error));

async function seedsWith(own: Seeds, from: string | undefined): Promise<Seeds> {
  if (from === undefined) return own;
  const small: Uint8Array[] = [];
  for (const name of (await readdir(from)).filter((file) => file.endsWith(".pdf")).sort()) {
    const file = path.join(from, name);
    if ((await stat(file)).size <= largest) small.push(await readFile(file));
  }
  console.log(`${small.length} PDFs of ${from} to begin from`);
  return { ...own, pdf: [...own.pdf, ...small] };
}

let libraries = 0;
const fresh = () =>
  openWorkbench({ folder: path.join(folder, `library-${libraries++}`), coder: "Ada", program: "a fuzzer", resources });
const seeds = await seedsWith(await ownSeeds(path.join(folder, "seeds"), resources), pdfs);

let bad = 0;
async function lane(form: Form, count: number, number: number): Promise<Outcome[]> {
  const fuzzer = new Fuzzer(seeds, seeded(number), fresh);
  const outcomes: Outcome[] = [];
  for (let index = 0; index < count; index++) {
    const outcome = await fuzzer.one(form, async (bytes) => {
      await writeFile(path.join(folder, `broke-${form}-${number}-${index}`), bytes);
    });
    if (outcome.kind === "broke") console.log(`${form}: ${outcome.why}`);
    outcomes.push(outcome);
  }
  await fuzzer.close();
  return outcomes;
}

for (const form of forms.filter((form) => wanted.length === 0 || wanted.includes(form))) {
  const began = Date.now();
  const [first, second] = [Math.ceil(Number(files) / 2), Math.floor(Number(files) / 2)];
  const outcomes = (await Promise.all([lane(form, first, Number(seed)), lane(form, second, Number(seed) + 1)])).flat();
  const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  // A reader that is stopped has a moment more to be ended.
  const hung = outcomes.filter((outcome) => outcome.milliseconds > limit + 5000).length;
  const slowest = Math.max(...outcomes.map((outcome) => outcome.milliseconds));
  bad += count("broke") + hung;
  console.log(
    `${form}: ${outcomes.length} files, ${count("read")} read, ${count("refused")} refused, ${count("stopped")} stopped at the limit, ${count("broke")} broke, ${hung} hung; slowest ${Math.round(slowest)} ms; ${Math.round((Date.now() - began) / 1000)} s`,
  );
}
await closePool();
console.log(`seed ${seed}; ${unseen.length} failures went unseen; files that broke something are in ${folder}`);
for (const error of unseen) console.log(error);
process.exitCode = bad + unseen.length > 0 ? 1 : 0;
