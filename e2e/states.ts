import { expect, type Page } from "@playwright/test";
import type { Tab } from "../src/renderer/src/analysis/store.ts";
import type { CodebookDialog } from "../src/renderer/src/state/codebook.ts";
import type { DialogName, View } from "../src/renderer/src/state/shell.ts";
import type { CommandId } from "../src/shared/contract/commands.ts";

/**
 * From anywhere in the open sample paper to what is to be seen. By keys and classes, not by words: it is done in Urdu
 * too.
 */
type Show = (page: Page) => Promise<void>;

/** Keys for the dialogs that have none of their own, chosen as a reader may choose them. */
export const ownKeys = {
  "edit-record": "Alt-1",
  keeping: "Alt-2",
  tour: "Alt-3",
  "page-labels": "Alt-4",
  versions: "Alt-5",
} as const satisfies Partial<Record<CommandId, string>>;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Back in the paper with nothing open over it. */
async function home(page: Page): Promise<void> {
  for (let left = 6; left > 0 && (await page.locator("dialog[open], .tour, .composer").count()) > 0; left--)
    await press(page, "Escape");
  await press(page, "Control+1", "F8", "F6", "Escape");
  await expect(page.locator(".ProseMirror")).toBeFocused();
}

/** A view by its key, waiting for what stands in it. */
const view =
  (key: string, shown: string): Show =>
  async (page) => {
    await home(page);
    await press(page, key);
    await page.locator(shown).first().waitFor();
  };

const dialog =
  (...keys: readonly string[]): Show =>
  async (page) => {
    await home(page);
    await press(page, ...keys);
    await page.locator("dialog[open]").waitFor();
  };

async function words(page: Page): Promise<void> {
  await home(page);
  await press(page, "Control+Home", "h", "h", "h", "j", "s");
}

/** Every view of the window. One that is new does not compile without a line here. */
export const views: Readonly<Record<View, Show>> = {
  library: view("Control+5", ".papers-view"),
  read: async (page) => {
    await home(page);
    await press(page, "n");
    await page.locator(".card.selected").waitFor();
  },
  claims: view("Control+2", ".claims table"),
  matrix: view("Control+3", ".analysis nav"),
  search: async (page) => {
    await view("Control+Shift+K", "#search-words")(page);
    await page.locator("#search-words").fill("ferry");
    await page.locator(".search-view mark").first().waitFor();
  },
  report: view("Control+4", ".report-preview[aria-busy=false] iframe"),
  codebook: view("Control+Shift+B", ".codebook-view [role='treeitem']"),
  history: view("Control+Shift+H", ".history .change"),
};

