/** A key press as the DOM or React has it. */
type Press = Readonly<{
  key: string;
  keyCode?: number;
  isComposing?: boolean;
  nativeEvent?: Readonly<{ isComposing?: boolean }>;
}>;

/**
 * Whether a key press belongs to an input method (UI Events, 5.7.3), which then has Enter, Escape, Tab and the arrows
 * for itself. Every handler of keys asks this first. 229 and `Process` stand for such a key where `isComposing` is not
 * set, as at the first one.
 */
export function isComposing({ key, keyCode, isComposing: composing, nativeEvent }: Press): boolean {
  return composing === true || nativeEvent?.isComposing === true || keyCode === 229 || key === "Process";
}

/**
 * Keep Enter of an input method from submitting the form around a field, and its Escape from closing the dialog, which
 * a browser does by itself.
 */
export function guardForms(page: EventTarget): void {
  const prevent = (event: Event): void => {
    if (event instanceof KeyboardEvent && (event.key === "Enter" || event.key === "Escape") && isComposing(event))
      event.preventDefault();
  };
  page.addEventListener("keydown", prevent, true);
}
