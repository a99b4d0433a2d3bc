import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { twoDecimals } from "../src/shared/text/two-decimals.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { analyses, hypotheses } from "./states.ts";

async function openTab(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+3");
  await page.getByRole("navigation", { name: "Analysis" }).getByRole("button", { name, exact: true }).click();
}

test("a mark of the matrix is reached by arrows and opens the passages it counts; Escape goes back to it", async ({
  window,
}) => {
  const page = await openSample(window);
  await openTab(page, "Issues");
  const marks = page.locator(".analysis-picture a[data-stop]");
  await expect(marks.first()).toBeVisible();
  expect(await page.locator('.analysis-picture a[tabindex="0"]').count()).toBe(1);
  await page.locator(".analysis-picture a[data-stop]:has(rect)").first().focus();
  const begun = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await page.keyboard.press("ArrowDown");
  const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  expect(label).not.toBe(begun);
  const count = Number(/: (\d+)$/.exec(label)?.[1]);
  await page.keyboard.press("Enter");
  const passages = page.locator("section.passages");
  await expect(passages.locator(".quote")).toHaveCount(count);
  await page.keyboard.press("Escape");
  await expect(passages).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(label);
});

test("every picture has marks that open passages by mouse, and a table equal to it", async ({ window }) => {
  const page = await openSample(window);
  for (const [tab, shape] of [
    ["Actors", "rect"],
    ["Timeline", "rect"],
    ["Network", "circle"],
    ["Contradictions", "rect"],
  ] as const) {
    await openTab(page, tab);
    const mark = page.locator(`.analysis-picture a[data-stop]:has(${shape})`).first();
    await mark.click();
    await expect(page.locator("section.passages .quote").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("table", { name: tab })).toBeVisible();
  }
});

