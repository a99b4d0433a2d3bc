import { existsSync } from "node:fs";
import path from "node:path";

/** The folder of the built renderer, beside the built main modules; from source, that of the last build. */
export function rendererFolder(from = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    for (const candidate of [path.join(folder, "renderer"), path.join(folder, "out", "renderer")])
      if (existsSync(path.join(candidate, "index.html")) && existsSync(path.join(candidate, "assets")))
        return candidate;
    if (folder === path.dirname(folder)) return path.join(from, "renderer");
  }
}
