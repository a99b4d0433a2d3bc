import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The folder of resources, found upwards from this module: in a checkout beside `src` and `out`, in the packaged app
 * beside the program.
 */
export function resourcesFolder(from = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "resources");
    if (existsSync(path.join(candidate, "sample", "claims.csv"))) return candidate;
    if (folder === path.dirname(folder)) throw new Error("The program's resources are not where they should be.");
  }
}
