import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { installedBrowser, onPath } from "../src/main/cli/programs.ts";

type Browser = Readonly<{ executablePath: string; from: string; isShell: boolean }>;

const asked = process.env.STANCEMARK_BROWSER;

/**
 * A browser as readers have it: an installed Chromium or Chrome, else the one that comes by npm with the libraries it
 * needs. That one is a shell: it has no windows and keeps no profile.
 */
export async function findBrowser(): Promise<Browser> {
  const installed = asked === "npm" ? null : installedBrowser();
  if (installed !== null) return { executablePath: installed, from: installed, isShell: false };
  return { executablePath: await unpack(), from: "the Chromium that comes by npm", isShell: true };
}

/**
 * The browser of the web lane: the same engine without a window where it is installed, else `findBrowser`. A browser
 * with a window also loads pages of its own for each test, which takes longer than ours.
 */
export async function findTestBrowser(): Promise<Browser> {
  const shell = asked === undefined ? onPath(["chromium-headless-shell", "chrome-headless-shell"]) : null;
  return shell === null ? findBrowser() : { executablePath: shell, from: shell, isShell: true };
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
