import { afterEach, expect, test } from "vitest";
import { isWaitingToSave, saveWaiting, stopWaiting, waitToSave } from "./waiting-texts.ts";

const fields = ["note:1", "actor:1", "note:2"];

afterEach(() => fields.forEach(stopWaiting));

test("each text that waits is saved when the library can be reached, the newest of each field", () => {
  const saved: string[] = [];
  const waits = (field: string, text: string): void =>
    waitToSave(field, () => {
      stopWaiting(field);
      saved.push(`${field} ${text}`);
    });
  waits("note:1", "half a note");
  waits("note:1", "half a note, and more");
  waits("actor:1", "Ada Lind");
  saveWaiting();
  expect(saved).toEqual(["note:1 half a note, and more", "actor:1 Ada Lind"]);
  saveWaiting();
  expect(saved).toHaveLength(2);
});

test("what fails again waits for the next time", () => {
  let tries = 0;
  waitToSave("note:2", () => {
    tries++;
    waitToSave("note:2", () => {
      tries++;
      stopWaiting("note:2");
    });
  });
  saveWaiting();
  expect([tries, isWaitingToSave("note:2")]).toEqual([1, true]);
  saveWaiting();
  expect([tries, isWaitingToSave("note:2")]).toEqual([2, false]);
});
