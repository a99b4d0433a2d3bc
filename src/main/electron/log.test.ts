import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { factsOf, Log } from "./log.ts";

test("a line has its time, its event and its facts", async () => {
  const log = new Log(path.join(await temporaryFolder(), "log"));
  expect(log.read()).toBe("");
  log.write("start", { version: "0.1.0", packaged: false });
  log.write("page gone", { reason: "crashed", code: 5 });
  expect(log.read()).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z start version=0\.1\.0 packaged=false\n\S+Z page gone reason=crashed code=5\n$/,
  );
  expect((await stat(log.file)).mode & 0o777).toBe(0o600);
});

test("texts other than plain words are left out, and of errors their sentences", async () => {
  const log = new Log(await temporaryFolder());
  log.write("error", { said: "The “ferries” are late", long: "x".repeat(121), line: "a\nb" });
  const error = Object.assign(new TypeError("“Ferries will not run” in /home/ada/secret.pdf"), { code: "ENOENT" });
  error.stack = [
    "TypeError: “Ferries will not run” in /home/ada/secret.pdf",
    "    at readPaper (file:///home/ada/app/out/main/index.js:12:34)",
    "    at async Promise.all (index 0)",
    "    at /home/ada/app/src/main/cli.ts:5:1",
    "    at new Promise (<anonymous>)",
  ].join("\n");
  log.error(error);
  log.error("Ferries");
  const text = log.read();
  expect(text).toContain("error said=… long=… line=…\n");
  expect(text).toContain("error kind=TypeError code=ENOENT at=index.js:12_cli.ts:5\n");
  expect(text).toContain("error kind=string\n");
  expect(text).not.toMatch(/erries|ada|secret/);
});

test("a long log starts again, and the one before it is kept", async () => {
  const log = new Log(await temporaryFolder());
  await writeFile(log.file, "old\n".repeat(80_000));
  log.write("start");
  log.write("quit");
  expect((await stat(log.file)).size).toBeLessThan(100);
  expect(log.read()).toMatch(/^old\n[\s\S]*old\n\S+ start\n\S+ quit\n$/);
});

test("a log that cannot be written stops nothing", async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, "file"), "");
  const log = new Log(path.join(folder, "file"));
  log.write("start");
  expect(log.read()).toBe("");
});

test("an error of no kind is not read", () => {
  expect(factsOf(null)).toEqual({ kind: "object" });
});
