import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { views } from "./views.ts";

/**
 * Makes the pictures of README and docs from the running product and the sample paper: each view in light and dark, and
 * in Urdu, from right to left. Arguments: the names to make, all when none; `--out FOLDER` puts them elsewhere.
 */
const root = path.resolve(import.meta.dirname, "../..");
const [outAt, args] = [process.argv.indexOf("--out"), process.argv.slice(2)];
const pictures = path.resolve(outAt < 0 ? path.join(root, "docs/pictures") : (process.argv[outAt + 1] ?? "."));
const wanted = outAt < 0 ? args : args.slice(0, outAt - 2);
const folder = mkdtempSync(path.join(tmpdir(), "stancemark-pictures-"));
const cli = path.join(root, "out/main/cli.js");
const ways = [
  { name: "light", colorScheme: "light", language: "en" },
  { name: "dark", colorScheme: "dark", language: "en" },
  { name: "rtl", colorScheme: "light", language: "ur" },
] as const;

const run = (...args: readonly string[]): void =>
  void execFileSync(process.execPath, [cli, ...args, "--library", path.join(folder, "library")]);

/** The sample paper with its claims, and the earlier paper on the same matter. */
function fill(): void {
  const sample = path.join(root, "resources/sample");
  run("import", path.join(sample, "sample.pdf"), "--author", "Marta Ilves");
  run("codebook", "import", path.join(sample, "codebook.csv"));
  run("annotate", "--from", path.join(sample, "claims.csv"));
  run("import", path.join(sample, "earlier.md"));
  run("annotate", "--from", path.join(sample, "earlier-claims.csv"));
}

/** The served library. Each address opens one browser; the server prints another once one is used. */
async function serve(): Promise<{ address: () => string; stop: () => void }> {
  const server = spawn(process.execPath, [cli, "serve", "--library", path.join(folder, "library")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let latest = "";
  await new Promise<void>((resolve) =>
    server.stdout.on("data", (data: Buffer) => {
      latest = /http:\S+/.exec(data.toString())?.[0] ?? latest;
      resolve();
    }),
  );
  return { address: () => latest, stop: () => server.kill() };
}

async function openSample(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".card").nth(3).waitFor();
}

/** What moves or fades has come to rest, and what is loaded late is there. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}

async function picture(browser: Browser, url: string, way: (typeof ways)[number]): Promise<string[]> {
  const failed: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 1360, height: 820 },
    colorScheme: way.colorScheme,
    reducedMotion: "reduce",
  });
  await context.addInitScript((language) => localStorage.setItem("language", language), way.language);
  for (const [name, show] of Object.entries(views)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await context.newPage();
    try {
      await openSample(page, url);
      await show(page);
      await atRest(page);
      await page.screenshot({ path: path.join(pictures, `${name}-${way.name}.png`) });
    } catch (error) {
      failed.push(`${name}-${way.name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
    await page.close();
  }
  await context.close();
  return failed;
}

function annotatedPdf(): void {
  const pdf = path.join(folder, "annotated.pdf");
  const title = "The Strait Crossing: Who Pays, Who Sails, Who Decides";
  run("export", title, "--to", pdf);
  execFileSync("pdftoppm", ["-r", "80", "-png", "-singlefile", "-f", "4", pdf, path.join(pictures, "annotated-pdf")]);
}

/**
 * A page of the sample library's report in every form that has pages: PDF by poppler, DOCX and XLSX by LibreOffice,
 * HTML by the browser.
 */
async function reports(browser: Browser): Promise<void> {
  const library = path.join(folder, "library");
  const file = (format: string): string => path.join(folder, `report.${format}`);
  for (const format of ["pdf", "docx", "xlsx", "html", "md", "csv", "json"])
    execFileSync(process.execPath, [
      ...[cli, "report", "--template", "Everything", "--library", library],
      ...["--to", file(format)],
    ]);
  const drawn = (pdf: string, page: number, name: string): void => {
    const options = ["-r", "70", "-png", "-singlefile", "-f", String(page)];
    execFileSync("pdftoppm", [...options, pdf, path.join(pictures, `report-${name}`)]);
  };
  drawn(file("pdf"), 2, "pdf");
  const page = await browser.newPage({ viewport: { width: 860, height: 1000 }, colorScheme: "dark" });
  await page.goto(pathToFileURL(file("html")).href);
  await page.evaluate(() => document.querySelector("figure")?.previousElementSibling?.scrollIntoView());
  await page.screenshot({ path: path.join(pictures, "report-html-dark.png") });
  await page.close();
  for (const format of ["md", "csv", "json"]) {
    const text = await browser.newPage({ viewport: { width: 860, height: 620 } });
    await text.setContent("<pre style='font: 13px/1.45 monospace; white-space: pre-wrap'></pre>");
    await text
      .locator("pre")
      .evaluate((pre, words) => pre.append(words), readFileSync(file(format), "utf8").slice(0, 6000));
    await text.screenshot({ path: path.join(pictures, `report-${format}.png`) });
    await text.close();
  }
  for (const format of ["docx", "xlsx"]) {
    execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", path.join(folder, format), file(format)]);
    drawn(path.join(folder, format, "report.pdf"), 2, format);
  }
}

mkdirSync(pictures, { recursive: true });
const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", "--font-render-hinting=none"] });
fill();
const { address, stop } = await serve();
const failed: string[] = [];
for (const way of ways) failed.push(...(await picture(browser, address(), way)));
if (wanted.length === 0 || wanted.includes("reports")) {
  try {
    await reports(browser);
  } catch {
    failed.push("reports: pdftoppm (poppler-utils) and soffice (LibreOffice) are needed for them");
  }
}
await browser.close();
stop();
if (wanted.length === 0 || wanted.includes("annotated-pdf")) {
  try {
    annotatedPdf();
  } catch {
    failed.push("annotated-pdf: pdftoppm (poppler-utils) is needed for it");
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`The pictures are in ${pictures}.`);
for (const text of failed) console.error(`Not made: ${text}`);
process.exitCode = failed.length === 0 ? 0 : 1;
