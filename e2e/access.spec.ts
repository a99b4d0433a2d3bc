import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

const themes = ["light", "sepia", "dark", "contrast"] as const;
const languages = ["en", "ur"] as const;

/** Serious and critical findings, each with the place it was found. */
async function findings(page: Page): Promise<string[]> {
  // The preview of a report lets no script in, not even this one; the report itself is looked at in report.spec.ts.
  const { violations } = await new AxeBuilder({ page })
    .exclude(".report-preview iframe")
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

/** Theme and language as the reader would choose them, without the way through the dialogs. */
async function wear(page: Page, theme: string, language: string): Promise<void> {
  await page.evaluate(
    ([name, tongue]) => {
      const kept: Record<string, unknown> = JSON.parse(localStorage.getItem("settings") ?? "{}");
      localStorage.setItem("settings", JSON.stringify({ ...kept, theme: name }));
      localStorage.setItem("language", tongue);
    },
    [theme, language] as const,
  );
  await page.reload();
  await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/** Every view and dialog, and how it is reached. */
const views: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ["read", (page) => page.locator(".card .face").nth(3).click()],
  [
    "compose",
    async (page) => {
      await page.keyboard.press("F6");
      for (const key of ["n", "j", "s", "Enter"]) await page.keyboard.press(key);
      await page.locator(".composer").waitFor();
    },
  ],
  [
    "link",
    async (page) => {
      for (const key of ["Escape", "n", "l"]) await page.keyboard.press(key);
      await page.locator("dialog[open]").waitFor();
    },
  ],
  ["keys", (page) => dialog(page, "F1")],
  ["settings", (page) => dialog(page, "Control+,")],
  ["palette", (page) => dialog(page, "Control+k")],
  ["export", (page) => dialog(page, "Control+e")],
  ["report", (page) => dialog(page, "Control+Shift+E")],
  [
    "find",
    async (page) => {
      for (const key of ["Escape", "Control+f", "p", "o", "r", "t"]) await page.keyboard.press(key);
    },
  ],
  [
    "report view",
    async (page) => {
      for (const key of ["Escape", "Control+4"]) await page.keyboard.press(key);
      await page.locator(".sections-foot select").selectOption("text");
      await page.locator(".prose").waitFor();
    },
  ],
  ...["Control+2", "Control+3"].map(
    (key) =>
      [
        key,
        async (page: Page): Promise<void> => {
          await page.keyboard.press("Escape");
          await page.keyboard.press(key);
          await expect(page.locator("table").first()).toBeVisible();
        },
      ] as const,
  ),
];

/** The codebook with an entry of each kind chosen, and the dialogs that ask before they alter it. */
const codebook: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ...[0, 1, 2].map(
    (kind) =>
      [
        `codebook ${kind}`,
        async (page: Page): Promise<void> => {
          await page.keyboard.press("Escape");
          await page.keyboard.press("Control+Shift+B");
          await page.locator(".kinds button").nth(kind).click();
          await page.locator(".codebook-view [role='treeitem']").nth(1).click();
          await expect(page.locator(".entry-inspector")).toBeVisible();
        },
      ] as const,
  ),
  ...[0, 1].map(
    (verb) =>
      [
        `codebook dialog ${verb}`,
        async (page: Page): Promise<void> => {
          await page.keyboard.press("Escape");
          await page.locator(".kinds button").first().click();
          await page.locator(".verbs button").nth(verb).click();
          await page.locator("dialog[open]").waitFor();
        },
      ] as const,
  ),
];

const past = async (page: Page): Promise<void> => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+H");
  await page.locator(".history .change").first().waitFor();
};

async function dialog(page: Page, key: string): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await page.keyboard.press(key);
  await page.locator("dialog[open]").waitFor();
}

for (const language of languages)
  for (const theme of themes)
    test(`no serious finding in any view: ${theme}, ${language}`, async ({ window }) => {
      test.setTimeout(150_000);
      const page = await openSample(window);
      await wear(page, theme, language);
      const found: string[] = [];
      for (const [name, show] of [...views, ...codebook, ["history", past] as const]) {
        await show(page);
        found.push(...(await findings(page)).map((one) => `${name}: ${one}`));
      }
      expect(found).toEqual([]);
    });

test("the empty library has no serious finding, and Tab goes round the window without a trap", async ({ window }) => {
  const page = await window.open();
  await expect(page.getByRole("button", { name: "Open the sample paper" })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Open the sample paper" }).click();
  await expect(page.locator(".card")).toHaveCount(32, { timeout: 20_000 });
  await page.keyboard.press("F6");
  await page.keyboard.press("n");
  await expect(page.locator(".card.selected")).toHaveCount(1);
  const places = new Set<string>();
  for (let step = 0; step < 140; step++) {
    await page.keyboard.press("Tab");
    places.add(
      await page.evaluate(() => {
        const area = document.activeElement?.closest(".head, .left, .middle, .right, .status");
        return area?.className ?? "none";
      }),
    );
  }
  expect([...places]).toEqual(expect.arrayContaining(["head", "middle", "pane left", "pane right", "status"]));
});

test("at twice the size nothing is cut off sideways", async ({ window }) => {
  const page = await openSample(window);
  await page.setViewportSize({ width: 720, height: 430 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expect(page.locator(".ProseMirror")).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeInViewport();
});
