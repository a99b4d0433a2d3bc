import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { doneLabel } from "../../../shared/change/label.ts";
import { closeMessage, confirmChange, showMessage, useShell } from "./shell.ts";

const short = "Removed";
const long =
  "“A paper with quite a long title on harbour dues” was removed. Undo restores it with its claims and notes.";

test.each([
  ["a short change is confirmed in the status line", () => confirmChange(short), null, { text: short, action: "undo" }],
  [
    "a long one above the view, with the same way back",
    () => confirmChange(long),
    { text: long, action: "undo" },
    null,
  ],
  ["what changes nothing has no way back", () => showMessage(long), { text: long, action: null }, null],
  ["a failure stays in sight", () => showMessage(short, true), { text: short, bad: true, action: null }, null],
] as const)("%s", (_what, say, message, confirmation) => {
  closeMessage();
  say();
  const shown = useShell.getState();
  expect([shown.message, shown.confirmation]).toEqual([
    message === null ? null : { bad: false, ...message },
    confirmation,
  ]);
});

test("every change that the window makes is confirmed as done", () => {
  const root = path.join(import.meta.dirname, "..");
  const code = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|cases)\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, name), "utf8"))
    .join("\n");
  const labels = [...new Set(code.match(/(?<=")change\.[\w.]+(?=")/g))];
  expect(labels.length).toBeGreaterThan(40);
  const isDone = (key: string): boolean => {
    const done = doneLabel({ key, values: {} });
    return typeof done === "object" && done.key.startsWith("done.");
  };
  expect(labels.filter((key) => !isDone(key))).toEqual([]);
});
