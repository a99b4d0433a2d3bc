import { accessSync, constants } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";

/** The browser of the web lane: an installed Chromium or Chrome, else the one that comes by npm with the libraries it needs. */
export async function findBrowser(): Promise<{ executablePath: string; from: string }> {
  const installed = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find(canRun);
  if (installed !== undefined && process.env.STANCEMARK_BROWSER !== "npm")
    return { executablePath: installed, from: "installed" };
  // A folder of its own: an older browser left in the shared place would be used again.
  process.env.TMPDIR = await mkdtemp(path.join(tmpdir(), "stancemark-chromium-"));
  const libraries = await inflate(
    path.join(path.dirname(new URL(import.meta.resolve("@sparticuz/chromium")).pathname), "../../bin/al2023.tar.br"),
  );
  setupLambdaEnvironment(path.join(libraries, "lib"));
  return { executablePath: await sparticuz.executablePath(), from: "npm" };
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
