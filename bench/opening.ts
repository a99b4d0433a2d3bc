/**
 * What opening a large library costs, as a ratio to an empty one: `bench/opening.ts [papers] [claims per paper]`.
 * Needs the build (`npm run build`). Processor time of whole processes of their own, the libraries in turn, so that
 * whoever else works on this machine meets all alike.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { FileLibrary } from "../src/main/services/store/library.ts";
import { makeLargeLibrary } from "./large-library.ts";

const papers = Number(process.argv[2] ?? 1000);
const each = Number(process.argv[3] ?? 100);
const rounds = 3;

const root = await mkdtemp(path.join(tmpdir(), "stancemark-bench-"));
const [large, small] = [path.join(root, "large"), path.join(root, "small")];
await makeLargeLibrary(large, papers, 20_000, each);
await makeLargeLibrary(small, 1, 20_000, each);

/** Writes the processor time of a process, in milliseconds, as the last line of what it says as errors. */
const report = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();
process.stderr.write("\\n"+(user+system)/1000)})`;

/** Processor time of a process in milliseconds. */
function processor(args: readonly string[]): number {
  const script = [process.execPath, "--import", report, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const said = execFileSync("/bin/sh", ["-c", `${script.join(" ")} 2>&1 >/dev/null`], { encoding: "utf8" });
  return Number(said.trim().split("\n").at(-1));
}

async function paperIn(folder: string): Promise<string> {
  const store = await FileLibrary.open(folder, { program: "a bench", coder: "Bench" });
  const [paper = ""] = Object.keys(store.library.papers);
  await store.close();
  return paper;
}

const library = new URL("../src/main/services/store/library.ts", import.meta.url).href;
const opening = (folder: string): string[] => [
  "--input-type=module",
  "--eval",
  `import { FileLibrary } from ${JSON.stringify(library)};
   if (${JSON.stringify(folder)} !== "") await FileLibrary.open(${JSON.stringify(folder)}, { program: "a bench" });
   process.exit(0);`,
];
const cli = new URL("../out/main/cli.js", import.meta.url).pathname;
const claims = (folder: string, paper: string): string[] => [cli, "claims", paper, "--library", folder];

const [inLarge, inSmall] = [await paperIn(large), await paperIn(small)];
const show = (number: number): string => number.toFixed(0);
// The first start of a day makes a backup.
for (const [folder, paper] of [
  [small, inSmall],
  [large, inLarge],
] as const)
  processor(claims(folder, paper));
console.log(`${papers * each} claims in ${papers} papers, processor time`);
for (let round = 1; round <= rounds; round++) {
  const empty = processor(opening(""));
  const [one, all] = [processor(opening(small)), processor(opening(large))];
  const [few, many] = [processor(claims(small, inSmall)), processor(claims(large, inLarge))];
  console.log(
    `round ${round}: opening the store ${show(all - empty)} ms (one paper: ${show(one - empty)} ms); ` +
      `\`claims PAPER\` ${show(many)} ms (in a library of one paper: ${show(few)} ms), ${(many / few).toFixed(1)} times`,
  );
}
await rm(root, { recursive: true, force: true });
