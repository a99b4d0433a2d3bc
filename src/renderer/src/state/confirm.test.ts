import { expect, test } from "vitest";
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
