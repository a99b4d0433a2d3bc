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
  | "selection-toolbar"
  | "note"
  | "tags"
  | "collections";

/** What the tour points at. */
export type Landmark = "papers" | "paper" | "margin" | "inspector" | "views" | "palette";

const controls = new Map<FocusTarget, () => HTMLElement | null>();
const landmarks = new Map<Landmark, HTMLElement>();

/** Register what finds the control of a target; the answer takes it away again. */
export function registerFocus(target: FocusTarget, find: () => HTMLElement | null): () => void {
  controls.set(target, find);
  return () => {
    if (controls.get(target) === find) controls.delete(target);
  };
}

/** A `ref` for the element that is the target, or that holds it as the first match of a selector. */
export function focusRef(target: FocusTarget, within?: string): (element: HTMLElement | null) => () => void {
  return (element) =>
    registerFocus(target, () =>
      within === undefined ? element : (element?.querySelector<HTMLElement>(within) ?? null),
    );
}

/** Give the keyboard to a target; false when it is not on screen. */
export function focusOn(target: FocusTarget): boolean {
  const control = controls.get(target)?.() ?? null;
  control?.focus();
  return control !== null;
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
