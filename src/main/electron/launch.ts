import path from "node:path";
import { claimOfLink, linkScheme } from "../../shared/model/claim-link.ts";

/** What a start of the program asks for. Paths are absolute. */
export type Launch = Readonly<{
  /** The library named with `--library`; null for the usual one. */
  library: string | null;
  /** Papers, library files and library folders to open. */
  files: readonly string[];
  /** Claims named by links, as written there. */
  claims: readonly string[];
  /** The folder of a self-test; null when the program is to open a window. */
  selfTest: string | null;
}>;

/** The start that asks for nothing but the usual library. */
export const plainLaunch: Launch = { library: null, files: [], claims: [], selfTest: null };

/**
 * Arguments of the program without its own name. `app` is the folder of an unpackaged program, which Electron is given
 * as an argument. Switches that are not ours belong to Chromium.
 */
export function parseLaunch(args: readonly string[], cwd: string, app: string | null = null): Launch {
  const found = { library: null as string | null, selfTest: null as string | null };
  const [files, claims]: [string[], string[]] = [[], []];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    const [, name, given] = /^--(library|self-test)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name !== undefined) {
      const value = given ?? args[++index] ?? "";
      if (value !== "") found[name === "library" ? "library" : "selfTest"] = path.resolve(cwd, value);
    } else if (arg.startsWith(`${linkScheme}:`)) {
      const claim = claimOfLink(arg);
      if (claim !== null) claims.push(claim);
    } else if (arg !== "" && !arg.startsWith("-")) {
      const file = path.resolve(cwd, arg);
      if (app === null || file !== path.resolve(app)) files.push(file);
    }
  }
  return { ...found, files, claims };
}
