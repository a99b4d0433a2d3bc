import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { typeset } from "./typeset.ts";
import type { Window } from "./window.ts";

/** A page of 300 × 200 points with a line of words, a figure without words and another line. */
const figure = typeset(
  '#set page(width: 300pt, height: 200pt, margin: 20pt)\nThe port grew.\n\n#rect(width: 160pt, height: 90pt, fill: rgb("#cde"))\n\nThe river fell.',
);
const width = 300;

const sheet = (page: Page): Locator => page.locator('.sheet[data-page="0"]');
const frame = (page: Page): Locator => page.locator(".region-box");
const form = (page: Page): Locator => page.getByRole("form", { name: "Code selected text" });

async function showPage(window: Window): Promise<Page> {
  const page = await window.open();
  await window.choose({ name: "figure.pdf", bytes: figure }, () =>
    page.getByRole("button", { name: "Import papers…" }).first().click(),
  );
  await expect(page.getByRole("button", { name: "Pages", exact: true })).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press("F9");
  await expect(sheet(page).locator("svg.lines")).toBeAttached({ timeout: 20_000 });
  await expect(sheet(page).locator("canvas[data-ready=true]").first()).toBeVisible({ timeout: 20_000 });
  return page;
}

/** A point of the page, in points from its upper left corner. */
async function at(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await sheet(page).boundingBox();
  if (box === null) throw new Error("The page is not there.");
  return { x: box.x + (x * box.width) / width, y: box.y + (y * box.width) / width };
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const [a, b] = [await at(page, ...from), await at(page, ...to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 3 });
  await page.mouse.move(b.x, b.y, { steps: 3 });
  await page.mouse.up();
}

type Claim = Readonly<{ quote: string; area: string; page: string; positions: readonly { issue: string }[] }>;
const claimsOf = (run: (...args: string[]) => string): readonly Claim[] => JSON.parse(run("claims", "--json"));
const sidesOf = (claim: Claim | undefined): number[] => (claim?.area ?? "").split(",").map(Number);

test("a rectangle drawn with the mouse is coded with typed words, moved, resized, undone and deleted", async ({
  window,
  run,
}) => {
  const page = await showPage(window);
  await page.getByRole("button", { name: "Mark an area" }).click();
  await drag(page, [30, 50], [170, 130]);
  await expect(frame(page)).toBeVisible();
  await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
  await page.keyboard.press("Enter");
  await form(page).getByRole("textbox", { name: "Words in the area" }).fill("A pale box");
  await form(page).getByRole("combobox", { name: "Issue" }).fill("Figures");
  await form(page).getByRole("button", { name: "Save" }).click();
  const mark = sheet(page).locator("g[data-annotation] rect.region");
  await expect(mark).toHaveCount(1);
  const [claim] = claimsOf(run);
  expect(claim).toMatchObject({ quote: "A pale box", page: "1", positions: [{ issue: "Figures" }] });
  const [, x = 0, y = 0, wide = 0, high = 0] = sidesOf(claim);
  for (const [side, wanted] of [
    [x, 30],
    [y, 50],
    [wide, 140],
    [high, 80],
  ] as const)
    expect(Math.abs(side - wanted)).toBeLessThan(1.5);
  await expect(page.locator("aside, section").getByText("A pale box").first()).toBeVisible();

  await drag(page, [100, 50], [120, 60]);
  await expect.poll(() => Math.round(sidesOf(claimsOf(run)[0])[1] ?? 0)).toBe(50);
  await drag(page, [190, 140], [170, 120]);
  await expect.poll(() => Math.round(sidesOf(claimsOf(run)[0])[3] ?? 0)).toBe(120);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => sidesOf(claimsOf(run)[0])).toEqual(sidesOf(claim));
  await page.keyboard.press("Delete");
  await expect(mark).toHaveCount(0);
  expect(claimsOf(run)).toEqual([]);
});

test("a rectangle is placed, coded, moved and resized by keys alone, and a click on it selects its claim", async ({
  window,
  run,
}) => {
  const page = await showPage(window);
  await page.locator(".sheets").focus();
  await page.keyboard.press("Shift+P");
  await expect(frame(page).getByRole("button", { name: "Area on page 1" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("combobox", { name: "Issue" })).toBeFocused();
  await page.keyboard.type("Figures");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(sheet(page).locator("rect.region")).toHaveCount(1);
  const before = sidesOf(claimsOf(run)[0]);
  expect(before[3]).toBe(160);
  await page.keyboard.press("Escape");
  await expect(frame(page)).toHaveCount(0);
  const inside = await at(page, 150, 150);
  await page.mouse.click(inside.x, inside.y);
  await expect(frame(page)).toBeVisible();
  await page.keyboard.press("Shift+R");
  await expect(frame(page).getByRole("button", { name: "Area on page 1" })).toBeFocused();
  await page.keyboard.press("Control+ArrowLeft");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => sidesOf(claimsOf(run)[0]))
    .toEqual(before.map((side, index) => (index === 1 ? side - 1 : side)));
  await page.keyboard.press("Shift+R");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await expect(frame(page).getByRole("button", { name: "Area on page 1" })).toHaveCount(0);
});

test("what lies near a claim's words, and not on them, is no place to edit, delete or code that claim", async ({
  window,
  run,
}) => {
  const page = await showPage(window);
  await drag(page, [21, 26], [70, 26]);
  await page.keyboard.press("Enter");
  await form(page).getByRole("combobox", { name: "Issue" }).fill("Ports");
  await form(page).getByRole("button", { name: "Save" }).click();
  await expect(sheet(page).locator("g[data-annotation]")).toHaveCount(1);
  await page.getByRole("button", { name: "Mark an area" }).click();
  await drag(page, [30, 50], [170, 130]);
  await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
  await page.keyboard.press("Enter");
  await form(page).getByRole("combobox", { name: "Issue" }).fill("Figures");
  await form(page).getByRole("button", { name: "Save" }).click();
  await expect(sheet(page).locator("rect.region")).toHaveCount(1);
  const menu = page.getByRole("menu");
  const remove = menu.getByRole("menuitem", { name: "Delete claim" });
  // Beside everything: no claim's menu, and no claim for an issue that is dropped there, or for a double click.
  const beside = await at(page, 250, 100);
  await page.keyboard.press("Escape");
  await page.mouse.click(beside.x, beside.y, { button: "right" });
  await expect(menu.getByRole("menuitem").first()).toBeVisible();
  await expect(remove).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.mouse.dblclick(beside.x, beside.y);
  await expect(form(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  const issue = page.getByRole("tree", { name: "Codebook" }).getByRole("treeitem", { name: /^Ports/ });
  const before = claimsOf(run);
  const corner = await sheet(page).boundingBox();
  const targetPosition = { x: beside.x - (corner?.x ?? 0), y: beside.y - (corner?.y ?? 0) };
  await issue.dragTo(sheet(page), { targetPosition });
  expect(claimsOf(run)).toEqual(before);
  // On the rectangle, whose nearest words are those of the other claim.
  const inside = await at(page, 100, 60);
  await page.mouse.click(inside.x, inside.y, { button: "right" });
  await remove.click();
  await expect(sheet(page).locator("rect.region")).toHaveCount(0);
  expect(claimsOf(run).map(({ positions }) => positions[0]?.issue)).toEqual(["Ports"]);
});
