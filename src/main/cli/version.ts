import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The version of this program, `major.minor.patch` (semver.org), as the package.json upwards from this module has it.
 */
export function programVersion(from = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "package.json");
    const found: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
    if (isManifest(found)) return found.version;
    if (folder === path.dirname(folder)) throw new Error("The program's package.json is not where it should be.");
  }
}

function isManifest(value: unknown): value is { version: string } {
  if (typeof value !== "object" || value === null || !("name" in value) || !("version" in value)) return false;
  return value.name === "stancemark" && typeof value.version === "string";
}
