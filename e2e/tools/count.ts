import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Prints `N passed, N failed` over the lanes that `npm test` ran. A lane without results counts as one failure. */
type Unit = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };
type EndToEnd = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

const results = path.resolve(import.meta.dirname, "../../.cache/results");

function read<Result>(name: string): Result | null {
  const file = path.join(results, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result) : null;
}

const lanes = ["unit", "slow", "desktop", "installed", "packaged"].map((lane) => read<Unit>(`${lane}.json`));
const endToEnd = read<EndToEnd>("e2e.json");
const passed =
  lanes.reduce((sum, lane) => sum + (lane?.numPassedTests ?? 0), 0) +
  (endToEnd?.stats.expected ?? 0) +
  (endToEnd?.stats.flaky ?? 0);
const failed = lanes.reduce((sum, lane) => sum + failuresOf(lane), 0) + failuresInBrowser(endToEnd);
/** Errors outside the specs, such as a file that cannot be loaded, keep every spec from running. */
function failuresInBrowser(lane: EndToEnd | null): number {
  return lane === null ? 1 : lane.stats.unexpected + lane.errors.length;
}
function failuresOf(lane: Unit | null): number {
  return lane === null ? 1 : Math.max(lane.numFailedTests, lane.numFailedTestSuites);
}

const flaky = endToEnd?.stats.flaky ?? 0;
if (flaky > 0) console.log(`${flaky} of the end-to-end lane passed only at the second try.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