test("the network is zoomed and moved by mouse and keys, nodes are dragged, and all of it is reset", async ({
  window,
}) => {
  const page = await openSample(window);
  await openTab(page, "Network");
  const picture = page.locator("svg.analysis-picture");
  const nodes = picture.locator("a[data-stop][data-movable]");
  await expect(nodes.first()).toBeVisible();
  const whole = await picture.getAttribute("viewBox");
  const part = (): Promise<number[]> =>
    picture.evaluate((svg) => (svg.getAttribute("viewBox") ?? "").split(" ").map(Number));
  const middleOf = async (index: number): Promise<{ x: number; y: number }> => {
    const { x, y, width, height } = (await nodes.nth(index).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: x + width / 2, y: y + height / 2 };
  };
  const [dragged, other] = [await middleOf(0), await middleOf(1)];
  await page.mouse.move(dragged.x, dragged.y);
  await page.mouse.down();
  await page.mouse.move(dragged.x + 60, dragged.y - 30, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator("section.passages")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Reset layout" })).toBeVisible();
  expect(await middleOf(0)).toEqual({ x: expect.closeTo(dragged.x + 60, 0), y: expect.closeTo(dragged.y - 30, 0) });
  expect(await middleOf(1)).toEqual(other);

  // What is under the pointer stays there.
  const zoom = page.getByRole("status", { name: "Zoom" });
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await expect(zoom).not.toHaveText("100%");
  const near = await middleOf(0);
  expect(Math.hypot(near.x - dragged.x - 60, near.y - dragged.y + 30)).toBeLessThan(2);
  const zoomed = await part();
  const room = (await page.locator(".picture-room").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(room.x + 5, room.y + 5);
  await page.mouse.down();
  await page.mouse.move(room.x + 65, room.y + 5, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await part())[0]).toBeLessThan(zoomed[0] ?? 0);
  await page.mouse.dblclick(room.x + 5, room.y + 5);
  await expect(picture).toHaveAttribute("viewBox", whole ?? "");

  // The same by keys.
  await nodes.nth(0).focus();
  for (const key of ["+", "+", "Shift+ArrowRight"]) await page.keyboard.press(key);
  await expect(zoom).toHaveText("156%");
  for (const key of ["End", "Home"]) {
    await page.keyboard.press(key);
    await expect(page.locator(".analysis-picture a:focus")).toBeInViewport();
  }
  for (const key of ["-", "0"]) await page.keyboard.press(key);
  await expect(picture).toHaveAttribute("viewBox", whole ?? "");
  await nodes.nth(0).focus();
  const before = await middleOf(0);
  await page.keyboard.press("Control+ArrowDown");
  await expect.poll(() => middleOf(0)).toEqual({ x: expect.closeTo(before.x, 0), y: expect.closeTo(before.y + 24, 0) });
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(zoom).toHaveText("125%");
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await expect(picture).toHaveAttribute("viewBox", whole ?? "");
  await page.getByRole("button", { name: "Reset layout" }).click();
  await expect.poll(() => middleOf(0)).toEqual({ x: expect.closeTo(dragged.x, 0), y: expect.closeTo(dragged.y, 0) });
  await expect(page.getByRole("button", { name: "Reset layout" })).toHaveCount(0);
  await nodes.nth(0).click();
  await expect(page.locator("section.passages .quote").first()).toBeVisible();
});

test("a network is told window by window, and kept as a file", async ({ window, run }) => {
  const page = await openSample(window);
  await openTab(page, "Network");
  await page.getByLabel("Time window").selectOption({ label: "Time window: by year" });
  await expect(page.getByRole("columnheader", { name: "polarisation" })).toBeVisible();
  const table = page.getByRole("table", { name: "Network" });
  const shown = await table.locator("tbody tr").count();
  const lines = run("analyse", "network", "--window", "365", "--step", "183").trim().split("\n");
  expect(lines[0]).toContain("first day,last day,positions,ties,balance,polarisation");
  expect(shown).toBe(lines.length - 1);
  await page.getByLabel("Time window").selectOption({ label: "Time window: whole period" });
  const keep = page.getByLabel("Export…");
  const file = await window.keep(async () => {
    await keep.selectOption("GraphML");
  });
  expect(await readFile(file, "utf8")).toContain("<graphml");
});

test("competing hypotheses are built from claims, marked by keys, and weighed as the command line does; undo goes back", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  await analyses.ach(page);
  const grid = page.getByRole("table", { name: "Why did the night boat stop?" });
  const rows = grid.locator("tbody tr");
  const either = hypotheses.map(({ path }) => `issue:"${path}"`).join(" OR ");
  await expect(rows).toHaveCount((JSON.parse(run("claims", "--query", either, "--json")) as unknown[]).length);
  const sums = grid.locator("tfoot td");
  const shown = (): string[] =>
    (
      JSON.parse(run("analyse", "ach", "--json")) as { result: { hypotheses: { inconsistency: number }[] } }
    ).result.hypotheses.map(({ inconsistency }) => twoDecimals(inconsistency));
  await expect(sums).toHaveText(shown());
  const filled = await sums.allTextContents();
  expect(filled).toContainEqual(expect.stringMatching(/^−\d/));
  // The order of claims coded in the same millisecond differs from run to run.
  const mark = grid.locator('td:nth-of-type(1) [data-mark="N"]').first();
  await mark.focus();
  await page.keyboard.press("-");
  await expect(sums).not.toHaveText(filled);
  await page.keyboard.press("ArrowRight");
  for (const key of ["0", "-", "-"]) await page.keyboard.press(key);
  await expect(grid.locator('[data-mark="II"].by-hand')).toHaveCount(1);
  await expect(sums).toHaveText(shown());
  await rows.first().locator("button.words").click();
  await expect(page.locator("section.passages .quote")).toHaveCount(1);
  await page.keyboard.press("Escape");
  for (let step = 0; step < 4; step++) await page.keyboard.press("Control+z");
  await expect(sums).toHaveText(filled);
});

test("a query finds passages by what stands beside them, in writing and by conditions, as the command line does", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  await analyses.passages(page);
  const found = page.locator("ol.found > li");
  const listed = (query: string): number =>
    (JSON.parse(run("analyse", "query", query, "--json")) as { found: { total: number } }).found.total;
  await expect(found).toHaveCount(listed("issue:Fares NEAR stance:opposes"));
  await page.getByRole("combobox", { name: "With or without such a claim" }).selectOption({ label: "without a claim" });
  await expect(page.getByRole("textbox", { name: "Query text" })).toHaveValue(/ NOT NEAR /);
  await expect(found).toHaveCount(listed("issue:Fares NOT NEAR stance:opposes"));
  await page.getByRole("textbox", { name: "Query text" }).fill("issue:Fares NEAR");
  await page.keyboard.press("Enter");
  await expect(page.locator(".query .problem").first()).toContainText("is empty on one side");
});
