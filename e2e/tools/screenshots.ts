import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";

/** Makes the pictures of README and docs from the running product and the sample paper. Arguments: the names to make; all when none. */
const root = path.resolve(import.meta.dirname, "../..");
const pictures = path.join(root, "docs/pictures");
const folder = mkdtempSync(path.join(tmpdir(), "stancemark-pictures-"));
const cli = path.join(root, "out/main/cli.js");

type Picture = Readonly<{ name: string; show: (page: Page) => Promise<void> }>;

const list: readonly Picture[] = [
  { name: "read", show: claim },
  { name: "compose", show: compose },
  { name: "claims", show: (page) => page.getByRole("button", { name: "Claims", exact: true }).click() },
  { name: "matrix", show: (page) => page.getByRole("button", { name: "Issues × stances" }).click() },
  { name: "network", show: network },
  { name: "pages", show: (page) => page.keyboard.press("F10") },
  { name: "palette", show: (page) => page.keyboard.press("Control+k") },
];

async function claim(page: Page): Promise<void> {
  await page.locator(".card .face").nth(4).click();
}

async function network(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Issues × stances" }).click();
  await page.getByRole("button", { name: "Network" }).click();
}

async function compose(page: Page): Promise<void> {
  await page.getByText("This paper sums up what five").first().click();
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await page.locator(".composer").waitFor();
}

const wanted = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", "--font-render-hinting=none"] });
const server = spawn(process.execPath, [cli, "serve", "--library", path.join(folder, "library")], {
  stdio: ["ignore", "pipe", "inherit"],
});
const url = await new Promise<string>((resolve) =>
  server.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? "")),
);

for (const colorScheme of ["light", "dark"] as const) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 820 }, colorScheme });
  for (const { name, show } of list) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await context.newPage();
    await page.goto(url);
    const offer = page.getByRole("button", { name: "Open the sample paper" });
    await offer.or(page.locator(".card").first()).first().waitFor();
    if (await offer.isVisible()) await offer.click();
    await page.locator(".card").nth(3).waitFor();
    await show(page);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}.png`) });
    await page.close();
  }
  await context.close();
}
await browser.close();
server.kill();

if (wanted.length === 0 || wanted.includes("pdf")) {
  const pdf = path.join(folder, "annotated.pdf");
  const title = "The Strait Crossing: Who Pays, Who Sails, Who Decides";
  execFileSync(process.execPath, [cli, "export", title, "--to", pdf, "--library", path.join(folder, "library")]);
  try {
    execFileSync("pdftoppm", ["-r", "80", "-png", "-singlefile", "-f", "4", pdf, path.join(pictures, "annotated-pdf")]);
  } catch {
    console.log("annotated-pdf.png was not made: pdftoppm (poppler-utils) is not installed.");
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`The pictures are in ${pictures}.`);
