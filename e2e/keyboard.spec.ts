import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { countMouse, Keys } from "./counting.ts";
import { expect, test } from "./fixtures.ts";

async function openByKeys(page: Page): Promise<Keys> {
  const keys = new Keys(page);
  await expect(page.getByRole("button", { name: "Open the sample paper" })).toBeVisible();
  await keys.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or type a command" })).toBeFocused();
  await keys.type("sample");
  await keys.press("Enter");
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await keys.press("F6");
  return keys;
}

test("a paper is coded, linked, filtered and exported with the mouse unplugged, at most five keys a claim", async ({
  window,
  run,
}) => {
  test.setTimeout(120_000);
  const page = await window.open();
  const mouse = await countMouse(page);
  const keys = await openByKeys(page);

  const ways: readonly (readonly string[])[] = [
    ["Enter", "Alt+1", "+", "Enter"],
    ["1", "-", "Enter"],
    ["2", "+", "Enter"],
    ["-", "2", "Enter"],
    ["r"],
  ];
  const costs: number[] = [];
  for (let claim = 0; claim < 10; claim++) {
    await keys.press("u", "s");
    const way = ways[claim % ways.length] ?? [];
    costs.push(await keys.counting(() => keys.press(...way)));
    await expect(page.locator(".card")).toHaveCount(33 + claim);
    await expect(page.locator(".composer")).toHaveCount(0);
  }
  expect(Math.max(...costs)).toBeLessThanOrEqual(5);
  const claims: { created: string; positions: { issue: string }[] }[] = JSON.parse(run("claims", "--json"));
  expect(claims).toHaveLength(42);
  const made = claims.sort((a, b) => a.created.localeCompare(b.created)).slice(-10);
  expect(new Set(made.flatMap((claim) => claim.positions.map((position) => position.issue))).size).toBe(2);

  await keys.press("l", "ArrowDown", "Enter", "c");
  await expect(page.locator(".card.selected .linked")).toContainText("contradicts");
  await keys.press("o");
  await expect(page.locator(".card.selected .linked")).toContainText("contradicted by");
  await keys.press("Alt+ArrowLeft");
  await expect(page.locator(".card.selected .linked")).toContainText("contradicts");
  await expect(page.locator(".ProseMirror")).toBeFocused();

  await keys.press("Control+Shift+f");
  await keys.type("grant");
  await expect(page.getByText(/of 42 in this paper shown/)).toBeVisible();

  const file = await window.keep(async () => {
    await keys.press("Control+e");
    await expect(page.getByRole("dialog", { name: "Export paper" })).toBeVisible();
    await keys.press("Enter");
  });
  expect((await readFile(file)).toString("latin1", 0, 5)).toBe("%PDF-");
  expect(await mouse()).toBe(0);
});

test("the caret goes and selects by sentence, paragraph, heading, page and claim, and grows", async ({ window }) => {
  const page = await window.open();
  const keys = await openByKeys(page);
  const words = (): Promise<string> => page.evaluate(() => String(getSelection()));
  await keys.press("h", "h", "h", "h", "h", "s");
  expect(await words()).toBe("1.1 What the passenger pays");
  await keys.press("j", "j", "Shift+j");
  expect(await words()).toContain("The Crossing Company holds");
  await keys.press("Shift+k", "Shift+k");
  expect(await words()).toContain("A single crossing costs");
  await keys.press("n", "c");
  const claim = await words();
  expect(claim).toContain("the fare still covers less");
  await keys.press("g");
  const sentence = await words();
  expect(sentence.length).toBeGreaterThan(claim.length);
  expect(sentence).toContain(claim);
  await keys.press("g");
  expect((await words()).length).toBeGreaterThan(sentence.length);
  await keys.press("]", "s");
  expect((await words()).length).toBeGreaterThan(0);
});

test("the caret goes to the very end and stays in sight; found words are selected; a screen reader is told of claims", async ({
  window,
}) => {
  const page = await window.open();
  const keys = await openByKeys(page);
  const caret = (): Promise<number> =>
    page.evaluate(() => getSelection()?.getRangeAt(0).getClientRects()[0]?.top ?? Number.NaN);
  const status = page.locator(".reading > [role=status]");
  await keys.press("Control+End");
  const seen = expect.poll(caret);
  await seen.toBeGreaterThan(40);
  await seen.toBeLessThan(830);
  await keys.press("s");
  expect(await page.evaluate(() => String(getSelection()))).toContain("Count by the author from the public file");
  await keys.press("Control+Home", "n");
  await expect(status).toHaveText(/^Selected 1 of 32: Crossing Company: supports/);
  await keys.press("Escape", "Control+ArrowDown");
  await expect(status).toHaveText("");
  await keys.press("p", "Escape", "ArrowRight");
  await expect(status).toHaveText(/^1 claim or note here: Crossing Company: supports/);
  await keys.press("Control+f");
  await keys.type("islands council");
  await keys.press("Enter", "Escape");
  expect(await page.evaluate(() => String(getSelection()))).toBe("Islands Council");
});

test("several passages make one claim with two positions; it is edited where it stands", async ({ window, run }) => {
  const page = await window.open();
  const keys = await openByKeys(page);
  await keys.press("h", "j", "s", "m", "j", "j", "s", "Enter", "Alt+1", "+", "Alt+Enter", "Alt+2", "-", "Tab", "Tab");
  await keys.press("Escape");
  await keys.press("Enter", "Alt+1", "+", "Alt+Enter", "Alt+2", "-", "Enter");
  await expect(page.locator(".card")).toHaveCount(33);
  type Claim = { quote: string; positions: { stance: string }[] };
  const found = (): Claim[] =>
    (JSON.parse(run("claims", "--json")) as Claim[]).filter((claim) => claim.positions.length === 2);
  expect(found()).toHaveLength(1);
  expect(found()[0]?.quote).toContain(" … ");
  await keys.press("e");
  await expect(page.getByRole("form", { name: "Edit claim" })).toBeVisible();
  await keys.press("Alt+0", "Enter");
  await expect(page.locator(".composer")).toHaveCount(0);
  expect(
    found()[0]
      ?.positions.map((position) => position.stance)
      .sort(),
  ).toEqual(["neutral", "supports"]);
});

test("a shortcut is changed, one in use is refused, and the sheet shows it", async ({ window }) => {
  const page = await window.open();
  const keys = await openByKeys(page);
  await keys.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByLabel("Search commands").focus();
  await keys.type("repeat");
  await keys.press("Tab", "Tab", "Enter", "Control+e");
  await expect(sheet.getByRole("alert")).toContainText("Export paper");
  await keys.press("Enter", "x");
  await expect(sheet.getByRole("button", { name: "Repeat last coding: X" })).toBeVisible();
  await keys.press("Escape");
  await keys.press("u", "s", "1", "+", "Enter");
  await expect(page.locator(".card")).toHaveCount(33);
  await keys.press("u", "s", "x");
  await expect(page.locator(".card")).toHaveCount(34);
});
