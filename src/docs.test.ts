import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

test("every test that the page on security names is there", () => {
  const page = readFileSync(path.join(root, "docs/security.md"), "utf8");
  const names = [...page.matchAll(/`((?:src|e2e)\/[^`]+)`/g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
