import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { windowProfile } from "./window-profile.ts";

test("the browser's window has the same profile and port at every start, so that its settings stay", async () => {
  const data = await temporaryFolder();
  const first = await windowProfile(data);
  expect(first.folder).toBe(path.join(data, "browser-window"));
  expect(first.port).toBeGreaterThan(1023);
  first.remove();
  expect(existsSync(first.folder)).toBe(true);
  expect(await windowProfile(data)).toMatchObject({ folder: first.folder, port: first.port });
});

test("while its port is taken, a window has a profile of its own, which goes with it", async () => {
  const data = await temporaryFolder();
  const { port, folder } = await windowProfile(data);
  const server = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const other = await windowProfile(data);
  server.close();
  expect([other.port, other.folder === folder, existsSync(other.folder)]).toEqual([0, false, true]);
  other.remove();
  expect(existsSync(other.folder)).toBe(false);
});

test.each(["", "words", "80", "70000"])("another port is chosen where the stored one is %j", async (kept) => {
  const data = await temporaryFolder();
  await writeFile(path.join(data, "browser-port"), kept);
  expect((await windowProfile(data)).port).toBeGreaterThan(1023);
});
