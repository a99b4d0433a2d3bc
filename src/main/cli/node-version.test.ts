import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { oldestNode, tooOld } from "./node-version.ts";

test.each([
  ["20.19.5", false],
  ["22.11.9", false],
  ["22.12.0", true],
  ["22.21.1", true],
  ["24.0.0", true],
  ["100.1.0", true],
])("Node %s runs the program: %s", (version, runs) => {
  expect(tooOld(version) === null).toBe(runs);
});

test("one that is too old is told which is needed", () => {
  expect(tooOld("18.20.4")).toMatch(/^Node 18\.20\.4 is too old\. Stancemark needs Node 22\.12 or newer/);
});

test("package.json names the same version", () => {
  const { engines } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../../package.json"), "utf8"));
  expect(engines.node).toBe(`>=${oldestNode.join(".")}`);
});
