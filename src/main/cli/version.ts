import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const Manifest = z.object({ name: z.literal("stancemark"), version: z.string() });

/**
 * The version of this program, `major.minor.patch` (semver.org), as the package.json upwards from this module has it.
 */
export function programVersion(from = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "package.json");
    const found = existsSync(file) ? Manifest.safeParse(JSON.parse(readFileSync(file, "utf8"))).data : undefined;
    if (found !== undefined) return found.version;
    if (folder === path.dirname(folder)) throw new Error("The program's package.json is not where it should be.");
  }
}
