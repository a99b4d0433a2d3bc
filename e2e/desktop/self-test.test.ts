import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { printStep, type Step } from "../../src/main/electron/self-test.ts";
import { temporaryFolder } from "../../src/main/services/fixture.cases.ts";
import { boot } from "./running-shell.ts";

test("the self-test imports, draws, typesets and closes, and leaves the reader's data alone", async () => {
  const folder = await temporaryFolder();
  const shell = await boot({ args: ["/nowhere/app", "--self-test", folder] });
  await shell.ask("drawn");
  expect((await shell.ended()).code).toBe(0);
  const steps = JSON.parse(await readFile(path.join(folder, "self-test.json"), "utf8")) as Step[];
  expect(steps.map(({ name, failure }) => [name, failure])).toEqual(
    [
      "open a library",
      "import the sample",
      "draw a page",
      "export an annotated PDF",
      "export a report as pdf",
      "export a report as docx",
      "export a report as html",
      "search through an index",
      "check the library",
      "draw the window",
      "close the library",
    ].map((name) => [name, null]),
  );
  const starts = async (name: string): Promise<string> =>
    (await readFile(path.join(folder, name))).subarray(0, 4).toString("latin1");
  expect([await starts("page.png"), await starts("paper.pdf"), await starts("report.pdf")]).toEqual([
    "\u0089PNG",
    "%PDF",
    "%PDF",
  ]);
  expect(await readdir(shell.data)).toEqual([]);
  expect(existsSync(shell.library)).toBe(false);
}, 60_000);

test("a step that fails ends the self-test with an error, and says why", async () => {
  const folder = await temporaryFolder();
  // A folder where a file has to be.
  await mkdir(path.join(folder, "page.png"));
  const shell = await boot({ args: ["/nowhere/app", "--self-test", folder] });
  await shell.ask("drawn");
  expect((await shell.ended()).code).toBe(1);
  const steps = JSON.parse(await readFile(path.join(folder, "self-test.json"), "utf8")) as Step[];
  expect(steps.filter(({ failure }) => failure !== null).map(({ name }) => name)).toEqual(["draw a page"]);
  expect(steps.filter(({ failure }) => failure !== null).map(printStep)).toEqual([
    expect.stringMatching(/^FAILED {2}draw a page: EISDIR/),
  ]);
}, 60_000);
