import { expect, test } from "vitest";
import { codeCacheFolder } from "./code-cache.ts";

test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ["linux", {}, "/home/ada/.cache/stancemark"],
  ["linux", { XDG_CACHE_HOME: "/fast" }, "/fast/stancemark"],
  ["linux", { XDG_CACHE_HOME: "" }, "/home/ada/.cache/stancemark"],
  ["linux", { XDG_CACHE_HOME: "/fast", STANCEMARK_DATA: "/stick" }, "/stick/cache"],
  ["darwin", {}, "/home/ada/Library/Caches/stancemark"],
  ["win32", { LOCALAPPDATA: "C:\\Local" }, "C:\\Local\\stancemark\\cache"],
  ["win32", { STANCEMARK_DATA: "D:\\stick" }, "D:\\stick\\cache"],
])("on %s with %j compiled code is stored in %s", (platform, env, folder) => {
  expect(codeCacheFolder({ platform, env, home: "/home/ada" })).toBe(folder);
});
