import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** What is neither program nor test: files that tests read, and tables of messages. */
const counted = (name: string): boolean =>
  name.endsWith(".ts") &&
  !/(^|\/)(fixtures|golden)\//.test(name) &&
  !/^shared\/messages\/(en|ur)\/|^shared\/contract\/commands-ur\.ts$|^renderer\/src\/i18n\/(en|ur)\//.test(name);

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter(counted)
  .map((name) => ({
    name,
    // Cases and suites are tests that several files share.
    isTest: /\.(test|cases|suite)\.ts$/.test(name),
    lines: readFileSync(path.join(import.meta.dirname, name), "utf8").split("\n").length - 1,
  }));

function linesOf(folders: readonly string[]): Readonly<{ source: number; tests: number }> {
  const own = files.filter(({ name }) => folders.some((folder) => name.startsWith(`${folder}/`)));
  const sum = (isTest: boolean): number =>
    own.reduce((total, file) => total + (file.isTest === isTest ? file.lines : 0), 0);
  return { source: sum(false), tests: sum(true) };
}

/** The least lines of unit test for each line of source. A ratio may only be raised. */
test.each([
  ["shared and services", ["shared", "main/services"], 0.8],
  ["the window's logic", ["renderer/src"], 0.35],
] as const)("%s have enough unit tests", (layer, folders, least) => {
  const { source, tests } = linesOf(folders);
  const ratio = tests / source;
  process.stdout.write(`${layer}: ${tests} lines of unit test for ${source} of source, ${ratio.toFixed(3)} to 1\n`);
  expect(source).toBeGreaterThan(5000);
  expect(ratio).toBeGreaterThanOrEqual(least);
});
