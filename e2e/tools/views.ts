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
  { name: "claims-grouped", show: grouped },
  { name: "filter", show: filtered },
  { name: "library", show: keys("Control+5") },
  { name: "library-cards", show: cards },
  { name: "search", show: search },
  { name: "matrix", show: keys("Control+3") },
  { name: "actors", show: (page) => analysis(page, 1), rtl: false },
  { name: "network", show: (page) => analysis(page, 3), rtl: false },
  { name: "contradictions", show: (page) => analysis(page, 6), rtl: false },
  { name: "codebook", show: keys("Control+Shift+B", "ArrowDown", "ArrowDown") },
  { name: "codebook-merge", show: merge },
  { name: "history", show: past },
  { name: "pages", show: keys("F10") },
  { name: "palette", show: keys("Control+k"), rtl: false },
  { name: "settings", show: keys("Control+,"), rtl: false },
  { name: "keys", show: keys("F1"), rtl: false },
];

/** Claims by issue, three of them selected, one looked at. */
async function grouped(page: Page): Promise<void> {
  await page.keyboard.press("Control+2");
  await page.locator(".claims-head select").first().selectOption("issue");
  await page.locator(".claims tbody tr").nth(1).click();
  for (const row of [2, 3, 4]) await page.locator(".claims tbody tr").nth(row).locator("input").click();
}

/** Conditions in a group of their own, and what they leave. */
async function filtered(page: Page): Promise<void> {
  await keys("Control+2", "Control+Shift+f")(page);
  await page.keyboard.type("fare");
  await page.locator(".filter button[aria-expanded]").click();
  const written = page.locator(".filter-panel form").first().locator("input");
  await written.fill("NOT stance:neutral AND (certainty:4.. OR actor:Treasurer)");
  await written.press("Enter");
}

async function cards(page: Page): Promise<void> {
  await page.keyboard.press("Control+5");
  await page.locator(".layouts button").nth(1).click();
  await page.locator(".shelf .paper").first().focus();
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press("Control+Shift+k");
  await page.locator("#search-words").fill("fare");
  await page.locator(".hits .hit").first().waitFor();
}

async function merge(page: Page): Promise<void> {
  await keys("Control+Shift+B", "ArrowDown")(page);
  await page.locator(".verbs button").first().click();
  await page.locator("dialog [role=combobox]").fill("loss");
  await page.keyboard.press("Enter");
}

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
