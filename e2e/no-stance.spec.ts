import { expect, openSample, test } from "./fixtures.ts";

type Claim = { positions: { issue: string; stance: string | null }[] };

test("a claim coded without a stance has none, whatever the stances are called, and shows it everywhere", async ({
  window,
  run,
}) => {
  const page = await openSample(window);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const unstated = (): Claim[] => JSON.parse(run("claims", "--stance", "none", "--json"));
  await press("Control+Shift+B");
  await page.getByRole("button", { name: /^Stances/ }).click();
  const scale = page.getByRole("tree", { name: "Stances" });
  await scale.getByRole("treeitem", { name: /^unclear/ }).click();
  await press("F2", "Control+a");
  await page.keyboard.type("ambiguous");
  await press("Enter");
  await expect(scale.getByRole("treeitem", { name: /^ambiguous/ })).toBeVisible();
  expect(unstated()).toEqual([]);

  await press("Control+1");
  await expect(page.locator(".card")).toHaveCount(32);
  await page.locator(".paper p").first().click();
  await press("s", "Enter");
  const form = page.getByRole("form", { name: "Code selected text" });
  await expect(form.getByRole("radio", { name: "No stance" })).toBeChecked();
  await press("Alt+1", "Enter");
  await expect(form).toHaveCount(0);
  await expect.poll(() => unstated().length).toBe(1);
  expect(unstated()[0]?.positions).toMatchObject([{ stance: null }]);
  const card = page.locator(".card.selected");
  await expect(card.locator(".glyph")).toHaveText("◌");
  await expect(card).toContainText("no stance on");
  await expect(page.locator(".paper mark.none").first()).toBeVisible();
  await expect(page.locator("footer.status")).toContainText("◌ 1");

  await press("Control+2");
  await page.getByLabel("Stance", { exact: true }).selectOption({ label: "◌ No stance" });
  await expect(page.locator(".claims tbody tr")).toHaveCount(1);
  await page.getByRole("button", { name: "Show all" }).click();
});

test("a claim with opposed positions looks like one on its card, in the text, on the page and in the table", async ({
  window,
}) => {
  const page = await openSample(window);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.locator(".paper").first().focus();
  await press("j", "s", "Enter", "Alt+1", "+", "Alt+Enter", "Alt+2", "-", "Enter");
  const card = page.locator(".card.selected");
  await expect(card.locator(".glyph")).toHaveText(["+", "−"]);
  await expect(card).toHaveClass(/several/);
  await expect(page.locator(".paper mark.several").first()).toHaveClass(/first-supports second-opposes/);
});

test("a stance in use is removed when it is chosen what its claims get", async ({ window, run }) => {
  const page = await openSample(window);
  const count = (stance: string): number => JSON.parse(run("claims", "--stance", stance, "--json")).length;
  const [opposes, mixed] = [count("opposes"), count("mixed")];
  expect(opposes).toBeGreaterThan(0);
  await page.keyboard.press("Control+Shift+B");
  await page.getByRole("button", { name: /^Stances/ }).click();
  await page
    .getByRole("tree", { name: "Stances" })
    .getByRole("treeitem", { name: /^opposes/ })
    .click();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: /^Delete/ })).toBeDisabled();
  await dialog.getByLabel("Claims with this stance get").selectOption({ label: "◌ No stance" });
  await dialog.getByRole("button", { name: /^Delete/ }).click();
  await expect.poll(() => count("none")).toBe(opposes);
  expect(count("mixed")).toBe(mixed);
});
