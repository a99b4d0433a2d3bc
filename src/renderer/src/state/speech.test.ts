import { afterEach, expect, test, vi } from "vitest";
import { hasVoice, watchVoices } from "./speech.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The browser's voices, which come some time after they are first asked for. */
function voices() {
  const found: string[] = [];
  const speech = Object.assign(new EventTarget(), { getVoices: () => found });
  vi.stubGlobal("speechSynthesis", speech);
  return {
    come: () => {
      found.push("Ada");
      speech.dispatchEvent(new Event("voiceschanged"));
    },
  };
}

test("whoever watches is told when voices come, until the watch ends", () => {
  const { come } = voices();
  const heard: boolean[] = [];
  const stop = watchVoices(() => heard.push(hasVoice()));
  expect([hasVoice(), heard]).toEqual([false, []]);
  come();
  expect(heard).toEqual([true]);
  stop();
  come();
  expect(heard).toEqual([true]);
});

test("several watch, and one that ends leaves the others", () => {
  const { come } = voices();
  const heard: string[] = [];
  const stop = watchVoices(() => heard.push("first"));
  watchVoices(() => heard.push("second"));
  stop();
  come();
  expect(heard).toEqual(["second"]);
});

test("where the browser has no voices at all, there is nothing to watch", () => {
  vi.stubGlobal("speechSynthesis", undefined);
  Reflect.deleteProperty(globalThis, "speechSynthesis");
  expect(hasVoice()).toBe(false);
  expect(() => watchVoices(() => undefined)()).not.toThrow();
});
