import type { Page } from "@playwright/test";
import { analyses, dialogs, views as window } from "../states.ts";

/** From the open sample paper to what is to be seen. By keys and classes, not by words: it is done in Urdu too. */
type Show = (page: Page) => Promise<void>;

const keys =
  (...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      // A view that is loaded for the first time is not there at once.
      await page.waitForTimeout(300);
    }
  };

/**
 * What there is a picture of, by its name, to which `-light`, `-dark` or `-rtl` is put; in the order of docs/views.md.
 */
export const views: Readonly<Record<string, Show>> = {
  read: (page) => page.locator(".card .face").nth(4).click(),
  compose,
  pages: async (page) => {
    await page.keyboard.press("F10");
    await page.locator(".sheet canvas[data-ready=true]").first().waitFor();
  },
  claims: window.claims,
  "claims-grouped": grouped,
  filter: filtered,
  library: window.library,
  "library-cards": cards,
  search,
  autocode,
  codebook: keys("Control+Shift+B", "ArrowDown", "ArrowDown"),
  "codebook-merge": merge,
  history: past,
  ...analyses,
  windows,
  report: window.report,
  palette: dialogs.palette,
  settings: dialogs.settings,
  keys: dialogs.keys,
  export: dialogs.export,
};

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

async function autocode(page: Page): Promise<void> {
  await search(page);
  await page.locator(".search-view > search button").last().click();
  await page.locator(".autocode-list label").first().waitFor();
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
  await keys("F6", "n", "e", "Alt+0", "Enter")(page);
  await page.waitForTimeout(300);
  await keys("Control+z", "Control+Shift+H")(page);
}

async function compose(page: Page): Promise<void> {
  await keys("F6", "h", "h", "h", "j", "s", "Enter")(page);
  await page.locator(".composer").waitFor();
}

/** How polarised the network was, year by year. */
async function windows(page: Page): Promise<void> {
  await analyses.network(page);
  const time = page.locator(".options select").filter({ has: page.locator("option[value=windowYear]") });
  await time.selectOption("windowYear");
  await page.locator(".analysis-picture circle").first().waitFor();
}
