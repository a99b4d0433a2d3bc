import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

const paper = `# A ferry for the islands

The council says that a winter ferry keeps the islands alive. It wants the fare to stay low for people who live there.

The company answers that nobody can run a winter boat for such a fare. It asks for a grant instead of passengers' money.

The fishers hold that dredging the channel would ruin the eel grounds, and that nobody asked them.
`;

const toolbar = (page: Page): Locator => page.getByRole("toolbar", { name: "Selected text" });

/** The box of some words as the text view draws them, in pixels of the window. */
async function boxOf(page: Page, words: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const block = page.locator(".ProseMirror:not(.prose) p", { hasText: words }).first();
  await block.scrollIntoViewIfNeeded();
  return block.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places: [Text, number][] = [];
    let text = "";
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const own = node as Text;
      for (let at = 0; at < own.data.length; at++) places.push([own, at]);
      text += own.data;
    }
    const start = text.indexOf(wanted);
    const [first, last] = [places[start], places[start + wanted.length - 1]];
    if (first === undefined || last === undefined) throw new Error(`no “${wanted}” in “${text}”`);
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, words);
}

/** Select words by dragging over them; they must stand in one line. */
async function drag(page: Page, words: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, words);
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await page.mouse.move(x + width - 1, y + height / 2, { steps: 3 });
  await page.mouse.up();
}

const selectedText = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");

/** Clicks, counted. A key press fails the test. */
async function counting(page: Page): Promise<{ click: (where: Locator) => Promise<void>; count: () => number }> {
  let clicks = 0;
  await page.exposeFunction("keyWasPressed", (key: string) => {
    throw new Error(`${key} was pressed`);
  });
  return {
    click: async (where) => {
      clicks++;
      await where.click();
    },
    count: () => clicks,
  };
}

test("the main job goes with the mouse alone: claims, a relation, an edit, an undo, the annotated PDF", async ({
  window,
}) => {
  const page = await openSample(window);
  const keys: string[] = [];
  await page.exposeFunction("noteKey", (key: string) => keys.push(key));
  await page.evaluate(() =>
    addEventListener(
      "keydown",
      (event) => (globalThis as never as { noteKey: (key: string) => void }).noteKey(event.key),
      true,
    ),
  );
  const { click, count } = await counting(page);
  await window.choose({ name: "ferry.md", bytes: Buffer.from(paper) }, () =>
    click(page.getByRole("button", { name: "Import papers…" }).first()),
  );
  await expect(page.getByRole("heading", { name: "A ferry for the islands" })).toBeVisible();
  await expect(page.locator(".card")).toHaveCount(0);
  const spent: number[] = [];
  for (const [index, [words, stance, actor, issue]] of (
    [
      ["a winter ferry keeps the islands alive", "supports", "Islands Council", "The night boat"],
      ["nobody can run a winter boat", "opposes", "Crossing Company", "What the passenger pays"],
      ["would ruin the eel grounds", "opposes", "Fishers' Union", "Dredging the channel"],
    ] as const
  ).entries()) {
    const before = count();
    await drag(page, words);
    const bar = toolbar(page);
    await click(bar.getByRole("button", { name: stance }));
    await click(bar.getByRole("button", { name: "Actor" }));
    await click(page.getByRole("menuitemradio", { name: actor, exact: true }));
    const pinned = bar.getByRole("button", { name: issue, exact: true });
    if ((await pinned.count()) > 0) await click(pinned);
    else {
      await click(bar.getByRole("button", { name: "All issues" }));
      await click(page.getByRole("menuitemradio", { name: issue, exact: true }));
    }
    await expect(page.locator(".card")).toHaveCount(index + 1);
    await expect(page.locator(".message", { hasText: "Claim saved" })).toBeVisible();
    spent.push(count() - before);
  }
  for (const clicks of spent) expect(clicks).toBeLessThanOrEqual(5);
  // A relation, begun at a card.
  const card = (text: string): Locator => page.locator(".card", { hasText: text });
  await card("Islands Council").click({ button: "right" });
  const related = count() - 1;
  await click(page.getByRole("menuitem", { name: "Link claim…" }));
  await click(page.getByRole("option", { name: /nobody can run/ }));
  await click(page.getByRole("button", { name: /contradicts/ }));
  await expect(page.locator(".linked").first()).toContainText("contradicts");
  const relation = count() - related;
  // An edit, and its undo.
  await click(card("Fishers' Union").locator(".face"));
  await page
    .getByRole("complementary")
    .getByRole("combobox", { name: /^Stance on/ })
    .selectOption({ label: "− opposes" });
  await drag(page, "nobody asked them");
  await click(
    toolbar(page).getByRole("button", { name: "The night boat" }).or(toolbar(page).locator(".issue").first()).first(),
  );
  await expect(page.locator(".card")).toHaveCount(4);
  await click(page.locator(".message").getByRole("button", { name: "Undo" }));
  await expect(page.locator(".card")).toHaveCount(3);
  await click(page.getByRole("button", { name: "Export" }));
  const file = await window.keep(() => click(page.getByRole("button", { name: "Annotated PDF" })));
  expect((await readFile(file)).toString("latin1", 0, 5)).toBe("%PDF-");
  expect(keys).toEqual([]);
  console.log(`clicks: claims ${spent.join(", ")}; relation ${relation}; in all ${count()}`);
});

