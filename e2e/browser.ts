import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { installedBrowser } from "../src/main/cli/programs.ts";

/** The browser of the web lane: an installed Chromium or Chrome, else the one that comes by npm with the libraries it needs. */
export async function findBrowser(): Promise<{ executablePath: string; from: string }> {
  const installed = process.env.STANCEMARK_BROWSER === "npm" ? null : installedBrowser();
  if (installed !== null) return { executablePath: installed, from: installed };
  // A folder of its own: an older browser left in the shared place would be used again.
  process.env.TMPDIR = await mkdtemp(path.join(tmpdir(), "stancemark-chromium-"));
  const libraries = await inflate(
    fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"))),
  );
  setupLambdaEnvironment(path.join(libraries, "lib"));
  return { executablePath: await sparticuz.executablePath(), from: "the Chromium that comes by npm" };
}
