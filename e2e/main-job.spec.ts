import { readFile } from "node:fs/promises";
import { expect, openSample, test } from "./fixtures.ts";

test("an empty library offers the sample, which opens coded", async ({ window }) => {
  const page = await openSample(window);
  await expect(page.getByRole("heading", { name: "The Strait Crossing: Who Pays" })).toBeVisible();
  expect(await page.locator("mark.highlight").count()).toBeGreaterThan(31);
  expect(page.url()).not.toContain("token");
});

test("a claim is coded by keys only, in at most five strokes, and survives kill -9", async ({ window, run }) => {
  const page = await openSample(window);
  await page.keyboard.press("F6");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  await expect(page.locator(".composer")).toHaveCount(0);
  const strokes = ["Enter", "Alt+3", "-", "Enter"];
  for (const key of strokes) await page.keyboard.press(key);
  await expect(page.locator(".card")).toHaveCount(33);
  expect(strokes.length).toBeLessThanOrEqual(5);
  await window.stop("SIGKILL");
  const claims: unknown[] = JSON.parse(run("claims", "--json"));
  expect(claims).toHaveLength(33);
});

test("a claim is edited, deleted, and brought back by undo after a restart", async ({ window }) => {
  const first = await openSample(window);
  await first.locator(".card").nth(4).click();
  await first.getByRole("radiogroup", { name: "Certainty" }).getByText("2", { exact: true }).click();
  await first.getByRole("button", { name: "Delete" }).click();
  await expect(first.locator(".card")).toHaveCount(31);
  await window.stop();
  const page = await window.open();
  await expect(page.locator(".card")).toHaveCount(31);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".card")).toHaveCount(32);
});

test("the filter leaves what it says, and says that it hides the rest", async ({ window }) => {
  const page = await openSample(window);
  await page.keyboard.press("Control+2");
  await page.getByLabel("Stance", { exact: true }).selectOption("opposes");
  await expect(page.locator("output", { hasText: "8 of 32 shown" })).toBeVisible();
  await expect(page.locator(".claims tbody tr")).toHaveCount(8);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByText("32 claims and notes", { exact: true })).toBeVisible();
});

test("a paper is imported by choosing it, a second time it is told to be there, junk is refused in one sentence", async ({
  window,
}) => {
  const page = await window.open();
  for (const [name, bytes, outcome] of [
    ["a.md", Buffer.from("# One\n\nA claim **stands** here.\n"), "was imported"],
    ["b.md", Buffer.from("# One\n\nA claim **stands** here.\n"), "already in the library"],
    ["junk.txt", Buffer.from([0, 1, 2, 3, 0, 255]), "is not a text"],
  ] as const) {
    await window.choose({ name, bytes }, () => page.getByRole("button", { name: "Import papers…" }).first().click());
    await expect(page.locator(".message", { hasText: outcome })).toBeVisible();
  }
  await expect(page.locator(".left .row[aria-current]")).toHaveCount(1);
});

test("the annotated PDF and the report are kept as files", async ({ window }) => {
  const page = await openSample(window);
  for (const [keys, choice, start] of [
    ["Control+e", "Annotated PDF", "%PDF-"],
    ["Control+Shift+E", "Web page", "<!doctype html>"],
  ] as const) {
    await page.keyboard.press(keys);
    const file = await window.keep(() => page.getByRole("button", { name: choice }).click());
    expect((await readFile(file)).toString("latin1", 0, 40)).toContain(start);
  }
});

test("a second host reads only, says who has the library, and shows what the first one does", async ({
  window,
  serve,
  browser,
}) => {
  const page = await openSample(window);
  const second = await browser.newPage();
  await second.goto((await serve()).url);
  await expect(second.getByText("This library is read-only")).toBeVisible();
  await expect(second.locator(".card")).toHaveCount(32);
  await page.locator(".card").first().click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(second.locator(".card")).toHaveCount(31);
});
