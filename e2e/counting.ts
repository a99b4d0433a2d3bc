import type { Locator, Page } from "@playwright/test";

/** Keys are pressed here and counted; nothing else touches the page. */
export class Keys {
  readonly page: Page;
  count = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.count++;
    }
  }

  async type(words: string): Promise<void> {
    for (const letter of words) await this.press(letter);
  }

  /** How many keys some work takes. */
  async counting(work: () => Promise<void>): Promise<number> {
    const before = this.count;
    await work();
    return this.count - before;
  }
}

/** Count what only a mouse or a finger does: presses, and clicks that no key made. */
export async function countMouse(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = globalThis as unknown as { mouse: number };
    seen.mouse = 0;
    for (const kind of ["mousedown", "pointerdown", "touchstart", "wheel"])
      document.addEventListener(kind, () => seen.mouse++, { capture: true });
    document.addEventListener("click", (event) => event.detail > 0 && seen.mouse++, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { mouse: number }).mouse);
}

/** Clicks, counted. */
export function countClicks(): { click: (where: Locator) => Promise<void>; count: () => number } {
  let clicks = 0;
  return {
    click: async (where) => {
      clicks++;
      await where.click();
    },
    count: () => clicks,
  };
}
