/** Modules of Node that a package which is built in imports at its start, and needs late or never. */
import type { Plugin } from "vite";

/** Imports as commander writes them, and what stands in their place. */
const late: readonly (readonly [RegExp, string])[] = [
  [
    /^import childProcess from 'node:child_process';$/m,
    "const childProcess = { spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) };",
  ],
  [
    /^import \{ stripVTControlCharacters \} from 'node:util';$/m,
    "const stripVTControlCharacters = (text) => process.getBuiltinModule('node:util').stripVTControlCharacters(text);",
  ],
  // The import of a module loads what all its exports are made of; the global is the same object.
  [/^import process from 'node:process';$/m, ""],
];

/**
 * Loads `child_process` (with `net` and `dgram`) and all of `util` when commander first uses them: for programs that
 * are commands, of which we have none, and for help. They take a tenth of the time that a short command takes. A test
 * of the build (`first-load.test.ts`) finds out where commander writes them another way.
 */
export function lateModules(): Plugin {
  return {
    name: "late-modules",
    transform: (code, id) => (/[\\/]node_modules[\\/]commander[\\/]/.test(id) ? withLateModules(code) : null),
  };
}

/** The same script, with those modules looked up where they are used. */
export function withLateModules(code: string): string {
  return late.reduce((script, [statement, lookup]) => script.replace(statement, lookup), code);
}
