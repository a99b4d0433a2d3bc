import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

async function openSample(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Open the sample paper" }).click();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
}

test("an empty library offers the sample, which opens coded", async ({ page, serve }) => {
  await openSample(page, (await serve()).url);
  await expect(page.getByRole("heading", { name: "The Strait Crossing: Who Pays" })).toBeVisible();
  expect(await page.locator("mark.highlight").count()).toBeGreaterThan(31);
  expect(page.url()).not.toContain("token");
});

test("a claim is coded by keys only, in at most five strokes, and survives kill -9", async ({ page, serve, run }) => {
  const host = await serve();
  await openSample(page, host.url);
  await page.keyboard.press("F6");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  await expect(page.locator(".composer")).toHaveCount(0);
  const strokes = ["Enter", "3", "-", "Enter"];
  for (const key of strokes) await page.keyboard.press(key);
  await expect(page.locator(".card")).toHaveCount(33);
  expect(strokes.length).toBeLessThanOrEqual(5);
  await host.stop("SIGKILL");
  const claims: unknown[] = JSON.parse(run("claims", "--json"));
  expect(claims).toHaveLength(33);
});

test("a claim is edited, deleted, and brought back by undo after a restart", async ({ page, serve }) => {
  const host = await serve();
  await openSample(page, host.url);
  await page.locator(".card").nth(4).click();
  await page.getByLabel("Certainty").selectOption("2");
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.locator(".card")).toHaveCount(31);
  await host.stop();
  await page.goto((await serve()).url);
  await expect(page.locator(".card")).toHaveCount(31);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
});

test("the filter leaves what it says, and says that it hides the rest", async ({ page, serve }) => {
  await openSample(page, (await serve()).url);
  await page.keyboard.press("Control+2");
  await page.getByLabel("Stance", { exact: true }).selectOption("opposes");
  await expect(page.getByText("8 of 32 shown")).toBeVisible();
  await expect(page.locator(".claims tbody tr")).toHaveCount(8);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator(".claims tbody tr")).toHaveCount(32);
});

test("a paper is imported by choosing it, a second time it is told to be there, junk is refused in one sentence", async ({
  page,
  serve,
}) => {
  await page.goto((await serve()).url);
  for (const [files, told] of [
    [
      { name: "a.md", mimeType: "text/markdown", buffer: Buffer.from("# One\n\nA claim **stands** here.\n") },
      "was imported",
    ],
    [
      { name: "b.md", mimeType: "text/markdown", buffer: Buffer.from("# One\n\nA claim **stands** here.\n") },
      "already in the library",
    ],
    [{ name: "junk.txt", mimeType: "text/plain", buffer: Buffer.from([0, 1, 2, 3, 0, 255]) }, "is not a text"],
  ] as const) {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Import papers…" }).first().click();
    await (await chooser).setFiles(files);
    await expect(page.locator(".message", { hasText: told })).toBeVisible();
  }
  await expect(page.locator(".left .row[aria-current]")).toHaveCount(1);
});

test("the annotated PDF and the report are kept as files", async ({ page, serve }) => {
  await openSample(page, (await serve()).url);
  for (const [button, choice, start] of [
    ["Export", "Annotated PDF", "%PDF-"],
    ["Report", "Web page", "<!doctype html>"],
  ] as const) {
    await page.getByRole("button", { name: button, exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: choice }).click();
    const file = await (await download).path();
    expect((await readFile(file)).toString("latin1", 0, 40)).toContain(start);
  }
});

test("a second host reads only, says who has the library, and shows what the first one does", async ({
  page,
  serve,
  browser,
}) => {
  await openSample(page, (await serve()).url);
  const second = await browser.newPage();
  await second.goto((await serve()).url);
  await expect(second.getByText("can only be read")).toBeVisible();
  await expect(second.locator(".card")).toHaveCount(32);
  await page.locator(".card").first().click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(second.locator(".card")).toHaveCount(31);
});
