import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { childProcess, net, v8, workerThreads, zlib } from "./built-in.ts";

test.each([
  ["node:zlib", zlib],
  ["node:v8", v8],
  ["node:child_process", childProcess],
  ["node:net", net],
  ["node:worker_threads", workerThreads],
] as const)("%s is the module that an import gives", async (name, load) => {
  expect(load()).toBe((await import(name)).default);
});

test("services that list claims load none of them", () => {
  const script = `
    await import(${JSON.stringify(path.join(import.meta.dirname, "../workbench.ts"))});
    console.log(process.moduleLoadList.filter((name) => /^NativeModule (zlib|v8|worker_threads|child_process|net)$/.test(name)).join());`;
  const environment = { ...process.env, NODE_OPTIONS: "" };
  const loaded = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { env: environment });
  expect(loaded.toString().trim()).toBe("");
});
