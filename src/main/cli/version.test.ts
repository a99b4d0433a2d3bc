import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { programVersion } from "./version.ts";

test("the version is that of the program's own package.json, whatever lies between", async () => {
  const own = await readFile(path.resolve(import.meta.dirname, "../../../package.json"), "utf8");
  expect(own).toContain(`"version": "${programVersion()}"`);
  const root = await temporaryFolder();
  const deep = path.join(root, "out/main");
  await mkdir(deep, { recursive: true });
  await writeFile(path.join(root, "package.json"), '{"name":"stancemark","version":"7.8.9"}');
  await writeFile(path.join(root, "out/package.json"), '{"name":"another","version":"1.0.0"}');
  expect(programVersion(deep)).toBe("7.8.9");
});

test("without a package.json of ours there is a sentence", async () => {
  const root = await temporaryFolder();
  expect(() => programVersion(root)).toThrow("The program's package.json is not where it should be.");
});