test("the toolbar stands beside the selected words, follows them, leaves the keyboard in the paper, and closes", async ({
  window,
}) => {
  const page = await openSample(window);
  const words = "rejects any further";
  await drag(page, words);
  const bar = toolbar(page);
  await expect(bar).toBeVisible();
  const apart = async (): Promise<void> => {
    const [own, at] = [await bar.boundingBox(), await boxOf(page, words)];
    if (own === null) throw new Error("no toolbar");
    expect(own.y + own.height <= at.y || own.y >= at.y + at.height).toBe(true);
    expect(Math.min(Math.abs(own.y + own.height - at.y), Math.abs(own.y - at.y - at.height))).toBeLessThan(24);
  };
  await apart();
  await page.mouse.wheel(0, 120);
  await page.waitForTimeout(300);
  await expect(bar).toBeVisible();
  await apart();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("ProseMirror");
  await page.keyboard.press("Alt+Enter");
  await expect(bar.getByRole("button", { name: "Code…" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(bar.locator(".issue").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(bar.getByRole("button", { name: "Search all papers" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  expect(await selectedText(page)).toBe(words);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("ProseMirror");
  // Words selected by keys have it too, and Escape in the paper closes it.
  await page.keyboard.press("s");
  await expect(bar).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
});

test("clicks before and after the issue code the same claim, and none of them carries over to other words", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  const bar = toolbar(page);
  await drag(page, "rejects any further");
  await bar.locator(".issue").first().click();
  await expect(page.locator(".card")).toHaveCount(33);
  await bar.getByRole("button", { name: "mixed" }).click();
  await bar.locator(".issue").nth(1).click();
  await expect(bar.locator(".issue[aria-pressed=true]")).toHaveCount(2);
  await expect(bar.locator(".stance[aria-pressed=true]")).toHaveCount(0);
  await bar.getByRole("button", { name: "supports" }).click();
  await bar.getByRole("button", { name: "Actor" }).click();
  await page.getByRole("menuitemradio", { name: "Fishers' Union" }).click();
  await expect(page.locator(".card.selected", { hasText: "Fishers' Union" })).toBeVisible();
  // With actor, issues and stances there is nothing left to click.
  await expect(bar).toHaveCount(0);
  await expect(page.locator(".card")).toHaveCount(33);
  await drag(page, "keeps the present");
  await expect(bar).toBeVisible();
  await expect(bar.locator("[aria-pressed=true]")).toHaveCount(0);
  await expect(bar.getByRole("button", { name: "Actor", exact: true })).toBeVisible();
  const claims = JSON.parse(run("claims", "--json")) as { quote: string; actor: string | null }[];
  expect(claims.filter((one) => one.quote === "rejects any further")).toHaveLength(1);
});
