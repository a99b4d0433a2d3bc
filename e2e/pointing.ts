import type { Locator, Page } from "@playwright/test";

/** The toolbar at the selected words. */
export const toolbar = (page: Page): Locator => page.getByRole("toolbar", { name: "Selected text" });

/** The box of some words as the text view draws them, in pixels of the window. */
export async function boxOf(
  page: Page,
  words: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const block = page.locator(".ProseMirror:not(.prose) p", { hasText: words }).first();
  await block.scrollIntoViewIfNeeded();
  return block.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places: [Text, number][] = [];
    let text = "";
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const own = node as Text;
      for (let index = 0; index < own.data.length; index++) places.push([own, index]);
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
export async function drag(page: Page, words: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, words);
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await page.mouse.move(x + width - 1, y + height / 2, { steps: 3 });
  await page.mouse.up();
}

/** What the browser has selected. */
export const selectedText = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");

/** The menu that is open. */
export const menu = (page: Page): Locator => page.getByRole("menu");

export async function rightClick(page: Page, words: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, words);
  await page.mouse.click(x + width / 2, y + height / 2, { button: "right" });
}

/** The middle of words inside their paragraph. */
export async function placeIn(page: Page, words: string): Promise<{ x: number; y: number }> {
  const point = await boxOf(page, words);
  const block = await page.locator(".ProseMirror p", { hasText: words }).first().boundingBox();
  if (block === null) throw new Error("no paragraph");
  return { x: point.x + point.width / 2 - block.x, y: point.y + point.height / 2 - block.y };
}
