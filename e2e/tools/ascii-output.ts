/** How the program's own files are written, so that Node reads them fast. */
import type { Plugin } from "vite";

/**
 * Writes every character beyond ASCII as an escape. A file with one such character takes Node several times as long to
 * decode, and V8 twice the memory and the time to check what it has compiled before. It is right wherever such a
 * character can be, once comments are left out: in strings, templates and regular expressions. Source
 * that an escape would change is refused.
 */
export function asciiOutput(): Plugin {
  return {
    name: "ascii-output",
    // After the minifier, which writes characters out again.
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = escapedBeyondAscii(file.code);
    },
  };
}

/**
 * The same script in ASCII: UTF-16 code units as `\u` escapes (ECMA-262, 12.9.4). Throws where that would change it: in
 * a template that asks for its raw text, and after a backslash.
 */
export function escapedBeyondAscii(code: string): string {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error("a raw template has characters beyond ASCII");
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(code)) throw new Error("a backslash is before a character beyond ASCII");
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
