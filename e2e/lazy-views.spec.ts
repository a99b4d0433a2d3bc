import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Holds back the module of the claims table until it is let through or refused. */
async function holdClaims(page: Page): Promise<(how: "continue" | "abort") => void> {
  let decide: (how: "continue" | "abort") => void = () => undefined;
  const decided = new Promise<"continue" | "abort">((resolve) => {
    decide = resolve;
  });
  await page.route("**/assets/ClaimsView-*.js", async (route) => route[await decided]());
  return decide;
}

async function openSample(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Open the sample paper" }).click();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
}

test("the view before stays until the module of the next one is there, which then gets the keyboard", async ({
  page,
  serve,
}) => {
  const decide = await holdClaims(page);
  await openSample(page, (await serve()).url);
  await page.keyboard.press("Control+2");
  await expect(page.getByRole("button", { name: "Claims", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".ProseMirror")).toBeVisible();
  decide("continue");
  await expect(page.locator("tr[data-index='0']")).toBeFocused();
  await expect(page.locator(".ProseMirror")).toBeHidden();
});

test("a view that cannot be loaded says so and leaves the view before on screen", async ({ page, serve }) => {
  const decide = await holdClaims(page);
  await openSample(page, (await serve()).url);
  await page.keyboard.press("Control+2");
  decide("abort");
  await expect(page.getByRole("alert")).toContainText("couldn't be loaded");
  await expect(page.locator(".ProseMirror")).toBeVisible();
  await expect(page.getByRole("button", { name: "Read", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.unroute("**/assets/ClaimsView-*.js");
});

test("a window in Urdu says nothing in English before its messages are there", async ({ page, serve }) => {
  const { url } = await serve();
  await page.addInitScript(() => localStorage.setItem("language", "ur"));
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/assets/urdu-*.js", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/assets/urdu-*.js");
  await page.goto(url);
  await asked;
  expect(await page.evaluate(() => document.body.innerText.trim())).toBe("");
  letThrough();
  await expect(page.locator("html")).toHaveAttribute("lang", "ur");
  await expect(page.getByRole("main")).toContainText("نمونے");
});
