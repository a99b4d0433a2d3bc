/** Fields of the inspector that have a command. */
export type ClaimField = "issue" | "stance" | "strength" | "actor" | "certainty" | "grade" | "note";

/** Controls that commands give the keyboard to, wherever they are rendered. */
export type FocusTarget =
  | "inspector"
  | `claim-${ClaimField}`
  | "entry-inspector"
  | "search"
  | "hits"
  | "codebook"
  | "history"
  | "claims"
  | "bulk"
  | "analysis"
  | "report"
  | "filter"
  | "papers"
  | "find-words"
  | "papers-words"
  | "codebook-words"
  | "selection-toolbar"
  | "form"
  | "note"
  | "tags"
  | "collections";

/** What the tour points at. */
export type Landmark = "papers" | "paper" | "margin" | "inspector" | "views" | "palette";

const controls = new Map<FocusTarget, () => HTMLElement | null>();
/** The target that is given the keyboard as soon as it is on screen. */
let awaited: FocusTarget | null = null;
/** In how many frames a target is looked for: a row far away in a long list is drawn in one of the next only. */
const framesToDraw = 4;
const landmarks = new Map<Landmark, HTMLElement>();

/** Register what finds the control of a target; the answer takes it away again. */
export function registerFocus(target: FocusTarget, find: () => HTMLElement | null): () => void {
  controls.set(target, find);
  // What surrounds it is on screen when this module's caller is done.
  if (awaited === target) queueMicrotask(() => focusAwaited(target, framesToDraw));
  return () => {
    if (controls.get(target) === find) controls.delete(target);
  };
}

/** A `ref` for the element that is the target, or that holds it: the first match of the first selector that has one. */
export function focusRef(target: FocusTarget, ...within: string[]): (element: HTMLElement | null) => () => void {
  return (element) =>
    registerFocus(target, () => {
      if (within.length === 0) return element;
      const found = within.map((selector) => element?.querySelector<HTMLElement>(selector) ?? null);
      return found.find((match) => match !== null) ?? null;
    });
}

/** Give the keyboard to a target; false when it is not on screen. */
export function focusOn(target: FocusTarget): boolean {
  const control = controls.get(target)?.() ?? null;
  if (control === null) return false;
  awaited = null;
  control.focus();
  return true;
}

/** Give the keyboard to a target as soon as it is on screen, unless another one gets it before. */
export function focusWhenShown(target: FocusTarget): void {
  awaited = target;
  focusAwaited(target, controls.has(target) ? framesToDraw : 0);
}

/** Try now, and in so many of the next frames. */
function focusAwaited(target: FocusTarget, frames: number): void {
  if (awaited === target && !focusOn(target) && frames > 0)
    requestAnimationFrame(() => focusAwaited(target, frames - 1));
}

/** A `ref` for an element that the tour points at. */
export function landmarkRef(name: Landmark): (element: HTMLElement | null) => () => void {
  return (element) => {
    if (element !== null) landmarks.set(name, element);
    return () => {
      if (landmarks.get(name) === element) landmarks.delete(name);
    };
  };
}

/** The element of a landmark, null when it is not on screen. */
export function landmark(name: Landmark): HTMLElement | null {
  return landmarks.get(name) ?? null;
}
