import { type PressedKey, pressedSigns } from "../ui/pressed-signs.ts";

/** A key press in the form, and where the caret is. */
export type ComposerPress = PressedKey &
  Readonly<{
    alt: boolean;
    /** Ctrl or Cmd, AltGr included: it types signs on many keyboards. */
    modified: boolean;
    shift: boolean;
    /** An input method is composing (UI Events, 5.7.3); its Enter and Escape are its own. */
    composing: boolean;
    /**
     * `text`: a field in which letters are text. `keys`: the row of stances, in which keys choose. `button`: anything
     * that Enter presses.
     */
    target: "text" | "keys" | "button";
    /** Whether a list of offers is open below the field. */
    listOpen: boolean;
    /** Whether anything in the form differs from what it began with. */
    touched: boolean;
  }>;

/** What a key in the form does. `meaning`: the stance, issue or repetition that a sign stands for. */
export type ComposerAction =
  | Readonly<{ kind: "save" | "next-position" | "close" | "close-list" | "take-offer" | "repeat" }>
  | Readonly<{ kind: "sign"; signs: readonly string[] }>;

/**
 * What a key press in the form means; null where it is the field's own. In a text field every sign is text: keys that
 * choose a stance or a pinned issue need Alt there, which types no name. In the row of stances, which holds no text,
 * they need nothing.
 */
export function composerAction(press: ComposerPress): ComposerAction | null {
  const { key, alt, modified, shift, target, listOpen } = press;
  // 229 is what a key is called while an input method has it, where `isComposing` is not set yet.
  if (press.composing || key === "Process" || modified) return null;
  if (key === "Escape") return { kind: listOpen && press.touched ? "close-list" : "close" };
  if (key === "Enter") {
    if (alt) return { kind: "next-position" };
    if (shift || target === "button") return null;
    return { kind: target === "text" && listOpen ? "take-offer" : "save" };
  }
  if (!alt && target !== "keys") return null;
  const signs = pressedSigns(press);
  if (signs.length === 0) return null;
  return signs[0] === "r" ? { kind: "repeat" } : { kind: "sign", signs };
}
