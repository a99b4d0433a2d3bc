import type { Page } from "@playwright/test";

type View = Readonly<{
  /** The picture's name; `-light`, `-dark` or `-rtl` is put to it. */
  name: string;
  /** From the open sample paper to what is to be seen. By keys and classes, not by words: it is done in Urdu too. */
  show: (page: Page) => Promise<void>;
  /** False for views whose mirrored picture would tell nothing new. */
  rtl?: boolean;
}>;

const keys =
  (...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };

/** Every view of the window, in the order of the docs. A new view adds a line. */
export const views: readonly View[] = [
  { name: "read", show: (page) => page.locator(".card .face").nth(4).click() },
  { name: "compose", show: compose },
  { name: "claims", show: keys("Control+2") },
  { name: "matrix", show: keys("Control+3") },
  { name: "network", show: (page) => analysis(page, 3), rtl: false },
  { name: "codebook", show: keys("Control+Shift+B", "ArrowDown", "ArrowDown") },
  { name: "history", show: past },
  { name: "pages", show: keys("F10") },
  { name: "palette", show: keys("Control+k"), rtl: false },
  { name: "settings", show: keys("Control+,"), rtl: false },
  { name: "keys", show: keys("F1"), rtl: false },
];

/** A few things done to a claim, one of them taken back. */
async function past(page: Page): Promise<void> {
  await keys("F6", "n", "e", "0", "Enter")(page);
  await page.waitForTimeout(300);
  await keys("Control+z", "Control+Shift+H")(page);
}

async function compose(page: Page): Promise<void> {
  await keys("F6", "h", "h", "h", "j", "s", "Enter")(page);
  await page.locator(".composer").waitFor();
}

async function analysis(page: Page, at: number): Promise<void> {
  await page.keyboard.press("Control+3");
  await page.locator(".analysis nav button").nth(at).click();
}
