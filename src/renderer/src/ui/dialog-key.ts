import { isComposing } from "./composing.ts";

type Press = Readonly<{ key: string; keyCode: number; isComposing: boolean; defaultPrevented: boolean }>;

/** Whether a key closes a dialog: Escape, unless a field has used it or an input method has it for itself. */
export function closesDialog(press: Press): boolean {
  return press.key === "Escape" && !press.defaultPrevented && !isComposing(press);
}
