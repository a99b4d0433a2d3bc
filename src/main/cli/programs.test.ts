import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../services/fixture.cases.ts";
import { hasDisplay, installedBrowser, onPath, windowArguments } from "./programs.ts";

test("the first browser of the search path that can be run is taken", async () => {
  const folder = await temporaryFolder();
  const [first, second] = [path.join(folder, "a"), path.join(folder, "b")];
  for (const text of [first, second]) await mkdir(text);
  await writeFile(path.join(first, "chromium"), "not a program");
  await writeFile(path.join(second, "chromium"), "#!/bin/sh\n");
  await chmod(path.join(second, "chromium"), 0o755);
  const searchPath = [first, second].join(path.delimiter);
  expect(installedBrowser(searchPath)).toBe(path.join(second, "chromium"));
  expect(onPath(["chromium"], searchPath)).toBe(path.join(second, "chromium"));
  expect(onPath(["chromium-headless-shell"], searchPath)).toBe(null);
});

test.each([
  ["linux", {}, false],
  ["linux", { DISPLAY: "" }, false],
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["darwin", {}, true],
  ["win32", {}, true],
] as const)("%s with %j can show windows: %s", (platform, env, shown) => {
  expect(hasDisplay(platform, env)).toBe(shown);
});

test("a browser that shows the window fetches nothing on its own", () => {
  expect(windowArguments("http://127.0.0.1:1/", "/tmp/p")).toEqual(
    expect.arrayContaining(["--app=http://127.0.0.1:1/", "--user-data-dir=/tmp/p", "--disable-background-networking"]),
  );
});
