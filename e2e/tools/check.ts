import { spawn } from "node:child_process";

/**
 * Runs the parts of `npm run check`: formatting and lint first, since they are quick, then types and unit tests side by
 * side. The compiler works on one core, the tests wait often, so that both together take little longer than the tests.
 */
type Part = Readonly<{ name: string; code: number; output: string }>;

/** Runs one npm script. Its output is passed on as it comes, or collected to be printed in one piece. */
function run(name: string, collects: boolean): Promise<Part> {
  return new Promise((resolve) => {
    const stdio = collects ? "pipe" : "inherit";
    const child = spawn("npm", ["run", "--silent", name], { stdio, shell: process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.once("error", (error) => resolve({ name, code: 1, output: String(error) }));
    child.once("close", (code) => resolve({ name, code: code ?? 1, output }));
  });
}

const lint = await run("lint", false);
const [types, unit] = lint.code === 0 ? await Promise.all([run("types", true), run("unit", false)]) : [];
if (types !== undefined && types.output !== "") console.log(types.output);
const failed = [lint, types, unit].filter((part) => part !== undefined && part.code !== 0).map((part) => part?.name);
if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
