import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";
import { dataOf, englishIn } from "./other-language.ts";
import { ownKeys, states } from "./states.ts";

// Together these tests take longer than any other file; each goes to whichever worker is free.
test.describe.configure({ mode: "parallel" });

/**
 * Every state is looked at in the light theme and, in English, in one of the others in turn: `theme.test.ts` computes
 * the contrast of every letter and every ground in all of them.
 */
const otherThemes = ["sepia", "dark", "contrast"] as const;
/** In how many parts of similar length the states are looked at. */
const languages = [
  { language: "en", parts: 3 },
  { language: "ur", parts: 1 },
] as const;

/**
 * The rules that look at colours. All others see the same in every theme: `theme.test.ts` holds that themes differ in
 * colours only. Colours in turn are the same in every language.
 */
const coloured = ["color-contrast", "link-in-text-block"];

type Rules = "all" | "about colours" | "but colours";

/** Every finding that is more than minor, each with the place it was found. */
async function findings(page: Page, rules: Rules = "all"): Promise<string[]> {
  // The preview of a report lets no script in, not even this one; the report itself is looked at in report.spec.ts.
  // What stays behind a view is hidden from everyone; it has been looked at as a view.
  // Only findings are described node by node: to describe all that passes takes most of the time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .exclude(".report-preview iframe")
    .exclude(".behind")
    .setLegacyMode(true);
  // What is under a dialog is out of reach, and has been looked at as a view.
  if ((await page.locator("dialog[open]").count()) > 0) axe.include("dialog[open]");
  if (rules === "about colours") axe.withRules(coloured);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  if (rules === "but colours") axe.disableRules(coloured);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact !== "minor")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

/** Wear a theme as the window does, with whatever is open staying open. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

for (const { language, parts } of languages)
  for (let part = 0; part < parts; part++)
    test(`nothing found in any view, ${language}, ${part + 1} of ${parts}`, async ({ window, run }) => {
      test.setTimeout(600_000);
      const page = await openSample(window);
      // A state that does not come fails soon, and by its name.
      page.setDefaultTimeout(30_000);
      await page.evaluate(
        ([tongue, keys]) => {
          localStorage.setItem("settings", JSON.stringify({ theme: "light", toured: true, keys }));
          localStorage.setItem("language", tongue);
        },
        [language, ownKeys] as const,
      );
      await page.reload();
      await expect(page.locator(".card").first()).toBeVisible({ timeout: 20_000 });
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const data = [...dataOf(run), ...(await page.locator(".ProseMirror :is(h1, h2, h3)").allTextContents())];
      for (const [index, [name, show]] of states.entries()) {
        if (index % parts !== part) continue;
        const other = otherThemes[Math.floor(index / parts) % otherThemes.length] ?? "dark";
        await test.step(name, async () => {
          await show(page);
          if (language === "en") {
            expect.soft(await findings(page), name).toEqual([]);
            await wear(page, other);
            expect.soft(await findings(page, "about colours"), `${name}, ${other}`).toEqual([]);
            await wear(page, "light");
          } else {
            expect.soft(await englishIn(page, data), name).toEqual([]);
            expect.soft(await findings(page, "but colours"), `${name}, ${language}`).toEqual([]);
          }
        });
      }
    });

test("nothing is found in the empty library, and Tab goes round the window without a trap", async ({ window }) => {
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
