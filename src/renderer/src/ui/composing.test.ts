import { expect, test, vi } from "vitest";
import { guardForms, isComposing } from "./composing.ts";

test.each([
  ["the DOM says so", { key: "Enter", isComposing: true }, true],
  ["React's event says so of its own", { key: "Enter", nativeEvent: { isComposing: true } }, true],
  ["the code of an input method", { key: "Enter", keyCode: 229, isComposing: false }, true],
  ["a key that is being processed", { key: "Process", keyCode: 229 }, true],
  ["a plain Enter", { key: "Enter", keyCode: 13, isComposing: false, nativeEvent: { isComposing: false } }, false],
  ["a letter", { key: "a", keyCode: 65 }, false],
])("%s", (_, press, composing) => {
  expect(isComposing(press)).toBe(composing);
});

/** A key press as far as the guard looks at it, with whether its default was prevented. */
class Press extends Event {
  readonly key: string;
  readonly isComposing: boolean;
  readonly keyCode: number;

  constructor(key: string, isComposing: boolean, keyCode = 0) {
    super("keydown", { cancelable: true });
    this.key = key;
    this.isComposing = isComposing;
    this.keyCode = keyCode;
  }
}

test.each([
  ["Enter while composing", new Press("Enter", true), true],
  ["Escape while composing", new Press("Escape", true), true],
  ["the first Enter, known by its code only", new Press("Enter", false, 229), true],
  ["Enter of a keyboard", new Press("Enter", false, 13), false],
  ["Escape of a keyboard", new Press("Escape", false, 27), false],
  ["a letter while composing", new Press("a", true), false],
])("the page's own default of %s is prevented: %s", (_, press, prevented) => {
  vi.stubGlobal("KeyboardEvent", Press);
  const page = new EventTarget();
  guardForms(page);
  page.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(prevented);
  vi.unstubAllGlobals();
});
