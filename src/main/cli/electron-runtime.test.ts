import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { electronBinary, fetchElectron, reasonIn } from "./electron-runtime.ts";

test("the runtime is where Electron's installer has put it, or where the environment says", async () => {
  const folder = await temporaryFolder();
  expect(electronBinary({}, folder)).toBeNull();
  await mkdir(path.join(folder, "dist"));
  await writeFile(path.join(folder, "path.txt"), "program");
  expect(electronBinary({}, folder)).toBeNull();
  await writeFile(path.join(folder, "dist", "program"), "");
  expect(electronBinary({}, folder)).toBe(path.join(folder, "dist", "program"));
  const other = path.join(folder, "other");
  await mkdir(other);
  expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: other }, folder)).toBeNull();
  await writeFile(path.join(other, "program"), "");
  expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: other }, folder)).toBe(path.join(other, "program"));
});

test("a runtime that is there is not downloaded", async () => {
  const lines: string[] = [];
  const runtime = await fetchElectron(
    (line) => lines.push(line),
    "/nowhere/install.js",
    () => "/e/electron",
  );
  expect([runtime, lines]).toEqual([{ binary: "/e/electron", reason: null }, []]);
});

test("the download is announced, and of one that fails the reason is reported", async () => {
  const installer = path.join(await temporaryFolder(), "install.cjs");
  await writeFile(
    installer,
    "process.stderr.write('RequestError: getaddrinfo ENOTFOUND github.com\\n    at x.js:1:1\\n');",
  );
  const lines: string[] = [];
  expect(
    await fetchElectron(
      (line) => lines.push(line),
      installer,
      () => null,
    ),
  ).toEqual({
    binary: null,
    reason: "getaddrinfo ENOTFOUND github.com",
  });
  expect(lines).toEqual([expect.stringContaining("Downloading Electron's runtime")]);
});

test.each([
  ["", null],
  [
    "Error: connect ECONNREFUSED 10.0.0.1:443\n    at TCP.x (node:net:1)\n  {\n  }",
    "connect ECONNREFUSED 10.0.0.1:443",
  ],
  ["downloading\nHTTPError: Response code 404 (Not Found)\n", "Response code 404 (Not Found)"],
  ["nothing useful\n", "nothing useful"],
])("of %j the reason is %j", (output, reason) => {
  expect(reasonIn(output)).toBe(reason);
});