/** Every dialog of the window, likewise. */
export const dialogs: Readonly<Record<Exclude<DialogName, null>, Show>> = {
  palette: dialog("Control+k"),
  keys: dialog("F1"),
  settings: dialog("Control+,"),
  link: dialog("n", "l"),
  follow: async (page) => {
    await home(page);
    await press(page, "Control+Home", "n");
    if ((await page.locator(".card.selected .linked").count()) < 2) {
      await press(page, "l", "ArrowDown", "Enter", "s");
      await expect(page.locator(".card.selected .linked")).toHaveCount(1);
      await press(page, "l", "ArrowDown", "ArrowDown", "Enter", "c");
      await expect(page.locator(".card.selected .linked")).toHaveCount(2);
    }
    await press(page, "o");
    await page.locator("dialog[open]").waitFor();
  },
  tour: async (page) => {
    await home(page);
    await press(page, "Alt+3");
    await page.locator(".tour").waitFor();
  },
  record: dialog("Alt+1"),
  export: dialog("Control+e"),
  report: dialog("Control+Shift+E"),
  keeping: dialog("Alt+2"),
  "page-labels": dialog("Alt+4"),
  versions: dialog("Alt+5"),
  "import-report": async (page) => {
    await home(page);
    await page.evaluate(() => {
      const rows = "paper,quote,issue\nThe Strait Crossing: Who Pays,nowhere to be found,Fares\n,,Fares\n";
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([rows], "rows.csv", { type: "text/csv" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.locator("dialog[open] .rejected-rows").waitFor();
  },
};

/** An analysis by its place among the tabs. */
const tab =
  (index: number): Show =>
  async (page) => {
    await views.matrix(page);
    await page.locator(".analysis nav button").nth(index).click();
    await expect(page.locator(".analysis nav button").nth(index)).toHaveAttribute("aria-pressed", "true");
  };

/** Every analysis, with something in it. */
export const analyses: Readonly<Record<Tab, Show>> = {
  matrix: tab(0),
  actors: tab(1),
  timeline: tab(2),
  network: tab(3),
  together: tab(4),
  coverage: tab(5),
  contradictions: tab(6),
  ach: weighed,
  passages: async (page) => {
    await tab(8)(page);
    const written = page.locator(".query form input").first();
    await written.fill("issue:Fares NEAR stance:opposes");
    await written.press("Enter");
    await page.locator(".analysis-body .quote").first().waitFor();
  },
};

/** Two hypotheses, each filled from the claims on an issue, with all claims on either as evidence. */
async function weighed(page: Page): Promise<void> {
  await tab(7)(page);
  if ((await page.locator("table.ach").count()) > 0) return;
  await page.locator(".new-question input").fill(question);
  await press(page, "Enter");
  for (const [index, { name, path }] of hypotheses.entries()) {
    await page.locator(".ach .add input").fill(name);
    await press(page, "Enter");
    const from = page.locator(".ach thead select").nth(index);
    await from.selectOption(await from.locator("option", { hasText: path.replace("/", " › ") }).getAttribute("value"));
  }
  const more = page.locator(".options button[aria-pressed]");
  await more.click();
  const filter = page.locator(".filter select").first();
  for (const { path } of hypotheses) {
    const before = await page.locator(".ach tbody tr").count();
    await filter.selectOption(path);
    await page.locator(".evidence .buttons button").nth(1).click();
    await expect.poll(() => page.locator(".ach tbody tr").count()).toBeGreaterThan(before);
  }
  await filter.selectOption("");
  await more.click();
}

/** A question for competing hypotheses. */
export const question = "Why did the night boat stop?";

/** What the hypotheses are called, and the issues that fill them. */
export const hypotheses = [
  { name: "Nobody would pay for it", path: "Fares/Who carries the loss" },
  { name: "The channel is too shallow after dusk", path: "Dredging the channel/The case for" },
] as const;

const verb =
  (place: string): Show =>
  async (page) => {
    await views.codebook(page);
    await page.locator(".kinds button").first().click();
    await page.locator(".codebook-view [role='treeitem']").nth(1).click();
    await page.locator(place).click();
    await page.locator("dialog[open]").waitFor();
  };

/** Every dialog of the codebook. */
const codebookDialogs: Readonly<Record<CodebookDialog, Show>> = {
  merge: verb(".verbs button >> nth=0"),
  split: verb(".verbs button >> nth=1"),
  remove: verb(".verbs .danger"),
  starter: verb(".kinds ~ button >> nth=0"),
  examples: verb(".entry-inspector .examples + button"),
};

/** What the views hold besides. */
const parts: Readonly<Record<string, Show>> = {
  composer: async (page) => {
    await words(page);
    await press(page, "Enter");
    await expect(page.locator(".composer input:focus")).toHaveCount(1);
    await press(page, "f", "a");
    await page.locator(".composer [role='option']").first().waitFor();
  },
  find: async (page) => {
    await home(page);
    await press(page, "Control+f");
    await page.locator(".find input").fill("port");
    await page.locator(".found").first().waitFor();
  },
  filter: async (page) => {
    await home(page);
    await press(page, "Control+2");
    const more = page.locator(".filter button[aria-expanded]");
    if ((await more.getAttribute("aria-expanded")) === "false") await more.click();
    await page.locator(".filter-bar fieldset").first().waitFor();
  },
  autocode: async (page) => {
    await views.search(page);
    await page.locator(".search-view > search button").last().click();
    await page.locator(".autocode-list label").first().waitFor();
  },
  folder: async (page) => {
    await home(page);
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      for (const number of [1, 2])
        dataTransfer.items.add(new File([`\u0641\u06cc\u0631\u06cc ${number}`], `${number}.txt`));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.locator("dialog[open] input[value=names]").check();
    await page.locator("dialog[open] .folder-pattern").waitFor();
  },
  pages: view("F9", ".sheets"),
  both: view("F10", ".sheets"),
  stances: (page) => kind(page, 1),
  actors: (page) => kind(page, 2),
  text: async (page) => {
    await views.report(page);
    if ((await page.locator(".prose").count()) === 0) await page.locator(".sections-foot select").selectOption("text");
    await page.locator(".prose").waitFor();
  },
  cite: async (page) => {
    await parts.text?.(page);
    await page.locator(".free-text > button").click();
    await page.locator("dialog[open]").waitFor();
  },
  template: async (page) => {
    await views.report(page);
    await page.locator(".report-bar button").nth(1).click();
    await page.locator("dialog[open]").waitFor();
  },
  area: async (page) => {
    await parts.pages?.(page);
    await page.locator(".sheets").focus();
    await press(page, "Shift+P");
    await page.locator(".region-box .key:focus").waitFor();
  },
  // The last, since the preview stays as it was chosen.
  printed: async (page) => {
    await views.report(page);
    await page.locator(".report-preview .segments button").nth(1).click();
    await page.locator(".report-pages img").first().waitFor();
  },
};

async function kind(page: Page, index: number): Promise<void> {
  await views.codebook(page);
  await page.locator(".kinds button").nth(index).click();
  await page.locator(".codebook-view [role='treeitem']").nth(1).click();
  await page.locator(".entry-inspector").waitFor();
}

/** All that the window can show of a library, by name. */
export const states: readonly (readonly [name: string, show: Show])[] = [
  ...named("view", views),
  ...named("part", parts),
  ...named("analysis", analyses),
  ...named("codebook", codebookDialogs),
  ...named("dialog", dialogs),
];

function named(kind: string, shows: Readonly<Record<string, Show>>): readonly (readonly [string, Show])[] {
  return Object.entries(shows).map(([name, show]) => [`${kind} ${name}`, show]);
}
