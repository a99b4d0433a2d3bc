/**
 * Electron's own grammar of accelerators, apart from the program's table of keys: modifiers and one key, joined by `+`
 * (docs/tutorial/keyboard-shortcuts.md, "Accelerators"; shell/common/keyboard_util.cc).
 */
const modifiers = /^(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/i;
const keys = new Set([
  ..."abcdefghijklmnopqrstuvwxyz0123456789",
  ...")!@#$%^&*(:;'=<,_->.?/~`{][|\\}\"",
  ...Array.from({ length: 24 }, (_, index) => `f${index + 1}`),
  ..."plus space tab capslock numlock scrolllock backspace delete insert return enter up down left right home end".split(
    " ",
  ),
  ..."pageup pagedown escape esc volumeup volumedown volumemute medianexttrack mediaprevioustrack".split(" "),
  ..."mediastop mediaplaypause printscreen".split(" "),
]);

/** Whether Electron finds exactly one key, with modifiers before it. */
export function isAccelerator(text: string): boolean {
  const tokens = text.split("+");
  const key = tokens.pop() ?? "";
  return keys.has(key.toLowerCase()) && tokens.every((token) => modifiers.test(token));
}
