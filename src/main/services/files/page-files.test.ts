import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { contentPolicy } from "../../../shared/contract/policy.ts";
import { temporaryFolder } from "../fixture.cases.ts";
import { pageFile } from "./page-files.ts";

async function builtPage(): Promise<string> {
  const folder = path.join(await temporaryFolder(), "page");
  await mkdir(path.join(folder, "assets"), { recursive: true });
  for (const name of ["index.html", "assets/a.js", "assets/a.css", "assets/notes.txt", "../secret.js", "../page.js"])
    await writeFile(path.join(folder, name), name);
  return folder;
}

test.each([
  ["/index.html", "text/html; charset=utf-8"],
  ["/assets/a.js", "text/javascript; charset=utf-8"],
  ["/assets/%61.css", "text/css; charset=utf-8"],
  ["/assets/../index.html", "text/html; charset=utf-8"],
])("%s is sent as %s under the policy", async (name, type) => {
  expect((await pageFile(await builtPage(), name))?.headers).toEqual({
    "Content-Type": type,
    "Content-Security-Policy": contentPolicy,
    "X-Content-Type-Options": "nosniff",
  });
});

test.each([
  "/",
  "/assets",
  "/assets/",
  "/missing.js",
  "/assets/notes.txt",
  "/../secret.js",
  "/..%2fsecret.js",
  "/%2e%2e/secret.js",
  "/..%5csecret.js",
  "/assets/../../secret.js",
  "/../page.js",
  "//etc/passwd",
  "/index.html%00.js",
  "/%",
  "/%ff",
  "secret.js",
])("%s is not there", async (name) => {
  expect(await pageFile(await builtPage(), name)).toBeNull();
});
