import { expect, onTestFinished, test, vi } from "vitest";
import { focusOn, focusRef, focusWhenShown, landmark, landmarkRef, registerFocus } from "./focus.ts";

/** A control that counts how often it is given the keyboard. */
function control(within: Readonly<Record<string, HTMLElement>> = {}) {
  let focused = 0;
  const element = {
    focus: () => void focused++,
    querySelector: (selector: string) => within[selector] ?? null,
  } as unknown as HTMLElement;
  return { element, focused: () => focused };
}

test("a control has the keyboard as long as it is registered", () => {
  const { element, focused } = control();
  expect(focusOn("search")).toBe(false);
  const remove = registerFocus("search", () => element);
  expect([focusOn("search"), focusOn("hits"), focused()]).toEqual([true, false, 1]);
  remove();
  expect([focusOn("search"), focused()]).toEqual([false, 1]);
});

test("a control that goes after the next one has come leaves the next one registered", () => {
  const [old, fresh] = [control(), control()];
  const removeOld = registerFocus("note", () => old.element);
  const removeFresh = registerFocus("note", () => fresh.element);
  removeOld();
  expect([focusOn("note"), old.focused(), fresh.focused()]).toEqual([true, 0, 1]);
  removeFresh();
  expect(focusOn("note")).toBe(false);
});

test("a ref gives the keyboard to the element or to what it holds, and says when that is not there", () => {
  const inner = control();
  const outer = control({ input: inner.element });
  const ends = [focusRef("filter")(outer.element), focusRef("tags", "input")(outer.element)];
  ends.push(focusRef("papers", "button")(outer.element), focusRef("history")(null));
  const found = (["filter", "tags", "papers", "history"] as const).map(focusOn);
  expect(found).toEqual([true, true, false, false]);
  expect([outer.focused(), inner.focused()]).toEqual([1, 1]);
  const [first, chosen] = [control(), control()];
  ends.push(focusRef("claims", "tr.on", "tr")(control({ tr: first.element, "tr.on": chosen.element }).element));
  focusOn("claims");
  expect([first.focused(), chosen.focused()]).toEqual([0, 1]);
  for (const end of ends) end();
  expect(focusOn("filter")).toBe(false);
});

test("a target that is not on screen gets the keyboard when it comes, once, and not after another one got it", async () => {
  const [late, other] = [control(), control()];
  focusWhenShown("history");
  let remove = registerFocus("history", () => late.element);
  await Promise.resolve();
  expect(late.focused()).toBe(1);
  remove();
  remove = registerFocus("history", () => late.element);
  await Promise.resolve();
  expect(late.focused()).toBe(1);
  remove();
  focusWhenShown("history");
  const removeOther = registerFocus("search", () => other.element);
  focusWhenShown("search");
  remove = registerFocus("history", () => late.element);
  await Promise.resolve();
  expect([late.focused(), other.focused()]).toEqual([1, 1]);
  remove();
  removeOther();
});

test("a control that is drawn in one of the next frames gets the keyboard then, unless another one got it before", () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal("requestAnimationFrame", (frame: FrameRequestCallback) => frames.push(frame));
  onTestFinished(() => void vi.unstubAllGlobals());
  const draw = (): void => {
    for (const frame of frames.splice(0)) frame(0);
  };
  const [row, other] = [control(), control()];
  let drawn = false;
  const ends = [
    registerFocus("claims", () => (drawn ? row.element : null)),
    registerFocus("search", () => other.element),
  ];
  focusWhenShown("claims");
  draw();
  expect(row.focused()).toBe(0);
  drawn = true;
  draw();
  expect([row.focused(), frames.length]).toEqual([1, 0]);
  drawn = false;
  focusWhenShown("claims");
  focusWhenShown("search");
  drawn = true;
  draw();
  expect([row.focused(), other.focused()]).toEqual([1, 1]);
  drawn = false;
  focusWhenShown("claims");
  for (let frame = 0; frame < 20; frame++) draw();
  expect([row.focused(), frames.length]).toEqual([1, 0]);
  for (const end of ends) end();
});

test("the tour finds a landmark while it is on screen", () => {
  const [old, fresh] = [control().element, control().element];
  const removeOld = landmarkRef("margin")(old);
  expect(landmark("margin")).toBe(old);
  const removeFresh = landmarkRef("margin")(fresh);
  removeOld();
  expect(landmark("margin")).toBe(fresh);
  removeFresh();
  expect([landmark("margin"), landmark("views")]).toEqual([null, null]);
});
