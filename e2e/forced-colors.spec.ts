import { expect, openSample, test } from "./fixtures.ts";

test("with the system's colours, what is selected stands out, and stances and issues have their own colours", async ({
  window,
}) => {
  const page = await openSample(window);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  const ground = (selector: string): Promise<string[]> =>
    page
      .locator(selector)
      .evaluateAll((elements) => [...new Set(elements.map((element) => getComputedStyle(element).backgroundColor))]);
  const pressed = await ground(".arrangements [aria-pressed=true]");
  expect(await ground(".arrangements [aria-pressed=false]")).not.toEqual(pressed);
  expect((await ground(".codebook .badge")).length).toBeGreaterThan(3);
  expect(await ground(".left .papers [aria-current=true]")).toEqual(pressed);
  expect(await ground(".left .outline [aria-current=location]")).toEqual(pressed);
  const marks = await page
    .locator(".ProseMirror mark")
    .evaluateAll((elements) => new Set(elements.map((element) => getComputedStyle(element).textDecorationColor)).size);
  expect(marks).toBeGreaterThan(3);
  await page.locator(".card .face").nth(2).click();
  const outlines = await page
    .locator(".card")
    .evaluateAll((cards) => cards.filter((card) => getComputedStyle(card).outlineStyle === "solid").length);
  expect(outlines).toBe(1);
  await page.keyboard.press("Control+k");
  expect(await ground(".palette [aria-selected=true]")).toEqual(pressed);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+5");
  await expect(page.locator(".paper .bar i").first()).toBeVisible();
  expect((await ground(".paper .bar i")).length).toBeGreaterThan(3);
});
